"""Labels, notes and shapes of attendance lists."""

from __future__ import annotations

# ruff: noqa: E501
from dataclasses import dataclass

LABELS = {
    "present": ("Present", "PRESENT", "Members present", "Present", "PRESENT", "Members Present", "Committee Members", "Councillors present", "MEMBERS PRESENT", "Present were", "Those present", "Attendees", "Voting members", "Attending", "Members", "Present at the meeting"),
    "apologies": ("Apologies", "APOLOGIES", "Apologies for absence", "Apologies received", "Apologies", "Apologies for Absence", "APOLOGIES FOR ABSENCE", "Apologies from", "Apologies were received from", "Apology", "Apologies received from"),
    "absent": ("Absent", "ABSENT", "Not present", "Absent", "Absent without apology", "Members absent", "Did not attend"),
    "officers": ("In attendance", "Officers", "Officers present", "IN ATTENDANCE", "Officers in attendance", "Also in attendance", "Officials", "Staff in attendance", "Officers in Attendance", "OFFICERS PRESENT", "Council Officers", "Administration"),
    "guests": ("Also present", "Guests", "Also Present", "By invitation", "Also attending", "Visitors", "ALSO PRESENT", "Observers", "Others present", "Witnesses", "Invited guests"),
    "substitutes": ("Substitutes", "Substitute members", "Substitutions", "SUBSTITUTES", "Reserves", "Substitutes present", "Named substitutes"),
    "remote": ("Present remotely", "Attending via Teams", "Joined by video link", "Remote attendance", "Via Zoom", "Online"),
}  # fmt: skip
REASONS = (
    "work",
    "holiday",
    "illness",
    "personal",
    "unwell",
    "another meeting",
    "family commitment",
    "mayoral business",
    "on leave",
    "jury service",
)
NOTES = (
    "part",
    "until item {n}",
    "from item {n}",
    "left at 8.05pm",
    "arrived 7.20pm",
    "items 1 to {n}",
    "part of the meeting",
    "from 6.40 pm",
    "via Teams",
    "until 9.10pm",
    "for item {n} only",
    "by telephone",
)
PARTIES = (
    "Lab",
    "Con",
    "LD",
    "Ind",
    "Green",
    "SNP",
    "Labour",
    "Conservative",
    "Liberal Democrat",
    "Independent",
    "Plaid Cymru",
    "DUP",
    "Sinn Féin",
    "Alliance",
    "FG",
    "FF",
)


@dataclass(frozen=True)
class Shape:
    """How a list is laid out: what separates entries, whether one title governs them, where the role stands."""

    entries: str  # comma, semi, lines, bullets, columns, pairs, pipes, cells
    title: str  # plural, each, none
    role: str  # bracket, comma, dash, before, column
    label: str = "colon"  # colon, line, bare, glued, gap, dash
    staff: str = ""  # the layout of officers and guests where it differs


SHAPES = {
    "inline_plural": Shape("comma", "plural", "bracket"),
    "each_inline": Shape("comma", "each", "bracket"),
    "one_a_line": Shape("lines", "each", "bracket", "line"),
    "labels_semis": Shape("semi", "each", "bracket"),
    "semicolons": Shape("semi", "plural", "bracket", staff="semi comma"),
    "honorifics": Shape("comma", "each", "bracket", staff="comma comma"),
    "modgov": Shape("comma", "plural", "bracket", staff="comma bracket"),
    "organisations": Shape("lines", "each", "bracket", "line"),
    "roles_comma": Shape("lines", "each", "comma", "line"),
    "columns": Shape("columns", "each", "column", "line"),
    "bullets": Shape("bullets", "each", "bracket", "line"),
    "roll_call": Shape("comma", "each", "before", "dash", staff="comma bracket"),
    "table_columns": Shape("columns", "each", "column", "bare"),
    "pipes": Shape("pipes", "each", "bracket", "line"),
    "dash_roles": Shape("lines", "each", "dash", "line"),
    "role_first": Shape("lines", "each", "before", "line"),
    "glued": Shape("comma", "each", "bracket", "glued", staff="comma dash"),
    "inline_names": Shape("comma", "none", "bracket"),
    "two_column": Shape("pairs", "each", "bracket", "line", staff="lines comma"),
    "sederunt": Shape("comma", "none", "bracket"),
    "substitutes": Shape("comma", "plural", "bracket", staff="comma comma"),
    "remote": Shape("lines", "each", "bracket", "line", staff="comma bracket"),
    "upper": Shape("comma", "plural", "comma", staff="lines dash"),
}
