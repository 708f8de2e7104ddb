"""The package around a paper: remade parts, fixed bytes, neutral properties, flat memory."""

import importlib.util
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from test_render_samples import everything

from thidua_cli.render import layout
from thidua_cli.render.fields import FIELDS
from thidua_cli.render.layout_xml import BODY_SIZE
from thidua_cli.render.nd30 import decree
from thidua_cli.render.package import STATIC, write_docx
from thidua_cli.render.template import load

HERE = Path(__file__).parent
TOOL = HERE / "tools" / "make_static_package.py"
TO_TRINH = HERE.parent / "templates" / "to-trinh.md"
BODY = [
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>',
    "<w:p/>",
    "</w:body></w:document>",
]


def package(properties: dict[str, str] | None = None) -> bytes:
    out = io.BytesIO()
    write_docx(iter(BODY), properties or {}, out)
    return out.getvalue()


def tool():
    pytest.importorskip("docx")
    pytest.importorskip("fontTools")
    spec = importlib.util.spec_from_file_location("make_static_package", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_shipped_parts_are_those_the_script_makes() -> None:
    made = tool().static_parts()
    index = json.loads((STATIC / "index.json").read_text("ascii"))
    assert list(index) == list(made)
    for part, file in index.items():
        assert (STATIC / file).read_bytes() == made[part], part


def test_shipped_widths_are_those_of_the_face() -> None:
    module = tool()
    if not module.FONTS.exists():
        pytest.skip("cần phông Liberation 2")
    assert (STATIC / "times-widths.json").read_text("ascii") == module.metrics_text()


def test_package_is_sound_and_names_nobody() -> None:
    with zipfile.ZipFile(io.BytesIO(package({"thidua-giay": "01 & <x>"}))) as parts:
        assert parts.testzip() is None
        assert parts.namelist()[0] == "[Content_Types].xml"
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for name in parts.namelist():
            ElementTree.fromstring(parts.read(name))
        text = b"".join(parts.read(n) for n in parts.namelist() if n.startswith("docProps/"))
        for word in (b"creator", b"lastModifiedBy", b"Company", b"python", b"created"):
            assert word not in text
        custom = ElementTree.fromstring(parts.read("docProps/custom.xml"))
        assert [p.get("name") for p in custom] == ["thidua-giay"]
        assert "".join(custom.itertext()).strip() == "01 & <x>"


def test_every_part_has_a_type_and_every_target_a_part() -> None:
    with zipfile.ZipFile(io.BytesIO(package())) as parts:
        names = set(parts.namelist())
        types = ElementTree.fromstring(parts.read("[Content_Types].xml"))
        declared = {t.get("PartName").lstrip("/") for t in types if t.get("PartName")}
        assert declared <= names
        rels = ElementTree.fromstring(parts.read("word/_rels/document.xml.rels"))
        assert {f"word/{r.get('Target')}" for r in rels} <= names
        header = next(r for r in rels if r.get("Type").endswith("/header"))
        assert header.get("Id") == "rId4"


def test_fixed_parts_agree_with_the_decree() -> None:
    header = (STATIC / "word--header1.xml").read_text("utf-8")
    assert f'w:val="{decree().size("so_trang") * 2}"' in header
    styles = (STATIC / "word--styles.xml").read_text("utf-8")
    assert f'<w:sz w:val="{BODY_SIZE * 2}"/>' in styles
    for shipped in STATIC.glob("word--*.xml"):
        assert "Ignorable" not in shipped.read_text("utf-8")


PROGRAM = """
import io, sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from hashlib import sha256
from test_render_samples import everything
from thidua_cli.render import layout
from thidua_cli.render.template import load
paper, _ = load(Path({template!r}), "to-trinh.md")
compiled = layout.compile(paper)
out = io.BytesIO()
layout.render(compiled, everything(), out,
              properties=layout.paper_properties(compiled, "x", everything()))
print(sha256(out.getvalue()).hexdigest(), sorted({{"docx", "lxml"}} & set(sys.modules)))
"""


def test_same_bytes_whatever_the_seed_the_zone_and_the_locale() -> None:
    program = PROGRAM.format(tests=str(HERE), template=str(TO_TRINH))
    answers = set()
    for seed, zone, locale in (("1", "UTC", "C"), ("77", "Asia/Ho_Chi_Minh", "C.UTF-8")):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": locale,
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        answers.add(
            subprocess.run(
                [sys.executable, "-c", program], env=environment, check=True, capture_output=True, text=True
            ).stdout
        )
    assert len(answers) == 1
    assert answers.pop().endswith("[]\n")


def test_written_to_a_path_or_to_a_stream_that_cannot_seek(tmp_path: Path) -> None:
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:
            self.data += bytes(data)
            return len(data)

    pipe = Pipe()
    write_docx(iter(BODY), {}, pipe)
    write_docx(iter(BODY), {}, tmp_path / "x.docx")
    assert pipe.data == (tmp_path / "x.docx").read_bytes() == package()


def test_properties_follow_both_inputs() -> None:
    paper, _found = load(TO_TRINH, "to-trinh.md", FIELDS)
    compiled = layout.compile(paper)
    context = everything()
    before = layout.paper_properties(compiled, "phuong-17", context)
    context["don_vi"]["ten_don_vi"] = "khác"
    after = layout.paper_properties(compiled, "phuong-17", context)
    changed = {key for key in before if before[key] != after[key]}
    assert changed == {"thidua-du-lieu"}
    assert before["thidua-ban-ghi"] == "phuong-17"
