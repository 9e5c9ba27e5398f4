"""Who acts: persons at the place where a formula expects one, by name, by initials or by office.

"moved by" is followed by a person, "moved" may follow one; votes are lists of them. Offsets are code points.
"""

from __future__ import annotations

import re
from functools import cache

from minuteparse.names import find_titled, patterns, read_person
from minuteparse.record import Person
from minuteparse.rules import rule, words
from minuteparse.text import Source

REACH = 90
_LEAD = re.compile(r"[\s:•*|.\"-]*")
_WORD = re.compile(r"\S+")
INITIALS = re.compile(r"[A-Z]{1,2}[a-z]?[A-Z]{1,2}(?![\w'])|[A-Z]{2,3}(?![\w'])")
# In texts all in capitals these are no initials.
_SMALL_WORDS = frozenset(["be", "is", "are", "was", "were", "been", "has", "had", "and"])
_COLUMN = re.compile(r"[ \t](?<=\S[ \t])(?:(?<=[ ])[ ]{2,}|(?<=\t))(?=\S)")
_LINE_BREAK = re.compile(r"[ \t]*\r?\n\s*")
_WRAPPED_WORD = re.compile(r"[A-Z][\w'-]+(?=,|\.\s|;|:|\s+(?:and|to|that|be|was|were|had|has|then|as|it)\b)")
_ADVERBS = re.compile(
    r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:(?:then|who|also|therefore|duly|formally|accordingly|subsequently|again|had|has|have|having|now|first|"
    r"hereby|each|both|all|further|next)\s+){0,2}"
)
_APPOSITION = re.compile(r"\s*,[^.;]{1,100},\s*(?:then\s+|also\s+)?")
_TRAILING_NAME = re.compile(
    r"(?:(?:[A-Z]\.\s?){1,3}|(?:[A-Z][\w'-]*\.?\s+){1,3})(?:(?:van|den|de|ap|ab|der|du|le|la|von)\s+){0,2}[A-Z][\w'-]+$"
    r"|(?<![\w'-])(?:[A-Z]{2,4}|[A-Z]{1,2}[a-z][A-Z]{1,2})$"
)
_BRACKETED_INITIAL = re.compile(r"\s\(([A-Z])\)")
_LONE_SURNAME = re.compile(r"(?:[.,;:)]\s+|\n\s*|\A|\band\s+)([A-Z][A-Za-z'-]{2,})\s+\Z")
_TITLES_LAST = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Dr|Councillor|Cllr|Clr|Cr)\.?\s(?:(?:Mrs?|Ms|Miss|Dr)\.?\s)?[A-Z][a-z]{3,12}\s\Z"
)
_TRAILING_ADVERB = re.compile(r"\s+(?:then|also|had|has|therefore|duly)$")


def person_from(source: Source, at: int, end: int, *, anyone: bool = True) -> Person | None:
    """The person named right at `at` (after spaces, a colon or dash), or `None`.

    A title, an office ("the Chair") or initials are always accepted; a bare name only if `anyone`.
    """
    folded = source.folded
    lead = _LEAD.match(folded, at, min(end, at + 20))
    at = lead.end() if lead else at
    if at >= end:
        return None
    if person := _after_office(source, at, end):
        return person
    if office := office_at(source, at, end):
        return office
    stop, titled = name_end(folded, at, end)
    if stop is None:
        return _named_like_a_title(source, at, min(end, at + REACH))
    initials = INITIALS.match(folded, at, stop)
    if initials and (not (rest := folded[initials.end() : stop].strip(". ")) or INITIALS.fullmatch(rest)):
        return _initials(source, *initials.span())
    if not titled and not anyone:
        return None
    person = read_person(source, at, stop)
    return _with_initial(source, person) if person and titled else person


def _after_office(source: Source, at: int, end: int) -> Person | None:
    """Who is named after an office: "Chairperson H Orme", "the Leader, Councillor Hay"; or `None`."""
    prefix = rule("votes", "office_before_name").pattern.match(source.folded, at, min(end, at + REACH))
    if prefix is None:
        return None
    stop, _ = name_end(source.folded, prefix.end(), end)
    return read_person(source, prefix.end(), stop, titled=True) if stop else None


def _initials(source: Source, start: int, end: int) -> Person:
    """Initials are a whole name here, even those that might stand for letters after one, as "CB" does."""
    name = source.quote(start, end)
    return Person(name=name, family=name, text=name, start=start, end=end)


def _named_like_a_title(source: Source, at: int, limit: int) -> Person | None:
    """The person at `at` whose family name might be a title: "Councillor Judge", "Mrs. Lord"; or `None`."""
    run = patterns().honorifics.match(source.folded, at, limit)
    titles = list(_WORD.finditer(run[0])) if run else []
    if len(titles) < 2 or not titles[-1][0][:1].isupper() or len(titles[-1][0].strip(".")) < 4:
        return None
    low, name = at + titles[-1].start(), titles[-1][0].rstrip(".")
    return Person(
        name=name,
        honorifics=[t[0] for t in titles[:-1]],
        family=name,
        text=source.quote(at, low + len(name)),
        start=at,
        end=low + len(name),
    )


def _with_initial(source: Source, person: Person) -> Person:
    """`person` with the initial in brackets that tells two members of one name apart: "Councillor Hay (M)"."""
    initial = _BRACKETED_INITIAL.match(source.folded, person.end)
    if person.given or initial is None:
        return person
    return person.model_copy(
        update={
            "name": f"{person.name} ({initial[1]})",
            "text": source.quote(person.start, initial.end()),
            "end": initial.end(),
        }
    )


def person_before(source: Source, start: int, at: int, *, surname: bool = False) -> Person | None:
    """The person whose name ends right before `at`, the subject of a verb there: "Cllr Hay then" + "moved"; or `None`.

    Words in brackets or between commas may stand in between: "Councillor Hay, the Leader," + "moved". With `surname`
    a family name alone will do where a clause begins: "Hay" + "moved".
    """
    low = max(start, at - 160)
    found = [person for person, _ in find_titled(source, low, at)]
    for person in reversed(found[-3:]):
        if _abuts(source.folded, person.end, at) or _in_apposition(source.folded, low, person, at):
            return person
    if run := _TITLES_LAST.search(source.folded, low, at):
        return _named_like_a_title(source, run.start(), at)
    return untitled_before(source, low, at) or (_surname_before(source, low, at) if surname else None)


def _surname_before(source: Source, low: int, at: int) -> Person | None:
    match = _LONE_SURNAME.search(source.folded, max(low, at - 40), at)
    if match is None or never_a_name(match[1]):
        return None
    return read_person(source, match.start(1), match.end(1))


def _in_apposition(folded: str, low: int, person: Person, at: int) -> bool:
    """True if the name stands between commas, after what its bearer is: "The Chaplain, Canon Hay," + "asked"."""
    return folded[person.end : at].strip() == "," and folded[low : person.start].rstrip().endswith(",")


def _abuts(folded: str, low: int, high: int) -> bool:
    gap = folded[low:high]
    return bool(_ADVERBS.fullmatch(gap) or _APPOSITION.fullmatch(gap))


def untitled_before(source: Source, low: int, at: int) -> Person | None:
    """The office, the name without a title or the initials that end right before `at`, or `None`."""
    if office := _office_before(source, low, at):
        return office
    base = max(low, at - 70)
    text = _TRAILING_ADVERB.sub("", source.folded[base:at].rstrip())
    line = text.rfind("\n") + 1
    match = (_TRAILING_NAME.search(text, line) if " " in text[line:] else None) or _TRAILING_NAME.search(text)
    if not match:
        return None
    parts = list(_WORD.finditer(match[0]))
    # A sentence that ends before the name: "... for the year. SM proposed"
    for i in range(len(parts) - 1, -1, -1):
        word = parts[i][0]
        if never_a_name(word) or (i < len(parts) - 1 and word.endswith(".") and len(word) > 3 and not _is_title(word)):
            parts = parts[i + 1 :]
            break
    if not parts or (len(parts) == 1 and not INITIALS.fullmatch(parts[0][0])):
        return None
    begin = base + match.start() + parts[0].start()
    if prefix := rule("votes", "office_before_name").pattern.match(source.folded, begin, base + match.end()):
        begin = prefix.end()
    return read_person(source, begin, base + match.end())


def name_end(folded: str, at: int, end: int) -> tuple[int | None, bool]:
    """Where the name at `at` ends, and whether a title stands before it."""
    limit = _line_limit(folded, at, min(end, at + REACH))
    pats = patterns()
    head = pats.honorifics.match(folded, at, limit)
    name_at = head.end() if head else at
    match = pats.name.match(folded, name_at, limit)
    if not match:
        return None, False
    stop = name_at
    for word in _WORD.finditer(match[0]):
        plain = word[0].rstrip(".,")
        first = stop == name_at
        if (
            never_a_name(plain)
            and not (len(plain) == 1 and plain.isupper())
            and not (first and head and plain in words("surname_too"))
        ):
            break
        stop = name_at + word.end()
    if stop == name_at:
        return None, False
    tail = pats.suffixes.match(folded, stop, limit)
    return (tail.end() if tail else stop), head is not None


def _line_limit(folded: str, at: int, limit: int) -> int:
    """`limit`, or the column or line end before it at which the name that begins at `at` ends."""
    if column := _COLUMN.search(folded, at, limit):
        limit = column.start()
    if folded.find("\n", at, limit) < 0:
        return limit
    for found in _LINE_BREAK.finditer(folded, at, limit):
        before = folded[at : found.start()].split()
        if not before or _is_title(before[-1]) or (_ends_in_initials(before[-1]) and len(before) <= 3):
            continue
        begin = folded.rfind("\n", 0, at) + 1
        if (
            found.start() - begin >= 50
            and "\n" not in found[0].strip(" \t\r\n")
            and found[0].count("\n") == 1
            and _WRAPPED_WORD.match(folded, found.end())
        ):
            return limit
        return found.start()
    return limit


def _ends_in_initials(word: str) -> bool:
    """True for "W." and "J.P.", before a family name on the next line; false for "GD.", a person and a full stop."""
    return len(word.strip(".")) == 1 or (word.endswith(".") and "." in word[:-1])


def _is_title(word: str) -> bool:
    return word.rstrip(".:") in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(words("honorific"))


@cache
def _stops() -> frozenset[str]:
    return frozenset(w.lower() for w in words("not_a_name")) | _SMALL_WORDS


def never_a_name(word: str) -> bool:
    """True if `word` is one that no name begins with or goes on with: "The", "Committee", "Clerk's"."""
    plain = word.rstrip(".,:;")
    return (plain.lower() in _stops() or plain.lower().endswith("'s")) and not (len(plain) == 1 and plain.isupper())


def office_at(source: Source, at: int, end: int, *, alone: bool = False) -> Person | None:
    """The holder of an office named by it right at `at`: "the Chair", "The Leader of the Council"; or `None`.

    With `alone` an office without an article that fills a place in a list: "Lord Mayor (1)".
    """
    match = rule("votes", "office_alone" if alone else "office").pattern.match(source.folded, at, min(end, at + REACH))
    return _office(source, match) if match else None


def _office_before(source: Source, low: int, at: int) -> Person | None:
    last = None
    for match in rule("votes", "office").pattern.finditer(source.folded, max(low, at - 60), at):
        last = match
    if last is None or not _ADVERBS.fullmatch(source.folded[last.end() : at]):
        return None
    return _office(source, last)


def _office(source: Source, match: re.Match[str]) -> Person:
    name = source.quote(match.start(), match.end())
    return Person(name=name, text=name, start=match.start(), end=match.end())
