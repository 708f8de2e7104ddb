"""Tạo thư mục làm việc cho một văn phòng: bản ghi đầu tiên, cấu hình kiểm tra và soạn thảo, trang cho kỹ sư."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from thidua_cli.book import OFFICE_FILE, read_book, shipped_plans
from thidua_cli.cli.screen import say
from thidua_cli.diagnostic import Refused

_STARTER = {
    "thidua.yaml": "thidua.yaml",
    "units.yaml": "units.yaml",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "editorconfig": ".editorconfig",
    "github-workflow.yml": ".github/workflows/thidua.yml",
    "gitlab-ci.yml": ".gitlab-ci.yml",
    "vscode-settings.json": ".vscode/settings.json",
    "vscode-extensions.json": ".vscode/extensions.json",
    "codeowners": "docs/CODEOWNERS",
    "engineer.md": "docs/engineer.md",
}
"""Files of ``starter/`` and where they go; the three kinds of git server all look for CODEOWNERS in ``docs``."""
_NO_WORDS: Mapping[str, str] = {}
_KEPT = "chọn thư mục khác; tệp đang có không bị ghi đè"


class Site(StrEnum):
    """Where the office publishes its pages."""

    public = "public"
    internal = "internal"


def run(
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục mới cho văn phòng.")],
    name: Annotated[
        str, typer.Option("--name", metavar="TÊN", help="Tên đơn vị của văn phòng.")
    ] = "Ủy ban nhân dân Phường Mẫu",
    level: Annotated[
        str, typer.Option("--level", metavar="CẤP", help="Cấp của cơ quan: xã, phường; quận, huyện; tỉnh, thành phố.")
    ] = "xã, phường",
    plan: Annotated[
        str | None, typer.Option("--plan", metavar="KẾ_HOẠCH", help="Dùng ngay một kế hoạch có sẵn.")
    ] = None,
    site: Annotated[
        Site | None,
        typer.Option(
            "--site",
            metavar="public|internal",
            help="Ghi thêm cấu hình đăng trang xem: public lên Pages, đã che dữ liệu cá nhân; internal trong cơ quan.",
        ),
    ] = None,
) -> None:
    """Write the files every office has, a campaign if one is named, and the schemas of both."""
    from thidua_cli.cli.output import write_all
    from thidua_cli.cli.terminal import chosen_of, typed
    from thidua_cli.model.unit import LEVEL_LADDER
    from thidua_cli.source.writing import scalar
    from thidua_cli.viet.names import is_full_name
    from thidua_cli.viet.text import slug

    wanted = _STARTER | ({f"site-{site.value}.yml": ".github/workflows/thidua-site.yml"} if site else {})
    level = chosen_of("cấp cơ quan", level, LEVEL_LADDER)
    if not is_full_name(name):
        raise Refused(f"“{name}” không phải tên một đơn vị", "ghi đủ tên, ví dụ --name 'Ủy ban nhân dân Phường 17'")
    words = {"unit": slug(name), "name": scalar(name), "upper": scalar(name.upper()), "level": level}
    words["kind"] = _kind(name, level)
    files = {target: filled(source, words) for source, target in wanted.items()}
    if site:  # GitLab reads one file: the job that publishes stands below the one that checks.
        files[".gitlab-ci.yml"] += filled(f"gitlab-site-{site.value}.yml", words)
    if plan:
        files[f"campaigns/{plan}/campaign.yaml"] = local_campaign(plan)
    files |= _schemas(files)
    files[OFFICE_FILE] = files.pop(OFFICE_FILE)  # last: until it stands there is no office, and init can go on
    taken = [target for target, text in files.items() if _is_taken(folder / target, text)]
    if taken:
        raise Refused(f"{folder} đã có {', '.join(taken)}", _KEPT)
    write_all({folder / target: text.encode() for target, text in files.items()})
    say(
        f"Đã tạo {folder}: {len(wanted)} tệp, kể cả cấu hình kiểm tra và docs/engineer.md cho kỹ sư, cùng lược đồ cho "
        f"trình soạn thảo. Tiếp theo: điền units.yaml, rồi {'' if plan else 'thidua new campaign, '}"
        f"thidua new nomination, thidua validate {typed(folder)}"
    )


def _kind(name: str, level: str) -> str:
    """What kind of unit an office of this name and level is, as far as both say it; else left for the office to say."""
    from thidua_cli.viet.text import fold

    if not fold(name).startswith((fold("Ủy ban nhân dân"), fold("UBND"))):
        return ""
    return "UBND phường" if level == "xã, phường" else "ủy ban nhân dân"


def _schemas(files: dict[str, str]) -> dict[str, str]:
    """The schemas of an office that is not yet there, by path; they come from its records, so these are laid out."""
    from tempfile import TemporaryDirectory

    from thidua_cli.cli.schema import SCHEMAS
    from thidua_cli.format.schemas import schemas

    with TemporaryDirectory() as scratch:
        for target, text in files.items():
            path = Path(scratch) / target
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        return {f"{SCHEMAS.as_posix()}/{one.path}": one.text for one in schemas(read_book(Path(scratch)))}


def _is_taken(path: Path, text: str) -> bool:
    """Whether something else stands there. What a run that was cut off left is what would be written again."""
    return path.exists() and (path.name == OFFICE_FILE or not path.is_file() or path.read_bytes() != text.encode())


def local_campaign(plan: str) -> str:
    """An office's own file for a shipped plan."""
    from thidua_cli.cli.endings import unknown

    if plan not in shipped_plans():
        raise unknown("kế hoạch", plan, shipped_plans())
    return filled("local-campaign.yaml", {"plan": plan})


def filled(source: str, words: Mapping[str, str] = _NO_WORDS) -> str:
    """A file of ``starter/`` with the office's own words in it."""
    from importlib.resources import files

    text = (files("thidua_cli") / "starter" / source).read_text(encoding="utf-8")
    for key, word in words.items():
        text = text.replace(f"@@{key}@@", word)
    return text
