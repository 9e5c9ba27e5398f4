"""Who is named in item bodies, with the role printed beside the name."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from minuteparse.evidence import Evidence
from minuteparse.fields.affiliations import affiliation_after
from minuteparse.fields.roles import rank_of, role_after, role_before
from minuteparse.fields.titled import find_persons
from minuteparse.fields.untitled import Known, find_untitled
from minuteparse.names import read_person
from minuteparse.outline.model import Block
from minuteparse.record import Attendance, ItemPerson, Person
from minuteparse.sentences import Span, readable
from minuteparse.text import Source

_MALE = frozenset(("mr", "sir", "lord", "father", "fr", "councilman", "messrs"))
_FEMALE = frozenset(("mrs", "ms", "miss", "lady", "dame", "baroness", "sister", "councilwoman"))
# Where the list of those present stands inside an item of business, a page's margin or a converter put it there.
_BUSINESS = frozenset(("substantive", "update", "urgent", "work_programme"))


@dataclass(frozen=True, slots=True)
class _Mention:
    person: Person
    by: str


class Post(NamedTuple):
    """What is printed beside a name. One who has no role there is known by the organisation: it is the role too."""

    role: str | None
    organisation: str | None


def find_all_people(evidence: Evidence, attendance: Sequence[Attendance] = ()) -> list[list[ItemPerson]]:
    """The people named in each item's body, each once an item, in order of the text: one list for each block.

    Names in `attendance`, and those printed with a title anywhere, are known again where they stand without one.
    """
    source = _without_noise(evidence)
    blocks = evidence.outline.blocks
    titled = [[_Mention(p, "people.titled") for p in find_persons(source, _body(b), b.end)] for b in blocks]
    known = Known()
    for entry in attendance:
        known.add(entry.person.name)
        if entry.substitute_for is not None:
            known.add(entry.substitute_for.name)
    for mentions in titled:
        for mention in mentions:
            known.add(mention.person.name)
    listed = _attendance_spans(attendance)
    return [_people(source, block, found, known, listed) for block, found in zip(blocks, titled, strict=True)]


def _attendance_spans(attendance: Sequence[Attendance]) -> list[Span]:
    return sorted((entry.start, entry.end) for entry in attendance if entry.end > entry.start)


def find_people(evidence: Evidence, block: Block) -> list[ItemPerson]:
    """The people named in one item, each once, in order of the text; `find_all_people` knows more of them."""
    outline = replace(evidence.outline, blocks=(block,))
    return find_all_people(replace(evidence, outline=outline))[0]


def _without_noise(evidence: Evidence) -> Source:
    source = evidence.source
    if not evidence.outline.noise:
        return source
    return replace(source, folded=readable(source, 0, len(source.text), evidence.outline.noise))


def _body(block: Block) -> int:
    return max(block.body_start, block.agenda_end)


def _people(source: Source, block: Block, titled: list[_Mention], known: Known, listed: list[Span]) -> list[ItemPerson]:
    start, end = _body(block), block.end
    taken = [(m.person.start, m.person.end) for m in titled]
    mentions = list(titled)
    for candidate in find_untitled(source.folded, start, end, taken, known):
        person = read_person(source, candidate.start, candidate.end)
        if person is not None and person.start == candidate.start and person.end == candidate.end:
            mentions.append(_Mention(person, f"people.{candidate.kind}"))
    mentions.sort(key=lambda m: (m.person.start, m.person.end))
    if block.kind in _BUSINESS:
        mentions = [m for m in mentions if not _inside(listed, m.person.start)]
    return _once_each(mentions, _posts(source, mentions, start, end))


def _inside(spans: list[Span], at: int) -> bool:
    """True if offset `at` lies in one of `spans`, which are in order and do not overlap."""
    found = bisect_right(spans, (at, sys.maxsize)) - 1
    return found >= 0 and at < spans[found][1]


def _posts(source: Source, mentions: list[_Mention], start: int, end: int) -> list[Post]:
    """The role and organisation printed beside each mention; the words beside one are not read again for the next."""
    posts: list[Post] = []
    floor, folded = start, source.folded
    for i, mention in enumerate(mentions):
        person = mention.person
        ahead = mentions[i + 1].person.start if i + 1 < len(mentions) else end
        span = role_after(folded, person.end, ahead)
        if span and ahead < end and _belongs_to_next(folded, person.end, span, ahead):
            span = None
        after = span[1] if span else person.end
        body = affiliation_after(folded, after, ahead)
        if not span:
            span = role_before(folded, person.start, floor)
        floor = body[0][1] if body else after
        organisation = source.quote(*body[0]) if body else None
        role = source.quote(*span) if span else rank_of(person)
        posts.append(Post(role or (organisation if body and body[1] else None), organisation))
    return posts


def _belongs_to_next(folded: str, at: int, role: Span, ahead: int) -> bool:
    """True if a role between two names is the second one's: "by Mr Orme, the Leader, Mrs Dent"."""
    between = folded[role[1] : ahead]
    if not between.strip():
        return "\n" not in between or "\n" in folded[at : role[0]]
    return "the " in folded[at : role[0]].lower() and between.strip(" \n,") == "" and "," in between


def _once_each(mentions: list[_Mention], posts: list[Post]) -> list[ItemPerson]:
    """Each person at the first mention, with the first role printed at any."""
    firsts: list[tuple[_Mention, Post]] = []
    by_family: dict[str, list[int]] = {}
    for mention, post in zip(mentions, posts, strict=True):
        same = by_family.setdefault((mention.person.family or mention.person.name).lower(), [])
        for at in same:
            if _same(firsts[at][0].person, mention.person):
                if post.role and not firsts[at][1].role:
                    firsts[at] = (firsts[at][0], post)
                break
        else:
            same.append(len(firsts))
            firsts.append((mention, post))
    return [_item_person(mention, post) for mention, post in firsts]


def _same(first: Person, other: Person) -> bool:
    """True if two persons of one family name may be one: no given names or titles that contradict each other."""
    if _sex(first) * _sex(other) < 0:
        return False
    if not first.given or not other.given:
        return True
    a, b = _parts(first.given), _parts(other.given)
    return all(x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) for x, y in zip(a, b, strict=False))


def _parts(given: str) -> list[str]:
    return given.lower().replace(".", " ").split()


def _sex(person: Person) -> int:
    titles = {t.rstrip(".:").lower() for t in person.honorifics}
    return -1 if titles & _FEMALE else 1 if titles & _MALE else 0


def _item_person(mention: _Mention, post: Post) -> ItemPerson:
    fields = {name: getattr(mention.person, name) for name in Person.model_fields}
    return ItemPerson(**fields, role=post.role, organisation=post.organisation, by=mention.by)
