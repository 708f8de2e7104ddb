"""At a terminal: the numbered menu, driven through a pseudo-terminal, and output that fits 80 columns and a pipe."""

import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import ROOT, thidua
from workbook_maker import workbook

from thidua_cli.book import read_book
from thidua_cli.cli.app import VERBS
from thidua_cli.cli.menu import CHOICES, START
from thidua_cli.format.lines import Line, wrapped

pty = pytest.importorskip("pty")
WAIT = 60


class Session:
    """``thidua`` without arguments in a pseudo-terminal."""

    def __init__(self, folder: Path) -> None:
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from thidua_cli.cli import main; main()"],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"},
        )
        os.close(slave)
        self.said = ""

    def read_to(self, words: str) -> str:
        """What is said up to some words, waited for."""
        start, end = len(self.said), time.monotonic() + WAIT
        while words not in self.said[start:]:
            assert time.monotonic() < end, self.said[start:]
            try:
                assert select.select([self.master], [], [], WAIT)[0], self.said[start:]
                self.said += os.read(self.master, 65536).decode("utf-8", "replace").replace("\r\n", "\n")
            except OSError:  # the other side is gone
                assert words in self.said[start:], self.said[start:]
        return self.said[start:]

    def answer(self, text: str = "") -> None:
        os.write(self.master, f"{text}\n".encode())

    def close(self) -> int:
        code = self.process.wait(WAIT)
        os.close(self.master)
        return code


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "quan-7", tmp_path / "vp"))


def test_without_arguments_a_menu_opens_and_a_choice_is_run_as_the_command_it_shows(office: Path) -> None:
    session = Session(office)
    listed = session.read_to("Chọn số:")
    assert "  1  Kiểm tra hồ sơ  (thidua validate)" in listed
    assert "  0  Thoát" in listed

    session.answer(number_of("Báo cáo tổng kết"))
    session.read_to("của cả cơ quan")
    session.answer("")
    session.read_to("[bao-cao]:")
    session.answer("ra giay")
    told = session.read_to("Ấn Enter")
    assert '> thidua render tong-ket --out "ra giay"' in told
    assert (office / "ra giay").is_dir()

    session.answer("")
    session.read_to("Chọn số:")
    session.answer("77")
    assert "chọn từ 0 đến" in session.read_to("Chọn số:")
    session.answer("0")
    assert session.close() == 0


def test_a_command_that_cannot_be_carried_out_leads_back_to_the_menu(office: Path) -> None:
    session = Session(office)
    session.read_to("Chọn số:")
    session.answer(number_of("Ai còn nợ"))
    session.read_to("tất cả):")
    session.answer("không có đơn vị này")
    assert "thidua: không có đơn vị" in session.read_to("Ấn Enter")
    session.answer("")
    session.read_to("Chọn số:")
    session.answer("0")
    assert session.close() == 2


def number_of(words: str) -> str:
    """The number of a line of the menu."""
    return str(next(at for at, one in enumerate(CHOICES, 1) if words in one.words))


def test_the_menu_previews_a_list_and_writes_it_when_told(office: Path, tmp_path: Path) -> None:
    (tmp_path / "danh sach").mkdir()
    listed = tmp_path / "danh sach" / "ds.xlsx"
    heads, line = "STT | Họ và tên | Đơn vị | Hình thức đề nghị", "{} | {} | UBND Phường Mẫu 1 | {}"
    award = next(iter(read_book(office).drives.values())).plan.awards[0].short_name
    listed.write_bytes(workbook(f"{heads}\n{line.format(1, 'Nguyễn Văn Thử', award)}"))
    made = "nguyen-van-thu.yaml"
    session = Session(office)
    for answer, written in (("k", False), ("c", True)):
        session.read_to("Chọn số:")
        session.answer(number_of("Nhận danh sách"))
        session.read_to("Tệp Excel")
        session.answer(f"'{listed}'")  # as a path is copied into some shells
        session.read_to("một đợt):")
        session.answer("")
        session.read_to("không có):")
        session.answer("")
        assert "1 mới" in session.read_to("Ghi vào kho?")
        session.answer(answer)
        told = session.read_to("Ấn Enter")
        assert ("--write" in told) is written
        assert bool([*office.rglob(made)]) is written
        session.answer("")
    session.read_to("Chọn số:")
    session.answer("0")
    assert session.close() == 0


def test_the_menu_offers_a_copy_with_remarks_of_a_list_that_is_wrong(office: Path, tmp_path: Path) -> None:
    listed, remarked = tmp_path / "ds.xlsx", tmp_path / "gửi lại.xlsx"
    heads = "STT | Họ và tên | Đơn vị | Hình thức đề nghị"
    listed.write_bytes(workbook(f"{heads}\n1 | Nguyễn Văn Thử | UBND Phường Mẫu 1 | Huân chương nào đó"))
    session = Session(office)
    for words, answer in (("Chọn số:", number_of("Nhận danh sách")), ("Tệp Excel", str(listed))):
        session.read_to(words)
        session.answer(answer)
    for words in ("một đợt):", "không có):"):
        session.read_to(words)
        session.answer("")
    assert "Ghi bản sao có chú thích" in session.read_to("xlsx (Enter: không):")
    session.answer(str(remarked))
    session.read_to("Ấn Enter")
    session.answer("")
    session.read_to("Chọn số:")
    session.answer("0")
    assert session.close() == 1
    assert remarked.is_file()


def test_the_menu_asks_before_it_replaces_what_stands_there(office: Path) -> None:
    session = Session(office)
    for answer, code in (("", ""), ("k", "thêm --force"), ("c", "Đã xuất mẫu")):
        session.read_to("Chọn số:")
        session.answer(number_of("Mẫu Excel"))
        assert "[quan-7-2024-thi-dua-yeu-nuoc]" in session.read_to("]:")
        session.answer("")
        session.read_to("[mau-nhap.xlsx]:")
        session.answer("")
        if answer:
            session.read_to("Thay bản cũ? (c/k)")
            session.answer(answer)
        assert code in session.read_to("Ấn Enter")
        assert (office / "mau-nhap.xlsx").is_file()
        session.answer("")
    session.read_to("Chọn số:")
    session.answer("0")
    assert session.close() == 0


def test_the_menu_opens_a_campaign_and_writes_down_the_number_of_a_signed_paper(office: Path) -> None:
    told = dict[str, str]()
    session = Session(office)
    for words, answers in (
        ("Mở đợt thi đua", ("dot-thu", "?")),
        ("Mở đợt thi đua", ("dot-thu", "quan-11-2024-60-ngay-dem")),
        ("Ghi số, ngày", ("phuong-mau-1-khong-co", "9/TTr-UBND", "17/12/2024")),
    ):
        session.read_to("Chọn số:")
        session.answer(number_of(words))
        for answer in answers:
            session.read_to(": ")
            session.answer(answer)
        told[answers[-1]] = session.read_to("Ấn Enter")
        session.answer("")
    session.read_to("Chọn số:")
    session.answer("0")
    session.close()
    assert "quan-11-2024-60-ngay-dem" in told["?"], "the plans there are, told to who does not know them"
    assert (office / "campaigns" / "dot-thu" / "campaign.yaml").is_file()
    assert "thidua issue phuong-mau-1-khong-co --number 9/TTr-UBND --date 17/12/2024" in told["17/12/2024"]


def test_outside_an_office_the_menu_opens_one_or_makes_one(tmp_path: Path, office: Path) -> None:
    session = Session(tmp_path)
    assert "ngoài thư mục của văn phòng" in session.read_to("Chọn số:")
    session.answer("1")
    session.read_to("Thư mục của văn phòng:")
    session.answer(str(office))
    assert "Kiểm tra hồ sơ" in session.read_to("Chọn số:")
    os.write(session.master, b"\x04")
    assert session.close() == 0


def test_a_pipe_gets_the_help_page_and_no_question() -> None:
    done = thidua()
    assert done.returncode == 0
    assert "Cách dùng: thidua" in done.stdout
    assert "Chọn số" not in done.stdout


def test_the_menu_offers_verbs_that_exist_with_options_they_have() -> None:
    for choice in (*CHOICES, *START):
        if choice.verb:
            assert choice.verb[0] in VERBS
            known = thidua(choice.verb[0], "--help").stdout
            more = [
                *(choice.then.options.values() if choice.then else ()),
                *filter(None, [choice.faults and choice.faults.option]),
            ]
            for option in (*(question.option for question in choice.questions), *more):
                assert option in known
                assert option != "--out" or "--force" in known


@pytest.mark.parametrize("office_name", ["quan-11", "quan-5", "quan-7", "binh-tan", "quan-90-ngay", "phuong-2026"])
@pytest.mark.parametrize("verb", ["status", "judge"])
def test_what_is_printed_fits_80_columns_and_a_pipe_gets_no_colour(verb: str, office_name: str) -> None:
    done = thidua(verb, ROOT / "examples" / office_name)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if len(line) > 80] == []
    assert "\x1b" not in done.stdout


def test_wrapping_loses_no_word_and_no_style() -> None:
    line: Line = [("  một hai ", ""), ("ba bốn năm sáu", "bold"), ("  [Mục III.4.1]", "dim")]
    for wide in range(12, 60):
        found = list(wrapped([line], wide))
        text = " ".join("".join(piece for piece, _ in one) for one in found)
        assert text.split() == ["một", "hai", "ba", "bốn", "năm", "sáu", "[Mục", "III.4.1]"]
        styles = {word: style for one in found for piece, style in one for word in piece.split()}
        assert (styles["một"], styles["bốn"], styles["III.4.1]"]) == ("", "bold", "dim")
        if wide >= 20:
            assert max(len("".join(piece for piece, _ in one)) for one in found) <= wide


def test_a_word_longer_than_the_window_stays_whole_and_an_empty_line_stays() -> None:
    assert list(wrapped([[("x" * 30, "")], []], 10)) == [[("x" * 30, "")], []]
