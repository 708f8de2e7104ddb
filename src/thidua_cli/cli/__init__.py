"""The command line: one file per verb, imported when the verb is used. The only room that reads the
clock, the current folder, the terminal and the environment, and that knows exit codes."""

import gc

# Modules, records and answers hold next to no cycles; looking for some at every 700th new value costs a tenth of a
# start and a quarter of a large run.
gc.set_threshold(50_000)

from thidua_cli.cli.app import main  # noqa: E402

__all__ = ["main"]
