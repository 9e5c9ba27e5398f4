"""What the elements of a web page are to its text: lines, gaps, lists, and what is no part of the document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

APART = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre section article main header footer nav aside form fieldset"
    " legend hr figure details".split()
)
"""Elements with a blank line around them."""

BLOCKS = APART | frozenset(
    "div li dt dd tr td th address center caption thead tbody tfoot figcaption summary body html".split()
)
"""Elements that begin a line."""

LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "legend": 3}
"""Elements that head what follows, with their levels; CMIS heads its parts with legends."""

SKIPPED = frozenset(
    "script style template noscript head svg math iframe object embed audio video canvas map select option datalist"
    " textarea input button img picture meta link base title -comment !doctype".split()
)
"""Elements that print no text of the document."""

INLINE_BOLD = frozenset({"b", "strong"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert"})
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:bread-?crumbs?|cookies?|skip(?:-?links?|-?to|-?nav)?|nav(?:bar|igation|menu)?|menus?|site-?footer"
    r"|site-?header|page-?footer|footer|sidebar|share|sharing|social|pagination|pager|search-?box)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What holds the document, and what holds it if it holds so much of the page: teasers are articles too.
_MAIN = {"main": 0.0, "[role=main]": 0.0, "#modgov": 0.0, ".mgContent": 0.0} | dict.fromkeys(
    ("article", "#main-content", "#maincontent", "#content"), 0.25
)
_LETTERED = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_UNSIGNED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
# So much of a page's text is never its furniture, whatever its class is called.
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that is being read: the form of its numbers, None for bullets, "" for no sign; the next number."""

    form: str | None
    next: int


def find_main(page: LexborHTMLParser) -> LexborNode | None:
    """The one element that holds the document, if the page marks one: what stands outside of it is furniture."""
    body = page.body
    if body is None:
        return None
    whole = len(body.text(deep=True))
    for selector, share in _MAIN.items():
        found = page.css(selector)
        if len(found) == 1 and len(found[0].text(deep=True).strip()) > max(200, share * whole):
            return found[0]
    return None


def is_furniture(node: LexborNode, tag: str, length: int, inside_main: bool) -> bool:
    """True if the element is site furniture; `length` counts the characters of the whole page's text."""
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    marked = (
        tag in {"nav", "aside"}
        or (tag in {"header", "footer"} and not inside_main)
        or (attributes.get("role") or "") in _ROLES
        or (tag in {"div", "ul", "section", "p", "a", "footer", "header"} and bool(_NAMES.search(names)))
    )
    return marked and len(node.text(deep=True)) <= _MOST * length


def listed(node: LexborNode, tag: str) -> Listed:
    """The list that begins with `node`, a `ul` or `ol`."""
    attributes = node.attributes
    if _UNSIGNED.search(attributes.get("style") or ""):
        return Listed("", 1)
    if tag == "ul":
        return Listed(None, 1)
    start = attributes.get("start") or "1"
    first = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
    return Listed(_LETTERED.get(attributes.get("type") or "", "decimal"), first)
