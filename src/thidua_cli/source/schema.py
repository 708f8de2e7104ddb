"""A record's table as JSON Schema draft-07, which is as far as editors for YAML understand it.

An editor types YAML before we read its text, so a number or a yes/no may stand wherever text may.
"""

from typing import Any

from thidua_cli.source import kinds
from thidua_cli.source.kinds import Choice, Deferred, ListOf, MapOf, OneOf
from thidua_cli.source.records import Field, Record

DRAFT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]

_TYPED = ["string", "number", "boolean"]
_DAY = r"^\s*(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})\s*$"


def schema_of(record: Record | ListOf, title: str) -> Schema:
    """The schema of a file that holds the record, or a list of them."""
    made = _Maker()
    body = made.of(record)
    return {"$schema": DRAFT, **body, "title": title, "definitions": made.definitions}


class _Maker:
    """Turns kinds into schemas; a record that holds itself is put under ``definitions`` and pointed at."""

    def __init__(self) -> None:
        self.definitions: Schema = {}
        self.open: list[Record] = []

    def of(self, kind: Any) -> Schema:
        if isinstance(kind, Record):
            return self._record(kind)
        if isinstance(kind, ListOf):
            return self._list(kind)
        if isinstance(kind, MapOf):
            inner = self.of(kind.kind)
            return {"type": "object", "additionalProperties": _or_null(inner)}
        if isinstance(kind, Deferred):
            return self.of(kind.kind)
        if isinstance(kind, OneOf):
            return {"anyOf": [self.of(kind.scalar), self.of(kind.group)]}
        return self._scalar(kind) or self._other(kind)

    def _list(self, kind: ListOf) -> Schema:
        inner = self.of(kind.kind)
        several = {"type": "array", "items": _or_null(inner)}
        # One scalar stands for a list of one.
        return several if inner.get("type") == "object" or "$ref" in inner else {"anyOf": [several, inner]}

    def _scalar(self, kind: Any) -> Schema | None:
        if isinstance(kind, Choice):
            return {"enum": list(kind.values)}
        if isinstance(kind, kinds.YesNo):
            return {"enum": ["có", "không"]}
        if isinstance(kind, kinds.Id):
            return {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$", **_says(kind)}
        if isinstance(kind, kinds.Date):
            return {"type": "string", "pattern": _DAY, **_says(kind)}
        if isinstance(kind, (kinds.Amount, kinds.Year, kinds.Decimal, kinds.Ratio, kinds.Threshold)):
            return {"type": ["string", "number"], "pattern": r"\d", **_says(kind)}
        if isinstance(kind, (kinds.Time, kinds.LeastShare)):
            return {"type": ["string", "number"], **_says(kind)}
        return {"type": _TYPED} if isinstance(kind, (kinds.Text, kinds.FilePath)) else None

    def _other(self, kind: Any) -> Schema:
        """Kinds the model has of its own: a group with free keys beside known ones. What cannot be said is left open."""
        known = getattr(kind, "known", None)
        if isinstance(known, Record):
            return {**self.of(known), "additionalProperties": {"type": [*_TYPED, "null"]}}
        return {"type": [*_TYPED, "object"]} if not kind.label.startswith("ngày") else {"type": _TYPED}

    def _record(self, record: Record) -> Schema:
        name = record.name.replace(" ", "-").replace("/", "-")
        if record in self.open:
            self.definitions.setdefault(name, {})
            return {"$ref": f"#/definitions/{name}"}
        self.open.append(record)
        made: Schema = {
            "type": "object",
            "title": record.name,
            "properties": {field.key: self._field(field) for field in record.fields},
            "additionalProperties": False,
        }
        self.open.pop()
        needed = [field.key for field in record.fields if field.need in ("key", "value")]
        if needed:
            made["required"] = needed
        if name in self.definitions:
            self.definitions[name] = made
            return {"$ref": f"#/definitions/{name}"}
        return made

    def _field(self, field: Field) -> Schema:
        body = self.of(field.kind)
        if field.need != "value":
            body = _or_null(body)
        if "$ref" in body:  # draft-07 hears nothing that stands beside a reference
            body = {"allOf": [body]}
        sample = f"\n\nVí dụ: {field.sample}" if field.sample else ""
        must = {"value": " (bắt buộc)", "key": " (bắt buộc; kế hoạch không quy định thì viết null)"}.get(field.need, "")
        return {**body, "title": field.key, "description": f"{field.help}{must}{sample}"}


def _says(kind: Any) -> Schema:
    said = f"cần {kind.label}"
    return {"errorMessage": said, "patternErrorMessage": said}


def _or_null(body: Schema) -> Schema:
    """The same, or nothing: a key whose value is still to come."""
    if "enum" in body:
        return {**body, "enum": [*body["enum"], None]}
    if "type" in body:
        types = body["type"] if isinstance(body["type"], list) else [body["type"]]
        return {**body, "type": [*types, "null"]}
    if "anyOf" in body:
        return {**body, "anyOf": [*body["anyOf"], {"type": "null"}]}
    return {"anyOf": [body, {"type": "null"}]}
