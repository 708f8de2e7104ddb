"""The contract between papers and records: every field a template may use, with what it holds.

A description is one value, text or whole number, ready to print; a group is a dictionary, a list of
one shape stands for any number of such elements. Days are ``2024-12-16``, ``2024-12`` when only the
month is known, "" when not even that; hours are ``14:00``. A value that is not known is "" (or an
empty list), never a missing key; a group that may be absent says so and is ``None`` then.
Knows neither records nor papers.
"""

from typing import Final

from thidua_cli.render.template_check import Fields, Shape

DAU_GIAY: Final[Shape] = {
    "tieu_de_trai": ["mỗi cơ quan một phần tử, cấp trên trước; phần tử cuối in đậm, có đường kẻ"],
    "tieu_de_phai": "“quốc hiệu”, hoặc nguyên văn dòng thay Quốc hiệu (văn bản Đảng, đoàn thể)",
    "dia_danh": "địa danh đủ tên, ví dụ Quận 11",
    "don_vi_soan_thao": "chữ viết tắt bộ phận soạn thảo ở dòng Lưu; trống khi không có",
}
NGUOI_KY: Final[Shape] = {
    "quyen_han_ky": ["mỗi dòng quyền hạn, chức vụ, in hoa: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"],
    "ho_ten": "họ tên không học hàm, học vị; trống khi không phải đơn vị điền",
    "ghi_chu": "dòng nghiêng dưới chức vụ, ví dụ (ký tên, đóng dấu); thường trống",
}
_SO_NGAY: Final = {
    "so_ky_hieu": "số, ký hiệu đầy đủ khi đã cấp (203/TTr-UBND); trống khi chưa",
    "ngay_ban_hanh": "ngày; chỉ năm-tháng khi chưa ban hành",
}
SO_LIEU: Final[Shape] = {
    "ten": "tên chỉ tiêu",
    "ke_hoach": "số kế hoạch giao kèm đơn vị tính: 4.200.000.000 đồng",
    "thuc_hien": "số thực hiện kèm đơn vị tính",
    "ty_le": "tỷ lệ: 96,50%",
    "khong_tinh": "phần không tính, đủ câu: 350.000.000 đồng vốn đăng ký bổ sung; thường trống",
    "ngay_chot": "ngày chốt số liệu",
    "nguon": "văn bản, cơ quan xác nhận",
    "uoc_thuc_hien": "ước thực hiện cả năm; thường trống",
}
GIAI_PHAP: Final[Shape] = {
    "ten_giai_phap": "tên mô hình, sáng kiến, giải pháp",
    "loai_giai_phap": "mô hình · sáng kiến · giải pháp …",
    "noi_dung_thi_dua": "nội dung thi đua của kế hoạch mà giải pháp gắn với",
    "ap_dung_tu_ngay": "ngày bắt đầu áp dụng",
    "noi_ap_dung": "nơi, phạm vi áp dụng; trống khi không ghi",
    "ket_qua_truoc": "kết quả trước khi áp dụng",
    "ket_qua_sau": "kết quả sau khi áp dụng",
    "cau_tai_lieu": "các văn bản công nhận, xác nhận, nối bằng dấu chấm phẩy",
}
KHEN_THUONG: Final[Shape] = {
    "nam": "năm",
    "hinh_thuc": "danh hiệu, hình thức",
    "quyet_dinh": "số, ngày của quyết định; cơ quan ban hành",
}
PHAN_TU_VIET: Final[Shape] = {
    "tieu_de": "đề mục người viết đặt",
    "noi_dung": "lời văn, nhiều đoạn",
}
TRONG_DANH_SACH: Final[Shape] = {
    "ten_day_du": "Ông/Bà, họ tên, chức vụ, đơn vị; hoặc tên ghi trên quyết định",
    "ten_ghi_quyet_dinh": "tên tập thể in trên quyết định, đủ đến cấp quận",
    "ho_ten": "họ tên cá nhân, chủ hộ; không Ông/Bà",
    "nam_sinh_nam": "năm sinh nếu là nam, không thì trống",
    "nam_sinh_nu": "năm sinh nếu là nữ, không thì trống",
    "chuc_vu_don_vi": "chức vụ, đơn vị công tác, không viết tắt; địa chỉ với hộ gia đình",
    "tom_tat_thanh_tich": "30-80 chữ: một con số, một giải pháp, một kết quả",
    "hinh_thuc": "hình thức đề nghị: Bằng khen của Chủ tịch Ủy ban nhân dân Thành phố",
    "tieu_chuan": "tiêu chuẩn đáp ứng: Tập thể, dấu cộng thứ nhất; trống khi chưa xác định",
    "ten_linh_vuc": "lĩnh vực theo tuyến trình; trống khi kế hoạch không chia",
    "ghi_chu": "ghi chú; thường trống",
}
TRONG_CUOC_HOP: Final[Shape] = {
    "ten_day_du": "Ông/Bà, họ tên, chức vụ, đơn vị; hoặc tên tập thể",
    "tom_tat_thanh_tich": "tóm tắt thành tích đã báo cáo trước Hội đồng",
    "y_kien": "ý kiến thảo luận riêng về trường hợp này; trống khi không có",
    "khong_bieu_quyet": "họ tên thành viên không biểu quyết do là người được xét; trống khi không có",
}
DU_HOP: Final[Shape] = {
    "xung_ho_ten": "Ông/Bà và họ tên",
    "chuc_vu": "chức vụ chính quyền",
    "chuc_danh_hoi_dong": "chức danh trong Hội đồng",
    "ghi_chu": "vắng, lý do, ý kiến bằng văn bản; trống khi dự họp",
}
CHU_TRI: Final[Shape] = {
    "xung_ho_ten": "Ông/Bà và họ tên",
    "chuc_danh_hoi_dong": "chức danh trong Hội đồng",
    "quyen_han_ky": ["dòng chức danh dưới CHỦ TỌA: CHỦ TỊCH HỘI ĐỒNG; có thể trống"],
    "ho_ten": "họ tên",
    "ghi_chu": "thường trống",
}
KET_QUA: Final[Shape] = {
    "ten_day_du": "Ông/Bà và họ tên, hoặc tên tập thể",
    "hinh_thuc": "hình thức đã biểu quyết",
    "tan_thanh": "hai chữ số",
    "khong_tan_thanh": "số phiếu, ý kiến",
    "khong_co_y_kien": "số phiếu, ý kiến",
    "khong_tham_gia": "số người không tham gia biểu quyết",
    "ty_le": "tán thành/tổng số thành viên: 6/7 (85,71%)",
}
NHOM: Final[Shape] = {
    "cau_de_nghi": "Đề nghị … xem xét, trình Chủ tịch Ủy ban nhân dân Thành phố",
    "tang_gi": "tặng Bằng khen · tặng Giấy khen",
    "so_luong": "01 tập thể, 03 cá nhân",
    "truong_hop": [TRONG_DANH_SACH],
}

FIELDS: Final[Fields] = {
    "ke_hoach": {
        "cum_vien_dan": "viện dẫn lần đầu: tên loại, số, ngày, cơ quan, chữ nối và trích yếu",
        "vien_dan_ngan": "viện dẫn lần sau: Kế hoạch số 303/KH-UBND",
        "ten_dot": "tên đợt dùng trong trích yếu",
        "ten_goi_tat": "tên gọi ở lần nhắc sau: Đợt thi đua",
        "thanh_tich_ghi": "nội dung thành tích in trên quyết định, bằng, viết hoa đầu câu",
        "thanh_tich_ghi_trong_cau": "cùng chuỗi ấy, viết thường chữ đầu: đã có thành tích xuất sắc …",
        "can_cu_luat": ["cụm viện dẫn luật, nghị định có hiệu lực ngày lập giấy, không chữ Căn cứ"],
        "can_cu_thu_tuc": ["cụm viện dẫn văn bản thủ tục của kế hoạch, không chữ Căn cứ"],
        "dieu_khoan_tieu_chuan": "khoản 2 Mục III Kế hoạch số 303/KH-UBND",
        "han_nop": "hạn bằng lời của kế hoạch: trước ngày 20 tháng 12 năm 2024; trống khi không ấn định",
    },
    "don_vi": {
        "ten_don_vi": "tên chính thức, đầy đủ",
        "chu_viet_tat": "chữ viết tắt trong số, ký hiệu",
        "don_vi_soan_thao": "chữ viết tắt bộ phận soạn thảo trong ký hiệu công văn",
        "dau_giay": DAU_GIAY,
    },
    "ho_so": {
        **_SO_NGAY,
        "kinh_gui": ["nơi gửi: Ủy ban nhân dân Quận 11 (qua Phòng Nội vụ)"],
        "noi_trinh": "cơ quan nhận trình, gọi trong câu: Ủy ban nhân dân Quận 11",
        "nhom_doi_tuong": "tập thể, cá nhân · cá nhân · tập thể",
        "ten_hinh_thuc": "tên đủ của hình thức (hồ sơ Thư khen): Thư khen của Chủ tịch …",
        "tham_quyen": "người gửi, tặng: Chủ tịch Ủy ban nhân dân Thành phố",
        "cac_bien_ban": ["cụm viện dẫn từng biên bản: Biên bản số … ngày … của Hội đồng …"],
        "ket_qua_phat_dong": "mục I của Tờ trình, nhiều đoạn; trống khi văn phòng bỏ mục này",
        "so_lieu_noi_bat": [SO_LIEU],
        "cuoc_hop": [
            {
                "ngay_hop": "ngày họp",
                "ten_hoi_dong": "tên Hội đồng",
                "so_co_mat": "hai chữ số",
                "tong_so": "hai chữ số",
                "so_truong_hop": "số trường hợp cuộc họp ấy thống nhất đề nghị",
            }
        ],
        "ghi_ten": "khác rỗng khi ít trường hợp nên ghi tên ngay trong Tờ trình (đến 10)",
        "nhom": [NHOM],
        "tap_the": [TRONG_DANH_SACH],
        "ca_nhan": [TRONG_DANH_SACH],
        "ho_gia_dinh": [TRONG_DANH_SACH],
        "so_truong_hop": "01 tập thể, 03 cá nhân",
        "so_theo_hinh_thuc": "Bằng khen: 01 tập thể, 01 cá nhân; Giấy khen: 02 cá nhân",
        "cam_ket": ["mỗi vế đã được xác nhận trong hồ sơ, không dấu cuối; vế chưa xác nhận không in"],
        "so_bo_ho_so": "hai chữ số; trống khi kế hoạch không quy định",
        "thanh_phan": [{"cau": "tên giấy tờ và số bản, không dấu cuối"}],
        "cau_thanh_phan": "các giấy tờ nối thành câu: Biên bản họp Hội đồng và 03 báo cáo thành tích",
        "cach_gui": "nơi, cách gửi: phần mềm liên thông của Sở Nội vụ; trống khi không quy định",
        "noi_nhan": ["nơi nhận thêm của đơn vị: Thường trực Đảng ủy phường"],
        "nguoi_ky": NGUOI_KY,
    },
    "cuoc_hop": {
        "so_ky_hieu": "số biên bản đầy đủ khi đã cấp; trống khi chưa",
        "dau_giay": DAU_GIAY,
        "ten_cuoc_hop": "Hội đồng nào xét, đề nghị khen thưởng; hoặc đơn vị nào xét",
        "chu_the": "Hội đồng · Cuộc họp: ai xác nhận, ai kết luận",
        "co_hoi_dong": "khác rỗng khi là Hội đồng; trống khi đơn vị không có Hội đồng",
        "hoi_dong": {
            "ten_hoi_dong": "tên Hội đồng; trống khi không có",
            "chu_viet_tat": "HĐTĐKT",
            "quyet_dinh": "Quyết định số … ngày … thành lập hoặc kiện toàn; trống khi không ghi",
        },
        "ngay_hop": "ngày họp",
        "gio_bat_dau": "giờ bắt đầu",
        "gio_ket_thuc": "giờ kết thúc",
        "dia_diem": "địa điểm",
        "tong_so": "tổng số thành viên, hai chữ số",
        "so_co_mat": "hai chữ số",
        "so_vang": "hai chữ số",
        "thanh_vien": [DU_HOP],
        "khach_moi": "khách mời, một dòng; trống khi không có",
        "chu_toa": CHU_TRI,
        "thu_ky": CHU_TRI,
        "mo_dau": "lời chủ tọa mở đầu, nhiều đoạn; trống thì in câu chung",
        "hinh_thuc_xet": "các hình thức đưa ra xét, nối bằng dấu phẩy, chấm phẩy",
        "quy_dinh_so_luong": "kế hoạch ấn định bao nhiêu, hoặc không ấn định",
        "so_truong_hop_xet": "01 tập thể, 03 cá nhân",
        "khong_dua_vao_xet": "số không đưa vào xét và lý do; trống khi không có",
        "truong_hop": [TRONG_CUOC_HOP],
        "thao_luan": "thảo luận chung, nhiều đoạn; trống khi không có",
        "xac_nhan_chung": ["mỗi điều Hội đồng xác nhận cho các trường hợp được xét"],
        "xem_xet_tap_the": ["câu về thành tích tập thể khi xét người đứng đầu"],
        "dien_bien": [PHAN_TU_VIET],
        "cach_bieu_quyet": "giơ tay · bỏ phiếu kín",
        "phieu": {
            "phat_ra": "số phiếu; cả nhóm là None khi không dùng phiếu",
            "thu_vao": "số phiếu",
            "hop_le": "số phiếu",
            "khong_hop_le": "số phiếu",
        },
        "ket_qua": [KET_QUA],
        "don_vi_trinh": "đơn vị lập hồ sơ trình",
        "cau_de_nghi": "trình tặng Bằng khen … cho 01 tập thể; tặng Giấy khen … cho 02 cá nhân",
        "ket_luan": "kết luận bằng lời của chủ tọa, nhiều đoạn; trống khi không có",
        "noi_nhan": ["nơi nhận thêm: Phòng Nội vụ Quận 11"],
    },
    "truong_hop": {
        "dau_giay": DAU_GIAY,
        "chu_viet_tat": "chữ viết tắt của tập thể trong số báo cáo",
        **_SO_NGAY,
        "hinh_thuc": "hình thức đề nghị, đủ thẩm quyền: Bằng khen của Chủ tịch …",
        "ten_tap_the": "tên ghi trên quyết định (tập thể)",
        "dia_chi": "trụ sở, điện thoại, một dòng; trống khi không ghi",
        "dac_diem": "đặc điểm, tình hình; nhiều đoạn",
        "chuc_nang": "chức năng, nhiệm vụ gắn với nội dung thi đua; nhiều đoạn",
        "ho_ten": "họ tên (cá nhân)",
        "gioi_tinh": "nam · nữ",
        "ngay_sinh": "ngày sinh hoặc năm sinh, đã viết thành chữ in",
        "que_quan": "quê quán; trống khi không ghi",
        "noi_o": "nơi thường trú; trống khi không ghi",
        "trinh_do": "trình độ chuyên môn; trống khi không ghi",
        "chuc_vu_don_vi": "chức vụ, đơn vị công tác, không viết tắt",
        "nhiem_vu": "quyền hạn, nhiệm vụ gắn với nội dung thi đua; nhiều đoạn",
        "vai_tro": "trực tiếp tham gia · chỉ đạo · lãnh đạo; trống khi không ghi",
        "ten_linh_vuc": "lĩnh vực, nội dung thi đua; trống khi không ghi",
        "khen_thuong_gan_nhat": "hình thức, quyết định, năm; trống khi không có",
        "tu_ngay": "thời gian lập thành tích, từ ngày",
        "den_ngay": "đến ngày",
        "so_lieu": [SO_LIEU],
        "giai_phap": [GIAI_PHAP],
        "phan_tu_viet": [PHAN_TU_VIET],
        "cau_xac_nhan": ["câu về điểm đã được xác nhận: nội bộ đoàn kết …, theo biên bản …"],
        "khen_thuong_da_co": [KHEN_THUONG],
        "giay_thue": "văn bản xác nhận hoàn thành nghĩa vụ thuế, đủ số, ngày, cơ quan; trống khi không cần",
        "nguoi_bao_cao": NGUOI_KY,
        "nguoi_xac_nhan": NGUOI_KY,
        "cap_trinh": NGUOI_KY,
    },
    "muc_luc": {
        "dau_giay": DAU_GIAY,
        "ten_ho_so": "tên hồ sơ: đề nghị khen thưởng … của …",
        "van_ban": [
            {
                "so_ky_hieu": "số, ký hiệu; trống khi không có",
                "ngay": "ngày văn bản",
                "ten_trich_yeu": "tên loại và trích yếu",
                "tac_gia": "cơ quan, người lập",
                "dang_ban": "bản chính · bản sao y · bản chụp",
                "so_trang": "số trang; trống khi chưa biết",
            }
        ],
        "tong_so": "số văn bản, hai chữ số",
        "ngay_lap": "ngày; chỉ năm-tháng khi chưa lập xong",
        "nguoi_lap": NGUOI_KY,
    },
    "phieu": {
        "dau_giay": DAU_GIAY,
        "ten_don_vi": "đơn vị có hồ sơ",
        "van_ban": "Tờ trình số … ngày …; trống khi chưa có số",
        "ngay_nhan": "ngày, giờ nhận bằng lời; trống khi chưa nhận",
        "lan_nop": "lần nộp thứ mấy; trống khi chưa nộp",
        "han_cuoi": "ngày cuối theo kế hoạch và điều khoản; trống khi không ấn định",
        "ket_qua": "04 trường hợp: 02 đủ thành phần; 01 cần bổ sung; 01 cần làm rõ",
        "viec": [
            {
                "truong_hop": "tên người, tập thể hoặc giấy tờ",
                "noi_dung": "điều cần bổ sung, làm rõ",
                "o_dau": "chỗ trong hồ sơ: ô Excel, khóa, trang",
                "can_cu": "điều khoản của kế hoạch, văn bản",
                "cach_lam": "việc cần làm",
            }
        ],
        "gui_lai": "thời điểm gửi lại bằng lời; trống khi không ấn định",
        "lien_he": "tên, điện thoại; trống khi không ghi",
        "ngay_lap": "ngày lập phiếu",
        "nguoi_kiem_tra": NGUOI_KY,
    },
    "quyet_dinh": {
        **_SO_NGAY,
        "dau_giay": DAU_GIAY,
        "chu_viet_tat": "UBND",
        "tham_quyen": "in hoa: CHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN 11",
        "hinh_thuc": "Giấy khen của Chủ tịch Ủy ban nhân dân Quận 11",
        "ten_ngan": "Giấy khen",
        "nhom_doi_tuong": "tập thể, cá nhân",
        "so_luong": "05 tập thể, 12 cá nhân",
        "can_cu_to_chuc": ["cụm viện dẫn luật về tổ chức chính quyền, không chữ Căn cứ"],
        "theo_de_nghi": "Theo đề nghị của Trưởng phòng Phòng Nội vụ tại Tờ trình số … ngày …",
        "cau_tien_thuong": "mức tiền từng loại và nguồn chi, đủ câu; trống khi không chi",
        "thi_hanh": "các chức danh, đơn vị thi hành, nối bằng dấu phẩy",
        "noi_nhan": ["nơi nhận thêm"],
        "nguoi_ky": NGUOI_KY,
    },
}
