"""What the styles and lists of a Word file say of a paragraph: heading, spacing, bold, number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from xml.etree import ElementTree as ET

from minuteparse.inputs.archive import Archive, parse_xml
from minuteparse.inputs.numbering import LONGEST_LABEL, Counter, Level

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's own elements, as ElementTree writes it."""

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_HEADING = re.compile(r"heading (\d)|(title)", re.IGNORECASE)
_BASED = 12  # styles build on one another no deeper; a ring of them ends here
_APART = 80  # twentieths of a point between paragraphs that are seen as a gap


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, with what it inherits. None: it does not say."""

    level: int | None = None
    bold: bool | None = None
    space: int | None = None
    list_id: str | None = None
    depth: int | None = None


@dataclass
class Styles:
    """The styles and lists of one file; counts the numbers of its lists."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: Style = field(default_factory=Style)
    lists: dict[str, Counter] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)

    def of(self, properties: ET.Element | None) -> Style:
        """The style of a paragraph whose `w:pPr` is `properties`, with what is set on the paragraph itself."""
        if properties is None:
            return self.default
        named = properties.find(f"{W}pStyle")
        style = self.styles.get(value(named) or "", self.default)
        return _over(style, _own(properties))

    def label(self, style: Style) -> str:
        """The number or bullet that Word prints before the next paragraph of `style`; empty if none."""
        counter = self.lists.get(style.list_id or "")
        if counter is None:
            return ""
        return counter.next(style.depth or 0, self.starts.setdefault(style.list_id or "", {}))


def value(element: ET.Element | None, name: str = "val") -> str | None:
    """The attribute `w:name` of an element, or None."""
    return None if element is None else element.get(W + name)


def number(text: str | None) -> int | None:
    """The integer in an attribute, or None if there is none."""
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else None


def switched_on(element: ET.Element | None) -> bool | None:
    """What an on-off element such as `w:b` says; None if it is not there."""
    return None if element is None else value(element) not in {"0", "false", "off", "none"}


def word_xml(archive: Archive, part: str) -> ET.Element | None:
    """The root of a part, or None if there is none; one in the strict form of the standard has the usual namespace."""
    data = archive.read(part)
    usual = W[1:-1].encode()
    return None if data is None else parse_xml(data.replace(_STRICT, usual), f"{archive.name}: {part}")


def apart(style: Style) -> bool:
    """True if the space after a paragraph of this style is seen as a gap."""
    return (style.space or 0) >= _APART


def read_styles(archive: Archive) -> Styles:
    """The styles and lists of the file."""
    found = Styles()
    root = word_xml(archive, "word/styles.xml")
    if root is not None:
        nodes = {node.get(W + "styleId", ""): node for node in root.iter(f"{W}style")}
        base = _own(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))
        found.styles = {name: _over(base, _inherited(name, nodes)) for name in nodes}
        usual = next(
            (n for n, e in nodes.items() if e.get(W + "default") == "1" and e.get(W + "type") == "paragraph"), ""
        )
        found.default = found.styles.get(usual, base)
    _read_lists(word_xml(archive, "word/numbering.xml"), found)
    return found


def _inherited(name: str, nodes: dict[str, ET.Element]) -> Style:
    chain: list[ET.Element] = []
    while name in nodes and len(chain) < _BASED:
        chain.append(nodes[name])
        name = value(nodes[name].find(f"{W}basedOn")) or ""
    style = Style()
    for node in reversed(chain):
        own = _own(node.find(f"{W}pPr"))
        bold = switched_on(node.find(f"{W}rPr/{W}b"))
        match = _HEADING.fullmatch((value(node.find(f"{W}name")) or "").strip())
        level = (int(match[1]) if match[1] else 0) if match else own.level
        style = _over(style, Style(level, bold, own.space, own.list_id, own.depth))
    return style


def _own(properties: ET.Element | None) -> Style:
    if properties is None:
        return Style()
    outline = number(value(properties.find(f"{W}outlineLvl")))
    listed = properties.find(f"{W}numPr")
    return Style(
        level=outline + 1 if outline is not None and 0 <= outline < 9 else None,
        space=number(value(properties.find(f"{W}spacing"), "after")),
        list_id=value(listed.find(f"{W}numId")) if listed is not None else None,
        depth=number(value(listed.find(f"{W}ilvl"))) if listed is not None else None,
    )


def _over(below: Style, above: Style) -> Style:
    """`above`, and where it does not say `below`."""
    said = {f.name: getattr(above, f.name) for f in fields(above) if getattr(above, f.name) is not None}
    return replace(below, **said)


def _read_lists(root: ET.Element | None, found: Styles) -> None:
    if root is None:
        return
    counters: dict[str, Counter] = {}
    for node in root.iter(f"{W}abstractNum"):
        levels = dict(_level(lvl) for lvl in node.iter(f"{W}lvl"))
        counters[node.get(W + "abstractNumId", "")] = Counter(levels)
    for node in root.iter(f"{W}num"):
        name = node.get(W + "numId", "")
        counter = counters.get(value(node.find(f"{W}abstractNumId")) or "")
        if counter is None:
            continue
        starts: dict[int, int] = {}
        levels = dict(counter.levels)
        for change in node.iter(f"{W}lvlOverride"):
            depth = number(change.get(W + "ilvl")) or 0
            start = number(value(change.find(f"{W}startOverride")))
            if start is not None:
                starts[depth] = start
            levels |= dict(_level(lvl) for lvl in change.iter(f"{W}lvl"))
        own = bool(starts) or levels != counter.levels
        found.lists[name] = Counter(levels) if own else counter
        found.starts[name] = starts


def _level(node: ET.Element) -> tuple[int, Level]:
    start = number(value(node.find(f"{W}start")))
    level = Level(
        start=1 if start is None else start,
        form=value(node.find(f"{W}numFmt")) or "decimal",
        text=(value(node.find(f"{W}lvlText")) or "")[:LONGEST_LABEL],
        figures=switched_on(node.find(f"{W}isLgl")) or False,
    )
    return number(node.get(W + "ilvl")) or 0, level
