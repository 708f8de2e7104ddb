"""The findings about layout: one for each part of a paper that Decree 30/2020 describes."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E, _R, _N = Severity.ERROR, Severity.REVIEW, Severity.NOTE


def _code(id_: str, name: str, severity: Severity, summary: str, wrong: str = "", right: str = "") -> Code:
    return Code(id_, name, severity, "luật", f"{summary} (Phụ lục I, Nghị định 30/2020/NĐ-CP).", wrong, right)


KHO_GIAY: Final = _code("TD750", "kho-giay", _E, "Khổ giấy là A4, 210 mm x 297 mm", "khổ Letter", "khổ A4")
LE_TRANG: Final = _code(
    "TD751",
    "le-trang",
    _E,
    "Lề trên, lề dưới 20-25 mm, lề trái 30-35 mm, lề phải 15-20 mm",
    "lề trái 20 mm",
    "lề trái 30 mm",
)
PHONG_CHU: Final = _code("TD752", "phong-chu", _E, "Phông chữ là Times New Roman", "Arial", "Times New Roman")
CO_CHU: Final = _code("TD753", "co-chu", _E, "Cỡ chữ của từng phần nằm trong khoảng quy định", "cỡ 12", "cỡ 14")
KIEU_CHU: Final = _code(
    "TD754",
    "kieu-chu",
    _E,
    "Chữ đứng, nghiêng, đậm của từng phần theo quy định",
    "Căn cứ chữ đứng",
    "Căn cứ chữ nghiêng",
)
QUOC_HIEU: Final = _code(
    "TD755",
    "quoc-hieu-tieu-ngu",
    _E,
    "Quốc hiệu in hoa; Tiêu ngữ viết hoa chữ đầu các cụm, giữa các cụm có gạch nối và dấu cách",
    "Độc lập-Tự do-Hạnh phúc",
    "Độc lập - Tự do - Hạnh phúc",
)
SO_KY_HIEU: Final = _code(
    "TD756",
    "so-ky-hieu-the-thuc",
    _E,
    "Số nhỏ hơn 10 có số 0 phía trước; giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ có gạch nối, "
    "không dấu cách",
    "Số: 5/TTr-UBND",
    "Số: 05/TTr-UBND",
)
DIA_DANH_NGAY: Final = _code(
    "TD757",
    "dia-danh-ngay",
    _E,
    "Sau địa danh có dấu phẩy; ngày nhỏ hơn 10 và tháng 1, 2 có số 0 phía trước, các tháng khác thì không",
    "Quận Mẫu, ngày 5 tháng 2 năm 2024",
    "Quận Mẫu, ngày 05 tháng 02 năm 2024",
)
TEN_LOAI: Final = _code("TD758", "ten-loai-trich-yeu", _E, "Tên loại in hoa, đậm, canh giữa; trích yếu đậm, canh giữa")
CAN_CU: Final = _code(
    "TD759",
    "can-cu-dau-cau",
    _E,
    "Mỗi căn cứ một dòng, cuối dòng có dấu chấm phẩy, dòng cuối cùng kết thúc bằng dấu chấm",
    "Căn cứ Luật Thi đua, khen thưởng",
    "Căn cứ Luật Thi đua, khen thưởng;",
)
DANH_SO: Final = _code(
    "TD760",
    "danh-so-de-muc",
    _E,
    "Đề mục đánh số liền nhau: I. II. III., 1. 2. 3., a) b) c) d) đ) e)",
    "I. III.",
    "I. II.",
)
CHU_KY: Final = _code(
    "TD761",
    "quyen-han-ho-ten-ky",
    _E,
    "Quyền hạn, chức vụ người ký in hoa, đậm; họ tên người ký đậm, không ghi học hàm, học vị",
    "TS. Nguyễn Văn An",
    "Nguyễn Văn An",
)
NOI_NHAN: Final = _code(
    "TD762",
    "noi-nhan",
    _E,
    "“Nơi nhận:” đậm, nghiêng; mỗi nơi một dòng, gạch đầu dòng, cuối dòng dấu chấm phẩy; dòng cuối là Lưu và kết "
    "thúc bằng dấu chấm",
    "- Lưu: VT",
    "- Lưu: VT.",
)
SO_TRANG: Final = _code(
    "TD763", "so-trang", _E, "Số trang canh giữa ở lề trên, từ trang 2; trang đầu không hiện số", "số ở chân trang"
)
DAU_KET_THUC: Final = _code(
    "TD764",
    "dau-ket-thuc",
    _R,
    "Các mẫu văn bản kết thúc nội dung bằng dấu “./.”",
    "xem xét, quyết định.",
    "xem xét, quyết định./.",
)
KINH_GUI: Final = _code(
    "TD765",
    "kinh-gui",
    _E,
    "Kính gửi một nơi viết cùng dòng; nhiều nơi thì mỗi nơi một dòng gạch đầu dòng, cuối dòng dấu chấm phẩy, "
    "dòng cuối dấu chấm",
)
PHU_LUC: Final = _code(
    "TD766",
    "phu-luc-the-thuc",
    _E,
    "Phụ lục có dòng “Phụ lục”, tên in hoa đậm canh giữa, dòng “(Kèm theo …)” nghiêng",
)
DOAN_VAN: Final = _code(
    "TD767",
    "doan-van",
    _R,
    "Nội dung canh đều hai bên, lùi dòng đầu 1 cm hoặc 1,27 cm, giãn dòng từ đơn đến 1,5",
)
THIEU_THANH_PHAN: Final = _code(
    "TD768", "thieu-thanh-phan-the-thuc", _E, "Văn bản đủ các thành phần chính", "Tờ trình không có Nơi nhận"
)
KHONG_NHAN_RA: Final = Code(
    "TD769",
    "khong-nhan-ra-loai-giay",
    _N,
    "luật",
    "Không nhận ra đây là loại văn bản nào của Nghị định 30/2020/NĐ-CP nên không xét thể thức; không phải là sai.",
)
KHONG_BAT_BUOC: Final = Code(
    "TD770",
    "khong-bat-buoc-nd30",
    _N,
    "luật",
    "Cơ quan, người lập giấy không thuộc đối tượng bắt buộc của Nghị định 30/2020/NĐ-CP (Điều 2), nên không xét "
    "thể thức.",
)

LAYOUT_CODES: Final = (
    KHO_GIAY,
    LE_TRANG,
    PHONG_CHU,
    CO_CHU,
    KIEU_CHU,
    QUOC_HIEU,
    SO_KY_HIEU,
    DIA_DANH_NGAY,
    TEN_LOAI,
    CAN_CU,
    DANH_SO,
    CHU_KY,
    NOI_NHAN,
    SO_TRANG,
    DAU_KET_THUC,
    KINH_GUI,
    PHU_LUC,
    DOAN_VAN,
    THIEU_THANH_PHAN,
    KHONG_NHAN_RA,
    KHONG_BAT_BUOC,
)
