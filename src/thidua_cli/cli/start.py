"""The entry point: the check of plain files goes straight to its work, every other command line through typer."""

import gc
import sys


def main() -> None:
    """Run the command line given, or on a terminal without one the menu; piped, the help page."""
    # Records and answers hold no cycles; looking for some among millions of them at every 700th new
    # value costs a quarter of a large run, and of modules a tenth of a small one.
    gc.set_threshold(1_000_000)
    for stream in (sys.stdout, sys.stderr):
        # Windows may still open the console in a legacy code page, where Vietnamese turns to garbage.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = sys.argv[1:]
    if not words and sys.stdin.isatty() and sys.stdout.isatty():
        from thidua_cli.cli.menu import menu

        try:
            sys.exit(menu(_carry_out))
        except KeyboardInterrupt:
            print()
            sys.exit(130)
    code = _carry_out(words or ["--help"])
    # All that is left goes with the process; a last sweep through it would be a tenth of a small run.
    gc.freeze()
    sys.exit(code)


def _carry_out(words: list[str]) -> int:
    if words[0] == "validate" and not any(word.startswith("-") for word in words):
        # The check before every commit asks for nothing but files, and importing typer would be half of it.
        from thidua_cli.cli.check import check
        from thidua_cli.cli.endings import ended

        return ended(lambda: check(words[1:]))
    from thidua_cli.cli.app import carry_out

    return carry_out(words)
