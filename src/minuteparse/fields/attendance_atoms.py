"""The names in one piece of a list, and the brackets, titles and words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from minuteparse.fields.attendance_details import habit, is_alias, is_organisation, is_post
from minuteparse.fields.attendance_drafts import HOLDER
from minuteparse.fields.attendance_lookalikes import (
    FIRMS,
    MORE_OFFICE,
    SPELT,
    before_rank,
    names_body,
    office_beside,
    reads_as_text,
    rest_of_office,
)
from minuteparse.fields.attendance_pieces import Atom, Piece, State
from minuteparse.fields.attendance_posts import with_words
from minuteparse.fields.attendance_shapes import (
    closing,
    first_name,
    first_name_after,
    full_name,
    initialled,
    name_run,
    office_last,
    role_words,
    speaks_for_name,
)
from minuteparse.names import patterns, read_person
from minuteparse.rules import rule, word_set
from minuteparse.text import Source

_TOKEN = re.compile(r"[^\s()]+")
_LEADS = re.compile(
    r"(?i)\b(?:from|by|for|vice|with|were|was|of|that|both|substitute|supervisors"
    r"|councill?ors|directors|trustees|treasurer|clerk|guests?|members|secretary|commissioners|mayor|chair)\s+"
    r"(?:the following\s*)?:?\s*$"
)
_OF_PLACES = frozenset(["Connétable", "Mayor", "Provost", "Dean", "Minister", "Commissioner", "Sheriff"])
_OF_PLACE = re.compile(r"(?:de|du|of|for)\s")
_STAND_IN = re.compile(r"(?i)substitut|deput|stead|place|absence|behalf|replac|vice")
# An office that stands before a bare family name as a title does: "Vice Chair Orme".
_CHAIR_OFFICE = re.compile(r"(?i)(?:vice|deputy)?[- ]?(?:chair(?:man|woman|person)?|president|mayor|provost|reeve)")
_AFTER = re.compile(r"[ \t]+([A-Z][A-Za-z]{1,3})(?![\w'])")
_OWN_OFFICE = re.compile(r", ?([A-Z][\w '-]{2,60})")
_HEADING = re.compile(r"[IVX]{1,4}\. [A-Z]{3,} [A-Z]{2,}")
_CAPITAL = re.compile(r"\s+[A-Z]")
_LISTS = frozenset(["comma", "semi", "and", "line", "blank", "bullet", "start"])
_LEAD = 40
_DEEP = 400
_SLASH = re.compile(r"\s*/")


class Scanner:
    """Cuts pieces of `source` into atoms, as `state` has it; `marks` are signs that may stand before a name."""

    def __init__(self, source: Source, marks: frozenset[str], state: State) -> None:
        """Scan `source`; `state` is shared with the reader that keeps it."""
        self.source = source
        self.folded = source.folded
        self.marks = marks
        self.state = state
        self.counts = True  # that the piece may hold a count of the public

    def atoms(self, piece: Piece) -> Iterator[Atom]:
        """The atoms of `piece`, in order; together they hold all of its words."""
        at, text_from = piece.start, None
        folded, pats = self.folded, patterns()
        self.counts = rule("attendance", "count").may_stand(self.source, piece.start, piece.end)
        while at < piece.end:
            if folded[at].isspace() or folded[at] in ".:/*'\"":
                if folded[at] == "*" and "*" in self.marks:
                    self.state.mark = "*"
                at += 1
                continue
            titled = pats.titled.match(folded, at, piece.end) if pats.heads.match(folded, at) else None
            found = self._atom_at(at, piece, titled, text_from)
            if found is None:
                text_from = at if text_from is None else text_from
                token = _TOKEN.match(folded, at, piece.end)
                at = token.end() if token else at + 1
                continue
            if found.kind == "mark":
                if text_from is not None:
                    yield Atom("text", text_from, found.start)
                    text_from = None
                self.state.mark = folded[found.start : found.end]
                at = found.end
                continue
            if text_from is not None:
                whole = with_words(folded, found, text_from, piece)
                if whole is None:
                    yield Atom("text", text_from, found.start)
                found = whole or found
                text_from = None
            yield found
            at = found.end
        if text_from is not None:
            yield Atom("text", text_from, piece.end)

    def _atom_at(self, at: int, piece: Piece, titled: re.Match[str] | None, text_from: int | None) -> Atom | None:
        folded = self.folded
        if folded[at] in "([" and (close := closing(folded, at, piece.end)):
            return Atom("bracket", at, close)
        if self.counts and folded[at].isalnum() and (count := habit("count").match(folded, at, piece.end)):
            return Atom("count", at, count.end())
        token = _TOKEN.match(folded, at, piece.end)
        if token and text_from is None and self._initials(at, token, piece):
            return Atom("bracket", at - 1, token.end() + 1)
        mark = (token[0].rstrip("*†‡") or token[0]) if token and self.marks else ""
        if mark in self.marks and (text_from is None or mark == "p"):
            return Atom("mark", at, at + len(mark))
        if titled:
            return self._titled(at, titled, piece)
        if not token:
            return None
        if token[0].strip(",:.") in word_set("plural_honorific") and (
            token[0][-1] in ",:" or token.end() >= piece.end or _CAPITAL.match(folded, token.end())
        ):
            return Atom("plural", at, token.end())
        named = text_from is None or self._led(text_from, at, piece)
        return self._untitled(at, piece) if named else None

    def _initials(self, at: int, token: re.Match[str], piece: Piece) -> bool:
        """True if the word `token` is made of initials of the last person and begins no name: "M J Orme, MJ Dent"."""
        last, word = self.state.last, token[0]
        if at == piece.start and piece.sep in _LISTS and _CAPITAL.match(self.folded, token.end(), piece.end):
            return False
        return last is not None and len(word) > 1 and word.isalpha() and is_alias(word, last.name)

    def _led(self, text_from: int, at: int, piece: Piece) -> bool:
        """True if the words before `at` lead to a name; `for` and `of` after an office lead to its field."""
        lead = _LEADS.search(self.folded, max(text_from, at - _LEAD), at)
        if not lead:
            last = (self.folded[max(text_from, at - _LEAD) : at].split() or [""])[-1]
            office = is_post(last.removesuffix("s")) or last in FIRMS or last in role_words()
            return office and speaks_for_name(self.folded[at : min(at + _LEAD, piece.end)])
        before = self.folded[max(text_from, at - _DEEP) : lead.start()]
        known = self.state.last
        if known and lead[0].strip() == "of" and piece.sep == "gap" and "\n" not in self.folded[known.end : at]:
            return False  # "A Orme      Village of Darley Moor"
        if known and lead[0].strip() == "of" and not self.folded[known.end : lead.start()].strip():
            return False  # "Dr Orme of Beath Hydro"
        return lead[0].split()[0] not in ("for", "of") or not is_post(before) or bool(_STAND_IN.search(before))

    def _titled(self, at: int, titled: re.Match[str], piece: Piece) -> Atom | None:
        """A person after an honorific, or the plural honorific itself."""
        parts = [p.rstrip(".:") for p in titled[0].split()]
        if parts[-1] in word_set("plural_honorific") or parts[0] in word_set("plural_honorific"):
            return Atom("plural", at, titled.end())
        if parts[-1] in _OF_PLACES and _OF_PLACE.match(self.folded, titled.end(), piece.end):
            return None
        run = name_run(self.folded, titled.end(), piece.end, True)
        if not run or (len(run) == 1 and MORE_OFFICE.match(self.folded, run[0][1], piece.end)):
            return None
        if len(run) == 1 and parts[-1] == "Manager" and piece.sep == "comma" and self.state.last:
            return None  # "Ann Orme, Group Manager Infrastructure"
        stop = run[-1][1] if len(run) <= 2 else run[first_name([self.folded[s:e] for s, e in run], titled=True) - 1][1]
        person = read_person(self.source, at, stop, titled=True)
        if person is None or _SLASH.match(self.folded, stop, piece.end):
            return None
        tier = None
        if parts[0] in word_set("tier") and len(parts) > 1 and parts[0] not in ("Sir", "Executive"):
            tier = self.source.quote(at, at + titled[0].find(titled[0].split()[1]) + len(titled[0].split()[1]))
        rank = parts[0] if parts[0] in word_set("rank") else None
        title = next((t for t in (" ".join(parts[:2]), parts[0]) if t in word_set("office_title")), None)
        tier = tier or title
        return Atom("person", person.start, max(person.end, stop), person, tier=tier, rank=rank)

    def _untitled(self, at: int, piece: Piece) -> Atom | None:
        """A person without an honorific, alone or after a short post ("Treasurer Jan Orme")."""
        run = name_run(self.folded, at, piece.end, self.state.governed)
        if not run:
            return self._post_then_name(at, piece)
        keep = first_name([self.folded[s:e] for s, e in run], titled=False)
        stop = run[keep - 1][1]
        if not self._is_person([self.folded[s:e] for s, e in run[:keep]], at, stop, piece):
            return None
        person = read_person(self.source, at, stop, titled=self.state.governed)
        return (
            self._with_initials(Atom("person", person.start, max(person.end, stop), person), piece) if person else None
        )

    def _is_person(self, parts: list[str], at: int, stop: int, piece: Piece) -> bool:
        """True if the words `parts`, at `at:stop`, are a person's name and not the words of an office or a body."""
        plain = "".join(parts).replace(".", "")
        if stop - at <= 1 or _HEADING.match(self.folded, at) or (self.state.last and plain in word_set("postnominal")):
            return False
        if self.state.governed:
            place = piece.sep == "dash" and self.state.last is not None  # "Councillors A Orme (Chair) - Wrenham"
            good = len(parts) > 1 or not (place or self._titled_next(stop, piece))
        else:
            known = full_name(parts) or initialled(self.folded, at, stop, piece.end) or self._alone(parts, stop, piece)
            good = known and not office_last(parts)
            good = (
                good
                and not reads_as_text(self.folded, self.state, at, stop, piece)
                and not office_beside(self.folded, self.state, at, stop, piece)
            )
        spelt = len(parts[0].strip(".")) >= SPELT and not speaks_for_name(self.folded[at:stop])
        held = spelt and HOLDER.match(self.folded, stop, piece.end)
        office = spelt and (
            before_rank(self.folded, parts, stop, piece) or names_body(self.folded, self.state, at, stop, piece)
        )
        return bool(good and not held and not office and not rest_of_office(self.folded, self.state, at, stop, piece))

    def _alone(self, parts: list[str], stop: int, piece: Piece) -> bool:
        """True if the word that ends at `stop` is a first name and all of its piece, among names: "Ann Orme, Carol"."""
        rest = self.folded[stop : piece.end].strip(" .")
        lone = len(parts) == 1 and piece.sep in _LISTS and (not rest or rest[0] in "([")
        return lone and first_name_after(parts[0], self.state.last)

    def _titled_next(self, stop: int, piece: Piece) -> bool:
        """True if a rank follows the one word that ends at `stop`: "Weed Inspector Ann Orme"."""
        token = _TOKEN.match(self.folded, stop + 1, piece.end)
        return bool(token and (token[0] in word_set("rank") or token[0].removesuffix("s") in role_words()))

    def _with_initials(self, atom: Atom, piece: Piece) -> Atom:
        """`atom` with the person's initials that stand after the name ("Jan Orme JO") taken in."""
        assert atom.person is not None
        token = _AFTER.match(self.folded, atom.end, piece.end)
        if token and is_alias(token[1], atom.person.name) and len(token[1]) > 1:
            return Atom("person", atom.start, token.end(), atom.person, tier=atom.tier, role=atom.role, alias=token[1])
        return atom

    def _post_then_name(self, at: int, piece: Piece) -> Atom | None:
        bracket = self.folded.find("(", at, piece.end)
        tokens = list(islice(_TOKEN.finditer(self.folded, at, piece.end if bracket < 0 else bracket), 7))
        n = 0
        while n < len(tokens) and (
            tokens[n][0].strip(".,:") in role_words()
            or tokens[n][0].removesuffix("s") in role_words()
            or (n and tokens[n][0].capitalize() in role_words())
            or (n and tokens[n][0] in ("of", "and", "the", "to", "&"))
        ):
            n += 1
        if n == 0 or n >= len(tokens) or n > 5:
            return None
        post = self.folded[at : tokens[n - 1].end()]
        if not is_post(post.removesuffix("s")) or post.split()[-1] in ("of", "and", "the", "to", "for"):
            return None
        titled = patterns().titled.match(self.folded, tokens[n].start(), piece.end)
        if titled and titled[0].split()[0].rstrip(".") in word_set("rank"):
            return None  # "Chief Constable Orme": the rank is the end of the office
        before = self.state.last
        if before and before.honorifics and titled and piece.sep == "comma" and not self.state.roles_first:
            own = _OWN_OFFICE.match(self.folded, piece.end)
            if own and is_post(own[1]) and "\n" not in self.folded[before.end : piece.end]:
                return None  # "Mr Orme, Chief Officer Mr Dent, Planner": two of a line, the offices after the names
        if before and before.start >= piece.start and not self.state.roles_first:
            after_name = not self.folded[before.end : at].strip()
            if titled or (after_name and not before.honorifics):
                return None  # roles stand after the names of this run
        run = name_run(self.folded, tokens[n].start(), piece.end, False)
        parts = [self.folded[s:e] for s, e in run]
        surname = len(parts) == 1 and len(parts[0]) >= SPELT and _CHAIR_OFFICE.fullmatch(post)
        if not parts or not (surname or full_name(parts)) or is_organisation(self.folded[run[0][0] : run[-1][1]]):
            return None
        stop = run[first_name([self.folded[s:e] for s, e in run], titled=False) - 1][1]
        person = read_person(self.source, run[0][0], stop)
        role = self.source.quote(at, tokens[n - 1].end()).rstrip(":")
        return Atom("person", at, max(person.end, stop), person, role=role) if person else None
