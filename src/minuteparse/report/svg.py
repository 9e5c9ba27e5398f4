"""A drawing of matplotlib made fit for a page: small, in the page's own colours, and told to who cannot see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from markupsafe import Markup

INK, FAINT, LINE, PAPER = "#010101", "#010102", "#010103", "#010104"
SERIES = tuple(f"#0102{i:02}" for i in range(1, 7))
"""Colours that stand for those of the page, which differ by day and night."""

_NAMES = {INK: "ink", FAINT: "faint", LINE: "line", PAPER: "paper"} | {c: f"s{i}" for i, c in enumerate(SERIES, 1)}
_SPACE = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_LONG = re.compile(r"(-?\d+\.\d{2})\d+")
_REFERENCE = re.compile(r"#([\w-]+)")


def as_element(svg: str, name: str, title: str, says: str) -> Markup:
    """The file `svg` as an element that can stand in a page: ids begin with `name`, `says` is its description.

    Styles become attributes, since the page allows no style but its own.
    """
    from markupsafe import Markup

    root = ET.fromstring(svg)
    used = set()
    for element in root.iter():
        for attribute in ("clip-path", _LINK):
            used |= set(_REFERENCE.findall(element.get(attribute, "")))
        used |= set(_REFERENCE.findall(element.get("style", "").replace("fill: #", "").replace("stroke: #", "")))
    for element in root.iter():
        _dress(element, name, used)
    _empty(root)
    for attribute in ("width", "height", "version"):
        root.attrib.pop(attribute, None)
    root.attrib |= {"role": "img", "aria-labelledby": f"{name}-t {name}-d", "class": "figure"}
    for i, (kind, text) in enumerate((("title", title), ("desc", says))):
        told = ET.Element(f"{{{_SPACE}}}{kind}", {"id": f"{name}-{kind[0]}"})
        told.text = text
        root.insert(i, told)
    ET.register_namespace("", _SPACE)
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    return Markup(ET.tostring(root, encoding="unicode"))


def _empty(element: ET.Element) -> None:
    """Take out what the page does not need: blanks between elements, style sheets, data about the file, idle groups."""
    kept: list[ET.Element] = []
    for child in element:
        _empty(child)
        kind = child.tag.rpartition("}")[2]
        if kind == "g" and not child.attrib:
            kept += child
        elif kind not in {"metadata", "style"} and (kind != "defs" or len(child)):
            kept.append(child)
    element[:] = kept
    for one in (element, *kept):
        if one.tag.rpartition("}")[2] != "text":
            one.text = (one.text or "").strip() or None
        one.tail = None


def _dress(element: ET.Element, name: str, used: set[str]) -> None:
    """Turn the style of `element` into attributes and classes, shorten its numbers, and name it within the page."""
    own = element.attrib.pop("id", None)
    if own in used:
        element.set("id", f"{name}-{own}")
    for part in element.attrib.pop("style", "").split(";"):
        key, _, value = (word.strip() for word in part.partition(":"))
        if key and key not in {"font", "font-family"}:
            element.set(key, value)
    classes = []
    for key in ("fill", "stroke"):
        if (colour := _NAMES.get(element.get(key, ""))) is not None:
            del element.attrib[key]
            classes.append(f"{key}-{colour}")
    if classes:
        element.set("class", " ".join(classes))
    for key, value in element.attrib.items():
        if key in {"d", "transform", "x", "y", "width", "height", "points"}:
            element.set(key, " ".join(_LONG.sub(r"\1", value).split()))
        elif "#" in value:
            element.set(
                key, _REFERENCE.sub(lambda found: f"#{name}-{found[1]}" if found[1] in used else found[0], value)
            )
