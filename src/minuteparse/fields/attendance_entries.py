"""The grammar of one list of people: pieces become people, each with what is printed beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from minuteparse.fields.attendance_details import Detail, is_alias, is_organisation, is_post, read_details
from minuteparse.fields.attendance_pieces import Piece, split_pieces
from minuteparse.names import patterns, read_person
from minuteparse.record import Person
from minuteparse.rules import rule, words
from minuteparse.text import Source


@dataclass(slots=True)
class Draft:
    """A person in a list, while the list is read. `mark` is a sign before the name; `public` says named after the public."""

    person: Person
    start: int
    end: int
    details: list[Detail] = field(default_factory=list)
    role_before: str | None = None
    tier: str | None = None
    mark: str | None = None
    public: bool = False
    sep: str = "start"
    governed: bool = False


@dataclass(frozen=True, slots=True)
class Atom:
    """A part of a piece: a person, a bracket, a plural title, a count of the public, or text."""

    kind: str
    start: int
    end: int
    person: Person | None = None
    tier: str | None = None
    role: str | None = None
    alias: str | None = None


@cache
def _role_words() -> frozenset[str]:
    return frozenset(words("role_word"))


@cache
def _plural() -> frozenset[str]:
    return frozenset(words("plural_honorific"))


_TOKEN = re.compile(r"[^\s()]+")
_INITIAL = re.compile(r"(?:[A-ZÀ-Þ][a-z]?\.){1,4}$|[A-ZÀ-Þ]{1,2}\.?$|(?:[A-Z]\.? ?){2,3}$")
_NAMEWORD = re.compile(r"(?:[dDO]'|Mc|Mac|[A-ZÀ-ÞŴŶ])[\wÀ-ÿŵŷ]*(?:['?=][\wÀ-ÿ]+)?(?:-[A-ZÀ-Þ]?[\wÀ-ÿ']+){0,3}[.]?$")
_GLUED = re.compile(r"((?:[A-Z]\.){1,3})([A-Z][a-z'][\w'-]+)$")
_BRACKET = re.compile(r"[(\[]")
_LEADS = re.compile(r"(?i)\b(?:from|by|for|with|were|was|of|that|both|substitute|supervisors|councill?ors|directors|trustees|treasurer|clerk|guests?|members|secretary|commissioners|mayor|chair)\s+(?:the following\s*)?:?\s*$")
_HOLDER = re.compile(r"\s*\((?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councill?or|Cr|Ald)\b")
_AFTER = re.compile(r"[ \t]+([A-Z][A-Za-z]{1,3})(?![\w'])")
_FLAT = 2  # so many names without any sign between them: the words after the last are not its own
_INITIALLED = re.compile(r"\s*\(([A-Z][A-Za-z]{0,3})\)")
_CAPITAL = re.compile(r"\s+[A-Z]")
_POST_WORDS = 3
_ROLE = re.compile(r"(?!.*\d)(?!.*/\s*$).*[a-zA-Z]{3}", re.S)
_SLASH = re.compile(r"\s*/")


class ListReader:
    """Reads the people of one list of `source`; `marks` are signs that may stand before a name."""

    def __init__(self, source: Source, marks: frozenset[str] = frozenset()) -> None:
        self.source = source
        self.folded = source.folded
        self.marks = marks
        self.drafts: list[Draft] = []
        self.pending: tuple[int, int] | None = None
        self.governed = False
        self.public = False
        self.mark: str | None = None
        self.roles_first = False
        self.run_together = 0

    def read(self, start: int, end: int) -> list[Draft]:
        """The people of `text[start:end]`, in order."""
        for piece in split_pieces(self.source, start, end):
            self.feed(piece)
        return self.drafts

    def nobody_in(self, piece: Piece) -> bool:
        """True if `piece` names no person."""
        return not any(atom.kind == "person" for atom in self._atoms(piece))

    def feed(self, piece: Piece) -> None:
        """Read one piece more."""
        if piece.sep in ("stop", "blank", "semi", "bullet"):
            self.pending, self.governed = None, self.governed and not self.drafts
        elif piece.sep == "line" and not self.roles_first:
            self.pending = None
        sep, self.run_together = piece.sep, 0
        for atom in self._atoms(piece):
            match atom.kind:
                case "person":
                    self.run_together += sep == "space"
                    self._person(atom, sep)
                case "plural":
                    self.governed = True
                    self.pending = None
                case "count":
                    self.public, self.pending = True, None
                case "bracket":
                    self._bracket(atom)
                case _:
                    self._text(atom, sep)
            sep = "space"

    def _atoms(self, piece: Piece) -> Iterator[Atom]:
        at, text_from = piece.start, None
        folded, pats = self.folded, patterns()
        while at < piece.end:
            if folded[at].isspace() or folded[at] in ".:/*'\"":
                if folded[at] == "*" and "*" in self.marks:
                    self.mark = "*"
                at += 1
                continue
            found = self._atom_at(at, piece, pats.titled.match(folded, at, piece.end) if folded[at].isalpha() else None, text_from)
            if found is None:
                text_from = at if text_from is None else text_from
                token = _TOKEN.match(folded, at, piece.end)
                at = token.end() if token else at + 1
                continue
            if found.kind == "mark":
                self.mark = folded[found.start : found.end]
                at = found.end
                continue
            if text_from is not None:
                before = folded[text_from : found.start].strip()
                if found.kind == "person" and not found.role and before.islower() and len(before.split()) <= _POST_WORDS and is_post(before):
                    found = replace(found, role=before)
                else:
                    yield Atom("text", text_from, found.start)
                text_from = None
            yield found
            at = found.end
        if text_from is not None:
            yield Atom("text", text_from, piece.end)

    def _atom_at(self, at: int, piece: Piece, titled: re.Match[str] | None, text_from: int | None) -> Atom | None:
        folded = self.folded
        if folded[at] in "([" and (close := _closing(folded, at, piece.end)):
            return Atom("bracket", at, close)
        if (folded[at].isdigit() or folded[at].isalpha()) and (count := rule("attendance", "count").pattern.match(folded, at, piece.end)):
            return Atom("count", at, count.end())
        token = _TOKEN.match(folded, at, piece.end)
        if token and self.drafts and text_from is None and len(token[0]) > 1 and token[0].isalpha() and is_alias(token[0], self.drafts[-1].person.name):
            return Atom("bracket", at - 1, token.end() + 1)
        if token and self.marks and token[0] in self.marks and text_from is None:
            return Atom("mark", at, token.end())
        if titled:
            return self._titled(at, titled, piece)
        if token and token[0].strip(",:.") in _plural() and (
            token[0][-1] in ",:" or token.end() >= piece.end or _CAPITAL.match(folded, token.end())
        ):
            return Atom("plural", at, token.end())
        if token and (text_from is None or _LEADS.search(folded, text_from, at)):
            return self._untitled(at, piece)
        return None

    def _titled(self, at: int, titled: re.Match[str], piece: Piece) -> Atom | None:
        """A person after an honorific, or the plural honorific itself."""
        parts = [p.rstrip(".:") for p in titled[0].split()]
        if parts[-1] in _plural() or parts[0] in _plural():
            return Atom("plural", at, titled.end())
        run = self._run(titled.end(), piece.end, True)
        if not run:
            return None
        stop = run[-1][1] if len(run) <= 2 else run[self._cut(run, titled=True) - 1][1]
        person = read_person(self.source, at, stop, titled=True)
        if person is None or _SLASH.match(self.folded, stop, piece.end):
            return None
        tier = None
        if parts[0] in words("tier") and len(parts) > 1 and parts[0] not in ("Sir", "Executive"):
            tier = self.source.quote(at, at + titled[0].find(titled[0].split()[1]) + len(titled[0].split()[1]))
        return Atom("person", person.start, max(person.end, stop), person, tier=tier)

    def _untitled(self, at: int, piece: Piece) -> Atom | None:
        """A person without an honorific, alone or after a short post ("Treasurer Jan Orme")."""
        run = self._run(at, piece.end, self.governed)
        if not run:
            return self._post_then_name(at, piece)
        keep = self._cut(run, titled=False)
        words_in = [self.folded[s:e] for s, e in run[:keep]]
        stop = run[keep - 1][1]
        if not self.governed and not _full_name(words_in) and not self._initialled(at, stop, piece):
            return None
        if not self.governed and is_post(words_in[-1]):
            return None
        if not self.governed and self._reads_as_text(at, stop, piece):
            return None
        if _HOLDER.match(self.folded, stop, piece.end):
            return None
        person = read_person(self.source, at, stop, titled=self.governed)
        return self._with_initials(Atom("person", person.start, max(person.end, stop), person), piece) if person else None

    def _initialled(self, at: int, stop: int, piece: Piece) -> bool:
        """True if the one word `at:stop` has initials of it in brackets after it: "Sai (S)"."""
        bracket = _INITIALLED.match(self.folded, stop, piece.end)
        return bool(bracket and is_alias(bracket[1], self.folded[at:stop]))

    def _with_initials(self, atom: Atom, piece: Piece) -> Atom:
        """`atom` with the person's initials that stand after the name ("Jan Orme JO") taken in."""
        assert atom.person is not None
        token = _AFTER.match(self.folded, atom.end, piece.end)
        if token and token[1].isupper() is not None and is_alias(token[1], atom.person.name) and len(token[1]) > 1:
            return Atom("person", atom.start, token.end(), atom.person, tier=atom.tier, role=atom.role, alias=token[1])
        return atom

    def _reads_as_text(self, start: int, stop: int, piece: Piece) -> bool:
        text = self.folded[start:stop]
        if piece.sep == "dash" and self.drafts and not self.roles_first and self.pending is None:
            return not _BRACKET.match(self.folded[stop : stop + 2].strip() or "x") and stop >= piece.end - 1
        rest = self.folded[start : piece.end].split("(")[0].strip()
        return is_organisation(text) or (is_organisation(rest) and not is_post(rest))

    def _post_then_name(self, at: int, piece: Piece) -> Atom | None:
        bracket = self.folded.find("(", at, piece.end)
        tokens = list(islice(_TOKEN.finditer(self.folded, at, piece.end if bracket < 0 else bracket), 7))
        n = 0
        while n < len(tokens) and (tokens[n][0].strip(".,:") in _role_words() or (n and tokens[n][0].capitalize() in _role_words()) or (n and tokens[n][0] in ("of", "and", "the", "to", "&"))):
            n += 1
        if n == 0 or n >= len(tokens) or n > 5 or self.folded[tokens[n].start() - 2 : tokens[n].start() - 1] == "f":
            return None
        post = self.folded[at : tokens[n - 1].end()]
        if not is_post(post) or post.split()[-1] in ("of", "and", "the", "to", "for"):
            return None
        run = self._run(tokens[n].start(), piece.end, False)
        if not run or not _full_name([self.folded[s:e] for s, e in run]) or is_organisation(self.folded[run[0][0] : run[-1][1]]):
            return None
        stop = run[self._cut(run, titled=False) - 1][1]
        person = read_person(self.source, run[0][0], stop)
        if person is None:
            return None
        return Atom("person", at, max(person.end, stop), person, role=self.source.quote(at, tokens[n - 1].end()).rstrip(":"))

    def _run(self, at: int, end: int, governed: bool) -> list[tuple[int, int]]:
        """The words from `at` that may all be words of names, up to the first that is not."""
        run: list[tuple[int, int]] = []
        folded = self.folded
        for token in _TOKEN.finditer(folded, at, end):
            raw = token[0]
            text = raw.rstrip(",:;*†‡")
            if "\n" in folded[run[-1][1] if run else at : token.start()] and len(run) >= 2 and not _INITIAL.match(folded[run[-1][0] : run[-1][1]]):
                break
            if not text or folded[token.start() - 1 : token.start()] in "([" and token.start() > at:
                break
            plain = text.rstrip(".")
            if plain in words("honorific") and run and not (plain in words("particle") or len(run) == 0):
                break
            if not self._may_be_name(plain, text, run, governed):
                break
            run.append((token.start(), token.start() + len(text)))
            if text.endswith(".") and len(plain) > 2 and plain not in words("postnominal"):
                run[-1] = (token.start(), token.start() + len(plain))
                break
            if len(run) >= 40 or raw != text:
                break
        while run and self.folded[run[-1][0] : run[-1][1]] in words("particle") and self.folded[run[-1][0] : run[-1][1]].islower():
            run.pop()
        return run

    def _may_be_name(self, plain: str, text: str, run: list[tuple[int, int]], governed: bool) -> bool:
        if plain in words("particle"):
            return True
        if plain.isupper() and len(plain) > 1 and plain.capitalize() in words("not_a_name") and plain not in words("not_a_name"):
            plain = plain.capitalize()
        if plain in _role_words() or plain.rstrip("s") in _role_words():
            return governed and not run and plain in words("surname_too")
        if plain in words("not_a_name") and len(plain) > 1:
            return plain in words("surname_too") and (bool(run) or governed)
        return bool(_INITIAL.match(text) or _NAMEWORD.match(text) or _GLUED.match(text))

    def _cut(self, run: list[tuple[int, int]], *, titled: bool) -> int:
        """How many words of `run` make its first name: all of a short run, else up to where the next name begins."""
        shape = "".join(self._shape(self.folded[s:e]) for s, e in run)
        if re.fullmatch(r"I{1,4}p*Wp*W?P*|W{1,3}P*|WI{1,3}p*W{1,2}P*|I*p*W?p*WP*|W{1,2}p+W{1,2}P*|I+WIWP*", shape) and not re.fullmatch(r"I+WIW", shape):
            return len(run)
        if titled and re.fullmatch(r"W{1,3}P*|W?I{1,3}W{1,2}P*", shape):
            return len(run)
        pattern = r"I{1,4}(?:Ip*W|p*W)(?:(?=W(?:I|$))W)?P*" if shape.startswith("I") else r"W(?:I{1,2}p*W|p*W|p+W)P*"
        match = re.match(pattern, shape)
        return match.end() if match else len(run)

    def _shape(self, word: str) -> str:
        plain = word.rstrip(".")
        if plain.replace(".", "") in words("postnominal") and len(plain) > 1:
            return "P"
        if word in words("particle") and len(word) > 1:
            return "p"
        return "I" if _INITIAL.match(word) else "W"

    def _person(self, atom: Atom, sep: str) -> None:
        assert atom.person is not None
        draft = Draft(atom.person, atom.start, atom.end, tier=atom.tier, mark=self.mark, public=self.public, sep=sep, governed=self.governed)
        if atom.alias:
            draft.details.append(Detail("alias", atom.alias))
        if atom.role:
            draft.role_before = atom.role
        elif self.pending and _ROLE.match(self.folded[self.pending[0] : self.pending[1]]) and (sep in ("dash", "space", "line", "gap", "pipe") or self.roles_first):
            draft.role_before = self.source.quote(*self.pending).strip(" ,:;-")
            draft.start = self.pending[0]
            if not self.drafts:
                self.roles_first = True
        self.pending, self.mark = None, None
        if self.governed and atom.person.honorifics and atom.person.honorifics[0].rstrip(".") in ("Councillor", "Cllr", "Cr"):
            self.governed = False
        self.drafts.append(draft)

    def _bracket(self, atom: Atom) -> None:
        inner = (atom.start + 1, atom.end - 1)
        text = self.folded[inner[0] : inner[1]]
        if self.pending and (titled := patterns().titled.match(self.folded, inner[0], inner[1])):
            person = read_person(self.source, titled.start(), inner[1], titled=True)
            if person:
                role = self.source.quote(*self.pending).strip(" ,:;-")
                self.drafts.append(Draft(person, self.pending[0], atom.end, role_before=role, public=self.public, sep="bracket"))
                self.pending, self.roles_first = None, not self.drafts[:-1] or self.roles_first
                return
        if self.pending:
            self.pending = (self.pending[0], atom.end)
            return
        if not self.drafts:
            return
        draft = self.drafts[-1]
        if re.fullmatch(r"\s*[A-Z]\.?\s*", text) and draft.person.given is None and self.governed and text.strip() != "C":
            draft.person = draft.person.model_copy(
                update={"name": f"{draft.person.name} ({text.strip()})", "given": text.strip(), "end": atom.end,
                        "text": self.source.quote(draft.person.start, atom.end)}
            )
        else:
            self._beside(draft, self.source.quote(*inner), atom)
        draft.end = atom.end

    def _beside(self, draft: Draft, text: str, atom: Atom) -> None:
        """Take in what a bracket after `draft` says: of its own, or as the rest of the role before it."""
        details = read_details(text, draft.person.name, bracket=True)
        last = draft.details[-1] if draft.details else None
        plain = not details or len(details) == 1 and details[0].kind in ("role", "organisation", "note") and not _new_detail(text)
        if last and last.kind == "role" and plain and self.folded[draft.end - 1 : draft.end + 1].strip() and draft.end > draft.person.end:
            if is_post(last.text):
                text = text.strip()
                draft.details[-1] = Detail("role", f"{last.text} ({text})")
                return
            draft.details[-1] = Detail("organisation", last.text)
        draft.details.extend(details)

    def _text(self, atom: Atom, sep: str) -> None:
        text = self.source.quote(atom.start, atom.end).strip(" ,;:")
        if not text:
            return
        beside = sep in ("comma", "dash", "space", "gap", "pipe") or (sep == "and" and _is_role(self.drafts)) or (sep == "line" and text[0].islower())
        if self.run_together >= _FLAT and sep == "space":
            return
        if self.pending:
            self.pending = (self.pending[0], atom.end)
        elif self.drafts and beside and not (self.roles_first and sep in ("space", "comma", "line") and is_post(text) and not _new_detail(text)) and len(text) <= 120:
            draft = self.drafts[-1]
            joined = sep == "and" or (sep == "comma" and draft.details and draft.details[-1].kind == "role" and not _new_detail(text))
            if joined and draft.details:
                whole = self.source.quote(atom.start - 1, atom.end)
                last = draft.details.pop()
                begin = self.source.text.rfind(last.text.split()[0], draft.start, atom.start)
                whole = self.source.quote(begin, atom.end) if begin >= 0 else f"{last.text}, {text}"
                draft.details.extend(read_details(whole, draft.person.name, bracket=False))
            else:
                draft.details.extend(read_details(text, draft.person.name, bracket=False))
            draft.end = atom.end
        elif len(text) <= 120:
            self.pending = (atom.start, atom.end)


def _is_role(drafts: list[Draft]) -> bool:
    return bool(drafts and drafts[-1].details and drafts[-1].details[-1].kind == "role")


def _new_detail(text: str) -> bool:
    return bool(rule("attendance", "presence").pattern.search(text) or rule("attendance", "chair").pattern.search(text))


def _closing(folded: str, at: int, end: int) -> int | None:
    depth = 0
    for n in range(at, min(end, at + 400)):
        if folded[n] in "([":
            depth += 1
        elif folded[n] in ")]":
            depth -= 1
            if depth == 0:
                return n + 1
    return None


def _full_name(parts: list[str]) -> bool:
    """True if `parts` have a family name and something before it."""
    long = [p for p in parts if len(p.strip(".")) > 2 or (len(p) == 2 and p[1].islower())]
    return (len(parts) >= 2 and bool(long)) or bool(parts and _GLUED.match(parts[0]))
