"""Who is named in item bodies, with the role printed beside the name."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minuteparse.evidence import Evidence
from minuteparse.fields.guest_titles import with_guest_titles
from minuteparse.fields.posts import Post, find_posts
from minuteparse.fields.proposed import Seen, ask
from minuteparse.fields.role_phrases import is_head
from minuteparse.fields.titled import find_persons
from minuteparse.fields.untitled import Known, find_untitled
from minuteparse.language import Model
from minuteparse.names import read_person
from minuteparse.outline.model import Block
from minuteparse.record import Attendance, ItemPerson, Person
from minuteparse.sentences import Span, readable
from minuteparse.text import Source

_MALE = frozenset(("mr", "sir", "lord", "father", "fr", "councilman", "messrs"))
_FEMALE = frozenset(("mrs", "ms", "miss", "lady", "dame", "baroness", "sister", "councilwoman"))
# Where the list of those present stands inside an item of business, a page's margin or a converter put it there.
# Headings of a list, which say what all in it are.
_OF_MANY = frozenset(("member", "councillor", "councilor", "cllr"))
_BUSINESS = frozenset(("substantive", "update", "urgent", "work_programme"))


@dataclass(frozen=True, slots=True)
class _Mention:
    person: Person
    by: str


_Named = tuple[_Mention, Post]


def find_all_people(
    evidence: Evidence, attendance: Sequence[Attendance] = (), model: Model | None = None
) -> list[list[ItemPerson]]:
    """The people named in each item's body, each once an item, in order of the text: one list for each block.

    Names in `attendance`, and those printed with a title anywhere, are known again where they stand without one.
    `model` is asked for organisations beside names that the rules do not know, and for nothing else.
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
    roles = {a.start: (a.end, a.role) for a in attendance if a.role and not _of_many(a.role)}
    read = [_read(source, b, found, known, listed) for b, found in zip(blocks, titled, strict=True)]
    if model is not None:
        spans = [(_body(block), block.end) for block in blocks]
        seen = ask(model, source, list(zip(spans, map(_doubts, read), strict=True)))
        read = [
            _with_posts(source, b, [m for m, _ in r], s) if s else r for b, r, s in zip(blocks, read, seen, strict=True)
        ]
    people = [_once_each(_with_roles(named, listed, roles)) for named in read]
    return with_guest_titles(people, [block.kind for block in blocks], attendance, source.folded)


def _of_many(role: str) -> bool:
    """True if `role` is what all in a list are, rather than the post of one: "Member", "Supervisors"."""
    last = role.lower().rstrip(".").split()[-1]
    return last.removesuffix("s") in _OF_MANY or (last.endswith("s") and is_head(last[:-1]))


def _with_roles(named: list[_Named], listed: list[Span], roles: dict[int, tuple[int, str]]) -> list[_Named]:
    """`named`, with the roles that the list of those present gives to names in it."""
    if not roles:
        return named
    return [(mention, _with_role(mention.person.start, post, listed, roles)) for mention, post in named]


def _with_role(at: int, post: Post, listed: list[Span], roles: dict[int, tuple[int, str]]) -> Post:
    n = bisect_right(listed, (at, sys.maxsize)) - 1
    end, role = roles.get(listed[n][0], (0, "")) if n >= 0 else (0, "")
    return post._replace(role=role) if post.role is None and at < end else post


def _doubts(named: list[_Named]) -> list[int]:
    """Where an organisation may stand beside a name that the rules do not know."""
    return [m.person.start for m, post in named if post.open]


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


def _read(source: Source, block: Block, titled: list[_Mention], known: Known, listed: list[Span]) -> list[_Named]:
    """The names that the rules see in one item, in order, with what stands beside them."""
    taken = [(m.person.start, m.person.end) for m in titled]
    mentions = list(titled)
    for candidate in find_untitled(source.folded, _body(block), block.end, taken, known):
        person = read_person(source, candidate.start, candidate.end)
        if person is not None and person.start == candidate.start and person.end == candidate.end:
            mentions.append(_Mention(person, f"people.{candidate.kind}"))
    mentions.sort(key=lambda m: (m.person.start, m.person.end))
    if block.kind in _BUSINESS:
        mentions = [m for m in mentions if not _inside(listed, m.person.start)]
    return _with_posts(source, block, mentions)


def _with_posts(source: Source, block: Block, mentions: list[_Mention], seen: Seen | None = None) -> list[_Named]:
    posts = find_posts(source, [m.person for m in mentions], _body(block), block.end, seen)
    return list(zip(mentions, posts, strict=True))


def _inside(spans: list[Span], at: int) -> bool:
    """True if offset `at` lies in one of `spans`, which are in order and do not overlap."""
    found = bisect_right(spans, (at, sys.maxsize)) - 1
    return found >= 0 and at < spans[found][1]


def _once_each(named: list[_Named]) -> list[ItemPerson]:
    """Each person at the first mention, with the first role printed at any."""
    firsts: list[_Named] = []
    by_family: dict[str, list[int]] = {}
    for mention, post in named:
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
    return ItemPerson(**mention.person.__dict__, role=post.role, organisation=post.organisation, by=mention.by)
