"""From records to answers, pure: no file, clock or terminal is touched here."""

from thidua_cli.judge.answers import Answer, Finding, Verdict
from thidua_cli.judge.facts import holds
from thidua_cli.judge.judging import Judgement, blamed, covers, judge, uncovered_text

__all__ = ["Answer", "Finding", "Judgement", "Verdict", "blamed", "covers", "holds", "judge", "uncovered_text"]
