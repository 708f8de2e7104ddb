"""The findings about what units.yaml says of a unit, beside what a plan and its papers ask of it."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_R = Severity.REVIEW

NGOAI_KE_HOACH: Final = Code(
    "TD694",
    "don-vi-ngoai-ke-hoach",
    _R,
    "dữ liệu",
    "Đơn vị của chính văn phòng thuộc loại mà kế hoạch không giao việc, không xét khen, và không giữ vai trò nào của "
    "kế hoạch. Khi ấy không việc nào của đợt tính cho đơn vị; thường là loai_don_vi ghi chưa đúng.",
    "ten_don_vi: Ủy ban nhân dân Phường 17\nloai_don_vi: ủy ban nhân dân",
    "ten_don_vi: Ủy ban nhân dân Phường 17\nloai_don_vi: UBND phường",
)
DON_VI_CHUA_DU: Final = Code(
    "TD695",
    "don-vi-chua-du",
    _R,
    "dữ liệu",
    "units.yaml chưa ghi điều mà văn bản của hồ sơ đang chuẩn bị phải in: địa danh, chữ viết tắt trong số, ký hiệu, "
    "người đứng đầu. Giấy vẫn in được, những chỗ ấy để trống.",
    "dia_danh:\nchu_viet_tat:",
    "dia_danh: Phường 17\nchu_viet_tat: UBND",
)
DAU_GIAY_TACH_TEN: Final = Code(
    "TD696",
    "dau-giay-tach-ten",
    _R,
    "luật",
    "Tên cơ quan ở đầu giấy bị tách làm hai mục: mỗi mục của tieu_de_trai là một cơ quan, mục cuối in đậm, các mục trên là "
    "cơ quan chủ quản (Nghị định 30/2020, Phụ lục I, II.2). Giấy của Hội đồng mất luôn chữ “Ủy ban nhân dân”.",
    "tieu_de_trai:\n  - ỦY BAN NHÂN DÂN\n  - PHƯỜNG 17",
    "tieu_de_trai:\n  - ỦY BAN NHÂN DÂN PHƯỜNG 17",
)

CODES: Final = tuple(value for value in list(globals().values()) if isinstance(value, Code))
