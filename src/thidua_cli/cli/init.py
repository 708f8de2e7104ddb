"""Tạo thư mục làm việc cho một văn phòng: bản ghi đầu tiên, cấu hình kiểm tra và soạn thảo, trang cho kỹ sư."""

from pathlib import Path
from typing import Annotated

import typer

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
_SITES = ("public", "internal")


def run(
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục mới cho văn phòng.")],
    name: Annotated[
        str, typer.Option("--name", metavar="TÊN", help="Tên đơn vị của văn phòng.")
    ] = "Ủy ban nhân dân Phường Mẫu",
    level: Annotated[str, typer.Option("--level", metavar="CẤP", help="Cấp của cơ quan.")] = "xã, phường",
    plan: Annotated[
        str | None, typer.Option("--plan", metavar="KẾ_HOẠCH", help="Dùng ngay một kế hoạch có sẵn.")
    ] = None,
    site: Annotated[
        str | None,
        typer.Option(
            "--site",
            metavar="public|internal",
            help="Ghi thêm cấu hình đăng trang xem: public lên Pages, đã che dữ liệu cá nhân; internal trong cơ quan.",
        ),
    ] = None,
) -> None:
    """Write the files every office has, a campaign if one is named, and the schemas of both."""
    from thidua_cli.book import read_book
    from thidua_cli.cli.endings import Stop
    from thidua_cli.cli.new import local_campaign
    from thidua_cli.cli.output import write_new
    from thidua_cli.cli.schema import SCHEMAS, write_schemas
    from thidua_cli.viet.text import slug

    if site is not None and site not in _SITES:
        raise Stop(f"không có cách đăng “{site}”", "chọn --site public hoặc --site internal")
    campaign = local_campaign(plan) if plan else ""
    wanted = _STARTER | ({f"site-{site}.yml": ".github/workflows/thidua-site.yml"} if site else {})
    taken = [target for target in wanted.values() if (folder / target).exists()]
    if taken:
        raise Stop(f"{folder} đã có {', '.join(taken)}", "chọn thư mục khác; tệp đang có không bị ghi đè")
    words = {"unit": slug(name), "name": name, "upper": name.upper(), "level": level}
    for source, target in wanted.items():
        # GitLab reads one file: the job that publishes stands below the one that checks.
        more = _filled(f"gitlab-site-{site}.yml", words) if site and source == "gitlab-ci.yml" else ""
        write_new(folder / target, _filled(source, words) + more)
    if plan:
        write_new(folder / "campaigns" / plan / "campaign.yaml", campaign)
    write_schemas(read_book(folder), folder / SCHEMAS)
    typer.echo(
        f"Đã tạo {folder}: {len(wanted)} tệp, kể cả cấu hình kiểm tra và docs/engineer.md cho kỹ sư. Tiếp theo: "
        f"điền units.yaml, rồi thidua new campaign, thidua new nomination, thidua validate {folder}"
    )


def _filled(source: str, words: dict[str, str]) -> str:
    from importlib.resources import files

    text = (files("thidua_cli") / "starter" / source).read_text(encoding="utf-8")
    for key, word in words.items():
        text = text.replace(f"@@{key}@@", word)
    return text
