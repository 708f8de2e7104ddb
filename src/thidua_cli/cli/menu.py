"""The numbered menu for those who would rather choose than type: the same verbs, with their questions asked.

It does nothing of its own: each choice becomes a command line, is shown as one, and is run as one.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from thidua_cli.cli.endings import FAILED

RunCommand = Callable[[list[str]], int]


class Question(NamedTuple):
    """What a choice still has to know; the answer goes behind ``option``, or stands alone without one.

    Without a ``usual`` answer, an empty one drops the option, or where it ``must`` be given, the choice.
    """

    text: str
    option: str = ""
    usual: str = ""
    must: bool = False


class Then(NamedTuple):
    """What may be done once a command has gone well: the option each answer adds to it; any other answer adds none."""

    text: str
    options: dict[str, str]


class Choice(NamedTuple):
    """A line of the menu: what it does, in the words of the work, and the verb behind it.

    ``then`` is asked when the command went well, ``faults`` when it found a lỗi.
    """

    words: str
    verb: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    then: Then | None = None
    faults: Question | None = None


_ONLY_CAMPAIGN = "*"
"""The usual answer that stands for the office's campaign, where there is only one."""
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
    Choice(
        "Nhận danh sách Excel: xem trước, rồi ghi",
        ("import",),
        (
            Question("Tệp Excel", must=True),
            Question("Của đợt nào (Enter: khi chỉ có một đợt)", "--campaign"),
            Question("Tệp trả lời đã lưu, .yaml (Enter: không có)", "--map"),
        ),
        Then("Ghi vào kho? (c: ghi đề nghị mới, t: ghi cả thay đổi, k: không)", {"c": "--write", "t": "--update"}),
        Question("Ghi bản sao có chú thích ở từng ô sai để gửi lại? Tên tệp .xlsx (Enter: không)", "--annotate"),
    ),
    Choice(
        "Mẫu Excel trống cho đơn vị điền",
        ("export",),
        (
            Question("Của đợt nào", "--template", _ONLY_CAMPAIGN, must=True),
            _OUT._replace(text="Ghi thành tệp", usual="mau-nhap.xlsx"),
        ),
    ),
    Choice("Xuất bảng Excel", ("export",), (_OUT._replace(usual="bang"),)),
    Choice(
        "Ghi số, ngày của Tờ trình sau khi ký ban hành",
        ("issue",),
        (
            Question("Mã hồ sơ trình", must=True),
            Question("Số, ký hiệu do văn thư cấp, ví dụ 203/TTr-UBND", "--number", must=True),
            Question("Ngày ban hành, ví dụ 17/12/2024", "--date", must=True),
        ),
    ),
    Choice("Tiền thưởng từng trường hợp", ("money",)),
    Choice("Đối chiếu giấy Word đã sửa với bản ghi", ("verify",), (Question("Tệp hoặc thư mục giấy", usual="ho-so"),)),
    Choice("Trang HTML để xem", ("site",), (_OUT._replace(usual="trang"),)),
    Choice("Giải thích một mã, một tiêu chuẩn, một đề nghị", ("explain",), (Question("Mã, ví dụ TD301", must=True),)),
    Choice("Ai đã được khen gì", ("history",), (Question("Họ tên hoặc đơn vị", must=True),)),
    Choice(
        "Mở đợt thi đua theo kế hoạch có sẵn",
        ("new", "campaign"),
        (
            Question("Đặt tên đợt, ví dụ 60-ngay-dem-2024", must=True),
            Question("Kế hoạch nào (chưa biết thì gõ ?, máy kể các kế hoạch có sẵn)", "--plan", must=True),
        ),
    ),
    Choice(
        "Tạo bản ghi mẫu: đề nghị, cuộc họp, hồ sơ trình, việc đã làm",
        ("new",),
        (
            Question("Loại: nomination, meeting, dossier, appraisal, decision, duty, stock", must=True),
            Question("Tên; đề nghị thì ghi đơn-vị/người, việc thì ghi việc/đơn-vị", must=True),
            Question("Của đợt nào (Enter: khi chỉ có một đợt)", "--campaign"),
        ),
    ),
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
                code = _shown(run, words)
                if code == 0 and choice.then is not None:
                    code = _go_on(run, words, choice.then)
                if code == FAILED and choice.faults is not None:
                    _with_answer(run, words, choice.faults)
                if code == 0 and choice.verb[0] == "init":
                    os.chdir(words[1])
                input("\nẤn Enter để về danh mục. ")
    except EOFError:
        print()
        return code


def _shown(run: RunCommand, words: list[str]) -> int:
    print(f"\n> thidua {' '.join(_quoted(word) for word in words)}\n")
    return run(words)


def _go_on(run: RunCommand, words: list[str], then: Then) -> int:
    option = then.options.get(input(f"\n{then.text} ").strip().lower())
    return _shown(run, [*words, option]) if option else 0


def _with_answer(run: RunCommand, words: list[str], question: Question) -> None:
    said = _bare(input(f"\n{question.text}: "))
    if said:
        _shown(run, [*words, question.option, said])


def _inside() -> str | None:
    from thidua_cli.book import find_top

    return find_top(os.getcwd())


def _show(choices: tuple[Choice, ...], inside: str | None) -> None:
    print("\nthidua · hồ sơ thi đua, khen thưởng")
    print(f"Thư mục của văn phòng: {inside}\n" if inside else "Đang đứng ngoài thư mục của văn phòng.\n")
    for number, choice in enumerate(choices, 1):
        verb = f"  (thidua {' '.join(choice.verb)})" if choice.verb else ""
        print(f"{number:>3}  {choice.words}{verb}")
    print("  0  Thoát\n")


def _open() -> None:
    folder = Path(_bare(input("Thư mục của văn phòng: ")) or ".").expanduser()
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
        usual = _only_campaign() if one.usual == _ONLY_CAMPAIGN else one.usual
        hint = f" [{usual}]" if usual else ""
        said = _bare(input(f"{one.text}{hint}: ")) or usual
        if not said and one.must:
            print("Chưa ghi gì, về danh mục.")
            return None
        if said:
            words += [one.option, said] if one.option else [said]
        if said and one.option == _OUT.option and _may_replace(Path(said)):
            words.append("--force")
    return words


def _bare(said: str) -> str:
    """An answer without the quotes in which a path is copied from Explorer or a shell."""
    said = said.strip()
    quoted = len(said) > 1 and said[0] == said[-1] and said[0] in "\"'"
    return said[1:-1].strip() if quoted else said


def _only_campaign() -> str:
    top = _inside()
    found = [file.parent.name for file in Path(top, "campaigns").glob("*/campaign.yaml")] if top else []
    return found[0] if len(found) == 1 else ""


def _may_replace(path: Path) -> bool:
    """Whether what stands at a path may go; nothing is asked where nothing does."""
    there = path.is_file() or (path.is_dir() and any(path.iterdir()))
    return there and input(f"Đã có {path}. Thay bản cũ? (c/k) ").strip().lower() == "c"


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word
