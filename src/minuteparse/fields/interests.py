"""What an interest is: its kind, the item it is in and the reason given, read from the words that declare it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minuteparse.record import Interest, Person
from minuteparse.rules import rule
from minuteparse.text import Source

_KINDS: tuple[Interest, ...] = ("prejudicial", "other", "pecuniary", "personal")
_SAME_KIND = re.compile(r"\b(?:similar|same|like)\s+(?:interest|declaration)", re.I)
_SAME_ITEM = re.compile(r"\b(?:the|this)\s+same\s+(?:item|report|application|matter)\b", re.I)
_CONSEQUENCE = re.compile(
    r"[,;]?\s+(?:and|but|so)\s+(?:(?:s?he|they)\s+)?(?:would|left|went|withdrew|will|said|stated|took|gave|stayed|remained|did|was|were|retired|spoke|has|had|vacated|asked)\b"
    r"|\.\s|[.;]?\s*$|;|,\s*(?:but|which)\s|\s\((?:minute|item)",
    re.I,
)
_KIND_SAID = re.compile(r"\binterests?(?:\s+(?:was|were|being|is)\s+|:\s*)[^.]{3,40}", re.I)
_THIS_WAS = re.compile(r"\b(?:this|it)\s+(?:was|is|being)\s+an?\s+([^.]{3,40}?)\s+interest", re.I)
_BRACKET = re.compile(r"\(([^()]{4,200})\)")
_THAT = re.compile(r"\bthat\s+(?=(?:he|she|they|his|her|their)\b)")
_AFTER_DASH = re.compile(r"\s-\s+([^-]{4,200})$")
_BREAKS = re.compile(r"[\r\n]")
_LIMIT = 400
_LEAD = 120
# The item in brackets right after a name, and the item that leads a sentence or line, up to the name of who declares.
_OWN = re.compile(r"\s*\(((?:agenda\s+)?(?:item|minute)[^()\n]{1,60})\)", re.I)
_LED_BY = re.compile(
    r"(?:(?<=[.:;])\s+|(?m:^)\s*)(?:(?:in|with)\s+(?:respect|relation|regards?|reference)\s+(?:of|to)\s+|re:?\s+)?"
    r"((?:agenda\s+)?item\b[^\n.;]{1,80}?)\s*[,:-]?\s*(?:Councillors?|Cllrs?\.?)?\s*\Z",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Terms:
    """The particulars of one declaration; `None` for what is not said."""

    interest: Interest | None
    item: str | None
    nature: str | None


def kind_of(text: str) -> Interest | None:
    """The kind of interest that `text` names, or `None`. "Personal and prejudicial" is prejudicial."""
    plain = rule("declarations", "not_pecuniary").pattern.sub(" ", text)
    for name in _KINDS:
        if rule("declarations", name).pattern.search(plain):
            return name
    return None if plain == text else "other"


def terms_of(source: Source, start: int, end: int, before: Terms | None = None, *, cells: bool = False) -> Terms:
    """The particulars said in `text[start:end]`; `before` is the last declaration, for "a similar interest".

    With `cells` all of the text is read, the cells of a table row; else its first sentence.
    """
    text = source.folded[start : min(end, start + 3 * _LIMIT)]
    if cells:
        text = _BREAKS.sub(" ", text)
    sentence = text if cells else text[: _sentence_end(text)]
    interest = kind_of(_until_reason(sentence))
    if interest is None:
        interest = next((kind for said in _KIND_SAID.finditer(text) if (kind := kind_of(said[0]))), None)
    if interest is None and (said := _THIS_WAS.search(text)):
        interest = kind_of(said[1])
    if interest is None and before and _SAME_KIND.search(sentence):
        interest = before.interest
    found = rule("declarations", "item").pattern.search(text)
    item = found["number"].rstrip(".,-") if found else None
    if item is None and before and _SAME_ITEM.search(sentence):
        item = before.item
    return Terms(interest, item, _nature(source, start, sentence))


def each_terms(source: Source, start: int, people: Sequence[Person], terms: Terms) -> list[tuple[Person, Terms]]:
    """Each of `people` with `terms`, and the item that is printed in brackets after the name or leads the sentence.

    "Councillor Hay (item 9) and Mr Orme (item 10) declared"; "In respect of item 6, Councillor Hay declared".
    """
    lead = None
    if terms.item is None and people:
        first = people[0].start
        lead = _LED_BY.search(source.folded, max(start, first - _LEAD), first)
    return [(p, replace(terms, item=_own_item(source, p) or terms.item or (lead and _number(lead[1])))) for p in people]


def _own_item(source: Source, person: Person) -> str | None:
    own = _OWN.match(source.folded, person.end, person.end + _LEAD)
    return _number(own[1]) if own else None


def _number(text: str) -> str | None:
    found = rule("declarations", "item").pattern.search(text)
    return found["number"].rstrip(".,-") if found else None


def _sentence_end(text: str) -> int:
    for stop in re.finditer(r"(?<=[\w)\"'])\.\s+(?=[A-Z])|\n[ \t\r]*\n", text):
        if not re.search(r"\b(?:No|Nos|Cllrs?|Mr|Mrs|Ms|Dr|St|[A-Z])$", text[max(stop.start() - 6, 0) : stop.start()]):
            return stop.start()
    return len(text)


def _until_reason(sentence: str) -> str:
    """The words before the reason: the nature of an interest may speak of personal or financial things too."""
    reason = rule("declarations", "reason").pattern.search(sentence)
    if reason is None or not rule("declarations", "interest_word").pattern.search(sentence, 0, reason.start()):
        return sentence
    return sentence[: reason.start()]


def _nature(source: Source, start: int, sentence: str) -> str | None:
    for pattern, group in (
        (rule("declarations", "reason").pattern, None),
        (_BRACKET, 1),
        (_AFTER_DASH, 1),
        (_THAT, None),
    ):
        match = pattern.search(sentence)
        if match is None:
            continue
        low, high = (match.end(), len(sentence)) if group is None else match.span(1)
        cut = _CONSEQUENCE.search(sentence, low, high)
        high = cut.start() if cut else high
        nature = source.quote(start + low, start + high).strip(" ,;:.")
        if nature and not rule("declarations", "item").pattern.match(nature):
            return nature
    return None
