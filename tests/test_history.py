"""What a person or a unit has received."""

from pathlib import Path

from thidua_cli.book import Book, read_book
from thidua_cli.format.history import lines
from thidua_cli.judge.history import decided_lines, history
from thidua_cli.judge.people import alike

ROOT = Path(__file__).parent.parent


def office(tmp_path: Path, cases: dict[str, str], decisions: dict[str, str]) -> Book:
    (tmp_path / "thidua.yaml").write_text("cap_co_quan: quận, huyện\ndon_vi: a\n", encoding="utf-8")
    (tmp_path / "units.yaml").write_text(
        "- id: a\n  ten_don_vi: Ủy ban nhân dân Phường 1\n  loai_don_vi: UBND phường\n  ten_khac: [UBND P.1]\n",
        encoding="utf-8",
    )
    campaign = tmp_path / "campaigns" / "dot"
    for folder, records in (("nominations/a", cases), ("decisions", decisions)):
        (campaign / folder).mkdir(parents=True)
        for name, text in records.items():
            (campaign / folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    (campaign / "campaign.yaml").write_text("ke_hoach: quan-11-2024-60-ngay-dem\n", encoding="utf-8")
    return read_book(tmp_path)


def person(name: str, year: int) -> str:
    return f"doi_tuong: cá nhân\nho_ten: {name}\nnam_sinh: {year}\ndon_vi: a\nhinh_thuc_de_nghi: gk-q\n"


DECISION = "so_ky_hieu: 5/QĐ-UBND\nngay_ban_hanh: 30/12/2024\nhinh_thuc_khen: gk-q\ntruong_hop:\n"


def test_one_name_and_two_births_are_two_people(tmp_path: Path) -> None:
    book = office(
        tmp_path,
        {"mot": person("Nguyễn Hòa", 1980), "hai": person("Nguyễn Hoà", 1991)},
        {"qd": DECISION + "  - a/mot\n  - a/hai\n"},
    )

    holders = history(book, "nguyễn hòa")

    assert sorted(holder.born for holder in holders) == ["1980", "1991"]
    assert [len(holder.received) for holder in holders] == [1, 1]


def test_a_unit_is_found_by_its_alias_and_a_cancelled_award_says_so(tmp_path: Path) -> None:
    book = office(
        tmp_path,
        {"a": "doi_tuong: tập thể\ndon_vi: a\nhinh_thuc_de_nghi: gk-q\n"},
        {"qd": DECISION + "  - a/a\nhuy_bo:\n  - so_ky_hieu: 9/QĐ-UBND\n    ly_do: khai sai\n"},
    )

    (holder,) = history(book, "UBND P.1")

    assert holder.received[0].cancelled
    assert holder.received[0].number == "5/QĐ-UBND"


def test_what_is_only_declared_is_marked_and_not_counted_twice(tmp_path: Path) -> None:
    declared = person("Lê Cẩm", 1988) + (
        "khen_thuong_da_co:\n  - nam: 2022\n    hinh_thuc: Giấy khen\n"
        "  - hinh_thuc: Giấy khen quận\n    so_ky_hieu: 5/QĐ-UBND\n    ngay_ban_hanh: 30/12/2024\n"
    )
    book = office(tmp_path, {"cam": declared}, {"qd": DECISION + "  - a/cam\n"})

    (holder,) = history(book, "Lê Cẩm")

    assert [(one.number, one.declared) for one in holder.received] == [("5/QĐ-UBND", False), ("", True)]


def test_names_from_before_the_tool_are_found(tmp_path: Path) -> None:
    book = office(tmp_path, {}, {"cu": DECISION + "  - ten_ghi_quyet_dinh: Phạm Văn Cũ\nnhap_tu_he_thong_cu: có\n"})

    assert history(book, "PHẠM VĂN CŨ")[0].received[0].award == "Giấy khen của Chủ tịch Ủy ban nhân dân quận"


def test_two_people_someone_told_apart_stay_two(tmp_path: Path) -> None:
    """Same name, same year, and a reviewed entry: their units tell them apart, and nobody else is parted."""
    cases = {
        "mot": person("Nguyễn Hòa", 1980),
        "hai": person("Nguyễn Hòa", 1980).replace("don_vi: a", "don_vi: b"),
        "ba": person("Lê Cẩm", 1988),
        "bon": person("Lê Cẩm", 1988).replace("don_vi: a", "don_vi: b"),
    }
    (tmp_path / "different-people.yaml").write_text(
        "- truong_hop:\n    - dot/a/mot\n    - dot/a/hai\n"
        "  ly_do: khác quê quán\n  nguoi_ra_soat: Trần Thị Nga\n  ngay_ra_soat: 02/01/2025\n",
        encoding="utf-8",
    )
    book = office(tmp_path, cases, {"qd": DECISION + "".join(f"  - a/{name}\n" for name in cases)})

    assert len(history(book, "Nguyễn Hòa")) == 2
    assert len(history(book, "Lê Cẩm")) == 1


def test_pairs_that_may_be_one_are_told_with_the_reason_and_never_twice(tmp_path: Path) -> None:
    cases = {
        "mot": person("Nguyễn Hòa", 1980),
        "hai": person("NGUYỄN HOÀ", 1980).replace("don_vi: a", "don_vi: b"),
        "ba": person("Nguyễn Hoa", 1980).replace("don_vi: a", "don_vi: c"),
        "bon": person("Nguyễn Hòa", 1991).replace("don_vi: a", "don_vi: d"),
    }
    book = office(tmp_path, cases, {})
    drive = book.drives["dot"]

    found = [(one.earlier.id, one.later.id, one.why) for one in alike(book, drive.nominations.values())]

    assert found == [("a/hai", "a/mot", "cùng họ tên, cùng năm sinh")]


def test_a_decision_without_its_day_gives_nothing_yet(tmp_path: Path) -> None:
    book = office(
        tmp_path, {"mot": person("Nguyễn Hòa", 1980)}, {"qd": "hinh_thuc_khen: gk-q\ntruong_hop:\n  - a/mot\n"}
    )

    (holder,) = history(book, "Nguyễn Hòa")
    (one,) = holder.received

    assert (one.drafted, one.confirmable) == (True, False)
    assert list(decided_lines(book.drives["dot"])) == []
    said = ["".join(text for text, _ in line) for line in lines([holder])]
    assert "quyết định chưa ghi ngày ban hành (qd.yaml)" in said[1]
    assert not any("Quyết định số qd" in line for line in said), "a file's name is no number"
