"""What people are shown while a command runs: lines with their styles, single sentences, progress."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from thidua_cli.format.lines import NARROW, Line
from thidua_cli.viet.text import visible


def use_colour() -> bool:
    """Colour only on a terminal, never under ``NO_COLOR``."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def window() -> int:
    """How many columns there are to print in; a pipe has as many as a page."""
    if not sys.stdout.isatty():
        return NARROW
    from shutil import get_terminal_size

    return max(get_terminal_size().columns, NARROW)


def show(lines: Iterable[Line], *, err: bool = False) -> None:
    """Print styled lines; rich is loaded only when there is colour to show."""
    stream = sys.stderr if err else sys.stdout
    # In Actions a line of the log may be a command; what records say must never be one.
    token = os.urandom(16).hex() if os.environ.get("GITHUB_ACTIONS") == "true" else ""
    if token:
        print(f"::stop-commands::{token}", file=stream)
    if err or not use_colour():
        for line in lines:
            print("".join(text for text, _ in line).rstrip(), file=stream)
    else:
        from rich.console import Console
        from rich.text import Text

        console = Console(highlight=False, soft_wrap=True)
        for line in lines:
            console.print(Text.assemble(*line))
    if token:
        print(f"::{token}::", file=stream)


def say(text: str, remedy: str = "", *, err: bool = False) -> None:
    """Tell one thing a command did or would not do, with what to do about it."""
    told = (text, f"  = {remedy}") if remedy else (text,)
    show(([(visible(one), "")] for one in told), err=err)


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal's standard error when the run is long enough to notice."""
    if total < 20 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
