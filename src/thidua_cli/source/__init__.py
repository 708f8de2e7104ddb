"""YAML text to nodes with places, and nodes to typed records. The only room that knows YAML."""

from thidua_cli.source.kinds import (
    AMOUNT,
    DATE,
    DECIMAL,
    FILE,
    ID,
    IDS,
    MEASURE,
    PERCENT,
    RATIO,
    TEXT,
    TEXTS,
    THRESHOLD,
    TIME,
    YES_NO,
    Choice,
    Kind,
    ListOf,
    MapOf,
    OneOf,
    Quantity,
)
from thidua_cli.source.nodes import Node, locate
from thidua_cli.source.parsing import MAX_BYTES, decode, parse
from thidua_cli.source.reading import Reading
from thidua_cli.source.records import Field, Record

__all__ = [
    "AMOUNT",
    "DATE",
    "DECIMAL",
    "FILE",
    "ID",
    "IDS",
    "MAX_BYTES",
    "MEASURE",
    "PERCENT",
    "RATIO",
    "TEXT",
    "TEXTS",
    "THRESHOLD",
    "TIME",
    "YES_NO",
    "Choice",
    "Field",
    "Kind",
    "ListOf",
    "MapOf",
    "Node",
    "OneOf",
    "Quantity",
    "Reading",
    "Record",
    "decode",
    "locate",
    "parse",
]
