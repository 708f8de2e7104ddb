"""Papers to PDF through LibreOffice when it is installed: one call for all papers of a run, a profile of its
own, a time limit; and one PDF of a dossier in the order of its table of contents. Knows no record."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from thidua_cli.diagnostic import Refused

if TYPE_CHECKING:
    from thidua_cli.render.folder import Packed

CONVERTIBLE = frozenset((".docx", ".doc", ".odt", ".rtf", ".xlsx", ".xls", ".ods", ".jpg", ".jpeg", ".png"))
# Faces as wide as Times New Roman, letter by letter: lines and pages break where they break in Word.
AS_WIDE = ("TimesNewRoman", "LiberationSerif", "Tinos", "TeXGyreTermes", "NimbusRoman")
_FONT = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([A-Za-z0-9]+)")
_USUAL_PLACES = (
    "/usr/bin/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)
START_SECONDS, SECONDS_PER_FILE = 90, 5


class Bound(NamedTuple):
    """A dossier as one PDF: how many papers went in, and which could not."""

    data: bytes
    papers: int
    left_out: tuple[str, ...]


def find_office() -> str:
    """LibreOffice's program; looked for before anything is written."""
    for name in ("soffice", "libreoffice", *_USUAL_PLACES):
        found = shutil.which(name)
        if found:
            return found
    raise Refused(
        "chưa có LibreOffice để đổi sang PDF",
        "cài LibreOffice (libreoffice.org, hoặc apt install libreoffice-writer), hoặc bỏ --pdf rồi lưu PDF từ Word",
    )


def convert(office: str, sources: list[Path]) -> dict[Path, bytes]:
    """Each source as a PDF, in one call; a source LibreOffice cannot read is missing from the answer."""
    wanted = [path for path in sources if path.suffix.lower() in CONVERTIBLE]
    if not wanted:
        return {}
    with tempfile.TemporaryDirectory(prefix="thidua-pdf-") as scratch:
        room = Path(scratch)
        # Short names of our own: papers of different dossiers share names, and a command line is finite.
        names = {path: f"{index:05}{path.suffix.lower()}" for index, path in enumerate(wanted)}
        for path, name in names.items():
            shutil.copyfile(path, room / name)
        profile = (room / "ho-so-rieng").as_uri()
        flags = ["--headless", "--norestore", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
        _call(
            [office, *flags, "--outdir", "pdf", *names.values()], room, START_SECONDS + SECONDS_PER_FILE * len(wanted)
        )
        made = {path: room / "pdf" / Path(name).with_suffix(".pdf") for path, name in names.items()}
        return {path: file.read_bytes() for path, file in made.items() if file.is_file()}


def _call(command: list[str], folder: Path, seconds: int) -> None:
    """Run in a session of its own, so that the time limit ends also what the program started."""
    quiet = subprocess.DEVNULL
    running = subprocess.Popen(command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired as late:
        if sys.platform == "win32":
            running.kill()
        else:
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        raise Refused(
            f"LibreOffice không đổi xong sang PDF trong {seconds} giây",
            "giấy tờ Word đã ghi đủ; in lại ít hồ sơ hơn, hoặc lưu PDF từ Word",
        ) from late


def faces(pdfs: Iterable[bytes]) -> str:
    """The faces in the PDFs in one sentence, with a warning where lines may break otherwise than in Word."""
    names = sorted({name.decode() for pdf in pdfs for name in _FONT.findall(pdf)})
    plain = sorted({re.sub(r"(PSMT|PS)?(Bold|Italic|Regular|MT)*$", "", name) for name in names})
    wide = [name for name in plain if name.startswith(AS_WIDE)]
    shown = ", ".join(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name) for name in wide or plain)
    if wide or not plain:
        return f"phông {shown}, chữ rộng bằng Times New Roman" if wide else ""
    return f"phông {shown} không rộng bằng Times New Roman, chỗ ngắt dòng có thể khác; cài phông Liberation Serif"


def noting(files: "Iterable[Packed]", order: list[str], drafts: list[str]) -> "Iterator[Packed]":
    """The files passing by; ``order`` is left with what is bound: the table of contents, then what it lists, and
    ``drafts`` with the reports somebody has yet to write.

    Those, the check slip and the manifest stand in the folder for the sender, not for the receiver.
    """
    from thidua_cli.render.folder import DRAFT

    for file in files:
        if file.made_as == "muc-luc":
            order.insert(0, file.path)
        elif file.made_as == DRAFT:
            drafts.append(file.path)
        elif not file.made_as:
            order.append(file.path)
        yield file


def bind(folder: Path, order: list[str], converted: dict[Path, bytes]) -> Bound | None:
    """One PDF of a dossier; ``None`` when the library that joins PDFs is not installed."""
    try:
        from pypdf import PdfReader, PdfWriter
        from pypdf.errors import PyPdfError
    except ImportError:
        return None
    from io import BytesIO

    book, count, left_out = PdfWriter(), 0, []
    for path in order:
        file = folder / path
        data = file.read_bytes() if file.suffix.lower() == ".pdf" else converted.get(file)
        try:
            if data is None:
                raise PyPdfError
            book.append(PdfReader(BytesIO(data)), outline_item=file.stem, import_outline=False)
            count += 1
        except (PyPdfError, ValueError, KeyError, TypeError, RecursionError):
            # Evidence comes from anywhere: what cannot be read is named, and the rest is still bound.
            left_out.append(path)
    out = BytesIO()
    book.write(out)
    return Bound(out.getvalue(), count, tuple(left_out))
