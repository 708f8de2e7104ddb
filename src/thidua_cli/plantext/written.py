"""Values drawn from a text, and the YAML that shows beside each where it comes from and what to look at again.

Whatever the text holds, it stands inside a quoted value or behind a comment sign on one line.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from thidua_cli.plantext.passages import Passage
from thidua_cli.source.codes import TO_REVIEW as REVIEW
from thidua_cli.source.writing import entry_lines
from thidua_cli.viet.text import fold, visible

_EXCERPT = 90


class Drawn(NamedTuple):
    """A value with its place. ``words`` are the words of the passage it was read from; without a passage the
    value was put together, and ``doubts`` say from what."""

    value: "str | None"
    at: Passage | None = None
    words: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def remarks(self) -> list[str]:
        """The comments that belong above the value."""
        found = [f"{self.at.where}: {excerpt(self.at.text, self.words)}"] if self.at is not None else []
        unsure = self.at.doubts if self.at is not None else ()
        said = fold(self.words or self.value or "")
        told = [
            f"người gõ đọc chưa chắc “{one}”" for one in unsure if said and (fold(one) in said or said in fold(one))
        ]
        return [*found, *(f"{REVIEW}: {visible(one)}" for one in dict.fromkeys((*self.doubts, *told)))]


Tree = Drawn | str | None | Mapping[str, Any] | list[Any]
"""What stands under a key; a group may carry remarks of its own under the empty key."""


def excerpt(text: str, words: str) -> str:
    """The place of the words in a passage, short enough for a line."""
    start = max(text.find(words), 0) if words else 0
    before = text.rfind(" ", 0, max(start - 15, 0)) + 1 if start > 20 else 0
    cut = text[before : before + _EXCERPT]
    if before + _EXCERPT < len(text):
        cut = cut.rpartition(" ")[0] or cut
    return visible(f"{'…' if before else ''}{cut}{'…' if before + len(cut) < len(text) else ''}")


def value_text(value: "str | None") -> str:
    """A single value as it is written behind its key."""
    return "\n".join(entry_lines({"x": value}, "")).removeprefix("x:").removeprefix(" ")


def lines_under(value: Tree) -> list[str]:
    """The lines of a group or a list, to be set below its key."""
    return list(
        _group(value, "") if isinstance(value, Mapping) else _items(value if isinstance(value, list) else [], "")
    )


def _remarks(value: Tree, margin: str) -> Iterator[str]:
    if isinstance(value, Drawn):
        yield from (f"{margin}# {one}" for one in value.remarks)


def _group(group: Mapping[str, Tree], margin: str) -> Iterator[str]:
    for key, value in group.items():
        yield from _remarks(value, margin)
        if not key:
            continue
        if isinstance(value, Mapping):
            yield f"{margin}{key}:"
            yield from _group(value, margin + "  ")
        elif isinstance(value, list):
            yield f"{margin}{key}:"
            yield from _items(value, margin + "  ")
        else:
            yield from entry_lines({key: value.value if isinstance(value, Drawn) else value}, margin)


def _items(items: list[Tree], margin: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping):
            lines = list(_group(item, margin + "  "))
            first = next((index for index, line in enumerate(lines) if not line.lstrip().startswith("#")), len(lines))
            yield from (f"{margin}{line.lstrip()}" for line in lines[:first])
            for index, line in enumerate(lines[first:]):
                yield f"{margin}- {line[len(margin) + 2 :]}" if index == 0 else line
        else:
            yield from _remarks(item, margin)
            text = item.value if isinstance(item, Drawn) else item
            lines = list(entry_lines({"x": [text if isinstance(text, str) else None]}, ""))[1:]
            yield from (f"{margin}{line[2:]}" for line in lines)
