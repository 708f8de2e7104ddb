"""Awards and history: the decisions, and what each person and collective has received over all campaigns.

A public site lists of people only what a decision says; what a nominee merely declares stays inside.
"""

from collections.abc import Iterator
from typing import NamedTuple

from thidua_cli.judge.history import Holder, Received, everyone
from thidua_cli.site.shelf import Shelf, show_day
from thidua_cli.viet.names import collation_key


class Given(NamedTuple):
    """An award as a line."""

    award: str
    number: str
    day: str
    iso: str
    campaign: str
    note: str


class HolderRow(NamedTuple):
    """A holder with what was received, newest first."""

    name: str
    about: str
    received: tuple[Given, ...]


class DecisionRow(NamedTuple):
    """A decision."""

    number: str
    day: str
    iso: str
    award: str
    campaign: str
    size: int
    note: str


def holder_rows(shelf: Shelf) -> list[HolderRow]:
    """Everyone who holds something, by name."""
    rows = []
    for holder in everyone(shelf.book):
        received = tuple(_given(shelf, one) for one in _shown(shelf, holder))
        if received:
            born = f"sinh {holder.born}" if holder.born and shelf.internal else ""
            rows.append(HolderRow(holder.name, ", ".join(part for part in (born, holder.unit) if part), received))
    return sorted(rows, key=lambda one: (collation_key(one.name), one.about))


def _shown(shelf: Shelf, holder: Holder) -> Iterator[Received]:
    """What may be shown: publicly nothing taken back or not yet issued, and of a person only what a decision says."""
    person = bool(holder.unit)
    for one in holder.received:
        if shelf.internal or not (one.cancelled or one.drafted or (person and one.declared)):
            yield one


def _given(shelf: Shelf, one: Received) -> Given:
    note = "tự khai, chưa có quyết định trong thư mục" if one.declared else ""
    return Given(
        one.award,
        one.number,
        show_day(one.decided_on) or "chưa ghi ngày",
        one.decided_on.isoformat() if one.decided_on else "",
        one.campaign if len(shelf.stalls) > 1 else "",
        "đã hủy hoặc thay thế" if one.cancelled else note,
    )


def decision_rows(shelf: Shelf) -> list[DecisionRow]:
    """Every decision, newest first."""
    rows = []
    for stall in shelf.stalls:
        for one in stall.drive.decisions.values():
            later = [
                f"{verb} bằng {text.number or 'văn bản chưa ghi số'}"
                for verb, texts in (
                    ("đính chính", one.corrections),
                    ("hủy bỏ", one.cancellations),
                    ("thay thế", one.replacements),
                )
                for text in texts
            ]
            rows.append(
                DecisionRow(
                    one.number or "chưa cấp số",
                    show_day(one.issued_on) or "chưa ghi ngày",
                    one.issued_on.isoformat() if one.issued_on else "",
                    stall.drive.plan.award_title(one.award, stall.drive.concrete_of(one)),
                    stall.drive.plan.name,
                    len(one.cases),
                    "; ".join(later),
                )
            )
    return sorted(rows, key=lambda one: one.iso, reverse=True)
