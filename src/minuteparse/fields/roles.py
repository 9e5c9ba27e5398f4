"""The role printed beside a name: "Jane Orme, Head of Finance", "the Head of Finance, Jane Orme"."""

from __future__ import annotations

import re

from minuteparse.fields.callings import called_after, called_before, is_anybody
from minuteparse.fields.role_phrases import ABBREVIATED, LINK, PIECE, Word, is_head, reporting_verbs, role_phrase
from minuteparse.lexicon import given_names
from minuteparse.record import Person
from minuteparse.rules import rule, word_set
from minuteparse.sentences import Span

_REACH = 120
# On some boards each member bears the title: it is no office there.
_OF_MEMBERS = frozenset(("Supervisor",))
# Ranks, and the words that may stand before them: "Detective Superintendent", "Assistant Chief Constable".
_RANKS = frozenset(
    ("Constable", "Sergeant", "Inspector", "Chief Inspector", "Superintendent", "Chief Superintendent", "Senator")
)
_ADJUNCTS = re.compile(
    r"\b(?:(?:Acting|Area|Assistant|Chief|Detective|Deputy|Police|Special|State|Station|Temporary)[ \n]){1,4}\Z"
)
_OF_COUNSEL = re.compile(r",\s{1,3}(of\s[Cc]ounsel)\b")
_WRAPPED = 40
_AFTER = re.compile(
    r"\s{0,3}(?P<mark>\(|,\s{0,40}|\s?-\s{1,3}|\s)\s{0,40}"
    r"(?P<as>(?:as|(?:acting|speaking|attending) as|speaking in (?:his|her|their) capacity as"
    r"|in (?:his|her|their) (?:role|capacity) as)\s{1,3})?"
    r"(?P<article>(?:the|a|an|our|its|their|also)\s{1,3})?"
)
_DETERMINER = frozenset("the a an its our their whose his her my new by from report as".split())
_FORMER = frozenset("former acting interim independent deputy assistant senior honorary local".split())
# What happens to one who holds a role, and is no part of it: "the resignation of parent governor Ann Orme".
_DEED = frozenset(
    "absence appointment arrival attendance departure death election nomination re-election reappointment resignation"
    " retirement".split()
)
# "..., Clerk to write": what the clerk is to do, and no role of the person named before.
_DUTY = re.compile(r"\s{1,3}(?:to\s(?!the\b|a\b|our\b)|will\b|would\b|shall\b)")
_SECONDED = frozenset(("sec.", "sec:"))
_BRACKET = re.compile(r"[()]")
_NEXT_WORD = re.compile(r"\s{1,3}([a-z]+)")


def rank_of(person: Person) -> str | None:
    """The rank among the honorifics of `person`, or the office that is the last of them, or `None`.

    Either says what the person does: "PC Orme", "Deputy Mayor Dent". "Mayor Councillor Dent" is left open.
    """
    for title in person.honorifics:
        if title.rstrip(".") in word_set("rank"):
            return title
    last = person.honorifics[-1] if person.honorifics else ""
    return last if last in word_set("office_title") and last not in _OF_MEMBERS else None


def whole_rank(folded: str, person: Person) -> Span | None:
    """The span of a rank that begins before the title of `person`: "Detective Superintendent Orme", or `None`."""
    rank = person.honorifics[-1] if person.honorifics else ""
    if rank not in _RANKS or not folded.startswith(rank, person.start):
        return None
    adjunct = _ADJUNCTS.search(folded, max(0, person.start - 40), person.start)
    return (adjunct.start(), person.start + len(rank)) if adjunct else None


def role_after(folded: str, at: int, limit: int) -> Span | None:
    """The span of the role printed after a name that ends at `at`, looked for up to `limit`, or `None`."""
    opening = _AFTER.match(folded, at, min(limit, at + 90))
    if not opening or _blank_line(folded, at, opening.end()):
        return None
    stop = min(limit, opening.end() + _REACH)
    if opening["mark"][0] == "," and (barrister := _OF_COUNSEL.match(folded, at, limit)):
        return barrister.span(1)
    if opening["mark"] == "(":
        close = _closing(folded, opening.end(), stop)
        return role_phrase(folded, opening.end(), close) if close > 0 else None
    if opening["mark"].isspace() and _line_ends(folded, at, opening.end()):
        return None
    found = role_phrase(folded, opening.end(), stop, determined=opening["article"] is not None)
    if found is None and not opening["article"]:
        return called_after(folded, at, stop)
    if found is None or not _is_held(folded, at, found, opening):
        return None
    if _one_of_many(opening["article"], folded[slice(*found)]) and opening["mark"][0] == ",":
        return opening.start("article"), found[1]
    return found


def _one_of_many(article: str | None, role: str) -> bool:
    """True if an article belongs to a role: "a parent", "the applicant"; a post has one holder: "the caretaker"."""
    if not article or not role[0].islower():
        return False
    return article.split()[0] in ("a", "an") or role.startswith("applicant")


def _closing(folded: str, start: int, stop: int) -> int:
    """Where the bracket closes that was opened before `start`, or -1: brackets inside it are passed."""
    depth = 1
    for mark in _BRACKET.finditer(folded, start, stop):
        depth += 1 if mark[0] == "(" else -1
        if not depth:
            return mark.start()
    return -1


def _is_held(folded: str, at: int, role: Span, opening: re.Match[str]) -> bool:
    """True if the person named up to `at` holds the role now: not one to be elected "as chairman"."""
    if opening["as"]:
        return rule("people", "elected").pattern.search(folded, max(0, at - 120), at) is None
    if opening["article"] == "the " and opening["mark"][0] == "," and _speaks(folded, role[1]):
        return False  # "In reply to Councillor Dent, the Leader said"
    if _DUTY.match(folded, role[1]) or folded[role[0] : role[1] + 1].lower() in _SECONDED:
        return False  # "..., sec. Cllr Dent": seconded
    return not opening["mark"].isspace() or _stands_bare(folded, role, opening["article"])


def _speaks(folded: str, end: int) -> bool:
    """True if a verb of what people do in meetings follows at once."""
    following = _NEXT_WORD.match(folded, end)
    return following is not None and following[1] in reporting_verbs()


def _stands_bare(folded: str, role: Span, article: str | None) -> bool:
    """True if a role without a comma is the name's: "Jane Orme Head of Finance", not "to Jane Orme the Head said"."""
    if not folded[role[0]].isupper() or folded[role[0] : role[1]].lower() == "member":
        return False
    if article is None:
        return is_head(folded[role[0] : role[1]].split(maxsplit=1)[0])
    return not _speaks(folded, role[1])


def _blank_line(folded: str, start: int, end: int) -> bool:
    return folded.count("\n", start, end) > 1


def _line_ends(folded: str, end: int, following: int) -> bool:
    """True if a line ends between two words that was not wrapped for its length."""
    broken = folded.find("\n", end, following)
    return broken >= 0 and folded.rfind("\n", max(0, broken - _WRAPPED), broken) >= 0


def _heading_ends(folded: str, word: Word, following: Word | None) -> bool:
    """True if a line in capitals ends with `word`, and `following` opens the next one in small letters."""
    if following is None or not word.text.isupper() or len(word.text) < 4 or following.text.isupper():
        return False
    return "\n" in folded[word.end : following.start]


def role_before(folded: str, at: int, floor: int) -> Span | None:
    """The span of the role printed before a name that begins at `at`, not before `floor`, or `None`."""
    low = max(floor, at - _REACH)
    stop = at
    while stop > low and folded[stop - 1].isspace():
        stop -= 1
    if _blank_line(folded, stop, at):
        return None
    mark = folded[stop - 1] if stop > low else ""
    if mark and mark in ",(:-":
        stop -= 1
    qualified = _qualifier(folded, low, stop)
    if qualified:
        found = role_before(folded, qualified, floor)
        return (found[0], stop) if found and found[1] == qualified else None
    if _ends_plain(folded, low, stop):
        return called_before(folded, low, stop, at) if mark == "," else None
    segment = list(PIECE.finditer(folded, low, stop))
    chosen: list[Word] = []
    for match in reversed(segment):
        word = Word(match[0].rstrip("."), match.start(), match.end())
        if (
            (match[0].endswith(".") and word.text not in ABBREVIATED)
            or not word.text
            or "\n" in word.text
            or word.text in ".,;:()|•"
            or _line_ends(folded, word.end, chosen[-1].start if chosen else stop)
            or _heading_ends(folded, word, chosen[-1] if chosen else None)
        ):
            break
        lower = word.text.lower()
        plain = not (word.capital or lower in LINK or is_head(lower))
        if plain and (lower in reporting_verbs() or lower == "that"):
            break
        if plain and (not chosen or (lower not in _FORMER and any(w.capital for w in chosen))):
            break
        if not chosen and lower in LINK:
            return None
        chosen.append(word)
    found = _backward(chosen[::-1])
    if found is None:
        return called_before(folded, low, stop, at) if mark == "," else None
    return _settled(folded, found, low, mark)


def _settled(folded: str, role: Span, low: int, mark: str) -> Span | None:
    """`role`, which `mark` parts from the name after it, as it is printed; `None` if it is a label or another's."""
    if folded[role[0] : role[1] + 1].lower() in _SECONDED:
        return None
    if mark != ",":
        return role
    if folded[role[0]].islower() and is_anybody(folded, low, role[1]):
        return None
    if rule("people", "permission").pattern.search(folded, max(0, role[0] - 40), role[0]):
        return None
    article = max(low, role[0] - len("The "))
    return (article, role[1]) if folded[article : role[1]].lower() == "the applicant" else role


def _ends_plain(folded: str, low: int, stop: int) -> bool:
    """True if the last word of `folded[low:stop]` is one in small letters that no role ends with: "that Mrs Orme"."""
    begin = folded.rfind(" ", low, stop) + 1
    last = folded[begin:stop]
    return begin > 0 and last.isascii() and last.isalpha() and last.islower() and not is_head(last)


def _qualifier(folded: str, low: int, stop: int) -> int:
    """Where the noun of a role ends that a bracket before `stop` goes on: "Assistant Director (Schools), "; or 0."""
    text = folded[low:stop].rstrip()
    begin = text.rfind("(") if text.endswith(")") else -1
    inside = text[begin + 1 : -1]
    if begin < 1 or len(inside) < 3 or "\n\n" in inside or any(c.isdigit() for c in inside) or not inside[0].isupper():
        return 0
    return low + len(text[:begin].rstrip())


def _backward(chosen: list[Word]) -> Span | None:
    heads = [i for i, w in enumerate(chosen) if is_head(w.text)]
    if not heads:
        return None
    first = 0
    for i in range(heads[0] - 1, -1, -1):
        deed = chosen[i].text == "of" and i > 0 and chosen[i - 1].text.lower() in _DEED
        if deed or chosen[i].text.lower() in _DETERMINER:
            first = i + 1
            break
    else:
        if not chosen[heads[-1]].capital:
            first = heads[-1]
    while first < len(chosen) and chosen[first].text.lower() in LINK:
        first += 1
    kept = _last_of_two(chosen[first:])
    if len(kept) == 1 and kept[0].text.lower() == "member":
        return None  # a title that some councils use: "seconded by Member Orme"
    if kept and kept[-1].text == "Councillors":
        return None  # "The Mayor and Councillors Orme, Dent": a list
    if not kept or len(kept) > 12 or not any(is_head(w.text) for w in kept):
        return None
    if not kept[0].text[0].isalpha() or not (kept[0].capital or is_head(kept[-1].text)):
        return None
    if any(given_names().get(w.text.lower()) is False for w in kept if w.capital):
        return None
    return kept[0].start, kept[-1].end


def _last_of_two(words: list[Word]) -> list[Word]:
    """`words` after the first of two offices: "by the Chair and the Clerk, Mrs Orme" names the Clerk."""
    for i in range(len(words) - 2, 0, -1):
        if (words[i].text, words[i + 1].text) == ("and", "the") and is_head(words[i - 1].text):
            return words[i + 2 :]
    return words
