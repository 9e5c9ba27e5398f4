"""Words before a name in a list that are the post of whoever bears it: "parish clerk Ann Orme"."""

from __future__ import annotations

from dataclasses import replace

from minuteparse.fields.attendance_details import habit, is_post
from minuteparse.fields.attendance_pieces import Atom, Piece
from minuteparse.fields.attendance_shapes import speaks_for_name

_WORDS = 3  # no post in small letters has more
_LISTS = frozenset(["comma", "semi", "and"])


def with_words(folded: str, found: Atom, text_from: int, piece: Piece) -> Atom | None:
    """`found` with the words before it, from `text_from`, taken into the person's post; `None` if they are none."""
    before = folded[text_from : found.start].strip()
    if found.rank and before.istitle() and len(before.split()) <= 2:
        return replace(found, start=text_from, role=f"{before} {found.rank}")
    if found.kind != "person":
        return None
    if not found.role and _in_small_letters(before):
        return replace(found, role=before)
    if text_from != piece.start or piece.sep not in _LISTS or not before.istitle():
        return None
    if _heads(before, found):
        return replace(found, start=text_from, role=before)
    office = None if found.rank else found.role or found.tier
    if office and is_post(office) and before.isalpha():  # "Town Clerk Ms Orme, Amenities" + "Supervisor Mr Dent"
        return replace(found, start=text_from, role=f"{before} {office}", tier=None)
    return None


def _in_small_letters(before: str) -> bool:
    """True if `before` is a post that is printed in small letters, and no word of standing in."""
    return (
        before.islower()
        and len(before.split()) <= _WORDS
        and is_post(before)
        and not habit("instead").match(before)
        and not habit("instead_by").match(before)
    )


def _heads(before: str, found: Atom) -> bool:
    """True if `before` is the office of the person `found`, in a list of such: "Shop Manager Ann Orme"."""
    person = found.person
    bare = person is not None and not (person.honorifics or found.role) and speaks_for_name(person.name)
    return bare and is_post(before.rsplit(maxsplit=1)[-1])
