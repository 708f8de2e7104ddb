"""Tạo thư mục làm việc cho một văn phòng: thidua.yaml, units.yaml và một đợt thi đua để bắt đầu."""

from pathlib import Path
from typing import Annotated

import typer

_OFFICE = """\
# Cơ quan dùng thư mục này: cấp, đơn vị của mình, cơ quan thường trực Hội đồng.
# cap_co_quan: cơ sở · xã, phường · quận, huyện · tỉnh, thành phố · trung ương
cap_co_quan: {level}
# mã của đơn vị mình trong units.yaml
don_vi: {unit}
co_quan_thuong_truc: {unit}
"""
_UNITS = """\
# Các đơn vị: viết mỗi khóa một dòng. Mã (id) chữ thường, không dấu, nối bằng gạch.
- id: {unit}
  # tên chính thức, đầy đủ, và tên in trên quyết định, bằng
  ten_don_vi: {name}
  ten_ghi_quyet_dinh: {name}
  loai_don_vi: ủy ban nhân dân
  # các dòng bên trái đầu giấy, dòng cuối in đậm
  tieu_de_trai:
    - {upper}
  dia_danh:
  # chữ viết tắt trong số văn bản, ví dụ UBND
  chu_viet_tat:
  # thủ trưởng: ký không có TM.; tập thể: ký có TM.
  che_do_lam_viec: thủ trưởng
  # nguoi_dung_dau:
  #   - ho_ten:
  #     gioi_tinh: nam
  #     chuc_vu:
  #     tu_ngay:
"""


def run(
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục mới cho văn phòng.")],
    name: Annotated[
        str, typer.Option("--name", metavar="TÊN", help="Tên đơn vị của văn phòng.")
    ] = "Ủy ban nhân dân Phường Mẫu",
    level: Annotated[str, typer.Option("--level", metavar="CẤP", help="Cấp của cơ quan.")] = "xã, phường",
    plan: Annotated[
        str | None, typer.Option("--plan", metavar="KẾ_HOẠCH", help="Dùng ngay một kế hoạch có sẵn.")
    ] = None,
) -> None:
    """Write the two files every office has, and a campaign if one is named."""
    from thidua_cli.cli.new import local_campaign
    from thidua_cli.cli.output import write_new
    from thidua_cli.viet.text import slug

    unit = slug(name)
    write_new(folder / "thidua.yaml", _OFFICE.format(level=level, unit=unit))
    write_new(folder / "units.yaml", _UNITS.format(unit=unit, name=name, upper=name.upper()))
    if plan:
        write_new(folder / "campaigns" / plan / "campaign.yaml", local_campaign(plan))
    typer.echo(
        f"Đã tạo {folder}. Tiếp theo: điền units.yaml, rồi thidua new campaign, thidua new nomination, thidua validate {folder}"
    )
