"""Pages that need nothing else: a template, its style and script in one file, a policy that keeps all else out."""

from __future__ import annotations

import base64
import hashlib
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


@cache
def asset(package: str, name: str) -> str:
    """The text of the file `name` in the folder `templates` of `package`."""
    return (files(package) / "templates" / name).read_text(encoding="utf-8")


@cache
def policy(package: str, page: str, *scripts: str) -> str:
    """The content security policy of `page`: its own style and script, by hash, and forms to the same server alone.

    `scripts` are the names of further scripts that stand in it, without their ending.
    """
    style = _hash(asset(package, f"{page}.css"))
    script = " ".join(_hash(asset(package, f"{name}.js")) for name in (page, *scripts))
    own = f"style-src {style}; script-src {script}; form-action 'self'"
    return f"default-src 'none'; img-src data:; {own}; base-uri 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def exact(text: str) -> Markup:
    """`text` escaped so that a browser reads every character as it is; NUL, which none reads, as U+FFFD.

    >>> print(exact("<b>\\r\\n"))
    &lt;b&gt;&#13;
    """
    from markupsafe import Markup, escape

    return Markup(escape(text).replace("\r", Markup("&#13;")).replace("\0", "\ufffd"))


@cache
def environment(package: str) -> Environment:
    """The template engine of `package`: everything is escaped, and a name that is not there is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    made = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["exact"] = exact
    made.globals |= {"asset": lambda name: Markup(asset(package, name)), "policy": partial(policy, package)}
    return made
