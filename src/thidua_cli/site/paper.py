"""Values into HTML: one environment with autoescape, one shell for every page, style and script inside it.

Style and script stand in each page, allowed by their hashes alone, because browsers disagree on what
'self' means for a file on the disk; so a page also stays whole when it is mailed alone.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from thidua_cli.render.folder import Packed
from thidua_cli.site.shelf import Shelf, show_day
from thidua_cli.viet.text import visible

HERE = Path(__file__).parent
GENERATOR = "thidua site"
"""How a folder made by us is known again before it is replaced."""


def _text(value: Any) -> Any:
    """A text from the records on one line, control and bidi characters made visible; HTML has no place
    for the former, and the latter can make a name read differently from what it says."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(" ".join(value.split()))
    return value


class Paper:
    """Makes the pages of one site."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.environment = Environment(
            loader=FileSystemLoader(HERE / "pages", encoding="utf-8"),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_text,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        style, script = (self._asset(name) for name in ("site.css", "site.js"))
        self.environment.globals |= {
            "style": Markup(style),
            "script": Markup(script),
            "policy": f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
            "img-src data:; base-uri 'none'; form-action 'none'",
            "generator": GENERATOR,
            "internal": shelf.internal,
            "office": shelf.office,
            "day": show_day(shelf.day),
            "menu": [(stall.drive.plan.name, f"{stall.folder}/index.html") for stall in shelf.stalls],
        }

    @staticmethod
    def _asset(name: str) -> str:
        return (HERE / "static" / name).read_text(encoding="utf-8")

    def page(self, path: str, template: str, **values: Any) -> Packed:
        """A page; ``root`` leads from it back to the site's folder."""
        root = "../" * path.count("/")
        text = self.environment.get_template(template).render(root=root, path=path, **values)
        return Packed(path, text.encode())


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
