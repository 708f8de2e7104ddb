"""Lints: one function each, one module per family. They look at records and answers, and never write."""

from thidua_cli.rules.inspection import BOOK_RULES, RULES, ByFile, Inspection, inspect, look_at

__all__ = ["BOOK_RULES", "RULES", "ByFile", "Inspection", "inspect", "look_at"]
