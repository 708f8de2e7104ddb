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
VAI_TRO_LA: Final = Code(
    "TD228",
    "vai-tro-la",
    Severity.ERROR,
    "dữ liệu",
    "Vai trò mà một đơn vị trong units.yaml giữ không có trong vai_tro_don_vi của kế hoạch nào trong thư mục; giấy gửi vai "
    "trò ấy không tìm được đơn vị, văn bản gia hạn của đơn vị không được nhận là của nơi nhận.",
    "giu_vai_tro:\n  - phong-noi-vi",
    "giu_vai_tro:\n  - phong-noi-vu",
)
VAI_TRO_KHONG_AI_GIU: Final = Code(
    "TD229",
    "vai-tro-khong-ai-giu",
    _R,
    "dữ liệu",
    "Kế hoạch giao gửi hồ sơ cho một vai trò mà chưa đơn vị nào trong units.yaml giữ, nên tờ trình kính gửi bằng tên chung của "
    "kế hoạch, ví dụ “Ủy ban nhân dân quận”, không bằng tên đơn vị.",
    "giu_vai_tro:\n  - hd-tdkt-quan",
    "giu_vai_tro:\n  - ubnd-quan\n  - hd-tdkt-quan",
)

CODES: Final = tuple(value for value in list(globals().values()) if isinstance(value, Code))
