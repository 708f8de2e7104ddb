"""Who may extend a deadline, by the names clerks write: a receiver moves it, a known other does not, a stranger is asked."""

from pathlib import Path

import pytest
from harness import edited, load, run, write

from thidua_cli.diagnostic import Severity

_CAMPAIGN, _PHUONG = "campaigns/q11/campaign.yaml", "Ủy ban nhân dân Phường 1"


def _found(issuer: str, last: str, top: Path) -> dict[str, Severity]:
    """What is found of a dossier received on 20/12/2024, the plan saying before that day."""
    case = load("deadline:tu-gia-han-van-tre")
    line = f"    co_quan_ban_hanh: {_PHUONG}    # ! TD308"
    text = edited(case.files[_CAMPAIGN], f"-{line}\n+    co_quan_ban_hanh: {issuer}", "issuer")
    text = edited(text, f"-      cham_nhat_ngay: 23/12/2024\n+      cham_nhat_ngay: {last}", "day")
    write(case._replace(files=case.files | {_CAMPAIGN: text}), top)
    found = run(top, today=case.today).inspection.found
    return {one.code.id: one.severity for one in found if one.code.id in ("TD301", "TD308")}


@pytest.mark.parametrize(
    "issuer",
    [
        "Ủy ban nhân dân Quận 11",
        "UBND quận",
        "Chủ tịch Ủy ban nhân dân Quận 11",
        "Chủ tịch UBND quận",
        "Văn phòng Ủy ban nhân dân Quận 11",
        "Phòng Nội vụ thuộc Ủy ban nhân dân Quận 11",
        "Phòng Nội vụ UBND quận",
        "Phòng Nội vụ Quận 11",
        "Phòng Nội vụ quận",
        "P. Nội vụ",
    ],
)
def test_a_receiver_extends(issuer: str, tmp_path: Path) -> None:
    assert _found(issuer, "23/12/2024", tmp_path) == {}
    assert _found(issuer, "19/12/2024", tmp_path) == {"TD301": Severity.ERROR}


@pytest.mark.parametrize("issuer", [_PHUONG, "UBND P.1", f"Chủ tịch {_PHUONG}", "Phòng Văn hóa và Thông tin quận"])
def test_a_known_other_does_not(issuer: str, tmp_path: Path) -> None:
    assert _found(issuer, "23/12/2024", tmp_path) == {"TD301": Severity.ERROR, "TD308": Severity.REVIEW}


def test_a_stranger_is_asked(tmp_path: Path) -> None:
    asked = {"TD301": Severity.REVIEW, "TD308": Severity.REVIEW}
    assert _found("Hội đồng Thi đua - Khen thưởng quận", "20/12/2024", tmp_path) == asked
    still_late = _found("Hội đồng Thi đua - Khen thưởng quận", "19/12/2024", tmp_path)
    assert still_late == {"TD301": Severity.ERROR, "TD308": Severity.REVIEW}
