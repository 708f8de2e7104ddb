"""Dated law, as data with source and confidence. What is not in the data is not known here."""

from thidua_cli.law.dated import CONFIDENCE, INFERRED, ONE_SOURCE, VERIFIED, Dated, Key
from thidua_cli.law.law import (
    FIRST_COVERED,
    NO_GROUND_FOR_MERIT,
    NOT_YET_CONSIDERED,
    ONE_MERIT_ONE_AWARD,
    Law,
    shipped_table,
)
from thidua_cli.law.tables import AWARD, TABLES, TITLE, read_table

__all__ = [
    "AWARD",
    "CONFIDENCE",
    "FIRST_COVERED",
    "INFERRED",
    "NOT_YET_CONSIDERED",
    "NO_GROUND_FOR_MERIT",
    "ONE_MERIT_ONE_AWARD",
    "ONE_SOURCE",
    "TABLES",
    "TITLE",
    "VERIFIED",
    "Dated",
    "Key",
    "Law",
    "read_table",
    "shipped_table",
]
