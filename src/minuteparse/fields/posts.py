"""What is printed beside a name: the role and the organisation, by the rules and by what the trained pipeline sees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minuteparse.fields.affiliations import affiliation_after, affiliation_open
from minuteparse.fields.proposed import Seen
from minuteparse.fields.roles import rank_of, role_after, role_before, whole_rank
from minuteparse.record import Person
from minuteparse.rules import words
from minuteparse.sentences import Span
from minuteparse.text import Source

_OWNED = re.compile(r"(?:[A-Z]\w+\s){0,3}([A-Z]\w+)'s\s+")
_DETERMINED = frozenset(("the", "its", "our", "their"))


class Post(NamedTuple):
    """What is printed beside a name. One who has no role there is known by the organisation: it is the role too.

    `open` tells that an organisation may stand there which the rules do not know.
    """

    role: str | None
    organisation: str | None
    open: bool


def find_posts(source: Source, persons: Sequence[Person], start: int, end: int, seen: Seen | None = None) -> list[Post]:
    """The role and organisation printed beside each of `persons`, who are named in order in `text[start:end]`.

    The words beside one are not read again for the next. Bodies that the rules do not know come from `seen`.
    """
    posts: list[Post] = []
    floor, folded = start, source.folded
    bodies = seen.bodies() if seen else []
    for i, person in enumerate(persons):
        ahead = persons[i + 1].start if i + 1 < len(persons) else end
        span = role_after(folded, person.end, ahead)
        if span and ahead < end and _belongs_to_next(folded, person.end, span, ahead):
            span = None
        after = span[1] if span else person.end
        body = affiliation_after(folded, after, ahead, bodies)
        if body and not span:
            span = _after_body(folded, body[0][1], ahead)
        if not span:
            span = whole_rank(folded, person) or role_before(folded, person.start, floor)
        floor = body[0][1] if body else after
        organisation = source.quote(*body[0]) if body else None
        span = _without_body(folded, span) if span else None
        role = source.quote(*span) if span else rank_of(person)
        is_open = not body and affiliation_open(folded, after, ahead)
        posts.append(Post(role or (organisation if body and body[1] else None), organisation, is_open))
    return posts


def _after_body(folded: str, at: int, ahead: int) -> Span | None:
    """The role after the organisation that ends at `at`: "Mr Orme, of Dent Homes, agent for the applicant,"."""
    span = role_after(folded, at, ahead) if folded[at : at + 1] == "," else None
    return None if span and ahead < span[1] + 3 else span


def _without_body(folded: str, role: Span) -> Span:
    """`role` without the body whose post it is: "the Society's chairman" is a chairman."""
    body = _OWNED.match(folded, role[0], role[1])
    return (body.end(), role[1]) if body and body[1] in words("body_noun") else role


def _belongs_to_next(folded: str, at: int, role: Span, ahead: int) -> bool:
    """True if a role between two names is the second one's: "by Mr Orme, the Leader, Mrs Dent"."""
    between = folded[role[1] : ahead]
    if not between.strip():
        return "\n" not in between or "\n" in folded[at : role[0]]
    determined = folded[at : role[0]].lower().split()[-1:] or folded[role[0] : role[1]].lower().split()[:1]
    return determined[0] in _DETERMINED and between.strip(" \n,") == "" and "," in between
