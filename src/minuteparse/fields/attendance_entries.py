"""The grammar of one list of people: pieces become people, each with what is printed beside the name."""

from __future__ import annotations

import re

from minuteparse.fields.attendance_atoms import Scanner
from minuteparse.fields.attendance_details import Detail, habit, is_organisation, is_post
from minuteparse.fields.attendance_drafts import (
    Draft,
    add_bracket,
    add_words,
    own_office,
    partner_of,
    stands_beside,
    surname_first,
    turned,
    with_field,
    with_initial,
    with_suffix,
)
from minuteparse.fields.attendance_parties import group_of, split_party
from minuteparse.fields.attendance_pieces import Atom, Piece, State, office_column, split_pieces
from minuteparse.fields.attendance_shapes import speaks_for_name
from minuteparse.names import patterns, read_person
from minuteparse.record import Person
from minuteparse.rules import rule, word_set
from minuteparse.text import Source

_FLAT = 2  # so many names without any sign between them: the words after the last are not its own
_LONG = 120  # no role is longer
_STEPS_IN = re.compile(r"(?i)substitut|deputi|in (?:his|her|their) (?:place|stead|absence)|represented by|for whom")
_ROLE = re.compile(r"(?!.*\d)(?!.*/\s*$).*[a-zA-Z]{3}", re.S)
_LEADS_ON = re.compile(r"(?:/|\b(?:[Bb]y|[Ff]or|[Ff]rom|[Ww]ith))$")
_ARTICLES = frozenset(["the", "The", "y", "an", "An", "a"])
_ONE_LETTER = re.compile(r"\s*([ABD-Z])\.?\s*")
_BEFORE = frozenset(["dash", "space", "line", "gap", "pipe", "colon"])
_OPENS = frozenset(["start", "line", "blank", "semi", "stop", "bullet", "pipe", "gap"])
_FEW = 5
_MEMBERS = re.compile(r"(?i)\bmembers$")
_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,4}")
_OTHERS = re.compile(r"(?:\w+ )?others?\b")
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")
_BEFORE_OF = re.compile(r"\s+(?:of|for|to|\()\s*|,")
_OFFICE_OF = re.compile(r"(?i)(?:the )?[\w-]+ (?:of|de|du|for) ")
_THE = re.compile(r"(?i)the\s+(?=\w)")


class ListReader:
    """Reads the people of one list of `source`; `marks` are signs that may stand before a name."""

    def __init__(self, source: Source, marks: frozenset[str] = frozenset()) -> None:
        """Begin an empty list."""
        self.source = source
        self.folded = source.folded
        self.drafts: list[Draft] = []
        self.state = State()
        self.scanner = Scanner(source, marks, self.state)
        self.public = False
        self.run_together = 0
        self.instead = ""
        self.chairs = False
        self.come_from: str | None = None
        self.offices: str | None = None

    def read(self, start: int, end: int) -> list[Draft]:
        """The people of `text[start:end]`, in order."""
        for piece in split_pieces(self.source, start, end):
            self.feed(piece)
        return self.drafts

    def nobody_in(self, piece: Piece) -> bool:
        """True if `piece` names no person."""
        mark = self.state.mark
        nobody = not any(atom.kind == "person" for atom in self.scanner.atoms(piece))
        self.state.mark = mark
        return nobody

    def feed(self, piece: Piece) -> None:
        """Read one piece more."""
        if piece.sep in ("stop", "blank", "semi", "bullet"):
            self.state.pending, self.state.governed = None, self.state.governed and not self.drafts
            self.state.roles_first = self.state.roles_first and piece.sep != "semi"
        elif piece.sep == "line" and not self.state.roles_first:
            self.state.pending = None
        if piece.sep in _OPENS and (party := group_of(self.source, piece, self.state.party is not None)):
            self.state.party, self.state.pending = party, None
            return
        if piece.head and piece.sep in _OPENS and self.head(piece):
            self.state.party = None
            return
        if office_column(self.source, piece):
            self.state.pending, self.state.party = (piece.start, piece.end), None
            return
        sep, self.run_together = piece.sep, 0
        for atom in self.scanner.atoms(piece):
            match atom.kind:
                case "person" if atom.person is not None:
                    self.run_together += sep == "space"
                    self.person(atom, atom.person, sep)
                case "plural":
                    self.state.governed, self.state.pending = True, None
                case "count":
                    self.public, self.state.pending = True, None
                case "bracket":
                    self.bracket(atom)
                case _:
                    self.words(atom, sep)
                    self.run_together = self.run_together if self.run_together >= _FLAT else 0
            sep = "space"

    def head(self, piece: Piece) -> bool:
        """True if `piece`, before a colon, is no person: an office whose holder follows, or a group of those who do."""
        text = self.folded[piece.start : piece.end]
        if piece.sep == "gap" and self.drafts and "\n" not in self.folded[self.drafts[-1].start : piece.start]:
            return False  # the first half of the office beside a name: "Assistant Director: Parks"
        titled = patterns().titled.match(text) and not _OFFICE_OF.match(text)
        if titled or len(text) > _LONG or (not is_post(text) and speaks_for_name(text)):
            return False
        base = _BRACKETED.sub("", text).strip()
        office = _BEFORE_OF.split(base, maxsplit=1)[0].split()
        self.state.pending, self.state.governed = None, False
        self.chairs = habit("chair").search(text[len(base) :]) is not None
        if office and (is_post(office[-1]) or patterns().titled.match(text)):
            end = len(base) if self.chairs else with_field(text, len(base))
            self.state.pending, self.state.headed = (piece.start, piece.start + end), True
        return True

    def person(self, atom: Atom, person: Person, sep: str) -> None:
        """Take in a person, with the role that waited for a name."""
        state = self.state
        if self.drafts and self.instead == "for":
            self.drafts[-1].instead_of, self.instead = person, ""
            self.drafts[-1].end = atom.end
            return
        if (
            state.pending
            and sep == "gap"
            and is_organisation(waiting := self.source.quote(*state.pending))
            and not is_post(waiting)
        ):
            state.pending, self.come_from = None, waiting
        if sep == "and":
            self._couple(person)
        whole = turned(self.source, state.pending, person) if sep == "comma" else None
        if whole:
            person, state.pending = whole, None
        draft = Draft(
            person,
            person.start if whole else atom.start,
            atom.end,
            role_before=atom.role if atom.role != "Member" else None,
            tier=atom.tier,
            mark=state.mark,
            public=self.public,
            sep=sep,
        )
        if self.drafts and self.instead == "by":
            draft.instead_of = self.drafts[-1].person
        self.instead = ""
        if atom.alias:
            draft.details.append(Detail("alias", atom.alias))
        if state.party:
            draft.details.append(Detail("party", state.party))
        waiting = self.source.quote(*state.pending).strip(" ,:;-") if state.pending and atom.role is None else ""
        apposed = sep in _BEFORE or state.roles_first or state.office
        if state.pending and apposed and _ROLE.match(waiting) and not _LEADS_ON.search(waiting):
            draft.role_before, draft.start = (
                _THE.sub("", waiting, count=1) if _THE.match(waiting) else waiting,
                state.pending[0],
            )
            state.roles_first = state.roles_first or (not self.drafts and sep != "colon" and is_post(waiting))
        if self.chairs:
            draft.details.append(Detail("chair" if sep == "colon" else "presided", "in the chair"))
            self.chairs = False
        if self.come_from:
            draft.details.append(Detail("organisation", self.come_from))
            self.come_from = None
        self._share(draft, sep)
        if person.honorifics and person.honorifics[0].rstrip(".") in ("Councillor", "Cllr", "Cr"):
            state.governed = False
        self._keep(draft)

    def _couple(self, person: Person) -> None:
        """Give whoever stood before the "and" by first name alone the family name of `person`: "Jo and Ann Orme"."""
        partner = partner_of(self.source, person, self.drafts, self.state)
        if partner and self.drafts and self.drafts[-1].person.start == partner.start:
            self.drafts[-1].person = partner
        elif partner:
            self._keep(Draft(partner, partner.start, partner.end, public=self.public, sep="comma"))

    def _share(self, draft: Draft, sep: str) -> None:
        """Give `draft` the office in the plural that heads its group: "Churchwardens A Orme and B Dent"."""
        if draft.role_before and draft.role_before.endswith("s") and is_post(draft.role_before[:-1]):
            if _MEMBERS.search(draft.role_before):
                draft.role_before = None
            self.offices = draft.role_before
        elif self.offices and not draft.role_before and sep in ("comma", "and"):
            draft.role_before = self.offices
        else:
            self.offices = None

    def _keep(self, draft: Draft) -> None:
        self.state.pending, self.state.mark, self.state.last = None, None, draft.person
        self.state.office = self.state.headed = False
        self.drafts.append(draft)

    def _without_party(self, atom: Atom) -> Atom:
        """The bracket `atom` without the party that it begins or ends with, which the last person is given."""
        if not self.drafts or self.state.pending:
            return atom
        party, rest = split_party(self.source, atom, self.drafts[-1].person.name)
        if party:
            self.drafts[-1].details.append(Detail("party", party))
            self.drafts[-1].end = atom.end
        return rest

    def bracket(self, atom: Atom) -> None:
        """Take in a bracket: a person after a role, the initial of a surname, or what it says of the last person."""
        atom = self._without_party(atom)
        inner, state = (atom.start + 1, atom.end - 1), self.state
        if article := _THE.match(self.folded, *inner):
            inner = (article.end(), inner[1])
        if state.pending:
            titled = patterns().titled.match(self.folded, *inner)
            person = read_person(self.source, titled.start(), inner[1], titled=True) if titled else None
            if person is None:
                state.pending = (state.pending[0], atom.end)
                return
            role = _THE.sub("", own_office(self.source.quote(*state.pending).strip(" ,:;-")), count=1)
            state.roles_first = state.roles_first or not self.drafts
            draft = Draft(person, state.pending[0], atom.end, role_before=role, public=self.public, sep="bracket")
            if habit("chair").search(self.folded[inner[0] : inner[1]]):
                draft.details.append(Detail("chair", "in the chair"))
            self._keep(draft)
            return
        if not self.drafts:
            return
        draft = self.drafts[-1]
        if self._substitute_in(inner, draft):
            return
        letter = _ONE_LETTER.fullmatch(self.folded, *inner)
        if letter and draft.person.given is None and state.governed:
            draft.person = with_initial(self.source, draft.person, letter[1], atom.end)
        else:
            add_bracket(self.source, draft, self.source.quote(*inner))
        draft.end = atom.end

    def _substitute_in(self, inner: tuple[int, int], draft: Draft) -> bool:
        """True if the bracket names who came in place of `draft`: "(Councillor Dent attended as substitute)"."""
        text = self.folded[inner[0] : inner[1]]
        if not _STEPS_IN.search(text) or habit("substitute").match(text.strip()):
            return False
        found = ListReader(self.source).read(*inner)
        if not found:
            return False
        found[0].instead_of, found[0].details, found[0].role_before = draft.person, [], None
        self.drafts.insert(len(self.drafts) - 1, found[0])
        return True

    def words(self, atom: Atom, sep: str) -> None:
        """Take in words that are no name: a role that waits for its name, or details of the last person."""
        text = self.source.quote(atom.start, atom.end).strip(" ,;:")
        state = self.state
        for name in ("instead", "instead_by"):
            if self.drafts and not state.pending and habit(name).match(text):
                self.instead = rule("attendance", name).value
                return
        if text.replace(".", "") in word_set("postnominal") and self.drafts and sep in ("comma", "space"):
            self.drafts[-1].person = with_suffix(self.source, self.drafts[-1].person, atom, text)
            return
        if self.drafts and self.drafts[-1].instead_of and _STEPS_IN.search(text) and len(text.split()) <= _FEW:
            return  # "for whom Councillor Orme acted as substitute"
        if (
            self.drafts
            and sep == "comma"
            and _INITIALS.fullmatch(text)
            and surname_first(self.source, self.drafts[-1], atom)
        ):
            return
        if (
            not text
            or text in _ARTICLES
            or (sep == "and" and _OTHERS.match(text))
            or (self.run_together >= _FLAT and sep == "space")
        ):
            return
        if state.pending and state.headed:
            state.pending, state.headed = None, False
        elif state.pending:
            state.pending, state.office = (state.pending[0], atom.end), False
        elif len(text) > _LONG:
            return
        elif self.drafts and stands_beside(self.source, self.drafts[-1], self.state, atom, (text, sep)):
            add_words(self.source, self.drafts[-1], atom, text, sep)
        else:
            state.pending = (atom.start, atom.end)
            state.office = (sep in _OPENS or _THE.match(text) is not None) and is_post(text)
