"""Khen thưởng đã có của một người hay một đơn vị, trong mọi đợt của thư mục."""

from typing import Annotated

import typer

from thidua_cli.cli.options import Repo


def run(
    who: Annotated[str, typer.Argument(metavar="TÊN", help="Họ tên, hoặc mã, tên, tên khác của đơn vị.")],
    repo: Repo = None,
) -> None:
    """Print what a person or unit has received."""
    from thidua_cli.cli.terminal import open_book, show
    from thidua_cli.format.history import lines
    from thidua_cli.judge.history import history

    holders = history(open_book(repo), who)
    if not holders:
        typer.echo(f"Chưa thấy khen thưởng nào của {who} trong thư mục này.")
        return
    show(lines(holders))
