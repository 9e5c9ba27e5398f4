"""The head of the minutes in the shapes of the survey, each value marked as it is written."""

from __future__ import annotations

from corpus.generator.parts import frames_of
from corpus.generator.speech import Speech
from corpus.generator.spelling import spell_date
from corpus.generator.writer import Mark

# slots: ORG, ORGC (capitals), BODY, BODYC, DATE, START, END, VENUE, KIND

# ruff: noqa: E501
# fmt: off
SENTENCES = (
    "Minutes of the {KIND}meeting of {the}{BODY} held in the {VENUE} on {DATE} at {START}",
    "Minutes of a {KIND}Meeting of the {BODY} held at the {VENUE} on {DATE} commencing at {START}.",
    "MINUTES of the {KIND}meeting of {the}{BODY} held on {DATE} in the {VENUE} at {START}",
    "Minutes of the {BODY} {KIND}Meeting held at {START} on {DATE} at {VENUE}",
    "Minutes of the {KIND}Meeting of the {BODY} which took place on {DATE} at {START} in the {VENUE}.",
    "Minutes of {the}{BODY} meeting held on {DATE} at {START} in {VENUE}",
    "MINUTES OF A {KIND}MEETING OF THE {BODY} held on {DATE}, {VENUE}, starting at {START}",
    "Minutes of the {KIND}meeting of the {BODY} held in {VENUE} at {START} on {DATE}.",
    "Minutes of a meeting of {the}{BODY}, held at {VENUE} on {DATE} from {START} to {END}",
    "Minutes of the {KIND}meeting of {the}{BODY} hosted at {VENUE} on {DATE}, {START}",
)
SHAPES: dict[str, tuple[str, ...]] = {
    "sentence": tuple("{ORGLINE}" + s + "\n\n" for s in SENTENCES),
    "sentence_caps": tuple("{ORGLINE}" + s.replace("Minutes of the", "MINUTES OF THE").replace("meeting", "MEETING").replace(" held ", " HELD ") + "\n\n" for s in SENTENCES),
    "stacked": (
        "{ORGLINE}{BODY}\n\n{DATE}\n\nCommenced: {START}\n\nTerminated: {END}\n\n",
        "{ORGLINE}{BODYC}\n\n{DATE}\n\n{VENUE}\n\n{START}\n\n",
        "{ORGLINE}{BODY}\n{DATE}\n{START} - {END}\n{VENUE}\n\n",
        "{ORGLINE}{BODY}\n\nMinutes of Meeting\n\n{DATE}, {START}\n\n{VENUE}\n\n",
        "{ORGLINE}{BODYC}\n\nMINUTES\n\n{DATE}\n\nMeeting commenced at {START}\n\n",
    ),
    "at_meeting": (
        "{ORGLINE}At a Meeting of the {BODY} held at the {VENUE} on {DATE} at {START}\n\n",
        "{ORGLINE}AT A MEETING of the {BODYC} held in {VENUE} on {DATE}.\n\n",
        "At a {KIND}meeting of {the}{BODY} held at {VENUE} on {DATE}, commencing at {START}.\n\n",
        "{ORGLINE}At the meeting of the {BODY} in the {VENUE}, {DATE}, {START}\n\n",
        "{ORGLINE}At a Meeting of {the}{BODY} held on {DATE} at {VENUE}, starting at {START}.\n\n",
    ),
    "keyvalue": (
        "{ORGLINE}Meeting: {BODY}\nDate: {DATE}\nTime: {START}\nVenue: {VENUE}\n\n",
        "{ORGLINE}{BODY}\n\nDate:    {DATE}\nTime:    {START} - {END}\nPlace:   {VENUE}\n\n",
        "{ORGLINE}MINUTES\n\nMeeting      {BODY}\nDate         {DATE}\nTime         {START}\nVenue        {VENUE}\n\n",
        "{ORGLINE}{BODYC}\nDate and time: {DATE} at {START}\nLocation: {VENUE}\n\n",
        "{ORGLINE}Name of meeting: {BODY}\nHeld on: {DATE}\nStarted: {START}\nEnded: {END}\nHeld at: {VENUE}\n\n",
    ),
    "prose": (
        "{the}{BODY} met at {VENUE} on {DATE} at {START}.\n\n",
        "The {KIND}meeting of the {BODY} took place on {DATE} in the {VENUE} and began at {START}.\n\n",
        "{ORGLINE}The {BODY} met in the {VENUE} at {START} on {DATE} to transact the business set out below.\n\n",
        "{ORGLINE}The {BODY} convened at {VENUE} on {DATE} at {START}\n\n",
        "{ORGLINE}A meeting of {the}{BODY} was held on {DATE} at {VENUE}. It began at {START}.\n\n",
    ),
    "bar": (
        "{BODY} - {BAR} {START}\n\nVenue: {VENUE}\n\nContact: Democratic Services\n\nItems\n\nNo. Item\n\n",
        "Agenda and minutes\n\n{BODY}\n{BAR} {START}\n\nVenue: {VENUE}\n\nLink: View the webcast\n\nItems\nNo. Item\n\n",
        "{ORGLINE}{BODY} - {BAR}, {START}\n\nVenue: {VENUE}\n\nMedia\n\nItems\n\nNote No. Item\n\n",
        "{ORGLINE}Minutes\n\n{BODY} - {BAR} {START}\n\nVenue: {VENUE}\n\nNo. Item\n\n",
        "Agenda, decisions and minutes\n\n{BODY} - {BAR} {START}\n\nVenue: {VENUE}\n\nItems\n\n",
    ),
    "dash_title": (
        "{ORGLINE}{BODYC} - {DATE}\n\n{VENUE}, {START}\n\n",
        "{BODY} – {DATE}\n\nThe meeting began at {START} in the {VENUE}.\n\n",
        "{ORGLINE}MINUTES - {BODYC} - {DATE}\n\nat {START} in {VENUE}\n\n",
        "{ORGLINE}{BODY}: Minutes, {DATE} ({START} to {END}), {VENUE}\n\n",
        "{ORGLINE}{BODY} Minutes - {DATE} - {START}\n{VENUE}\n\n",
    ),
    "letterhead": (
        "{ORGC}\nClerk to the Council: Tel 01632 960001\n\nDRAFT MINUTES (subject to approval at the next meeting)\n\n{BODYLINE}Meeting held on {DATE} at {START} in the {VENUE}\n\n",
        "{ORG}\n\n{BODYLINE}Minutes of the Meeting held on {DATE} at {START}\nVenue: {VENUE}\n\n",
        "{ORGC}\nwww.council.example\n\nMINUTES\n\n{BODYLINE}{DATE} {START}, {VENUE}\n\n",
        "{ORG}\nRegistered office: 1 Market Place\n\nMinutes\n\n{BODYLINE}Meeting of {DATE}, {START}, at {VENUE}\n\n",
        "{ORGC}\n\nCONFIRMED MINUTES\n\n{BODYLINE}of the meeting on {DATE} at {START} at the {VENUE}\n\n",
    ),
    "times_top": (
        "{ORGLINE}{BODY}\n\n{DATE}\n\n({START} - {END})\n\n{VENUE}\n\n",
        "{ORGLINE}{BODY}\n{DATE} from {START} to {END}\n{VENUE}\n\n",
        "{ORGLINE}Minutes of the {BODY}\nHeld on {DATE}, {START} to {END}\n{VENUE}\n\n",
        "{ORGLINE}{BODYC}\n{DATE} {START} - {END}\n\n",
        "{ORGLINE}{BODY} meeting\n{VENUE}\n{DATE}; {START} until {END}\n\n",
    ),
    "us": (
        "{ORGC}\n{BODYLINE}REGULAR MEETING MINUTES\n{DATE}\n\nThe meeting was called to order at {START} in the {VENUE}.\n\n",
        "{ORG}\n{BODYLINE}Minutes of the Regular Meeting\n{DATE}\n\nCall to order: {START}\nLocation: {VENUE}\n\n",
        "{BODYC}\nREGULAR MEETING\n{DATE}\n{VENUE}\n\nMeeting called to order at {START}.\n\n",
        "MINUTES OF THE {BODYC}\n{DATE} AT {START}\n{VENUE}\n\n",
        "{ORG}\n{BODYLINE}Regular Meeting of {DATE}\n{VENUE}\n\nThe meeting was opened at {START}.\n\n",
    ),
}
KINDS = ("", "", "", "Ordinary ", "Annual ", "Extraordinary ", "Special ", "Monthly ", "Statutory ", "remote ")


class Header:
    """Writes the head of a document."""

    def __init__(self, speech: Speech) -> None:
        """Keep at hand what the work needs."""
        self.speech, self.w, self.rng, self.world = speech, speech.w, speech.rng, speech.world

    def put(self, field: str, text: str, value: str) -> None:
        """A value of the header."""
        self.w.put("header", text, field=field, value=value)

    def body(self, text: str) -> None:
        """The body's name, which may be the organisation's too."""
        with self.w.mark("BODY"):
            if self.world.own:
                self.w.marks.append(Mark("header", self.w.length, self.w.length + len(text), {"field": "organisation"}))
            self.put("body", text, text)

    def organisation(self, text: str) -> None:
        """The letterhead."""
        with self.w.mark("BODY"):
            if self.world.own:
                self.w.marks.append(Mark("header", self.w.length, self.w.length + len(text), {"field": "body"}))
            self.put("organisation", text, text)

    def write(self) -> None:
        """The whole head."""
        world = self.world
        shape = self.rng.choice(frames_of(SHAPES[world.layout.header], world.part))
        line = not world.own and self.rng.random() < 0.6
        kind = self.rng.choice(KINDS)
        for piece in shape.replace("{", "\0{").replace("}", "}\0").split("\0"):
            self.slot(piece, line, kind)

    def slot(self, piece: str, line: bool, kind: str) -> None:
        """One slot, or plain text."""
        world, name = self.world, piece.strip("{}")
        if not piece.startswith("{"):
            self.w.add(self.speech.joined(piece))
        elif name in ("BODY", "BODYC"):
            self.body(world.body.upper() if name == "BODYC" else world.body)
        elif name in ("ORG", "ORGC"):
            self.organisation(world.organisation.upper() if name == "ORGC" else world.organisation)
        elif name == "ORGLINE" and line:
            self.organisation(world.organisation.upper() if self.rng.random() < 0.5 else world.organisation)
            self.w.add("\n\n")
        elif name == "BODYLINE" and not world.own:
            self.body(world.body)
            self.w.add("\n")
        elif name == "DATE":
            self.put("date", world.date(world.day), world.day.isoformat())
        elif name == "BAR":
            style = self.rng.choice(("{w}, {o} {m}, {y}", "{w} {o} {m} {y}", "{w} {d} {m} {y}", "{w}, {d} {m} {y}"))
            self.put("date", spell_date(world.day, style), world.day.isoformat())
        elif name in ("START", "END"):
            at = world.start if name == "START" else world.end
            self.put(name.lower(), world.time(at), f"{at:%H:%M}")
        elif name == "VENUE":
            self.put("venue", world.venue, world.venue)
        elif name == "KIND":
            self.w.add(kind)
        elif name == "the":
            self.w.add("The " if not self.w.length else "the " if not world.own or self.rng.random() < 0.5 else "")
