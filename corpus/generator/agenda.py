"""The items of a meeting: what they are called, how they are numbered, and the order they come in."""

from __future__ import annotations

from corpus.generator.parts import frames_of
from corpus.generator.spelling import roman
from corpus.generator.world import World

# ruff: noqa: E501
# fmt: off
STANDING: dict[str, tuple[str, ...]] = {
    "apologies": ("Apologies", "Apologies for Absence", "To receive apologies for absence", "Apologies for Absence", "Apologies", "Apologies Received", "Welcome and Apologies", "Apologies and Reasons for Absence", "Apologies for Inability to Attend", "Apologies for Non-Attendance"),
    "declarations": ("Declarations of Interest", "Declarations of Members' Interests", "To receive declarations of interest", "Disclosure of Interests", "Declaration of Interests", "Members' Interests", "Declarations of Interest", "Disclosures of Interest", "Declarations", "Conflicts of Interest"),
    "previous_minutes": ("Minutes", "Minutes of the Previous Meeting", "To approve the minutes of the last meeting", "Confirmation of Minutes", "Approval of Minutes", "Minutes of Last Meeting", "Minutes of the Last Meeting", "Previous Minutes", "Minutes of Previous Meeting", "Approval of the Minutes of the Last Meeting"),
    "public_questions": ("Public Participation", "Public Question Time", "Questions from the Public", "Public Forum", "Open Forum", "Petitions and Questions", "Democratic Half Hour", "Public Questions", "Citizens' Comments", "Public Session"),
    "update": ("Chair's Announcements", "Matters Arising", "Clerk's Report", "Chairman's Announcements", "Announcements", "County Councillor's Report", "Chief Executive's Report", "Matters Arising from the Minutes", "Report of the Police", "Chair's Update", "Treasurer's Report", "Mayor's Announcements", "District Councillor's Report", "Leader's Announcements", "Officers' Reports"),
    "other": ("Correspondence", "Welcome", "Order of Business", "Votes of Sympathy", "Filming of the Meeting", "Opening Prayer", "Chair's Welcome", "Form of Voting", "Members' Questions", "Suspension of Standing Orders"),
    "attendance": ("Present", "Sederunt", "Attendance and Apologies", "Record of Attendance", "Present and Apologies", "Roll Call", "Those Present", "Attendance", "Attendance and Apologies for Absence", "Members Present"),
    "closing": ("Close of Meeting", "Adjournment", "Closure", "Termination of Meeting", "Conclusion of Meeting", "Close of Meeting", "Adjournment", "Closure", "Meeting Closed", "Close"),
    "work_programme": ("Work Programme", "Forward Plan", "Committee Work Programme", "Forward Work Programme", "Work Plan"),
    "exclusion": ("Exclusion of the Press and Public", "Exclusion of Press and Public", "Exclusion of the Public", "Exempt Business", "Exclusion of Public and Press"),
    "urgent": ("Urgent Business", "Any Other Business", "Urgent Items", "Any Other Urgent Business", "Other Urgent Business", "Any Other Business"),
    "next_meeting": ("Date of Next Meeting", "Date of Next Meeting", "Next Meeting", "Date and Time of Next Meeting", "Dates of Future Meetings", "Date of the Next Meeting"),
}
PREFIX = "ABCDEFGHJKLMNPRSTW"


def order(world: World, inside: bool) -> list[str]:
    """The kinds of the items in their order; the attendance may be inside the first."""
    rng = world.rng
    kinds = ["attendance"] if inside else []
    if rng.random() < 0.65 and not inside:
        kinds.append("apologies")
    if rng.random() < 0.85:
        kinds.append("declarations")
    if rng.random() < 0.9:
        kinds.append("previous_minutes")
    if rng.random() < 0.12:
        kinds.insert(rng.randint(0, len(kinds)) if not inside else len(kinds), "other")
    if rng.random() < 0.3:
        kinds.append("public_questions")
    if rng.random() < 0.5:
        kinds.append("update")
    kinds += ["substantive"] * rng.choice((2, 3, 3, 4, 4, 5, 6))
    if rng.random() < 0.25 and not world.parish:
        kinds.append("work_programme")
    tail = [kind for kind, share in (("urgent", 0.35), ("next_meeting", 0.6)) if rng.random() < share]
    rng.shuffle(tail)
    if rng.random() < 0.15:
        kinds += ["exclusion", "substantive"]
    if rng.random() < 0.1:
        tail.append("closing")
    return kinds + tail


def standing(world: World, kind: str) -> str:
    """The title of a standing item."""
    return world.rng.choice(frames_of(STANDING[kind], world.part))


class Numbers:
    """Numbers of items in the scheme of a layout."""

    def __init__(self, world: World) -> None:
        """Keep at hand what the work needs."""
        rng, self.scheme = world.rng, world.layout.numbering
        small = rng.random() < 0.6
        start = 1 if small else rng.randint(2, 190)
        if self.scheme == "long":
            start = rng.randint(700, 2400)
        elif self.scheme == "run":
            start = rng.randint(20, 320)
        elif self.scheme in ("roman", "letters", "monthcode"):
            start = 1
        self.next = start
        year, letters = world.day.year % 100, "".join(rng.choice(PREFIX) for _ in range(rng.choice((1, 2, 2, 3))))
        self.year, self.letters = year, letters
        self.month = f"{year:02}{world.day.month:02}"
        self.flip = rng.random() < 0.3
        self.dot = rng.random() < 0.5

    def take(self) -> tuple[str, str]:
        """What is printed, and the number without its trailing mark."""
        n, s, self.next = self.next, self.scheme, self.next + 1
        year = f"{self.year:02}"
        forms = {
            "dot": f"{n}.", "run": f"{n}.", "long": f"{n}.", "bare": f"{n}", "paren": f"{n})", "bracket": f"({n})",
            "slash": f"{year}/{n:02}" if self.flip else f"{n}/{year}", "code": f"{self.letters}/{year}/{n:02}",
            "codedot": f"{self.letters}/{year}/{n:02}.", "fc": f"{self.letters}{n}/{year}", "suffix": f"{self.letters}{n}/{year}",
            "monthcode": f"{self.month}.{n:02}", "roman": f"{roman(n).upper()}.", "letters": f"{chr(64 + n % 27)}.",
        }
        printed = forms.get(s, "")
        return printed, printed.rstrip(".")
