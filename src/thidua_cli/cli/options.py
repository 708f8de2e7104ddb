"""Arguments and options that several verbs share: one name, one meaning, one sentence of help."""

from pathlib import Path
from typing import Annotated

import typer

Repo = Annotated[
    Path | None, typer.Option("--repo", metavar="THƯ_MỤC", help="Thư mục của văn phòng; mặc định là nơi đang đứng.")
]
Offices = Annotated[list[Path] | None, typer.Argument(metavar="[ĐƯỜNG_DẪN]...", help="Thư mục của văn phòng.")]
Narrowing = Annotated[
    list[Path] | None, typer.Argument(metavar="[ĐƯỜNG_DẪN]...", help="Thư mục hoặc tệp; chỉ thu hẹp phần được in.")
]
OnlyCampaign = Annotated[str | None, typer.Option("--campaign", metavar="ĐỢT", help="Chỉ một đợt thi đua.")]
OneCampaign = Annotated[
    str | None, typer.Option("--campaign", metavar="ĐỢT", help="Đợt thi đua; bỏ trống khi chỉ có một.")
]
