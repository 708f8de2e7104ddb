"""Papers as PDF: what is said without LibreOffice, the order of a bound dossier, the face it is set in."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from running import ROOT, thidua

from thidua_cli.cli.pdf import _call, bind, convert, faces, noting
from thidua_cli.diagnostic import Refused
from thidua_cli.render.folder import DRAFT, Packed

OFFICE = ROOT / "examples" / "quan-11"
SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice on this machine")


def test_without_libreoffice_nothing_is_written_and_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from thidua_cli.cli import pdf
    from thidua_cli.cli.render import run

    monkeypatch.setattr(pdf, "_USUAL_PLACES", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused) as stop:
        run("to-trinh", [OFFICE], out=tmp_path / "giay", pdf=True)

    assert "chưa có LibreOffice" in str(stop.value)
    assert "cài LibreOffice" in stop.value.remedy
    assert not (tmp_path / "giay").exists()


def test_what_is_bound_begins_with_the_contents_and_leaves_our_own_papers_out() -> None:
    files = [
        Packed("01.docx", b""),
        Packed("04/x.pdf", b""),
        Packed("a.docx", b"", "muc-luc"),
        Packed("b.docx", b"", "phieu-kiem-tra"),
        Packed("03/x.docx", b"", DRAFT),
        Packed("manifest.json", b"", "manifest"),
    ]
    order: list[str] = []
    drafts: list[str] = []

    assert list(noting(files, order, drafts)) == files
    assert order == ["a.docx", "01.docx", "04/x.pdf"]
    assert drafts == ["03/x.docx"]


def test_what_cannot_be_read_is_named_and_the_rest_is_bound(tmp_path: Path) -> None:
    page = PdfWriter()
    page.add_blank_page(100, 100)
    good = BytesIO()
    page.write(good)
    (tmp_path / "a.pdf").write_bytes(good.getvalue())
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "c.mp4").write_bytes(b"film")

    bound = bind(tmp_path, ["a.pdf", "b.pdf", "c.mp4"], {})

    assert bound is not None
    assert (bound.papers, bound.left_out) == (1, ("b.pdf", "c.mp4"))
    assert len(PdfReader(BytesIO(bound.data)).pages) == 1


@pytest.mark.parametrize(
    ("pdf", "words"),
    [
        (b"/BaseFont/BAAAAA+LiberationSerif-Bold /BaseFont /DejaVuSans", "phông Liberation Serif, chữ rộng bằng"),
        (b"/BaseFont/TimesNewRomanPSMT", "phông Times New Roman, chữ rộng bằng"),
        (b"/BaseFont/BAAAAA+DejaVuSerif", "phông Deja Vu Serif không rộng bằng Times New Roman"),
        (b"nothing", ""),
    ],
)
def test_the_face_is_named_and_a_wider_one_warned_of(pdf: bytes, words: str) -> None:
    assert faces([pdf]).startswith(words)
    assert bool(faces([pdf])) == bool(words)


def test_the_time_limit_ends_the_call(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="không đổi xong sang PDF trong 1 giây"):
        _call(["sleep", "60"], tmp_path, 1)


@needs_office
def test_a_dossier_is_one_pdf_in_the_order_of_its_contents(tmp_path: Path) -> None:
    done = thidua("render", "dossier", OFFICE, "--unit", "ubnd-phuong-17", "--out", tmp_path, "--pdf")
    (book,) = tmp_path.glob("*/phuong-17.pdf")
    reader = PdfReader(book)
    titles = [str(one.title) for one in reader.outline]  # type: ignore[union-attr]
    text = "\n".join(page.extract_text() for page in reader.pages)

    assert done.returncode == 0, done.stderr
    assert titles[:4] == ["00-muc-luc", "01-to-trinh", "01-phu-luc-danh-sach", "02-bien-ban"]
    assert "00-phieu-kiem-tra" not in titles
    assert titles[-1] == "06-xn-58"
    assert "203/TTr-UBND" in text
    assert "14 văn bản theo thứ tự mục lục" in done.stdout
    assert "PDF bằng LibreOffice: phông " in done.stdout


@needs_office
def test_papers_of_one_name_do_not_take_each_others_place(tmp_path: Path) -> None:
    from docx import Document

    assert SOFFICE
    sources = []
    for name in ("một", "hai"):
        path = tmp_path / name / "giay.docx"
        path.parent.mkdir()
        document = Document()
        document.add_paragraph(f"Văn bản {name}")
        document.save(str(path))
        sources.append(path)

    made = convert(SOFFICE, sources)

    for path in sources:
        assert path.parent.name in PdfReader(BytesIO(made[path])).pages[0].extract_text()
