"""The editor's schemas: they take every honest record, offer what the plan names, and refuse what cannot be read."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from branches import CASES, DRIVE, edit, office
from jsonschema import Draft7Validator
from running import ROOT, thidua

from thidua_cli.book import read_book
from thidua_cli.format.schemas import Made, schemas

EXAMPLE = ROOT / "examples" / "quan-11"


def loaded(text: str) -> Any:
    """A file as an editor types it before we read its text; days stay text, as in YAML 1.2."""
    loader = type(
        "Loader",
        (yaml.SafeLoader,),
        {
            "yaml_implicit_resolvers": {
                sign: [one for one in ways if "timestamp" not in one[0]]
                for sign, ways in yaml.SafeLoader.yaml_implicit_resolvers.items()
            }
        },
    )
    return yaml.load(text, Loader=loader)


@pytest.fixture(scope="module")
def made() -> dict[str, Made]:
    return {one.path: one for one in schemas(read_book(EXAMPLE))}


def errors(made: dict[str, Made], kind: str, text: str) -> list[str]:
    schema = next(one.schema for path, one in made.items() if path.endswith(f"{kind}.json"))
    return sorted(
        f"{'/'.join(map(str, one.absolute_path))}: {one.message}"
        for one in Draft7Validator(schema).iter_errors(loaded(text))
    )


@pytest.mark.parametrize("example", sorted(one.parent.name for one in EXAMPLE.parent.glob("*/thidua.yaml")))
def test_every_record_of_an_example_is_taken(example: str) -> None:
    office = EXAMPLE.parent / example
    seen = set()
    for one in schemas(read_book(office)):
        Draft7Validator.check_schema(one.schema)
        for file in office.glob(one.pattern):
            problems = [
                str(error.message)
                for error in Draft7Validator(one.schema).iter_errors(loaded(file.read_text(encoding="utf-8")))
            ]
            assert not problems, file
            seen.add(one.path.rpartition("/")[2])
    assert {"nomination.json", "dossier.json", "units.json", "office.json", "campaign.json"} <= seen
    assert ("meeting.json" in seen) == any(office.glob("campaigns/*/meetings/*.yaml"))
    assert any(office.glob("campaigns/*/duties/*/*.yaml")) == any(one.startswith("duty-") for one in seen)


def test_a_duty_s_schema_knows_the_keys_of_its_kind_only() -> None:
    of_seven = {one.path: one for one in schemas(read_book(EXAMPLE.parent / "quan-7"))}

    registering = "loai_dang_ky:\n  - thi đua\n"
    assert errors(of_seven, "duty-dang-ky-danh-hieu", registering) == []
    assert errors(of_seven, "duty-guong-quy-1", registering) != []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("gioi_tinh: nữ", "gioi_tinh: Nuw", "gioi_tinh"),
        ("ngay_sinh: 20/02/1988", "ngay_sinh: tháng hai", "ngay_sinh"),
        ("hinh_thuc_de_nghi: Giấy khen quận", "hinh_thuc_de_nghi: Giấy khen xã", "hinh_thuc_de_nghi"),
        ("linh_vuc: giai-ngan-von", "linh_vuc: giai-ngan", "linh_vuc"),
        ("don_vi: ubnd-phuong-17", "don_vi: ubnd-phuong-71", "don_vi"),
        (
            "  nhiem_vu_thuong_xuyen: không",
            "  nhiem_vu_thuong_xuyen: chưa rõ",
            "dieu_kien_loai_tru/nhiem_vu_thuong_xuyen",
        ),
        ("vai_tro:", "vai_troo:", ""),
        ("doi_tuong: cá nhân\n", "", ""),
    ],
)
def test_a_mistake_is_shown_where_it_stands(made: dict[str, Made], old: str, new: str, where: str) -> None:
    text = (EXAMPLE / CASES / "le-thi-cam.yaml").read_text(encoding="utf-8")
    assert text.count(old) >= 1

    assert [one.partition(": ")[0] for one in errors(made, "nomination", text.replace(old, new, 1))] == [where]


def test_the_plan_s_words_are_offered_with_their_meaning(made: dict[str, Made]) -> None:
    keys = made[f"{DRIVE.removeprefix('campaigns/')}/nomination.json"].schema["properties"]

    assert keys["hinh_thuc_de_nghi"]["enum"][:2] == ["Bằng khen Thành phố", "Thư khen Thành phố"]
    assert "gk-q" in keys["hinh_thuc_de_nghi"]["enum"]
    assert keys["so_lieu"]["properties"]["von_ke_hoach_giao"]["description"].endswith("; tính bằng đồng")
    assert keys["dieu_kien_loai_tru"]["properties"]["nhiem_vu_thuong_xuyen"]["enum"] == ["có", "không", None]
    assert "ubnd-phuong-17" in keys["don_vi"]["enum"]
    assert all(one["description"] for one in keys.values())


def test_a_number_typed_without_quotes_is_no_mistake(made: dict[str, Made]) -> None:
    text = (EXAMPLE / CASES / "le-thi-cam.yaml").read_text(encoding="utf-8")

    assert errors(made, "nomination", text + "so_dinh_danh: 001234567012\nnam_xet: 2024\n") == []


def test_a_plan_of_ones_own_has_a_schema_too(tmp_path: Path) -> None:
    vp = office(tmp_path / "vp")
    shipped = ROOT / "campaigns" / "quan-11-2024-60-ngay-dem"
    for name in ("campaign.yaml", "criteria.yaml"):
        (vp / DRIVE / name).write_bytes((shipped / name).read_bytes())
    found = {one.path.rpartition("/")[2]: one for one in schemas(read_book(vp))}
    for name in ("campaign", "criteria"):
        text = (vp / DRIVE / f"{name}.yaml").read_text(encoding="utf-8")
        assert [one.message for one in Draft7Validator(found[f"{name}.json"].schema).iter_errors(loaded(text))] == []


def test_a_new_record_points_at_its_schema(tmp_path: Path) -> None:
    vp = tmp_path / "vp"
    assert thidua("init", vp, "--plan", "quan-11-2024-60-ngay-dem").returncode == 0
    assert thidua("new", "nomination", "don-vi/ai", "--repo", vp).returncode == 0
    assert thidua("new", "campaign", "dot-hai", "--plan", "quan-11-2024-60-ngay-dem", "--repo", vp).returncode == 0
    file = vp / DRIVE / "nominations" / "don-vi" / "ai.yaml"
    head, sign, path = file.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")

    assert (head, sign) == ("# yaml-language-server: ", "$schema=")
    assert json.loads((file.parent / path).read_text(encoding="utf-8"))["title"].startswith("Đề nghị")
    assert (vp / ".vscode" / "schemas" / "dot-hai" / "nomination.json").is_file()


def test_the_verb_writes_where_it_is_told(tmp_path: Path) -> None:
    vp = office(tmp_path / "vp")
    edit(vp / CASES / "le-thi-cam.yaml", "gioi_tinh: nữ", "gioi_tinh: Nuw")
    done = thidua("schema", "--repo", vp, "--out", tmp_path / "ra")

    assert done.returncode == 0
    assert (tmp_path / "ra" / "units.json").is_file()
    assert "# yaml-language-server: $schema=" in done.stdout
    assert not (vp / ".vscode").exists()
