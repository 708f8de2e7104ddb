"""A plan's text read into a draft of campaign.yaml. It draws only what the words say, and shows where."""

from thidua_cli.diagnostic import Refused
from thidua_cli.plantext.draft import Draft, draft_of
from thidua_cli.plantext.passages import MAX_BYTES, Line, Source, decoded, lines_of, source_of

__all__ = ["MAX_BYTES", "Draft", "Line", "Refused", "Source", "decoded", "draft_of", "lines_of", "source_of"]
