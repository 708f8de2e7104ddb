"""The findings about an office's pre-printed stock (TD78x)."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E, _R = Severity.ERROR, Severity.REVIEW

O_NGOAI_PHOI: Final = Code(
    "TD780",
    "o-ngoai-phoi",
    _E,
    "dữ liệu",
    "Ô in trên phôi ra ngoài tờ giấy, không có bề rộng, cỡ chữ, dòng đè lên dòng, hoặc khổ giấy Word không nhận.",
    "chieu_rong: 297\n…\ncach_trai: 165\nbe_rong: 150",
    "cach_trai: 165\nbe_rong: 105",
)
PHOI_CHO_HINH_THUC: Final = Code(
    "TD781",
    "phoi-cho-hinh-thuc",
    _R,
    "dữ liệu",
    "Phôi in cho một hình thức không đợt nào trong kho có, hoặc hai phôi cùng in cho một hình thức nên không biết in lên phôi nào.",
    "ap_dung_cho: [Giấy khen huyện]",
    "ap_dung_cho: [Giấy khen quận]",
)
SO_PHOI_LECH: Final = Code(
    "TD782",
    "so-phoi-lech",
    _R,
    "dữ liệu",
    "Số phôi nhận không bằng số đã in cộng số hỏng cộng số còn; chỉ so khi văn phòng ghi cả ba số, số hỏng đếm ở phoi_hong.",
    "so_luong_nhan: 80\nso_luong_da_in: 71\nso_luong_con: 8",
    "so_luong_con: 9",
)
SO_HIEU_PHOI_TRUNG: Final = Code(
    "TD783",
    "so-hieu-phoi-trung",
    _R,
    "dữ liệu",
    "Một số hiệu phôi ghi cho hai người, hoặc ghi hỏng hai lần, hoặc đã ghi hỏng mà vẫn ghi cho người được khen.",
    'so_hieu_phoi: "000731"   # đã ghi ở phoi_hong',
    'so_hieu_phoi: "000732"',
)
O_CHONG_NHAU: Final = Code(
    "TD784",
    "o-chong-nhau",
    _R,
    "dữ liệu",
    "Hai ô của phôi chồng lên nhau khi ô in đủ số dòng: chữ in đè lên chữ, và Word đẩy một ô đi chỗ khác.",
    "chan_dong_dau: 96   # 2 dòng cách 9 mm\n…\nchan_dong_dau: 108",
    "chan_dong_dau: 114",
)

CODES: Final = tuple(value for value in list(globals().values()) if isinstance(value, Code))
