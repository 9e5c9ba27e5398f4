"""Is a confidence kept? What was said against what was right, by confidence and by field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

Said = tuple[str, float, bool]
"""A field, the confidence of a value of it, and whether the value is right."""
STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
SURE, PROMISE = 0.9, 0.95


def by_confidence(crossed: list[Said], held: list[Said]) -> tuple[Sequence[str], list[list[str]]]:
    """A reliability table: head and rows; each step with its values, the mean of what they said and the share right."""
    rows = []
    for low, high in pairwise(STEPS):
        name = f"{low:.2f} to {high - 0.01:.2f}"
        rows.append([name, *_said([s for s in crossed if low <= s[1] < high]), *_said(
            [s for s in held if low <= s[1] < high]
        )])  # fmt: skip
    for name, low in (("**0.90 or more**", SURE), ("**all**", 0.0)):
        rows.append([name, *_said([s for s in crossed if s[1] >= low]), *_said([s for s in held if s[1] >= low])])
    head = ["Confidence", "Cross-validated: values", "Said", "Right", "Held: values", "Said", "Right"]
    return head, rows


def by_field(crossed: list[Said], held: list[Said]) -> tuple[Sequence[str], list[list[str]]]:
    """Of each field the values, those that say 0.9 or more, the shares that are right, and if the promise is kept."""
    rows = []
    for field in dict.fromkeys(name for name, _, _ in crossed):
        cells = []
        for said in (crossed, held):
            own = [s for s in said if s[0] == field]
            sure = [s for s in own if s[1] >= SURE]
            cells += [str(len(own)), _share(s[2] for s in own), str(len(sure)), _share(s[2] for s in sure)]
        rows.append([field, *cells, _verdict([[s for s in x if s[0] == field] for x in (crossed, held)])])
    columns = ["values", "Right", "0.9 or more", "Of these right"]
    head = ["Field", f"Cross-validated: {columns[0]}", *columns[1:], f"Held: {columns[0]}", *columns[1:], "95 % kept"]
    return head, rows


def by_set(crossed: list[tuple[str, Said]]) -> tuple[Sequence[str], list[list[str]]]:
    """What the values of each set of documents said, all and those with 0.9 or more. The set comes before the value."""
    rows = []
    for name in sorted({name for name, _ in crossed}):
        own = [said for other, said in crossed if other == name]
        sure = [said for said in own if said[1] >= SURE]
        rows.append([name, *_said(own), str(len(sure)), _share(said[2] for said in sure)])
    return ["Set", "Values", "Said", "Right", "0.9 or more", "Of these right"], rows


def _said(said: list[Said]) -> list[str]:
    mean = f"{sum(s[1] for s in said) / len(said):.3f}" if said else ""
    return [str(len(said)), mean, _share(s[2] for s in said)]


def _share(right: Iterable[bool]) -> str:
    found = list(right)
    return f"{sum(found) / len(found):.3f}" if found else ""


def _verdict(measured: list[list[Said]]) -> str:
    """`yes` if the promise is kept in both, `no` if not, naming where; `never sure` if no value says 0.9 or more."""
    failed, sure = [], False
    for name, said in zip(("cross-validated", "held"), measured, strict=True):
        right = [s[2] for s in said if s[1] >= SURE]
        sure = sure or bool(right)
        if right and sum(right) / len(right) < PROMISE:
            failed.append(name)
    return f"no ({', '.join(failed)})" if failed else "yes" if sure else "never sure"
