"""Flat lists as CSV and JSON, streamed. A text that Excel would take for a formula is kept a text."""

import csv
import json
from collections.abc import Iterator
from io import StringIO

from thidua_cli.sheet.tables import Section, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_lines(table: Table) -> Iterator[str]:
    """UTF-8 with its mark, because Excel reads CSV by it; commas, quotes, CRLF as RFC 4180."""
    yield "\ufeff" + _csv([head.flat or head.title for head in table.heads])
    for row in table.rows:
        if not isinstance(row, Section):
            yield _csv([_safe(str(value)) for value in row])


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _csv(values: list[str]) -> str:
    out = StringIO()
    csv.writer(out).writerow(values)
    return out.getvalue()


def json_lines(table: Table) -> Iterator[str]:
    """One JSON array, an object a row."""
    names = [head.flat or head.title for head in table.heads]
    before = "[\n"
    for row in table.rows:
        if not isinstance(row, Section):
            yield before + json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
