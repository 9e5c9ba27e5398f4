"""What the styles of an OpenDocument file say: which text is bold, which heads, how its lists are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from minuteparse.inputs.numbering import BULLET, LONGEST_LABEL, spell

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, STYLE, TABLE, OFFICE = (_NS % name for name in ("text", "style", "table", "office"))
"""The namespaces of the elements, as ElementTree writes them."""

OUTLINE = "\0outline"
"""What the style that numbers the headings is called among the lists; no list of a file has such a name."""

FO = _NS % "xsl-fo-compatible"
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DEEPEST = 10
_LENGTH = re.compile(r"([\d.]{1,9})(cm|mm|in|pt)")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0}
_APART = 4.0  # points below a paragraph that are seen as a gap


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list: `form` is "" for no number and None for a bullet; `shown` counts the levels it prints."""

    form: str | None = None
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1


@dataclass
class OdtStyles:
    """The styles of one file, and the running numbers of its lists."""

    bold: set[str] = field(default_factory=set)
    apart: set[str] = field(default_factory=set)
    parents: dict[str, str] = field(default_factory=dict)
    lists: dict[str, dict[int, ListLevel]] = field(default_factory=dict)
    list_of: dict[str, str] = field(default_factory=dict)

    def has(self, names: set[str], style: str | None) -> bool:
        """True if `style`, or one that it builds on, is among `names`."""
        for _ in range(_DEEPEST):
            if style is None or style in names:
                break
            style = self.parents.get(style)
        return style is not None and style in names

    def label(self, name: str | None, counts: list[int]) -> str:
        """The number or bullet of an entry of the list style `name`; `counts` are the numbers of each level so far."""
        levels = self.lists.get(name or "", {})
        level = levels.get(len(counts), ListLevel())
        if level.form is None:
            return BULLET
        if not level.form:
            return ""
        shown = range(max(len(counts) - level.shown, 0), len(counts))
        numbers = [spell(counts[i], levels.get(i + 1, level).form or "decimal") for i in shown]
        return f"{level.before}{'.'.join(numbers)}{level.after}"

    def start(self, name: str | None, depth: int) -> int:
        """The first number of the level `depth`, from 1, of a list style."""
        return self.lists.get(name or "", {}).get(depth, ListLevel()).start


def read_odt_styles(roots: Iterable[ET.Element]) -> OdtStyles:
    """The styles under `roots`, those of the file and those of the document."""
    found = OdtStyles()
    for root in roots:
        for node in root.iter(f"{STYLE}style"):
            _read_style(node, found)
        for node in root.iter(f"{TEXT}list-style"):
            found.lists[node.get(f"{STYLE}name", "")] = dict(_level(level) for level in node)
        for node in root.iter(f"{TEXT}outline-style"):
            found.lists[OUTLINE] = dict(_level(level) for level in node)
    return found


def _read_style(node: ET.Element, found: OdtStyles) -> None:
    name = node.get(f"{STYLE}name", "")
    if parent := node.get(f"{STYLE}parent-style-name"):
        found.parents[name] = parent
    if listed := node.get(f"{STYLE}list-style-name"):
        found.list_of[name] = listed
    text = node.find(f"{STYLE}text-properties")
    if text is not None and text.get(f"{FO}font-weight") in {"bold", "600", "700", "800", "900"}:
        found.bold.add(name)
    paragraph = node.find(f"{STYLE}paragraph-properties")
    length = _LENGTH.fullmatch(paragraph.get(f"{FO}margin-bottom", "") if paragraph is not None else "")
    if length and length[1].count(".") < 2 and float(length[1].strip(".") or 0) * _POINTS[length[2]] >= _APART:
        found.apart.add(name)


def _level(node: ET.Element) -> tuple[int, ListLevel]:
    depth = whole(node.get(f"{TEXT}level"), 1)
    if node.tag not in {f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"}:
        return depth, ListLevel()
    return depth, ListLevel(
        form=_FORMS.get(node.get(f"{STYLE}num-format", ""), ""),
        before=node.get(f"{STYLE}num-prefix", "")[:LONGEST_LABEL],
        after=node.get(f"{STYLE}num-suffix", "")[:LONGEST_LABEL],
        start=whole(node.get(f"{TEXT}start-value"), 1),
        shown=whole(node.get(f"{TEXT}display-levels"), 1),
    )


def whole(text: str | None, default: int) -> int:
    """The whole number in an attribute, or `default`."""
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else default
