"""The numbered menu for those who would rather choose than type: the same verbs, with their questions asked.

It does nothing of its own: each choice becomes a command line, is shown as one, and is run as one.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

RunCommand = Callable[[list[str]], int]


class Question(NamedTuple):
    """What a choice still has to know; the answer goes behind ``option``, or stands alone without one.

    Without a ``usual`` answer, an empty one drops the option, or where it ``must`` be given, the choice.
    """

    text: str
    option: str = ""
    usual: str = ""
    must: bool = False


class Choice(NamedTuple):
    """A line of the menu: what it does, in the words of the work, and the verb behind it."""

    words: str
    verb: tuple[str, ...]
    questions: tuple[Question, ...] = ()


_OUT = Question("Ghi vào thư mục", "--out", "ho-so")
_UNIT = Question("Của đơn vị nào (Enter: tất cả)", "--unit")
CHOICES = (
    Choice("Kiểm tra hồ sơ", ("validate",)),
    Choice("Ai còn nợ việc gì, hạn nào", ("status",), (_UNIT,)),
    Choice("Bảng đối chiếu tiêu chuẩn", ("judge",)),
    Choice("In hồ sơ trình ra Word", ("render", "dossier"), (_UNIT, _OUT)),
    Choice(
        "Báo cáo tổng kết",
        ("render", "tong-ket"),
        (Question("Của đơn vị nào (Enter: của cả cơ quan)", "--unit"), _OUT._replace(usual="bao-cao")),
    ),
    Choice(
        "Báo cáo sơ kết",
        ("render", "so-ket"),
        (
            Question("Của đơn vị nào (Enter: của cả cơ quan)", "--unit"),
            Question("Kỳ nào, ví dụ 2024 hoặc 01/01/2024-30/6/2024 (Enter: theo kế hoạch)", "--period"),
            _OUT._replace(usual="bao-cao"),
        ),
    ),
    Choice("Nhận danh sách Excel, xem trước", ("import",), (Question("Tệp Excel", must=True),)),
    Choice("Xuất bảng Excel", ("export",), (_OUT._replace(usual="bang"),)),
    Choice("Đối chiếu giấy Word đã sửa với bản ghi", ("verify",), (Question("Tệp hoặc thư mục giấy", usual="ho-so"),)),
    Choice("Trang HTML để xem", ("site",), (_OUT._replace(usual="trang"),)),
    Choice("Giải thích một mã, một tiêu chuẩn, một đề nghị", ("explain",), (Question("Mã, ví dụ TD301", must=True),)),
    Choice("Ai đã được khen gì", ("history",), (Question("Họ tên hoặc đơn vị", must=True),)),
)
START = (
    Choice("Mở thư mục của văn phòng", ()),
    Choice(
        "Tạo thư mục mới cho văn phòng",
        ("init",),
        (Question("Thư mục mới", must=True), Question("Tên đơn vị", "--name", must=True)),
    ),
    Choice("Giải thích một mã lỗi", ("explain",), (Question("Mã, ví dụ TD301", must=True),)),
)
"""What can be done outside an office's folder."""


def menu(run: RunCommand) -> int:
    """Ask, run, ask again; the exit code is that of the last command run."""
    code = 0
    try:
        while True:
            inside = _inside()
            choices = CHOICES if inside else START
            _show(choices, inside)
            picked = input("Chọn số: ").strip()
            if picked in ("", "0"):
                return code
            if not picked.isdecimal() or not 1 <= int(picked) <= len(choices):
                print(f"Không có số “{picked}”: chọn từ 0 đến {len(choices)}.")
                continue
            choice = choices[int(picked) - 1]
            if not choice.verb:
                _open()
                continue
            words = _answered(choice)
            if words is not None:
                print(f"\n> thidua {' '.join(_quoted(word) for word in words)}\n")
                code = run(words)
                if code == 0 and choice.verb[0] == "init":
                    os.chdir(words[1])
                input("\nẤn Enter để về danh mục. ")
    except EOFError:
        print()
        return code


def _inside() -> Path | None:
    from thidua_cli.book import find_top

    return find_top(Path.cwd())


def _show(choices: tuple[Choice, ...], inside: Path | None) -> None:
    print("\nthidua · hồ sơ thi đua, khen thưởng")
    print(f"Thư mục của văn phòng: {inside}\n" if inside else "Đang đứng ngoài thư mục của văn phòng.\n")
    for number, choice in enumerate(choices, 1):
        verb = f"  (thidua {' '.join(choice.verb)})" if choice.verb else ""
        print(f"{number:>3}  {choice.words}{verb}")
    print("  0  Thoát\n")


def _open() -> None:
    folder = Path(input("Thư mục của văn phòng: ").strip().strip('"') or ".").expanduser()
    if not folder.is_dir():
        print(f"Không có thư mục {folder}.")
        return
    os.chdir(folder)
    if _inside() is None:
        print("Không thấy thidua.yaml ở thư mục này hay các thư mục bên trên.")


def _answered(choice: Choice) -> list[str] | None:
    """The command line of a choice; ``None`` when it was called off."""
    words = list(choice.verb)
    for one in choice.questions:
        hint = f" [{one.usual}]" if one.usual else ""
        said = input(f"{one.text}{hint}: ").strip().strip('"') or one.usual
        if not said and one.must:
            print("Chưa ghi gì, về danh mục.")
            return None
        if said:
            words += [one.option, said] if one.option else [said]
    return words


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word
