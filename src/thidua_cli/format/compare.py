"""Differences between two ways of judging, as a compact table: cases with the same change stand together."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from thidua_cli.format.lines import Line
from thidua_cli.judge.compare import Change
from thidua_cli.viet.numbers import two_digits
from thidua_cli.viet.text import visible

_WIDE = 100


def lines(title: str, against: str, found: Iterable[tuple[str, tuple[Change, ...]]]) -> Iterator[Line]:
    """The differences of one campaign; ``found`` is each nominee's name with what changes."""
    groups: dict[Change, list[str]] = {}
    asked = touched = 0
    for name, changes in found:
        asked += 1
        touched += bool(changes)
        for change in changes:
            groups.setdefault(change, []).append(name)
    yield [("Khác biệt", "bold"), (f" · {visible(title)} · {visible(against)}", "")]
    if not groups:
        yield [(f"Không có gì đổi trong {two_digits(asked)} trường hợp.", "green")]
        return
    wide = max(len(change.what) for change in groups)
    for change, names in groups.items():
        yield []
        yield [
            (f"{change.what:<{wide}}  ", "bold"),
            (visible(change.before), "dim"),
            (" → ", ""),
            (visible(change.after), "yellow"),
        ]
        yield [(f"{'':<{wide}}  vì: {visible(change.why)}", "dim")]
        listed = f"{two_digits(len(names))} trường hợp: {'; '.join(map(visible, names))}"
        if len(names) == asked > 1:
            listed = f"tất cả {two_digits(asked)} trường hợp"
        for row in wrap(listed, _WIDE, break_long_words=False, break_on_hyphens=False):
            yield [(f"{'':<{wide}}  {row}", "")]
    yield []
    yield [(f"{two_digits(touched)} trên {two_digits(asked)} trường hợp có điều đổi; hồ sơ không bị sửa.", "dim")]
