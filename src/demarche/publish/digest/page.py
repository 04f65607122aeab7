"""What every page of ours has: its style inside, text from outside escaped, and a policy that lets nothing else in.

Everything from outside passes through autoescape; the page's policy (CSP) allows its own style sheet, by its hash, and
nothing else, so that even a hole in the escaping would load and run nothing.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


@cache
def style(*names: str) -> str:
    """The style sheets of that name, one after the other."""
    folder = files("demarche.publish.digest").joinpath("templates")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)


def policy(style: str) -> str:
    """The policy of a page with that style."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def environment() -> Environment:
    """Templates that escape whatever they are given."""
    return Environment(
        loader=PackageLoader("demarche.publish.digest"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
