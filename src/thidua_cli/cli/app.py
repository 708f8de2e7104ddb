"""The table of verbs, and the one place where usage errors and help headings become Vietnamese."""

import re
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from io import StringIO
from keyword import iskeyword
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from thidua_cli import __version__
from thidua_cli.cli.endings import ended
from thidua_cli.diagnostic import Refused

VERBS = {
    "init": "Tạo thư mục làm việc cho một văn phòng",
    "new": "Tạo bản ghi mẫu: đợt, đề nghị, cuộc họp, hồ sơ, việc đã làm",
    "validate": "Kiểm tra hồ sơ, báo lỗi đúng dòng, đúng điều khoản",
    "judge": "Lập bảng đối chiếu tiêu chuẩn",
    "diff": "Nói ý nghĩa của một nhánh: ai mới, ai rút, đổi gì, vượt gì",
    "explain": "Giải thích một mã lỗi, một tiêu chuẩn hay một đề nghị",
    "status": "Ai còn nợ việc gì, hạn nào; việc của một đơn vị",
    "score": "Bảng điểm, xếp hạng của cụm, khối thi đua",
    "textconv": "In tệp Word, Excel thành chữ để git so sánh",
    "schema": "Ghi lược đồ để trình soạn thảo gợi ý khóa và giá trị",
    "money": "Tính tiền thưởng theo lương cơ sở của ngày quyết định",
    "history": "Khen thưởng đã có của một người hay một đơn vị",
    "render": "In giấy tờ ra Word theo Nghị định 30/2020",
    "import": "Nhận danh sách Excel thành đề nghị, xem trước rồi mới ghi",
    "export": "Xuất bảng Excel, CSV, JSON; xuất mẫu Excel cho đơn vị điền",
    "issue": "Ghi số và ngày vào bản ghi sau khi ký ban hành",
    "verify": "Đọc lại giấy Word, đối chiếu với bản ghi và thể thức",
    "site": "Dựng trang HTML để xem, mở thẳng từ đĩa",
}
_HEADINGS = (
    ("Usage: ", "Cách dùng: "),
    ("\nOptions:", "\nTùy chọn:"),
    ("\nArguments:", "\nĐối số:"),
    ("\nCommands:", "\nLệnh:"),
    ("[OPTIONS]", "[TÙY CHỌN]"),
    ("COMMAND [ARGS]...", "LỆNH [ĐỐI SỐ]..."),
    ("[required]", "[bắt buộc]"),
    ("[default: ", "[mặc định: "),
    ("Show this message and exit.", "Hiện trợ giúp này."),
    ("Install completion for the current shell.", "Cài gợi ý lệnh cho cửa sổ lệnh đang dùng."),
    (
        "Show completion for the current shell, to copy it or customize the installation.",
        "In đoạn gợi ý lệnh để tự cài.",
    ),
)


def _in_vietnamese(text: str) -> str:
    for english, vietnamese in _HEADINGS:
        # Any of them may have been wrapped where it has a space.
        text = re.sub(r"\s+".join(map(re.escape, english.split(" "))), vietnamese, text)
    return text


def _with_base(args: list[str]) -> list[str]:
    """A ``--changed`` without a value gets an empty one, so that a path behind it stays a path."""
    given = []
    for index, word in enumerate(args):
        following = args[index + 1] if index + 1 < len(args) else "-"
        alone = word == "--changed" and (following.startswith("-") or Path(following).exists())
        given.append("--changed=" if alone else word)
    return given


def module_of(verb: str) -> str:
    """The module of a verb; one named like a word of Python stands in a file with ``_`` after it."""
    return f"thidua_cli.cli.{verb}{'_' if iskeyword(verb) else ''}"


class Verb(TyperCommand):
    """A verb whose help is in Vietnamese throughout."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """The arguments; ``--changed`` may stand alone, which typer has no option for."""
        return super().parse_args(ctx, _with_base(args))

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _in_vietnamese(super().get_help(ctx))


class Verbs(TyperGroup):
    """The table of verbs; a verb's module is imported when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The verbs in the order of the work."""
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The verb of that name."""
        if cmd_name not in VERBS:
            return None
        verb = import_module(module_of(cmd_name))
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(cmd_name, cls=Verb, help=verb.__doc__)(verb.run)
        return typer.main.get_command(app)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of verbs, without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _in_vietnamese(super().get_help(ctx))


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"thidua {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="In số phiên bản."),
) -> None:
    """Hồ sơ thi đua, khen thưởng bằng tệp văn bản.

    Công cụ đối chiếu hồ sơ với kế hoạch; con người thẩm định, xét và quyết định.
    """


app = typer.Typer(cls=Verbs, rich_markup_mode=None, no_args_is_help=False, pretty_exceptions_enable=False)
app.callback(invoke_without_command=True)(_root)


def carry_out(words: list[str]) -> int:
    """Run one command line and give its exit code."""
    return ended(lambda: _run(words))


def _run(words: list[str]) -> int:
    command = typer.main.get_command(app)
    try:
        if words[0] == "--install-completion":
            return _install_completion(command, words)
        code = command.main(words, prog_name="thidua", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as error:
        # A usage error of typer is known by its shape: its classes are vendored and not ours to import.
        if hasattr(error, "format_message"):
            raise Refused(*_reworded(error)) from None
        raise
    return code if isinstance(code, int) else 0


def _install_completion(command: Any, words: list[str]) -> int:
    """Shell completion, put in by typer, which tells of it in English only."""
    said = StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said):
            failed = command.main(words, prog_name="thidua", standalone_mode=False)
    except SystemExit as ending:
        failed = ending.code
    if failed:
        raise Refused("không cài được gợi ý cho cửa sổ lệnh này", "dùng bash, zsh, fish hoặc PowerShell")
    where = re.search(r"installed in (.+)", said.getvalue())
    typer.echo(f"Đã cài gợi ý lệnh{f' vào {where[1]}' if where else ''}; mở lại cửa sổ lệnh để dùng.")
    return 0


def _reworded(error: Any) -> tuple[str, str]:
    """A usage error in Vietnamese, with the nearest thing that exists."""
    from thidua_cli.viet.text import suggest

    kind = type(error).__name__
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx is not None else "thidua"
    help_ = f"xem {path} --help"
    if kind == "NoSuchOption":
        known = [name for param in ctx.command.params for name in param.opts] if ctx is not None else []
        near = suggest(error.option_name, known)
        return f"không có tùy chọn {error.option_name}", f"có phải {near}?" if near else help_
    if kind == "MissingParameter":
        return f"thiếu {_named(error)}", help_
    if kind == "BadOptionUsage":
        return f"tùy chọn {error.option_name} thiếu giá trị hoặc thừa giá trị", help_
    if kind == "BadParameter":
        choices = [str(getattr(one, "value", one)) for one in getattr(error.param and error.param.type, "choices", ())]
        if choices:
            return f"giá trị của {_named(error)} không dùng được", f"chọn một trong: {', '.join(choices)}"
        return f"giá trị của {_named(error)} không dùng được: {error.message}", help_
    if "No such command" in str(getattr(error, "message", "")):
        asked = str(error.message).split("'")[1]
        near = suggest(asked, VERBS)
        return f"không có lệnh {asked}", f"có phải thidua {near}?" if near else "xem thidua --help"
    return "lệnh viết chưa đúng, có thể thừa đối số", help_


def _named(error: Any) -> str:
    """The parameter a usage error is about, as its user types it."""
    param, ctx = error.param, error.ctx
    if param is None:
        return "đối số"
    if param.param_type_name == "option":
        return str(param.opts[0])
    return str(param.make_metavar(ctx)) if ctx is not None else "đối số"
