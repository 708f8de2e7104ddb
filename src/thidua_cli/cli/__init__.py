"""The command line: one file per verb, imported when the verb is used. The only room that reads the
clock, the current folder, the terminal and the environment, and that knows exit codes."""

from thidua_cli.cli.start import main

__all__ = ["main"]
