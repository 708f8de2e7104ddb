"""Edits a clerk makes in Word, done with python-docx: the same words for every test of papers."""

import copy
import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

Edit = Callable[[docx.document.Document], None]
SOFFICE = shutil.which("soffice")
needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def edited(data: bytes, *edits: Edit) -> bytes:
    document = docx.Document(io.BytesIO(data))
    for edit in edits:
        edit(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def resaved(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The files as LibreOffice saves them, all in one run."""
    source, target = folder / "vao", folder / "ra"
    source.mkdir(parents=True)
    for name, data in files.items():
        (source / name).write_bytes(data)
    subprocess.run(
        [
            str(SOFFICE),
            f"-env:UserInstallation=file://{folder / 'lo'}",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(target),
            *(str(source / name) for name in files),
        ],
        capture_output=True,
        timeout=300,
        check=True,
    )
    return {name: (target / name).read_bytes() for name in files}


def replace(old: str, new: str, *, nth: int = 1) -> Edit:
    def edit(document: docx.document.Document) -> None:
        count = 0
        for text in document.element.body.iter(qn("w:t")):
            if old in (text.text or ""):
                count += 1
                if count == nth:
                    text.text = text.text.replace(old, new)
                    return
        raise AssertionError(f"the paper does not say {old!r}")

    return edit


def everywhere(change: Callable[[str], str]) -> Edit:
    def edit(document: docx.document.Document) -> None:
        for text in document.element.body.iter(qn("w:t")):
            text.text = change(text.text or "")

    return edit


def cell(table: int, row: int, column: int, text: str) -> Edit:
    def edit(document: docx.document.Document) -> None:
        runs = document.tables[table].rows[row].cells[column].paragraphs[0].runs
        runs[0].text = text

    return edit


def drop_row(table: int, row: int) -> Edit:
    def edit(document: docx.document.Document) -> None:
        rows = document.tables[table].rows
        document.tables[table]._tbl.remove(rows[row]._tr)

    return edit


def swap_rows(table: int, row: int, other: int) -> Edit:
    def edit(document: docx.document.Document) -> None:
        rows = document.tables[table].rows
        rows[row]._tr.addprevious(rows[other]._tr)

    return edit


def paragraph(document: docx.document.Document, says: str) -> Paragraph:
    return next(one for one in document.paragraphs if says in one.text)


def drop_paragraph(says: str) -> Edit:
    def edit(document: docx.document.Document) -> None:
        one = paragraph(document, says)._p
        one.getparent().remove(one)

    return edit


def swap_paragraphs(first: str, second: str) -> Edit:
    def edit(document: docx.document.Document) -> None:
        paragraph(document, first)._p.addprevious(paragraph(document, second)._p)

    return edit


def add_after(says: str, text: str) -> Edit:
    def edit(document: docx.document.Document) -> None:
        one = paragraph(document, says)
        new = copy.deepcopy(one._p)
        one._p.addnext(new)
        _set(Paragraph(new, one._parent), text)

    return edit


def cut_in_two(says: str, at: str) -> Edit:
    def edit(document: docx.document.Document) -> None:
        one = paragraph(document, says)
        new = copy.deepcopy(one._p)
        one._p.addnext(new)
        where = one.text.index(at)
        first, second = one.text[:where], one.text[where:]
        _set(one, first)
        _set(Paragraph(new, one._parent), second)

    return edit


def _set(one: Paragraph, text: str) -> None:
    for run in one.runs[1:]:
        run._r.getparent().remove(run._r)
    one.runs[0].text = text
