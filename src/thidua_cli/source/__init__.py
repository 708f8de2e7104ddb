"""YAML text to nodes with places, and nodes to typed records. The only room that knows YAML."""

from thidua_cli.source.comments import Comment, comments_of
from thidua_cli.source.kinds import (
    AMOUNT,
    DATE,
    DECIMAL,
    FILE,
    ID,
    IDS,
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
)
from thidua_cli.source.nodes import MAX_BYTES, Node, decode, locate, parse
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
    "RATIO",
    "TEXT",
    "TEXTS",
    "THRESHOLD",
    "TIME",
    "YES_NO",
    "Choice",
    "Comment",
    "Field",
    "Kind",
    "ListOf",
    "MapOf",
    "Node",
    "OneOf",
    "Reading",
    "Record",
    "comments_of",
    "decode",
    "locate",
    "parse",
]
