"""Where attendance lists begin: labels such as "Present:", and the stretches of text that they govern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from minuteparse.lines import is_capitals
from minuteparse.names import patterns
from minuteparse.rules import Rule, rules, words
from minuteparse.text import Source


@dataclass(frozen=True, slots=True)
class Label:
    """A label at `start:end` with what it is made of; `value` is a status, or what its rule stands for."""

    start: int
    end: int
    stop: int
    value: str
    text: str
    by: str
    hole: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Text that lists people of one status, or of none yet (`status` is `None`): `start:end` without the label.

    `hole` is the second line of a label that a column of names interrupts. `role` is what the label makes of each
    person ("Co-opted Members"); `label` is the label's text in lower case.
    """

    status: str | None
    start: int
    end: int
    label: str
    role: str | None = None
    chair: str | None = None
    remote: bool = False
    hole: tuple[int, int] | None = None
    by: str = "attendance.label"


# Labels that are strong enough to need no colon at a line's start.
_STRONG = frozenset(
    {
        "label_present",
        "label_also",
        "label_other_members",
        "label_attendance",
        "label_apologies",
        "label_absent",
        "label_remote",
    }
)
_BEFORE = re.compile(
    r"[ \t|•*>#_\"'\[\-]*(?:(?:\(?(?:[\dlIivxO]{1,5}|[A-Za-z])[a-z]?[.)]+|\d{1,3}(?:[/.]\d{1,4})*)[ \t]+)?[|•*_ \t]*$"
)
_COLON = re.compile(r"[ \t*_\"']*(?:\([^()\n]{0,60}\)[ \t]*)?(?::|;(?=-))[ \t]*[-*_]*")
_RULE_OFF = re.compile(r"[ \t*_]*(?:-{1,2}(?=\s|[A-Z])|\|+|•|=)")
_LINE_END = re.compile(r"[ \t*_.\]]*(?:\r?\n|\r|\f|\Z)")
_VOTES = re.compile(r"(?:yeas?|nays?|ayes?|noes|for|against|moved by|seconded by|abstain)")
_BODIES = frozenset(
    [
        "council",
        "committee",
        "board",
        "commissioners",
        "public",
        "the public",
        "press",
        "police",
        "the press",
        "speakers",
        "executive",
        "representatives",
        "secretary",
    ]
)
_AHEAD_TITLED = re.compile(r"[ \t]*(?:[|•-]|\n)?\s{0,40}")
_BULLET = re.compile(r"\s*•")
_DASHED = re.compile(r"\s*-{1,2}\s*")
_WIDE = re.compile(r"\t|[ ]{2,}")
_SENTENCE_END = re.compile(r"(?:[.;:|•\])]|\n|\f|\A)\s*$")


@cache
def _labels() -> tuple[Rule, ...]:
    return tuple(r for r in rules("attendance") if ".label_" in r.id)


@cache
def _starts() -> re.Pattern[str]:
    """Every place where a label may begin: overlapping ones too, so that "Also present" does not hide "Present"."""
    letters: dict[str, list[str]] = {}
    for word in words("label_start"):
        letters.setdefault(word[0], []).append(re.escape(word[1:]))
    return re.compile(
        "|".join(f"(?:{re.escape(k)}|{re.escape(k.upper())})(?i:{'|'.join(v)})" for k, v in letters.items())
    )


def find_labels(source: Source, start: int, end: int) -> list[Label]:
    """The labels in `text[start:end]`, in order, none inside another."""
    found: list[Label] = []
    for first in _starts().finditer(source.folded, start, end):
        at = first.start()
        for rule in _labels():
            if match := rule.pattern.match(source.folded, at, end):
                label = _judge(source.folded, rule, at, match.end(), start, end)
                if label:
                    found.append(label)
    found += _torn(source, start, end)
    found.sort(key=lambda label: (label.start, label.hole is None, -label.end))
    kept: list[Label] = []
    for label in found:
        hole = kept[-1].hole if kept else None
        if hole and hole[0] <= label.start < hole[1]:
            continue
        if not kept or label.start >= kept[-1].end:
            kept.append(label)
        elif label.start == kept[-1].start or label.end <= kept[-1].end:
            continue
        else:
            kept[-1] = label if label.end - label.start > kept[-1].end - kept[-1].start else kept[-1]
    return kept


_TORN = re.compile(
    r"^[ \t]*(?P<a>[A-Z][A-Za-z]+(?: [A-Za-z]+){0,2})[ \t]{2,}(?=\S)[^\n]{0,200}\n"
    r"[ \t]*(?P<b>[A-Z][A-Za-z]+(?: [A-Za-z]+){0,2}:)(?=[ \t]*\n|[ \t]{2,})",
    re.M,
)


def _torn(source: Source, start: int, end: int) -> Iterator[Label]:
    """Labels that a narrow column breaks in two, the names beside them: "OFFICER   A Orme" over "SUPPORT:"."""
    for match in _TORN.finditer(source.folded, start, end):
        text = f"{match['a']} {match['b'].rstrip(':')}"
        for rule in _labels():
            if rule.pattern.fullmatch(text):
                yield Label(
                    match.start("a"), match.end("a"), match.end("a"), rule.value, text, rule.id, match.span("b")
                )
                break


def _judge(folded: str, rule: Rule, start: int, end: int, low: int, high: int) -> Label | None:
    """The label at `start:end`, or `None` where the same words are plain text."""
    text = folded[start:end]
    name = rule.id.split(".")[-1]
    caps = is_capitals(text) and end - start >= 5
    before = folded[max(low, start - 90) : start]
    line = before[before.rfind("\n") + 1 :]
    glued = before[-1:].isalnum()
    if glued and not (caps and name in _STRONG):
        return None
    after = folded[end : end + 1]
    if after.isalpha() and not (caps and after.isupper() and folded[end + 1 : end + 2].islower()):
        return None
    if after == "'" or (after == "-" and folded[end + 1 : end + 2].islower()):
        return None
    at_line = bool(_BEFORE.match(line)) and ("\n" in before or start - len(line) <= low)
    stop = _ending(folded, end, high)
    if at_line and name == "label_chair" and not _COLON.match(folded, end, high):
        good = _titled_after(folded, end, high)
    elif at_line:
        good = stop is not None or _opens_list(folded, name, end, high)
    elif not text[:1].isupper():
        return None
    elif name == "label_stop" and caps and " " in text:
        good = True
    else:
        good = _inline(folded, name, before, (end, high), stop is not None, caps)
    if not good:
        return None
    return Label(start, end, stop if stop is not None else end, rule.value, " ".join(text.split()), rule.id)


def _titled_after(folded: str, end: int, high: int) -> bool:
    ahead = _AHEAD_TITLED.match(folded, end, high)
    return bool(ahead and patterns().titled.match(folded, ahead.end(), high))


def _ending(folded: str, end: int, high: int) -> int | None:
    """Where a value begins after a colon, dash, pipe or line end that closes a label at `end`; else `None`."""
    for pattern in (_COLON, _RULE_OFF, _LINE_END):
        if match := pattern.match(folded, end, high):
            return match.end()
    return end if end >= high else None


def _opens_list(folded: str, name: str, end: int, high: int) -> bool:
    """True if a label at a line's start is followed by names without a colon."""
    if _WIDE.match(folded, end, high):
        return True
    gap = end + (folded[end : end + 1] == " ")
    if name in _STRONG or name == "label_group":
        if patterns().titled.match(folded, gap, high):
            return True
        if name == "label_group":
            return False
    ahead = folded[gap : gap + 60]
    if name in _STRONG:
        return bool(re.match(r"[A-Z][\w'.-]*,? (?:[A-Z]|\()", ahead)) and not re.match(
            r"[A-Z]\w+ (?:for|of|from)\b", ahead
        )
    return name == "label_officers" and folded[end : end + 1] == " " and bool(re.match(r"(?:[A-Z][\w'-]+ ){2}", ahead))


def _inline(folded: str, name: str, before: str, after: tuple[int, int], closed: bool, caps: bool) -> bool:
    """True if words in mid line are a label: a colon or bullet after them, or capitals where the text has few."""
    end, high = after
    bullet, dash = _BULLET.match(folded, end, high), _DASHED.match(folded, end, high)
    colon = _COLON.match(folded, end, high)
    opened = bool(_SENTENCE_END.search(before))
    if name == "label_stop":
        return opened and bool(colon or bullet)
    if colon:
        return opened or name != "label_group" or before.endswith(("  ", "\t")) or "\n" not in before
    if bullet:
        return opened
    if name not in _STRONG:
        return False
    if caps and not is_capitals(folded[end : end + 40]):
        return True
    if opened and not closed and patterns().titled.match(folded, end + 1, high):
        return True
    return bool(dash and (opened or patterns().titled.match(folded, dash.end(), high)))


def is_label(title: str) -> bool:
    """True if a heading `title` is nothing but the label of a list of people, but for those who sent apologies."""
    plain = title.strip(" :.-").casefold()
    if plain in _BODIES:
        return False
    return any(
        rule.value not in ("stop", "apologies", "absent") and rule.pattern.fullmatch(plain) for rule in _labels()
    )


def sections(source: Source, start: int, end: int, default: str | None) -> list[Section]:
    """`text[start:end]` cut at its labels. What stands before the first has the status `default`."""
    labels = find_labels(source, start, end)
    first = labels[0].start if labels else end
    made = [Section(default, start, first, "")] if first > start else []
    made += _governed(labels, end, default)
    return made


def _governed(labels: list[Label], end: int, default: str | None) -> Iterator[Section]:
    status, chaired, grouped, voting = default, False, False, False
    for n, label in enumerate(labels):
        stop = labels[n + 1].start if n + 1 < len(labels) else end
        section = Section(
            label.value, label.stop, max(stop, label.stop), label.text.casefold(), hole=label.hole, by=label.by
        )
        role = label.text.rstrip(" :")
        if voting and label.value == "absent":
            continue
        match label.value:
            case "present" if grouped and status == "in_attendance":
                section = replace(section, status="in_attendance")
            case "group":
                grouped = grouped or status is None
                section = replace(section, status=status or "present")
            case "category":
                section = replace(section, status=status or "present", role=role)
            case "chair":
                section = replace(section, status="present", chair=role)
                chaired = True
            case "remote":
                section = replace(
                    section, status=status if status in ("present", "in_attendance") else "present", remote=True
                )
            case "other_members":
                section = replace(section, status="present" if chaired and status != "present" else "in_attendance")
            case "stop":
                section = replace(section, status=None)
                status, voting = None, voting or bool(_VOTES.match(section.label))
                yield section
                continue
        if label.value in ("present", "in_attendance", "apologies", "absent", "other_members"):
            status = section.status
        elif label.value == "chair":
            status = status if status in ("present",) else None
        yield section
