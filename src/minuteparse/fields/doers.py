"""Who acts where the sentence itself does not say it in full: first names, pronouns, a role in brackets."""

from __future__ import annotations

import re

from minuteparse.fields.charges import BODY
from minuteparse.fields.clauses import Passage
from minuteparse.fields.owners import may_be_thing, owner_before, owner_patterns, split_owners, subject
from minuteparse.lexicon import given_names
from minuteparse.rules import words

_FIRST_NAMES = re.compile(
    r"(?:^|[.;:,()]\s+|\s-\s+|\n\s*|\b(?:and|but|so|that|which)\s+)"
    r"((?P<first>[A-Z][a-z]{1,14})(?:(?:,\s+|,?\s+and\s+|\s?[&/+]\s?)[A-Z][a-z]{1,14}){0,4})$"
)
_OFFICE = re.compile(
    r"(?:^|[.;:]\s+|\n\s*|\b(?:and|but|so|which)\s+)((?:The|the)\s+[A-Z][a-z]{3,}(?:\s+[A-Z][a-z]+)?)$"
)
_BETWEEN = re.compile(r",?\s+and\s+|,\s+|\s?[&/+]\s?")
_ROLE = re.compile(r"\s*\((?=[A-Z])[^()\n]{2,60}\)$")
_APPOSITION = re.compile(r",\s+who\s[^,;.]{3,60},$")
# Given names that as things may do something by themselves: "The grant to help the poor".
_THINGS = frozenset(["Grant", "Bill", "Page", "Lane", "Hall", "Park", "Glen", "Chase", "Church"])
_TITLED = re.compile(r"^((?:C(?:ll|oun)?r|Councillor|M(?:r|rs|s|iss|x)|Dr|Prof\w*)\b[^,]*),\s.*$", re.S)
_SPEAKER = re.compile(r"\bI\s(?:will|would|shall|am|undertook|agreed)\b|\bI,")
_REPLY = re.compile(r"(?i)\b(?:reply|replied|answer|answered|response|responded)(?:\s+(?:by|from|of))?:?\s+")
_SPEECH = 2000  # characters that a speech in the first person has at most
_REACH = 80
_SENTENCES_BACK = 3
_FIRM = re.compile(r"(?i)\bcontractors?$")  # "she" is another, if anybody else is named
_BREAK = 2  # line ends between the paragraph of a person and that of "he"
_REPLIED = re.compile(r"(?:Reply|Response|Answer|Supplementary)\s*:\s*")


def doer_before(text: str, at: int, verb: str = "", *, personal: bool = False) -> tuple[list[str], int] | None:
    """As `owner_before`, for first names too, and for names that a role in brackets or "who ..." parts from `verb`.

    First names that are ordinary words as well need a verb of what people undertake. With `personal`, where the verb
    is one of persons alone, any capitalised word after "the" is an office: "The Moderator" + "undertook to".

    >>> doer_before("The seat is broken. Robert and Anne will mend it", 35)
    (['Robert', 'Anne'], 20)
    """
    found = owner_before(text, at)
    if found:
        return found
    head = text[max(0, at - _REACH) : at]
    office = _OFFICE.search(head) if personal else None
    if office and not BODY.match(office[1]):
        return [" ".join(office[1].split())], at - len(head) + office.start(1)
    aside = _ROLE.search(head) if head.endswith(")") else None
    if aside:
        return owner_before(text, at - len(head) + aside.start())
    match = _FIRST_NAMES.search(head)
    if match is None:
        return None
    names = _BETWEEN.split(match[1])
    if not all(_is_given(name, verb.lower()) for name in names):
        return None
    return names, at - len(head) + match.start(1)


def before_aside(text: str, at: int) -> int:
    """Where ", who ...," that ends at `at` begins; `at` if none does."""
    aside = _APPOSITION.search(text, max(0, at - _REACH), at)
    return aside.start() if aside else at


def _is_given(name: str, verb: str) -> bool:
    """True if `name` is a given name; one that is a word or a place too must go with a verb of what people do."""
    known = given_names().get(name.lower())
    if known is None or name in words("month") or name in words("weekday"):
        return False
    return not known or (verb in words("deed") and name not in _THINGS)


def antecedent(words_: Passage, i: int, *, within: bool = False) -> list[str]:
    """The person whom "he" or "she" in sentence `i` stands for: the subject of a sentence before in the paragraph.

    With `within` the pronoun stands in a later clause, so that the sentence itself may begin with the person.
    """
    text = words_.text
    if _SPEAKER.search(text, *words_.spans[i]) and (speaker := _speaking(text, words_.spans[i][0])):
        return speaker
    if within and (person := _person_first(text[slice(*words_.spans[i])])):
        return person
    firm: list[str] = []
    for j in range(i - 1, max(-1, i - 1 - _SENTENCES_BACK), -1):
        gap = text[words_.spans[j][1] : words_.spans[j + 1][0]]
        if not _goes_on(gap) or (firm and gap.count("\n") > 1):
            break
        person = _person_first(text[slice(*words_.spans[j])])
        if person and not _FIRM.search(person[0]):
            return person
        firm = firm or person
    return firm or subject(text[slice(*words_.spans[i - 1])])[:1] if i else []


def _speaking(text: str, at: int) -> list[str]:
    """Who says what stands at `at` in the first person, by the last label above it: "Reply by the Leader:"."""
    labels = list(_REPLY.finditer(text, max(0, at - _SPEECH), at))
    owner = owner_patterns().several.match(text, labels[-1].end()) if labels else None
    return split_owners(owner[0])[:1] if owner else []


def _goes_on(gap: str) -> bool:
    return gap.isspace() and gap.count("\n") <= _BREAK


def _person_first(sentence: str) -> list[str]:
    """The person or office that `sentence` begins with, as its subject."""
    label = _REPLIED.match(sentence)
    match = owner_patterns().several.match(sentence, label.end() if label else 0)
    if match is None or BODY.match(match[0]) or (may_be_thing(match[0]) and " " not in match[0]):
        return []
    owner = split_owners(match[0])[:1]
    # A post after a name with a title tells who it is, and is not repeated.
    return [_TITLED.sub(r"\1", name) for name in owner]
