"""Which members declared which interests, in sentences, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from minuteparse.evidence import Evidence
from minuteparse.fields.actor_lists import people_before, people_from
from minuteparse.fields.declaration_lists import find_listed
from minuteparse.fields.declaration_tables import find_tabled
from minuteparse.fields.interests import Terms, each_terms, terms_of
from minuteparse.fields.unbroken import unbroken
from minuteparse.fields.vote_windows import matches_begun
from minuteparse.lexicon import given_names
from minuteparse.names import read_person
from minuteparse.outline.model import Block
from minuteparse.record import Declaration, Person
from minuteparse.rules import rule
from minuteparse.text import Source

_ABOUT_INTERESTS = re.compile(r"\b(?:interests?|declarations?|disclosures?|lobbying|code\s+of\s+conduct)\b", re.I)
_REPEATED = re.compile(r"\b(?:had|having|has|have)\s+(?:\w+\s+)?$|\b(?:previously|earlier|already)\b", re.I)
_NEGATED = re.compile(
    r"\bno\b|\bnot\b(?!\s+(?:an?\s+)?(?:prejudicial|pecuniary|financial|disclosable|registrable|personal)\b)"
    r"|\bwithout\b|\bnor\b|\bneither\b",
    re.I,
)
_OPENNESS = re.compile(r"\btransparency\s+statement\b", re.I)
# What parts a member from the verb: "CD, when she joined, declared".
_ASIDE = re.compile(r",\s+(?:when|who|having|on\s+(?:joining|arrival))\b[^.;,]{2,60},\s*\Z")
# A title that is an office, before a family name alone: "Member Hay declared".
_OFFICE_NAME = re.compile(
    r"(?<!\w)(?:(?:Deputy|Vice)[\s-]+)?(?:Board\s+)?(?:Member|Chair(?:person|man|woman)?|President|Reeve|Warden)\s+"
    r"([A-Z][\w'-]{2,})\s+(?:also\s+|then\s+)?\Z"
)
# Leave to take part, which nobody with an interest declares as one.
_LEAVE = re.compile(r"[^.;]{0,60}\bdispensation\b")
_FIRST_NAME = re.compile(r"(?:[.;:)]\s+|\n[\s•*-]*|\A)([A-Z][^\W\d_A-Z]{2,15})\s+(?:also\s+|then\s+)?\Z")
# What a member does who may not take part: a tie declared with it is an interest, wherever it is said.
_NO_PART = re.compile(
    r"\b(?:left|withdrew|leaving|retired\s+from|vacated|took\s+no\s+(?:further\s+)?part|tak(?:e|ing)\s+(?:no\s+)?part"
    r"|did\s+not\s+(?:vote|speak)|abstain\w*)\b"
)
_AGAIN = re.compile(r"\bagain\s+(?:declared|disclosed)", re.I)
_STOP = re.compile(r"(?<=[a-z\d)\"'])\.\s+(?=[A-Z])|\n[ \t\r]*\n")
_GOES_ON = re.compile(
    r"\s*Interest:\s[^.\n]{3,40}"
    r"|\s*(?:The|His|Her|Their|This|These)\s+interests?\s+(?:was|were)\b[^.]{0,80}"
    r"|(?:\s*The\s+nature\s+of\s+(?:the|this|his|her)\s+interest\s+(?:was|is)\b[^.]{0,200}\.)?"
    r"\s*(?:He|She|They)\s+\w+\s+that\s+(?:the|this|his|her)\s+interest\s+(?:was|is)\b[^.]{0,80}"
)
# Another's interest in the same sentence: "... and Councillor Orme a non-pecuniary interest in item 4".
_ANOTHERS = re.compile(
    r",?\s+and\s+(?=(?:Councillors?|Cllrs?\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?)\s[^,;.]{0,4}[^,;]{2,50}?\san?\s(?:[\w-]+\s){0,3}interests?\b)"
)
# Declarations are called for at the start of a meeting.
_FIRST_ITEMS = 30
_LIKELY = ("declar", "disclos", "recused")


def find_declarations(evidence: Evidence, block: Block) -> list[Declaration]:
    """The declarations of one item, in order of the text; under other headings than theirs only those that are new."""
    source = unbroken(evidence)
    if is_about_interests(block):
        return list(_in_declaration_item(source, block))
    if not source.holds(_LIKELY, block.agenda_end, block.end):
        return []
    found = _in_sentences(source, block.agenda_end, block.end, only_declared=True)
    if not found:
        return []
    known = {
        d.member.name.split()[-1].casefold()
        for other in evidence.outline.blocks[:_FIRST_ITEMS]
        if other.start < block.start and is_about_interests(other)
        for d in _in_declaration_item(source, other)
    }
    return [
        d
        for d in found
        if d.member.name.split()[-1].casefold() not in known or _AGAIN.search(source.folded, d.start, d.end)
    ]


def is_about_interests(block: Block) -> bool:
    """True if declarations are made under this heading."""
    return block.kind == "declarations" or (len(block.title) < 200 and _ABOUT_INTERESTS.search(block.title) is not None)


# Items that speak of interests look up what was declared before.
@lru_cache(maxsize=4)
def _in_declaration_item(source: Source, block: Block) -> tuple[Declaration, ...]:
    start, end = block.agenda_end, block.end
    found = _in_sentences(source, start, end, only_declared=False)
    found += _by_all(source, start, end)
    found += find_tabled(source, start, end)
    found += find_listed(source, start, end, [(d.start, d.end) for d in found])
    ordered = _without_repeats(sorted(found, key=lambda d: d.start))
    return tuple(_not_of_money(source, ordered, start, end))


def _not_of_money(source: Source, found: list[Declaration], start: int, end: int) -> list[Declaration]:
    """`found` with the kind that a sentence after them gives: "Neither had a financial interest"."""
    last = 0
    habit = rule("declarations", "not_pecuniary")
    for match in habit.pattern.finditer(source.folded, start, end) if found else ():
        if match[0].lower().startswith(("neither", "none")):
            last = match.start()
    return [d.model_copy(update={"interest": "other"}) if d.interest is None and d.start < last else d for d in found]


def _without_repeats(found: list[Declaration]) -> list[Declaration]:
    """One entry a member, item and kind: pages print a decision and the minute of it alike."""
    seen: set[tuple[str, str | None, str | None]] = set()
    kept: list[Declaration] = []
    for each in found:
        d = each
        if kept and _leads(kept[-1], d):
            d = d.model_copy(update={"agenda_item": kept.pop().agenda_item})
        key = (d.member.name.casefold(), d.agenda_item, d.interest)
        if key not in seen:
            seen.add(key)
            kept.append(d)
    return kept


def _leads(line: Declaration, d: Declaration) -> bool:
    """True if `line`, of a member and an item, leads the sentence `d` that says the rest."""
    return (
        line.interest is None
        and line.agenda_item is not None
        and d.agenda_item is None
        and line.member.name.casefold() == d.member.name.casefold()
    )


def _by_all(source: Source, start: int, end: int) -> Iterator[Declaration]:
    """What all members declare together."""
    habit = rule("declarations", "all_members")
    for match in habit.pattern.finditer(source.folded, start, end) if habit.may_stand(source, start, end) else ():
        stop = _sentence_stop(source, match.end(), end)
        name = source.quote(*match.span())
        everybody = Person(name=name, text=name, start=match.start(), end=match.end())
        terms = terms_of(source, match.start(), stop)
        yield _declaration(everybody, terms, match.start(), stop, "declarations.all_members")


def _in_sentences(source: Source, start: int, end: int, *, only_declared: bool) -> list[Declaration]:
    found: list[Declaration] = []
    terms: Terms | None = None
    verbs = [(m, True) for m in matches_begun(source, rule("declarations", "declares"), start, end)]
    if not only_declared:
        verbs += [(m, False) for m in rule("declarations", "says").pattern.finditer(source.folded, start, end)]
    at = start
    for match, strong in sorted(verbs, key=lambda v: v[0].start()):
        if match.start() < at:
            continue
        stop = _sentence_stop(source, match.end(), end)
        people = _members(source, start, match)
        if not people or not _is_declaration(source, match, people, stop, strong=strong, only_declared=only_declared):
            continue
        limit = _entry_end(source, stop, end, people)
        others = _ANOTHERS.search(source.folded, match.end(), stop)
        terms = terms_of(source, match.start(), others.start() if others else limit, terms)
        at = match.end()
        by = "declarations.declares" if strong else "declarations.says"
        start_of, end_of = min(people[0].start, match.start()), max(stop, people[-1].end)
        found += [_declaration(p, t, start_of, end_of, by) for p, t in each_terms(source, start, people, terms)]
        if others:
            more, read_to = people_from(source, others.end(), stop, one_line=True)
            terms = terms_of(source, read_to, stop, terms)
            found += [_declaration(p, terms, others.end(), stop, by) for p in more]
    found += _passive(source, start, end)
    return found


def _members(source: Source, start: int, match: re.Match[str]) -> list[Person]:
    people = people_before(source, start, match.start())
    if people or match[0].lower() not in ("declared", "disclosed"):
        return people
    if aside := _ASIDE.search(source.folded, max(start, match.start() - 90), match.start()):
        return people_before(source, start, aside.start())
    if named := _OFFICE_NAME.search(source.folded, max(start, match.start() - 60), match.start()):
        person = read_person(source, *named.span(1))
        return [person] if person else []
    first = _FIRST_NAME.search(source.folded, max(start, match.start() - 40), match.start())
    if first and given_names().get(first[1].lower()) is not None:
        person = read_person(source, first.start(1), first.end(1))
        return [person] if person else []
    post = rule("declarations", "officer").pattern.search(source.folded, max(start, match.start() - 120), match.start())
    if post is None:
        return []
    name = source.quote(post.start(), post.end())
    return [Person(name=name, text=name, start=post.start(), end=post.start() + len(post[0].rstrip()))]


def _is_declaration(
    source: Source, match: re.Match[str], people: list[Person], stop: int, *, strong: bool, only_declared: bool
) -> bool:
    between = source.folded[people[-1].end : match.start()]
    if only_declared and _REPEATED.search(between):
        return False
    rest = source.folded[match.end() : min(stop, match.end() + 160)]
    if match[0].lower().startswith("recused"):
        return True
    if _OPENNESS.search(rest):
        return False
    word = rule("declarations", "interest_word").pattern.search(rest)
    if word and not _NEGATED.search(rest[: word.start()]):
        return True
    if rule("declarations", "ties").pattern.match(rest) is None or _LEAVE.match(rest):
        return False
    return not only_declared or (strong and _NO_PART.search(source.folded, match.end(), stop) is not None)


def _sentence_stop(source: Source, at: int, end: int) -> int:
    for stop in _STOP.finditer(source.folded, at, min(end, at + 900)):
        if not re.search(
            r"\b(?:No|Nos|Cllrs?|Mr|Mrs|Ms|Dr|St|[A-Z])$", source.folded[max(stop.start() - 6, 0) : stop.start()]
        ):
            return stop.start() + 1
    return min(end, at + 900)


def _entry_end(source: Source, stop: int, end: int, people: list[Person]) -> int:
    """The end of the sentence, and of the next one if it goes on about the interest: "The interest was personal"."""
    following = _GOES_ON.match(source.folded, stop, end)
    return following.end() if following else stop


def _passive(source: Source, start: int, end: int) -> list[Declaration]:
    found = []
    for match in matches_begun(source, rule("declarations", "declared_by"), start, end):
        people, stop = people_from(source, match.end(), end, one_line=True)
        before = source.folded[max(start, match.start() - 80) : match.start()].rpartition(". ")[2]
        if not people or _NEGATED.search(before) or source.folded[stop : stop + 3].strip()[:1] == "-":
            continue
        high = _sentence_stop(source, stop, end)
        low = match.start() - len(before)
        terms = terms_of(source, low, high)
        by = "declarations.declared_by"
        found += [_declaration(p, t, match.start(), stop, by) for p, t in each_terms(source, start, people, terms)]
    return found


def _declaration(person: Person, terms: Terms, start: int, end: int, by: str) -> Declaration:
    return Declaration(
        member=person, interest=terms.interest, agenda_item=terms.item, nature=terms.nature, start=start, end=end, by=by
    )
