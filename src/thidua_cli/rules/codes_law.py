"""The findings about the law of the day, about reward money (TD66x) and about a number's letters (TD415)."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E, _R, _N = Severity.ERROR, Severity.REVIEW, Severity.NOTE

KHONG_CO_THAM_QUYEN: Final = Code(
    "TD660",
    "khong-co-tham-quyen",
    _E,
    "luật",
    "Người tặng không còn, hoặc không được tặng hình thức ấy vào ngày quyết định (chưa quyết định: ngày nhận hồ sơ). Từ 01/7/2025 không còn cấp huyện.",
    "ngay_ban_hanh: 01/7/2025\ntham_quyen: Chủ tịch Ủy ban nhân dân Quận Mẫu",
    "ngay_ban_hanh: 01/7/2025\ntham_quyen: Chủ tịch Ủy ban nhân dân Phường 17",
)
MAU_SO_KHAC: Final = Code(
    "TD661",
    "mau-so-khac",
    _R,
    "luật",
    "Mẫu số ghi ở kế hoạch khác mẫu của nghị định có hiệu lực vào ngày nhận hồ sơ: báo cáo chuyên đề là Mẫu 07 đến hết 2023, Mẫu 08 từ 2024.",
    "mau_so: Mẫu số 7",
    "mau_so: Mẫu số 8",
)
VAN_BAN_HET_HIEU_LUC: Final = Code(
    "TD662",
    "van-ban-het-hieu-luc",
    _R,
    "luật",
    "Văn bản được viện dẫn hết hiệu lực, hoặc chưa có hiệu lực, vào ngày nhận hồ sơ hay ngày của kế hoạch.",
)
NHAM_DANH_HIEU: Final = Code(
    "TD663",
    "nham-danh-hieu",
    _E,
    "luật",
    "Lẫn danh hiệu thi đua với hình thức khen thưởng, hoặc danh hiệu của tập thể đề nghị cho cá nhân (Luật 06/2022/QH15, Điều 9, 19, 20).",
    "ten_hinh_thuc: Chiến sĩ thi đua cơ sở\nloai_hinh_thuc: khen thưởng",
    "ten_hinh_thuc: Chiến sĩ thi đua cơ sở\nloai_hinh_thuc: danh hiệu",
)
KHEN_DOT_TINH_CONG_TRANG: Final = Code(
    "TD664",
    "khen-dot-tinh-cong-trang",
    _R,
    "luật",
    "Khen đột xuất, khen theo đợt hoặc chuyên đề không làm căn cứ xét khen công trạng của cấp trên (Nghị định 98/2023/NĐ-CP và 152/2025/NĐ-CP, Điều 4 khoản 3).",
)
LUAT_CHUA_DOI_CHIEU: Final = Code(
    "TD665",
    "luat-chua-doi-chieu",
    _R,
    "thông lệ",
    "Điều nêu ra dựa trên giá trị luật mới có một nguồn hoặc suy ra, nên chỉ để xem lại; văn phòng đối chiếu rồi thì ghi ở law/ của mình.",
)
LUAT_CHUA_CO: Final = Code(
    "TD666",
    "luat-chua-co",
    _N,
    "dữ liệu",
    "Ngày xét, hoặc một hồ sơ, quyết định, đã qua ngày cuối của dữ liệu luật; sau ngày ấy mọi điều về luật là chưa đủ căn cứ.",
)
TIEN_THUONG_LECH: Final = Code(
    "TD667",
    "tien-thuong-lech",
    _R,
    "luật",
    "Tiền thưởng ghi ở quyết định khác cả số chưa làm tròn lẫn số đã làm tròn của hệ số nhân lương cơ sở ngày quyết định, "
    "hoặc tổng ghi ở quyết định khác tổng từng trường hợp.",
    "tien_thuong: 690.000",
    "tien_thuong: 710.000",
)
VUOT_KINH_PHI: Final = Code(
    "TD668",
    "vuot-kinh-phi",
    _R,
    "dữ liệu",
    "Tổng tiền thưởng đã quyết định của cấp mình vượt kinh phí ghi ở kinh_phi_khen_thuong của đợt.",
)
GIA_TRI_LUAT_CHONG: Final = Code(
    "TD669",
    "gia-tri-luat-chong",
    _E,
    "dữ liệu",
    "Hai giá trị luật của văn phòng trả lời cùng một câu hỏi trong cùng một ngày.",
)
LUAT_CUA_VAN_PHONG: Final = Code(
    "TD670",
    "luat-cua-van-phong",
    _N,
    "dữ liệu",
    "Văn phòng có giá trị luật của riêng mình ở law/; chúng được dùng trước giá trị đi kèm thidua.",
)
SO_KHAC_LOAI: Final = Code(
    "TD415",
    "so-khac-loai",
    _R,
    "luật",
    "Hồ sơ lập bằng Tờ trình mà số, ký hiệu mang chữ viết tắt của loại văn bản khác (Nghị định 30/2020, Phụ lục III).",
    "so_ky_hieu: 203/BC-UBND    (hồ sơ lập bằng tờ trình)",
    "so_ky_hieu: 203/TTr-UBND",
)

CODES: Final = tuple(value for value in list(globals().values()) if isinstance(value, Code))
