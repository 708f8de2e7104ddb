"""One fictional case in plain values, as the papers of a ward's dossier need it; and that it keeps
the contract of fields. Other tests of rendering import the values from here."""

from collections.abc import Mapping
from typing import Any

import pytest

from thidua_cli.render.fields import FIELDS

DOT = "Đợt thi đua cao điểm 60 ngày đêm “Quyết tâm tăng tốc, năng suất gấp đôi” năm 2024"
LONG_UNIT = "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÔNG TRÌNH GIAO THÔNG VÀ HẠ TẦNG KỸ THUẬT ĐÔ THỊ KHU VỰC QUẬN 11"


def dau_giay(*trai: str, dia_danh: str = "Phường 17") -> dict[str, Any]:
    return {
        "tieu_de_trai": list(trai) or ["UBND QUẬN 11", "ỦY BAN NHÂN DÂN PHƯỜNG 17"],
        "tieu_de_phai": "quốc hiệu",
        "dia_danh": dia_danh,
        "don_vi_soan_thao": "VPTK",
    }


def nguoi_ky(*quyen_han: str, ho_ten: str = "Nguyễn Văn An", ghi_chu: str = "") -> dict[str, Any]:
    return {"quyen_han_ky": list(quyen_han), "ho_ten": ho_ten, "ghi_chu": ghi_chu}


def ke_hoach() -> dict[str, Any]:
    return {
        "cum_vien_dan": (
            "Kế hoạch số 303/KH-UBND ngày 11 tháng 11 năm 2024 của Ủy ban nhân dân Quận 11 về thi đua "
            "cao điểm 60 ngày đêm “Quyết tâm tăng tốc, năng suất gấp đôi” phấn đấu hoàn thành chỉ tiêu "
            "kinh tế - xã hội năm 2024 trên địa bàn Quận 11"
        ),
        "vien_dan_ngan": "Kế hoạch số 303/KH-UBND",
        "ten_dot": DOT,
        "ten_goi_tat": "Đợt thi đua",
        "thanh_tich_ghi": f"Đã có thành tích xuất sắc trong {DOT}",
        "thanh_tich_ghi_trong_cau": (
            "đã có thành tích xuất sắc trong Đợt thi đua cao điểm 60 ngày đêm “Quyết tâm tăng tốc, năng "
            "suất gấp đôi” phấn đấu hoàn thành chỉ tiêu kinh tế - xã hội năm 2024 trên địa bàn Quận 11"
        ),
        "can_cu_luat": [
            "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
            "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi "
            "hành một số điều của Luật Thi đua, khen thưởng",
        ],
        "can_cu_thu_tuc": [
            "Quyết định số 2411/QĐ-UBND ngày 02 tháng 7 năm 2024 của Chủ tịch Ủy ban nhân dân Thành phố "
            "Hồ Chí Minh về việc công bố danh mục thủ tục hành chính lĩnh vực quản lý nhà nước về thi "
            "đua, khen thưởng thuộc phạm vi chức năng quản lý của Sở Nội vụ",
        ],
        "dieu_khoan_tieu_chuan": "khoản 2 Mục III Kế hoạch số 303/KH-UBND",
        "han_nop": "trước ngày 20 tháng 12 năm 2024",
    }


def don_vi(**other: Any) -> dict[str, Any]:
    return {
        "ten_don_vi": "Ủy ban nhân dân Phường 17",
        "chu_viet_tat": "UBND",
        "don_vi_soan_thao": "VPTK",
        "ky_hieu_cong_van": "UBND-VPTK",
        "dau_giay": dau_giay(),
    } | other


_TEN = (
    ("Trần Văn Bình", "Ông", "1980", "", "Phó Chủ tịch Ủy ban nhân dân Phường 17, Quận 11"),
    (
        "Lê Thị Cẩm",
        "Bà",
        "",
        "1988",
        "Công chức Địa chính - Xây dựng - Đô thị và Môi trường, Ủy ban nhân dân Phường 17, Quận 11",
    ),
    ("Phạm Văn Dũng", "Ông", "1991", "", "Công chức Văn phòng - Thống kê, Ủy ban nhân dân Phường 17, Quận 11"),
)
_TOM_TAT = (
    "Trực tiếp chỉ đạo tháo gỡ 04 vướng mắc về mặt bằng và hồ sơ nghiệm thu; đưa tỷ lệ giải ngân của "
    "phường từ 71,40% (31/10/2024) lên 96,50% (10/12/2024)",
    "Hoàn thiện 17/17 bộ hồ sơ thanh toán, sớm bình quân 04 ngày so với kế hoạch; đề xuất và vận hành "
    "“Bảng theo dõi hồ sơ giải ngân theo tuần”",
    "Tham mưu 05 kế hoạch, 12 báo cáo tuần của Đợt thi đua đúng hạn; số hóa 1.240 hồ sơ lưu trữ",
)
GIAY_KHEN = "Giấy khen của Chủ tịch Ủy ban nhân dân quận"
BANG_KHEN = "Bằng khen của Chủ tịch Ủy ban nhân dân Thành phố"


def ca_nhan(count: int = 3) -> list[dict[str, Any]]:
    people = []
    for i in range(count):
        ten, xung_ho, nam, nu, chuc_vu = _TEN[i % len(_TEN)]
        people.append(
            {
                "ten_day_du": f"{xung_ho} {ten}, {chuc_vu}",
                "ten_ghi_quyet_dinh": "",
                "ho_ten": ten if i < len(_TEN) else f"{ten} {i + 1}",
                "xung_ho_ten": f"{xung_ho} {ten}",
                "nam_sinh_nam": nam,
                "nam_sinh_nu": nu,
                "chuc_vu_don_vi": chuc_vu,
                "tom_tat_thanh_tich": _TOM_TAT[i % len(_TOM_TAT)] + ".",
                "hinh_thuc": BANG_KHEN if i == 0 else GIAY_KHEN,
                "tieu_chuan": "Cá nhân, dấu cộng thứ nhất",
                "ten_linh_vuc": "giải ngân vốn đầu tư công năm 2024",
                "ghi_chu": "",
            }
        )
    return people


def tap_the() -> list[dict[str, Any]]:
    return [
        {
            "ten_day_du": "Ủy ban nhân dân Phường 17, Quận 11",
            "ten_ghi_quyet_dinh": "Ủy ban nhân dân Phường 17, Quận 11",
            "ho_ten": "",
            "xung_ho_ten": "Ủy ban nhân dân Phường 17, Quận 11",
            "nam_sinh_nam": "",
            "nam_sinh_nu": "",
            "chuc_vu_don_vi": "",
            "tom_tat_thanh_tich": (
                "Giải ngân vốn đầu tư công 4.053.000.000/4.200.000.000 đồng, đạt 96,50% kế hoạch được giao (số "
                "liệu đến 10/12/2024, Kho bạc Nhà nước Quận 11 xác nhận; không tính 350.000.000 đồng đăng ký "
                "bổ sung). Mô hình “Tổ tháo gỡ vướng mắc giải ngân theo tuần” rút ngắn thời gian nghiệm thu, "
                "thanh toán từ 12 còn 07 ngày làm việc."
            ),
            "hinh_thuc": BANG_KHEN,
            "tieu_chuan": "Tập thể, dấu cộng thứ nhất",
            "ten_linh_vuc": "giải ngân vốn đầu tư công năm 2024",
            "ghi_chu": "",
        }
    ]


def so_lieu() -> dict[str, Any]:
    return {
        "ten": "Giải ngân vốn đầu tư công",
        "ke_hoach": "4.200.000.000 đồng",
        "thuc_hien": "4.053.000.000 đồng",
        "ty_le": "96,50%",
        "khong_tinh": "350.000.000 đồng vốn đăng ký bổ sung",
        "ngay_chot": "2024-12-10",
        "nguon": "văn bản số 512/KBQ11 ngày 11/12/2024 của Kho bạc Nhà nước Quận 11",
        "uoc_thuc_hien": "4.116.000.000 đồng (98,00%)",
    }


def ho_so(people: int = 3, **other: Any) -> dict[str, Any]:
    names = ca_nhan(people)
    return {
        "so_ky_hieu": "",
        "ngay_ban_hanh": "2024-12",
        "kinh_gui": ["Ủy ban nhân dân Quận 11 (qua Phòng Nội vụ)"],
        "noi_trinh": "Ủy ban nhân dân Quận 11",
        "nhom_doi_tuong": "tập thể, cá nhân",
        "ten_hinh_thuc": "Thư khen của Chủ tịch Ủy ban nhân dân Thành phố",
        "tham_quyen": "Chủ tịch Ủy ban nhân dân Thành phố",
        "cac_bien_ban": [
            "Biên bản số 02/BB-HĐTĐKT ngày 16 tháng 12 năm 2024 của Hội đồng Thi đua - Khen thưởng Phường 17"
        ],
        "ket_qua_phat_dong": (
            "Ủy ban nhân dân Phường 17 đã ban hành Kế hoạch số 41/KH-UBND ngày 15/11/2024, phát "
            "động Đợt thi đua đến 100% cán bộ, công chức, người lao động với 05 chỉ tiêu cụ thể."
        ),
        "so_lieu_noi_bat": [so_lieu()],
        "cuoc_hop": [
            {
                "ngay_hop": "2024-12-16",
                "ten_hoi_dong": "Hội đồng Thi đua - Khen thưởng Phường 17",
                "so_co_mat": "06",
                "tong_so": "07",
                "so_truong_hop": "01 tập thể, 03 cá nhân",
            }
        ],
        "ghi_ten": "có" if people <= 10 else "",
        "goi_chung": "Các trường hợp",
        "nhom": [
            {
                "cau_de_nghi": ("Đề nghị Ủy ban nhân dân Quận 11 xem xét, trình Chủ tịch Ủy ban nhân dân Thành phố"),
                "tang_gi": "tặng Bằng khen",
                "so_luong": "01 tập thể, 01 cá nhân",
                "truong_hop": [*tap_the(), *names[:1]],
            },
            {
                "cau_de_nghi": "Đề nghị Chủ tịch Ủy ban nhân dân Quận 11",
                "tang_gi": "tặng Giấy khen",
                "so_luong": f"{people - 1:02d} cá nhân",
                "truong_hop": names[1:],
            },
        ],
        "tap_the": tap_the(),
        "ca_nhan": names,
        "ho_gia_dinh": [],
        "so_truong_hop": f"01 tập thể, {people:02d} cá nhân",
        "so_theo_hinh_thuc": (f"Bằng khen: 01 tập thể, 01 cá nhân; Giấy khen: {people - 1:02d} cá nhân"),
        "cam_ket": [
            "xác nhận thành tích đề nghị khen thưởng không phải là nhiệm vụ thường xuyên hằng năm, chưa "
            "được khen thưởng bằng hình thức khác",
            "các tập thể, cá nhân được đề nghị không thuộc trường hợp chưa xét khen thưởng theo quy định",
        ],
        "so_bo_ho_so": "",
        "thanh_phan": [
            {"cau": "Biên bản họp Hội đồng Thi đua - Khen thưởng Phường 17 (01 bản chính)"},
            {"cau": "Báo cáo thành tích của 01 tập thể, 03 cá nhân (04 bản chính)"},
            {
                "cau": "Văn bản, tài liệu chứng minh mô hình, sáng kiến, giải pháp và kết quả áp dụng (06 tài "
                "liệu, bản sao y)"
            },
        ],
        "cau_thanh_phan": "Biên bản họp Hội đồng và 03 báo cáo thành tích",
        "nguoi_xet": "Thành viên Hội đồng Thi đua - Khen thưởng",
        "cach_gui": "phần mềm liên thông của Sở Nội vụ",
        "nguoi_ky": nguoi_ky("CHỦ TỊCH"),
    } | other


_HOI_DONG = (
    ("Ông Nguyễn Văn An", "Chủ tịch UBND phường", "Chủ tịch Hội đồng", ""),
    ("Ông Trần Văn Bình", "Phó Chủ tịch UBND phường", "Phó Chủ tịch Hội đồng", ""),
    ("Bà Đỗ Thị Én", "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam phường", "Ủy viên", ""),
    ("Bà Võ Thị Giang", "Chủ tịch Công đoàn cơ sở", "Ủy viên", ""),
    ("Ông Hồ Văn Hậu", "Bí thư Đoàn phường", "Ủy viên", ""),
    ("Ông Lý Văn Khang", "Chỉ huy trưởng Ban Chỉ huy quân sự phường", "Ủy viên", "Vắng, đi công tác"),
    ("Bà Ngô Thị Loan", "Chủ tịch Hội Liên hiệp Phụ nữ phường", "Ủy viên", ""),
    ("Ông Tạ Văn Minh", "Trưởng Công an phường", "Ủy viên", ""),
    ("Bà Mai Thị Lan", "Công chức Văn phòng - Thống kê", "Ủy viên, Thư ký", ""),
)


def cuoc_hop(**other: Any) -> dict[str, Any]:
    keys = ("xung_ho_ten", "chuc_vu", "chuc_danh_hoi_dong", "ghi_chu")
    cases = [*tap_the(), *ca_nhan()]
    return {
        "don_vi": {
            "ten_don_vi": "Ủy ban nhân dân Phường 17",
            "chu_viet_tat": "UBND",
            "dau_giay": dau_giay("UBND QUẬN 11", "ỦY BAN NHÂN DÂN PHƯỜNG 17"),
            "nguoi_ky": nguoi_ky("CHỦ TỊCH"),
        },
        "thang_hop": "2024-12",
        "nguoi_duoc_moi": ["Ông Nguyễn Văn An, Chủ tịch Hội đồng", "Bà Mai Thị Lan, Ủy viên, Thư ký"],
        "nguoi_lap": nguoi_ky("NGƯỜI LẬP", ho_ten=""),
        "nguoi_cho_y_kien": nguoi_ky("THÀNH VIÊN CHO Ý KIẾN", ho_ten=""),
        "dai_dien_kiem_phieu": nguoi_ky(ho_ten="Võ Thị Giang"),
        "ban_kiem_phieu": ["Bà Võ Thị Giang", "Ông Lý Văn Khang"],
        "theo_hinh_thuc": [{"hinh_thuc": "Giấy khen", "so_luong": "02 cá nhân"}],
        "can_xem": ["Bà Lê Thị Cẩm: chưa đủ căn cứ: Q11-C2"],
        "co_the_trung": [],
        "so_ky_hieu": "2/BB-HĐTĐKT",
        "dau_giay": dau_giay("ỦY BAN NHÂN DÂN PHƯỜNG 17", "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"),
        "ten_cuoc_hop": "Hội đồng Thi đua - Khen thưởng Phường 17 xét, đề nghị khen thưởng",
        "chu_the": "Hội đồng",
        "co_hoi_dong": "có",
        "hoi_dong": {
            "ten_hoi_dong": "Hội đồng Thi đua - Khen thưởng Phường 17",
            "chu_viet_tat": "HĐTĐKT",
            "quyet_dinh": "Quyết định số 25/QĐ-UBND ngày 05 tháng 02 năm 2024",
        },
        "ngay_hop": "2024-12-16",
        "gio_bat_dau": "14:00",
        "gio_ket_thuc": "15:30",
        "dia_diem": "Phòng họp số 1, trụ sở Ủy ban nhân dân Phường 17",
        "tong_so": "09",
        "so_co_mat": "08",
        "so_vang": "01",
        "thanh_vien": [dict(zip(keys, member, strict=True)) for member in _HOI_DONG],
        "khach_moi": "",
        "chu_toa": {
            "xung_ho_ten": "Ông Nguyễn Văn An",
            "chuc_danh_hoi_dong": "Chủ tịch Hội đồng",
            **nguoi_ky("CHỦ TỊCH HỘI ĐỒNG"),
        },
        "thu_ky": {
            "xung_ho_ten": "Bà Mai Thị Lan",
            "chuc_danh_hoi_dong": "Ủy viên, Thư ký",
            **nguoi_ky(ho_ten="Mai Thị Lan"),
        },
        "mo_dau": "",
        "hinh_thuc_xet": (
            "Bằng khen, Thư khen của Chủ tịch Ủy ban nhân dân Thành phố; Giấy khen của Chủ tịch Ủy ban nhân dân quận"
        ),
        "quy_dinh_so_luong": "kế hoạch không ấn định số lượng",
        "so_truong_hop_xet": "01 tập thể, 03 cá nhân",
        "truong_hop": [
            {
                "ten_day_du": case["ten_day_du"],
                "tom_tat_thanh_tich": case["tom_tat_thanh_tich"].rstrip("."),
                "khong_bieu_quyet": "ông Trần Văn Bình" if i == 1 else "",
                "hinh_thuc": case["hinh_thuc"],
                "doi_chieu": "đạt",
                "tham_dinh": "đủ điều kiện",
            }
            for i, case in enumerate(cases)
        ],
        "thao_luan": "Hội đồng thống nhất lấy số liệu đã được Kho bạc Nhà nước xác nhận.",
        "xac_nhan_chung": [
            "có nội bộ đoàn kết",
            "gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
        ],
        "xem_xet_tap_the": [],
        "dien_bien": [],
        "cach_bieu_quyet": "giơ tay",
        "phieu": None,
        "ket_qua": [
            {
                "ten_day_du": case["ho_ten"] or case["ten_ghi_quyet_dinh"],
                "hinh_thuc": case["hinh_thuc"],
                "tan_thanh": "08",
                "khong_tan_thanh": "0",
                "khong_co_y_kien": "0",
                "khong_tham_gia": "0",
                "ty_le": "8/9 (88,89%)",
            }
            for case in cases
        ],
        "y_kien_van_ban": "ông Lý Văn Khang tán thành 03 trường hợp",
        "binh_xet": [
            {
                "noi_dung": "Đơn vị dẫn đầu",
                "don_vi": "Ủy ban nhân dân Phường 17",
                "tan_thanh": "15",
                "khong_tan_thanh": "01",
                "khong_co_y_kien": "0",
                "ty_le": "15/16 (93,75%)",
                "ket_luan": "thống nhất đề nghị",
            }
        ],
        "don_vi_trinh": "Ủy ban nhân dân Phường 17",
        "cau_de_nghi": (
            "trình Ủy ban nhân dân Quận 11 xem xét, trình tặng Bằng khen của Chủ tịch Ủy ban nhân dân Thành "
            "phố cho 01 tập thể, 01 cá nhân; tặng Giấy khen của Chủ tịch Ủy ban nhân dân Quận 11 cho 02 cá "
            "nhân"
        ),
        "ket_luan": "Giao Thư ký hoàn chỉnh hồ sơ, gửi Phòng Nội vụ trước ngày 20 tháng 12 năm 2024.",
    } | other


def giai_phap(**other: Any) -> dict[str, Any]:
    return {
        "ten_giai_phap": "“Bảng theo dõi hồ sơ giải ngân theo tuần”",
        "loai_giai_phap": "giải pháp",
        "noi_dung_thi_dua": "giải ngân vốn đầu tư công năm 2024",
        "ap_dung_tu_ngay": "2024-11-12",
        "noi_ap_dung": "Ủy ban nhân dân Phường 17",
        "ket_qua_truoc": "hồ sơ thanh toán mất bình quân 12 ngày làm việc",
        "ket_qua_sau": "còn 07 ngày làm việc",
        "cau_tai_lieu": "văn bản số 56/XN-UBND ngày 09/12/2024 của Ủy ban nhân dân Phường 17",
    } | other


def truong_hop(*, group: bool = False, sections: int = 2) -> dict[str, Any]:
    prose = (
        "Từ ngày 01/11 đến ngày 10/12/2024, tôi hoàn thiện 17/17 bộ hồ sơ thanh toán; 15 bộ được Kho bạc "
        "Nhà nước chấp nhận ngay lần đầu. Mỗi sáng thứ Hai, tôi cập nhật bảng theo dõi, báo cáo Phó Chủ "
        "tịch phụ trách những hồ sơ còn vướng và đề xuất cách xử lý ngay trong tuần."
    )
    return {
        "dau_giay": dau_giay(),
        "chu_viet_tat": "UBND",
        "so_ky_hieu": "",
        "ngay_ban_hanh": "2024-12-12",
        "hinh_thuc": BANG_KHEN if group else GIAY_KHEN,
        "tom_tat_thanh_tich": _TOM_TAT[0],
        "ten_tap_the": "Ủy ban nhân dân Phường 17, Quận 11" if group else "",
        "dac_diem": (
            "Ủy ban nhân dân Phường 17 có 01 Chủ tịch, 02 Phó Chủ tịch, 12 công chức, 10 người hoạt động "
            "không chuyên trách.\n\nNăm 2024 phường được giao 03 công trình dùng vốn đầu tư công; vốn giao "
            "ngày 20/01/2024."
        ),
        "chuc_nang": "Phối hợp thực hiện 03 công trình; chỉ tiêu giải ngân từ 95% kế hoạch vốn trở lên.",
        "ho_ten": "" if group else "Lê Thị Cẩm",
        "gioi_tinh": "nữ",
        "ngay_sinh": "20/02/1988",
        "chi_nam_sinh": "",
        "chuc_vu_don_vi": _TEN[1][4],
        "nhiem_vu": "Theo dõi hồ sơ thanh toán của 03 công trình theo Kế hoạch số 41/KH-UBND.",
        "vai_tro": "trực tiếp tham gia",
        "ten_linh_vuc": "giải ngân vốn đầu tư công năm 2024",
        "khen_thuong_gan_nhat": "",
        "tu_ngay": "2024-11-01",
        "den_ngay": "2024-12-10",
        "so_lieu": [so_lieu()] if group else [],
        "giai_phap": [giai_phap()],
        "phan_tu_viet": [
            {"tieu_de": f"Kết quả cụ thể, phần {i + 1}" if i else "Kết quả cụ thể", "noi_dung": f"{prose}\n{prose}"}
            for i in range(sections)
        ],
        "cau_xac_nhan": [
            "Gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước (Biên bản số "
            "02/BB-HĐTĐKT ngày 16/12/2024)",
        ],
        "khen_thuong_da_co": [
            {
                "nam": "2023",
                "hinh_thuc": "Giấy khen",
                "quyet_dinh": "Quyết định số 4410/QĐ-UBND ngày 28/12/2023 của Chủ tịch UBND Quận 11",
            },
        ],
        "giay_thue": "",
        "nguoi_bao_cao": (
            nguoi_ky("CHỦ TỊCH", ghi_chu="(ký tên, đóng dấu)")
            if group
            else nguoi_ky(ho_ten="Lê Thị Cẩm", ghi_chu="(ký, ghi rõ họ tên)")
        ),
        "nguoi_xac_nhan": (
            nguoi_ky("XÁC NHẬN CỦA CẤP TRÊN TRỰC TIẾP", ho_ten="", ghi_chu="(ký tên, đóng dấu)")
            if group
            else nguoi_ky("XÁC NHẬN CỦA THỦ TRƯỞNG ĐƠN VỊ", "CHỦ TỊCH", ghi_chu="(ký tên, đóng dấu)")
        ),
        "cap_trinh": None,
    }


def muc_luc() -> dict[str, Any]:
    rows = (
        ("", "", "Tờ trình về việc đề nghị khen thưởng tập thể, cá nhân", "UBND Phường 17", "03"),
        ("02/BB-HĐTĐKT", "2024-12-16", "Biên bản họp Hội đồng Thi đua - Khen thưởng", "Hội đồng", "04"),
        ("", "2024-12-12", "Báo cáo thành tích của bà Lê Thị Cẩm", "Lê Thị Cẩm", "02"),
    )
    return {
        "dau_giay": dau_giay(),
        "ten_ho_so": f"đề nghị khen thưởng {DOT} của Ủy ban nhân dân Phường 17",
        "van_ban": [
            {
                "so_ky_hieu": number,
                "ngay": day,
                "ten_trich_yeu": title,
                "tac_gia": author,
                "dang_ban": "bản chính",
                "so_trang": pages,
            }
            for number, day, title, author, pages in rows
        ],
        "tong_so": "03",
        "ngay_lap": "2024-12",
        "nguoi_lap": nguoi_ky("NGƯỜI LẬP", ho_ten="Mai Thị Lan"),
    }


def phieu() -> dict[str, Any]:
    return {
        "dau_giay": dau_giay("UBND QUẬN 11", "PHÒNG NỘI VỤ", dia_danh="Quận 11"),
        "ben_nhan": dau_giay("UBND QUẬN 11", "PHÒNG NỘI VỤ", dia_danh="Quận 11"),
        "da_yeu_cau": [{"ngay": "19/12/2024", "noi_dung": "bản sao y văn bản của Kho bạc", "da_bo_sung": "20/12/2024"}],
        "ten_don_vi": "Ủy ban nhân dân Phường 17",
        "van_ban": "Tờ trình số 203/TTr-UBND ngày 17 tháng 12 năm 2024",
        "ngay_nhan": "10 giờ 15, ngày 18 tháng 12 năm 2024",
        "lan_nop": "01",
        "han_cuoi": "19/12/2024 (Mục III.4.1)",
        "ket_qua": "04 trường hợp: 02 đủ thành phần; 01 cần bổ sung; 01 cần làm rõ",
        "viec": [
            {
                "truong_hop": "Ông Phạm Văn Dũng",
                "noi_dung": "Thiếu tài liệu chứng minh giải pháp đã áp dụng",
                "o_dau": "DS-P17.xlsx, trang Cá nhân, hàng 8",
                "can_cu": "Khoản 4.2 Mục III, gạch đầu dòng thứ tư",
                "cach_lam": "Gửi văn bản xác nhận áp dụng (số, ngày, người ký)",
            },
            {
                "truong_hop": "Bà Lê Thị Cẩm",
                "noi_dung": "Chức vụ trong Tờ trình khác trong Báo cáo",
                "o_dau": "Tờ trình, mục III.2; Báo cáo, mục I",
                "can_cu": "Đối chiếu giữa các văn bản",
                "cach_lam": "Thống nhất: “Công chức Địa chính - Xây dựng - Đô thị và Môi trường”",
            },
        ],
        "ngay_lap": "2024-12-18",
        "nguoi_kiem_tra": nguoi_ky("NGƯỜI KIỂM TRA", ho_ten="Huỳnh Ngọc Trâm"),
    }


def don_doc() -> dict[str, Any]:
    return {
        "so_ky_hieu": "",
        "ngay_ban_hanh": "2024-11",
        "dau_giay": dau_giay("UBND QUẬN 11", "PHÒNG NỘI VỤ", dia_danh="Quận 11"),
        "ten_don_vi": "Phòng Nội vụ Quận 11",
        "ky_hieu": "PNV",
        "kinh_gui": ["Ủy ban nhân dân Phường 17", "Trường Tiểu học Mẫu"],
        "ve_viec": "Kế hoạch số 303/KH-UBND",
        "den_ngay": "2024-11-15",
        "viec": [
            {
                "noi_dung": "Báo cáo tổng kết",
                "thoi_han": "trước ngày 15/11/2024 (ngày cuối 14/11/2024)",
                "can_cu": "Mục III.3",
                "don_vi": "Ủy ban nhân dân Phường 17; Trường Tiểu học Mẫu",
            }
        ],
        "nguoi_ky": nguoi_ky("TRƯỞNG PHÒNG", ho_ten="Mạc Thị Hạnh"),
    }


def duoc_khen() -> dict[str, Any]:
    return {
        "ten": "Bà Lê Thị Cẩm",
        "don_vi": "Công chức Văn phòng - Thống kê, Ủy ban nhân dân Phường 17, Quận 11",
        "so_tien": "710.000",
        "so_vao_so": "118",
        "so_hieu_phoi": "",
        "ghi_chu": "",
    }


def viec(**other: Any) -> dict[str, Any]:
    wards = [f"Ủy ban nhân dân Phường {number}" for number in range(1, 17)]
    return {
        "so_ky_hieu": "01/GƯ-KP",
        "ngay_ban_hanh": "2024-04-12",
        "ten_viec": "ký kết giao ước trong cụm, khối",
        "dieu_khoan": "Mục IV.1",
        "dau_giay": dau_giay("KHỐI THI ĐUA PHƯỜNG", dia_danh="Quận 11"),
        "ten_don_vi": "Khối thi đua Phường",
        "chu_viet_tat": "KP",
        "ky_hieu_cong_van": "KP",
        "kinh_gui": ["Phòng Nội vụ"],
        "nguoi_ky": nguoi_ky("KHỐI TRƯỞNG", "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG 1"),
        "noi_dung_dang_ky": "thi đua, danh hiệu",
        "chi_tieu_dang_ky": ["100% hộ kinh doanh ký cam kết", "05 điểm tiêm lưu động"],
        "so_chi_tieu": "",
        "danh_hieu_dang_ky": ["Tập thể lao động xuất sắc"],
        "ke_hoach_don_vi": "Kế hoạch số 41/KH-UBND ngày 15 tháng 11 năm 2024",
        "ngay_phat_dong": "2024-11-15",
        "hinh_thuc_phat_dong": "hội nghị",
        "guong": [
            {
                "xung_ho_ten": "Bà Lý Thị Kim Chi",
                "chuc_vu_don_vi": "Tổ trưởng Tổ dân phố 12, Phường 17, Quận 11",
                "tom_tat_thanh_tich": _TOM_TAT[0],
            }
        ],
        "so_guong": "01",
        "ngay_ky_ket": "2024-04-12",
        "cac_ben": [{"ten_don_vi": ward, "xung_ho_ten": "Ông Nguyễn Văn An", "chuc_vu": "Chủ tịch"} for ward in wards],
        "ben_ky": [
            nguoi_ky(f"CHỦ TỊCH {ward.upper()}", ho_ten=f"Nguyễn Văn {number}") for number, ward in enumerate(wards, 1)
        ],
        "noi_dung_giao_uoc": ["Hoàn thành 100% chỉ tiêu", "Không để tái nghèo"],
        "ket_qua_chi_tieu": [
            {
                "ten": "tỷ lệ giải ngân",
                "giao": "95,00%",
                "thuc_hien": "96,40%",
                "uoc_thuc_hien": "",
                "danh_gia": "vượt",
                "ngay_chot": "10/11/2024",
                "nguon": "Kho bạc Nhà nước",
            }
        ],
        "ket_qua_phong_trao": [{"ten": "“Dân vận khéo”", "dang_ky": "02 mô hình", "ket_qua": "03 mô hình"}],
        "tai_lieu": ["Báo cáo công trình, văn bản số 05/BC-KP ngày 14/11/2024"],
    } | other


def bang_diem() -> dict[str, Any]:
    return {
        "dau_giay": dau_giay("ỦY BAN NHÂN DÂN", "PHƯỜNG 17"),
        "ten_don_vi": "Ủy ban nhân dân Phường 17",
        "ten_cum_khoi": "Khối thi đua Phường",
        "thang_diem": "thang điểm số 01/TĐ-KP ngày 12 tháng 4 năm 2024",
        "diem_toi_da": "100",
        "dong": [
            {
                "tt": "1.1",
                "noi_dung": "Thu ngân sách",
                "diem_toi_da": "20",
                "tu_cham": "18",
                "tham_dinh": "0",
                "don_vi_tham_dinh": "Phòng Tài chính - Kế hoạch",
                "ly_do": "đối chiếu với Kho bạc",
            }
        ],
        "tong_tu_cham": "93",
        "tong_tham_dinh": "91,5",
        "y_kien": "thống nhất số liệu",
        "ngay_lap": "2024-11-20",
        "don_vi_cham": nguoi_ky("CHỦ TỊCH"),
        "nguoi_tham_dinh": nguoi_ky(ho_ten="", ghi_chu="(ký, ghi rõ họ tên)"),
    }


def xep_hang() -> dict[str, Any]:
    return {
        "dau_giay": dau_giay("KHỐI THI ĐUA PHƯỜNG", dia_danh="Quận 11"),
        "ten_cum_khoi": "Khối thi đua Phường",
        "thang_diem": "thang điểm số 01/TĐ-KP ngày 12 tháng 4 năm 2024",
        "diem_toi_da": "100",
        "tam_xep": "có",
        "hang": [
            {
                "hang": "1",
                "don_vi": "Ủy ban nhân dân Phường 17",
                "tung_noi_dung": "Thu ngân sách: 18; Cải cách hành chính: 24,5",
                "diem_thuong": "0",
                "diem_tru": "-2",
                "tu_cham": "93",
                "tong_diem": "91,5",
                "xet_khi_bang_diem": "Thu ngân sách: 18",
            }
        ],
        "chua_xep": [{"don_vi": "Ủy ban nhân dân Phường 3", "ly_do": "chưa có bảng điểm"}],
        "thu_tu_khi_bang_diem": "Thu ngân sách; Cải cách hành chính",
        "ngay_lap": "2024-11",
        "nguoi_ky": nguoi_ky("KHỐI TRƯỞNG", "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG 1"),
    }


def quyet_dinh() -> dict[str, Any]:
    return {
        "so_ky_hieu": "",
        "ngay_ban_hanh": "2024-12",
        "dau_giay": dau_giay("ỦY BAN NHÂN DÂN QUẬN 11", dia_danh="Quận 11") | {"don_vi_soan_thao": "NV"},
        "chu_viet_tat": "UBND",
        "tham_quyen": "CHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN 11",
        "hinh_thuc": "Giấy khen của Chủ tịch Ủy ban nhân dân Quận 11",
        "ten_ngan": "Giấy khen",
        "nhom_doi_tuong": "tập thể, cá nhân",
        "so_luong": "05 tập thể, 12 cá nhân",
        "theo_de_nghi": "Theo đề nghị của Trưởng phòng Phòng Nội vụ tại Tờ trình số 940/TTr-NV ngày 26 "
        "tháng 12 năm 2024",
        "cau_tien_thuong": "",
        "thanh_tich_ghi": "Đã có thành tích xuất sắc trong Đợt thi đua",
        "thanh_tich_ghi_trong_cau": "đã có thành tích xuất sắc trong Đợt thi đua",
        "duoc_khen": [duoc_khen()],
        "goi_ten": [duoc_khen()],
        "vao_so": [duoc_khen()],
        "tong_tien": "710.000",
        "tong_tien_bang_chu": "Bảy trăm mười nghìn đồng",
        "khong_tinh": "",
        "ngay_trao": "",
        "hoi_nghi_trao": "",
        "ky_ghi_ten": nguoi_ky(),
        "can_cu_tham_quyen": "… (văn bản quy định thẩm quyền của người quyết định)",
        "thi_hanh": "Chánh Văn phòng Ủy ban nhân dân quận, Trưởng phòng Phòng Nội vụ, Trưởng phòng Phòng "
        "Tài chính - Kế hoạch, thủ trưởng các đơn vị",
        "nguoi_ky": nguoi_ky("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", ho_ten="Lê Minh Khôi"),
        "don_vi_ban_hanh": "Ủy ban nhân dân Quận 11",
        "nguoi_quyet_dinh": "Chủ tịch Ủy ban nhân dân Quận 11",
        "kinh_gui": ["Chủ tịch Ủy ban nhân dân Quận 11"],
        "cac_bien_ban": ["Biên bản số 09/BB-HĐTĐKT ngày 24 tháng 12 năm 2024 của Hội đồng"],
        "tap_the": tap_the(),
        "ca_nhan": ca_nhan(),
        "ho_gia_dinh": [],
        "ten_khac": [],
        "to_trinh": {
            "so_ky_hieu": "940/TTr-NV",
            "ngay_ban_hanh": "2024-12-26",
            "dau_giay": dau_giay("UBND QUẬN 11", "PHÒNG NỘI VỤ", dia_danh="Quận 11"),
            "ten_don_vi": "Phòng Nội vụ",
            "chu_viet_tat": "NV",
            "nguoi_ky": nguoi_ky("TRƯỞNG PHÒNG", ho_ten="Mạc Thị Hạnh"),
        },
    }


def trinh_cap_tren() -> dict[str, Any]:
    cases = [*tap_the(), *ca_nhan()]
    return {
        "so_ky_hieu": "",
        "ngay_ban_hanh": "2024-12",
        "dau_giay": dau_giay("ỦY BAN NHÂN DÂN QUẬN 11", dia_danh="Quận 11") | {"don_vi_soan_thao": "NV"},
        "ten_don_vi": "Ủy ban nhân dân Quận 11",
        "chu_viet_tat": "UBND",
        "kinh_gui": ["Chủ tịch Ủy ban nhân dân Thành phố"],
        "noi_trinh": "Chủ tịch Ủy ban nhân dân Thành phố",
        "nhom_doi_tuong": "tập thể, cá nhân",
        "so_luong": "01 tập thể, 03 cá nhân",
        "so_theo_hinh_thuc": "Bằng khen: 01 tập thể, 03 cá nhân",
        "cac_bien_ban": ["Biên bản số 09/BB-HĐTĐKT ngày 24 tháng 12 năm 2024 của Hội đồng"],
        "ngay_hop": "2024-12-24",
        "ten_hoi_dong": "Hội đồng Thi đua - Khen thưởng Quận 11",
        "so_co_mat": "08",
        "tong_so": "09",
        "ghi_ten": "có",
        "goi_chung": "Các trường hợp",
        "nhom": [
            {
                "cau_de_nghi": "Đề nghị Chủ tịch Ủy ban nhân dân Thành phố xem xét",
                "tang_gi": "tặng Bằng khen",
                "so_luong": "01 tập thể, 03 cá nhân",
                "truong_hop": cases,
            }
        ],
        "tap_the": tap_the(),
        "ca_nhan": ca_nhan(),
        "ho_gia_dinh": [],
        "cam_ket": [],
        "nguoi_ky": nguoi_ky("CHỦ TỊCH", ho_ten="Lê Minh Khôi"),
    }


def trich_sao() -> dict[str, Any]:
    rows = [
        {"so_thu_tu": str(number), "ten": f"Ông {name}", "chuc_vu_don_vi": post}
        for number, (name, _, _, _, post) in enumerate(_TEN, 7)
    ]
    return {
        "so_ky_hieu": "",
        "ngay_sao": "",
        "dau_giay": dau_giay("ỦY BAN NHÂN DÂN QUẬN 11", dia_danh="Quận 11"),
        "chu_viet_tat": "UBND",
        "ten_don_vi": "Ủy ban nhân dân Phường 17, Quận 11",
        "so_luong": "01 tập thể, 03 cá nhân",
        "tap_the": [{"so_thu_tu": "2", "ten": "Ủy ban nhân dân Phường 17, Quận 11", "chuc_vu_don_vi": ""}],
        "ca_nhan": rows,
        "ho_gia_dinh": [],
        "nguoi_ky_quyet_dinh": nguoi_ky("CHỦ TỊCH", ho_ten="Lê Minh Khôi", ghi_chu="(Đã ký)"),
        "nguoi_ky": nguoi_ky("CHỦ TỊCH", ho_ten="Lê Minh Khôi"),
    }


def xac_nhan() -> dict[str, Any]:
    return {
        "so_ky_hieu": "",
        "ngay_ban_hanh": "",
        "dau_giay": dau_giay("UBND QUẬN 11", "PHÒNG NỘI VỤ", dia_danh="Quận 11"),
        "ten_don_vi": "Phòng Nội vụ",
        "ky_hieu": "NV",
        "kinh_gui": ["Bà Lê Thị Cẩm"],
        "ho_ten": "Bà Lê Thị Cẩm",
        "nam_sinh": "1988",
        "don_vi": "Ủy ban nhân dân Phường 17",
        "so_luong": "01",
        "khen_thuong": [
            {
                "hinh_thuc": "Giấy khen của Chủ tịch Ủy ban nhân dân quận",
                "so_ky_hieu": "5012/QĐ-UBND",
                "ngay": "2024-12-30",
                "tham_quyen": "Chủ tịch Ủy ban nhân dân Quận 11",
                "dot": DOT,
            }
        ],
        "nguoi_ky": nguoi_ky("TRƯỞNG PHÒNG", ho_ten=""),
    }


def _chi_tieu(**other: str) -> dict[str, str]:
    return {
        "giao": "98.800.000.000 đồng",
        "thuc_hien": "95.179.600.000 đồng",
        "ty_le": "96,34%",
        "danh_gia": "vượt",
        "ngay_chot": "2024-12-31",
        "nguon": "cộng số liệu của 04 đơn vị",
        "ghi_chu": "",
    } | other


def _so_khen(tap_the: int, ca_nhan: int) -> dict[str, str]:
    of = {"tap_the": tap_the, "ca_nhan": ca_nhan, "khac": 0, "tong": tap_the + ca_nhan}
    return {f"{viec}_{nhom}": f"{so:02d}" for viec in ("de_nghi", "da_tang") for nhom, so in of.items()}


def bao_cao() -> dict[str, Any]:
    return {
        "so_ky_hieu": "",
        "ngay_ban_hanh": "2025-01",
        "dau_giay": dau_giay("ỦY BAN NHÂN DÂN", "QUẬN 11", dia_danh="Quận 11"),
        "ten_don_vi": "Ủy ban nhân dân Quận 11",
        "chu_viet_tat": "UBND",
        "nguoi_ky": nguoi_ky("CHỦ TỊCH", ho_ten="Lê Minh Khôi"),
        "noi_nhan": [],
        "cua_don_vi": "",
        "tu_ngay": "2024-11-01",
        "den_ngay": "2024-12-31",
        "phat_dong": [
            {
                "don_vi": "Ủy ban nhân dân Phường 17",
                "van_ban": "Kế hoạch số 41/KH-UBND ngày 15/11/2024",
                "ngay": "2024-11-18",
                "so_chi_tieu": "05",
            }
        ],
        "cau_phat_dong": "",
        "so_phat_dong": "08/12",
        "chi_tieu": [
            _chi_tieu(
                ten="Tỷ lệ giải ngân vốn đầu tư công", dieu_khoan="Mục II.3.2", muc="từ 95% trở lên", dem="04 vượt"
            )
        ],
        "so_chi_tieu": "01",
        "dem_chi_tieu": "01 vượt",
        "chua_ro": ["Tỷ lệ hộ nghèo: chưa đơn vị nào báo cáo"],
        "chi_tieu_don_vi": [
            _chi_tieu(ten="Tỷ lệ giải ngân vốn đầu tư công", phong_trao="", don_vi="Cộng 04 đơn vị"),
        ],
        "chua_bao_cao": ["Phòng Nội vụ", "Ủy ban nhân dân Phường 18"],
        "phong_trao": [
            {
                "ten": "“Quận làm đường, Phường làm hẻm”",
                "dieu_khoan": "Mục III.5, gạch 3",
                "so_don_vi": "01",
                "dem": "01 vượt",
                "ket_qua": [{"don_vi": "Phường Mẫu 1", "dang_ky": "mở rộng 02 hẻm", "ket_qua": "mở rộng 03 hẻm"}],
            }
        ],
        "dang_ky": [
            {
                "don_vi": "Ủy ban nhân dân Phường 17",
                "ngay": "2024-11-18",
                "noi_dung": "05 chỉ tiêu cụ thể",
                "ket_qua": "chỉ tiêu đã báo cáo: 02 vượt",
            }
        ],
        "so_dang_ky": "01",
        "so_cong_trinh": "01",
        "dem_sang_kien": "01 giải pháp",
        "so_guong": "01",
        "cong_trinh": [
            {
                "ten": "Cải tạo 12 tuyến hẻm",
                "don_vi": "Công ty Mẫu 17",
                "dang_ky": "2024-12-20",
                "hoan_thanh": "2024-12-11",
                "som": "09",
            }
        ],
        "sang_kien": [
            {
                "ten": "Bản đồ số hộ kinh doanh",
                "loai": "giải pháp",
                "tac_gia": "Lê Thị Cẩm",
                "don_vi": "Ủy ban nhân dân Phường 17",
                "pham_vi": "đơn vị",
                "ap_dung_tu_ngay": "2024-11-05",
            }
        ],
        "guong": [
            {
                "ten": "Lý Thị Kim Chi",
                "chuc_vu": "Tổ trưởng",
                "don_vi": "Phường Mẫu 1",
                "dot": "giới thiệu gương Quý II",
                "ngay": "2024-04-09",
                "tom_tat": "Vận động 31 hộ lùi tường.",
            }
        ],
        "theo_hinh_thuc": [{"ten": "Giấy khen của Chủ tịch Ủy ban nhân dân Quận 11", **_so_khen(2, 69)}],
        "theo_don_vi": [{"ten": "Ủy ban nhân dân Phường 17", **_so_khen(2, 69)}],
        "tong_khen": _so_khen(2, 69),
        "cau_khen": "đã đề nghị khen thưởng 02 tập thể, 69 cá nhân",
        "co_cau": [
            {
                "ten": "Nữ và nam",
                "ghi_chu": "chỉ cá nhân",
                "hang": [{"nhom": "Tất cả đề nghị", "tong": "05", "co_cau": "nữ 02 (40,0%); nam 03 (60,0%)"}],
            }
        ],
    }


def everything(**other: Any) -> dict[str, Any]:
    return {
        "ke_hoach": ke_hoach(),
        "don_vi": don_vi(),
        "ho_so": ho_so(),
        "cuoc_hop": cuoc_hop(),
        "truong_hop": truong_hop(),
        "muc_luc": muc_luc(),
        "phieu": phieu(),
        "don_doc": don_doc(),
        "viec": viec(),
        "giao_uoc": viec(),
        "bang_diem": bang_diem(),
        "xep_hang": xep_hang(),
        "bao_cao": bao_cao(),
        "quyet_dinh": quyet_dinh(),
        "trinh_cap_tren": trinh_cap_tren(),
        "trich_sao": trich_sao(),
        "xac_nhan": xac_nhan(),
    } | other


def mismatches(shape: Any, value: Any, route: str = "") -> list[str]:
    """Where a value departs from the contract."""
    if value is None:
        return [] if isinstance(shape, Mapping) else [route]
    if isinstance(shape, str):
        return [] if isinstance(value, str | int) else [route]
    if isinstance(shape, Mapping):
        if not isinstance(value, dict):
            return [route]
        wrong = [f"{route}.{key}" for key in shape.keys() ^ value.keys()]
        for key in shape.keys() & value.keys():
            wrong += mismatches(shape[key], value[key], f"{route}.{key}")
        return wrong
    if not isinstance(value, list):
        return [route]
    return [w for item in value for w in mismatches(shape[0], item, f"{route}[]")]


@pytest.mark.parametrize("root", sorted(FIELDS))
def test_samples_keep_the_contract(root: str) -> None:
    assert mismatches(FIELDS[root], everything()[root], root) == []


def test_group_report_keeps_the_contract() -> None:
    assert mismatches(FIELDS["truong_hop"], truong_hop(group=True), "truong_hop") == []


def test_the_values_of_real_records_keep_the_contract() -> None:
    from datetime import date
    from pathlib import Path

    from thidua_cli.book import read_book
    from thidua_cli.judge.review import Review
    from thidua_cli.render import values
    from thidua_cli.rules import inspect

    book = read_book(Path(__file__).parent.parent / "examples" / "quan-11")
    look = inspect(book, date(2025, 1, 15)).looks[0]
    desk = values.Desk(look)
    drive = look.drive
    found = []
    for dossier in drive.dossiers.values():
        found += mismatches(FIELDS["ho_so"], values.dossier_values(desk, dossier), dossier.id)
        found += mismatches(FIELDS["phieu"], values.slip_values(desk, dossier, ()), dossier.id)
        found += mismatches(FIELDS["don_vi"], values.unit_values(book.units[dossier.unit]), dossier.unit)
        found += mismatches(FIELDS["ke_hoach"], values.plan_values(desk, dossier.issued_on), dossier.id)
        found += mismatches(FIELDS["muc_luc"], values.contents_values(desk, dossier, []), dossier.id)
    found += mismatches(FIELDS["don_doc"], values.reminder_values(desk, date(2025, 1, 15)), "đôn đốc")
    for unit in (None, "ubnd-phuong-17", "ubmttq-quan-11"):
        review = values.review_values(desk, Review("tổng kết", unit, None))
        found += mismatches(FIELDS["bao_cao"], review, f"tổng kết {unit}")
    for meeting in drive.meetings.values():
        found += mismatches(FIELDS["trinh_cap_tren"], values.higher_values(desk, meeting), meeting.id)
        found += mismatches(FIELDS["cuoc_hop"], values.meeting_values(desk, meeting, []), meeting.id)
    for case in drive.nominations.values():
        found += mismatches(FIELDS["truong_hop"], values.nomination_values(desk, case, []), case.id)
    for decision in drive.decisions.values():
        found += mismatches(FIELDS["quyet_dinh"], values.decision_values(desk, decision), decision.id)
        for unit in values.units_in(desk, decision):
            found += mismatches(FIELDS["trich_sao"], values.excerpt_values(desk, decision, unit), unit)
    for name, holder in values.holders_of(desk).items():
        found += mismatches(FIELDS["xac_nhan"], values.confirmation_values(desk, holder), name)

    assert len(drive.nominations) == 82
    assert found == []


def test_the_values_of_real_duties_and_clusters_keep_the_contract() -> None:
    from datetime import date
    from pathlib import Path

    from thidua_cli.book import read_book
    from thidua_cli.judge.scores import boards
    from thidua_cli.render import values
    from thidua_cli.rules import inspect

    found = []
    for name in ("quan-7", "quan-5", "phuong-2026"):
        book = read_book(Path(__file__).parent.parent / "examples" / name)
        desk = values.Desk(inspect(book, date(2026, 8, 1)).looks[0])
        duties = {duty.id: duty for duty in desk.drive.plan.duties}
        for done in desk.drive.duties.values():
            found += mismatches(FIELDS["viec"], values.duty_values(desk, done, duties[done.duty]), done.id)
        for meeting in desk.drive.meetings.values():
            found += mismatches(FIELDS["cuoc_hop"], values.meeting_values(desk, meeting, []), meeting.id)
        for board in boards(desk.drive, book):
            found += mismatches(FIELDS["xep_hang"], values.ranking_values(desk, board), "xếp hạng")
            for sheet in board.sheets:
                found += mismatches(FIELDS["bang_diem"], values.sheet_values(desk, board, sheet), sheet.unit)
    assert found == []
