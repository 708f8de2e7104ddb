"""The shapes several fields of papers share: a letterhead, a signer, a row of a list.

The rules of ``fields.py`` hold here too. Knows neither records nor papers.
"""

from typing import Final

from thidua_cli.render.template_check import Shape

DAU_GIAY: Final[Shape] = {
    "tieu_de_trai": ["mỗi cơ quan một phần tử, cấp trên trước; phần tử cuối in đậm, có đường kẻ"],
    "tieu_de_phai": "“quốc hiệu”, hoặc nguyên văn dòng thay Quốc hiệu (văn bản Đảng, đoàn thể)",
    "dia_danh": "địa danh đủ tên, ví dụ Quận Mẫu",
    "don_vi_soan_thao": "chữ viết tắt bộ phận soạn thảo ở dòng Lưu; trống khi không có",
}
NGUOI_KY: Final[Shape] = {
    "quyen_han_ky": ["mỗi dòng quyền hạn, chức vụ, in hoa: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"],
    "ho_ten": "họ tên không học hàm, học vị; trống khi không phải đơn vị điền",
    "ghi_chu": "dòng nghiêng dưới chức vụ, ví dụ (ký tên, đóng dấu); thường trống",
}
SO_NGAY: Final = {
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
    "xung_ho_ten": "Ông/Bà và họ tên; Hộ gia đình ông/bà …",
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
    "khong_bieu_quyet": "họ tên thành viên không biểu quyết do là người được xét; trống khi không có",
    "hinh_thuc": "hình thức đơn vị đề nghị",
    "doi_chieu": "kết quả đối chiếu: đạt · không đạt · chưa đủ căn cứ, kèm tiêu chuẩn chưa đạt",
    "tham_dinh": "ý kiến thẩm định; trống khi chưa có",
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
TRONG_TRICH_SAO: Final[Shape] = {
    "so_thu_tu": "số thứ tự trong danh sách kèm Quyết định",
    "ten": "Ông/Bà và họ tên; hoặc tên tập thể",
    "chuc_vu_don_vi": "chức vụ, đơn vị công tác, không viết tắt; địa chỉ với hộ gia đình",
}
BINH_XET: Final[Shape] = {
    "noi_dung": "Đơn vị dẫn đầu · Khối trưởng năm sau",
    "don_vi": "đơn vị được bình xét, bầu",
    "tan_thanh": "hai chữ số",
    "khong_tan_thanh": "số phiếu, ý kiến",
    "khong_co_y_kien": "số phiếu, ý kiến",
    "ty_le": "tán thành/tổng số đơn vị: 2/3 (66,67%)",
    "ket_luan": "kết luận của cuộc họp",
}
THANG_DIEM: Final = {
    "ten_cum_khoi": "cụm, khối chấm điểm",
    "thang_diem": "thang điểm số … ngày …",
    "diem_toi_da": "tổng điểm tối đa, chưa kể điểm thưởng",
}
VIEC: Final[Shape] = {
    **SO_NGAY,
    "ten_viec": "tên việc theo kế hoạch",
    "dieu_khoan": "điều khoản của kế hoạch giao việc",
    "dau_giay": DAU_GIAY,
    "ten_don_vi": "đơn vị, hoặc cụm, khối làm việc ấy",
    "chu_viet_tat": "chữ viết tắt trong số, ký hiệu",
    "ky_hieu_cong_van": "phần sau số của công văn: UBND-VPTK",
    "kinh_gui": ["nơi gửi theo kế hoạch"],
    "nguoi_ky": NGUOI_KY,
    "noi_dung_dang_ky": "thi đua, danh hiệu, công trình; trống khi không ghi",
    "chi_tieu_dang_ky": ["mỗi chỉ tiêu đăng ký, không dấu cuối"],
    "so_chi_tieu": "số chỉ tiêu, hai chữ số, khi chỉ ghi số lượng; không thì trống",
    "danh_hieu_dang_ky": ["mỗi danh hiệu đăng ký, không dấu cuối"],
    "ke_hoach_don_vi": "Kế hoạch số … ngày … của đơn vị; trống khi không ghi",
    "ngay_phat_dong": "ngày phát động; trống khi không ghi",
    "hinh_thuc_phat_dong": "hình thức phát động; trống khi không ghi",
    "guong": [
        {
            "xung_ho_ten": "Ông/Bà và họ tên; hoặc tên tập thể",
            "chuc_vu_don_vi": "chức vụ, công việc, đơn vị; trống với tập thể",
            "tom_tat_thanh_tich": "việc tốt, trong vài câu",
        }
    ],
    "so_guong": "số gương, hai chữ số",
    "ngay_ky_ket": "ngày ký kết giao ước",
    "cac_ben": [
        {
            "ten_don_vi": "đơn vị thành viên",
            "xung_ho_ten": "Ông/Bà và họ tên người đại diện; trống khi chưa ghi",
            "chuc_vu": "chức vụ",
        }
    ],
    "ben_ky": [NGUOI_KY],
    "noi_dung_giao_uoc": ["mỗi nội dung giao ước, không dấu cuối"],
    "ket_qua_chi_tieu": [
        {
            "ten": "tên chỉ tiêu",
            "giao": "số được giao kèm đơn vị tính",
            "thuc_hien": "số thực hiện kèm đơn vị tính",
            "uoc_thuc_hien": "số ước thực hiện; thường trống",
            "danh_gia": "đạt · vượt · chưa đạt · chưa có số liệu",
            "ngay_chot": "ngày chốt số liệu, dạng số",
            "nguon": "nguồn số liệu",
        }
    ],
    "ket_qua_phong_trao": [{"ten": "tên phong trào", "dang_ky": "nội dung đã đăng ký", "ket_qua": "kết quả đạt được"}],
    "tai_lieu": ["mỗi giấy tờ kèm theo, không dấu cuối"],
}
XEP_HANG: Final[Shape] = {
    "dau_giay": DAU_GIAY,
    **THANG_DIEM,
    "tam_xep": "khác rỗng khi còn đơn vị chưa đủ điểm",
    "hang": [
        {
            "hang": "thứ hạng",
            "don_vi": "đơn vị thành viên",
            "tung_noi_dung": "điểm thẩm định của từng nội dung lớn, nối bằng dấu chấm phẩy",
            "diem_thuong": "tổng điểm thưởng; trống khi không có",
            "diem_tru": "tổng điểm trừ, số âm; trống khi không có",
            "tu_cham": "tổng điểm đơn vị tự chấm",
            "tong_diem": "tổng điểm sau thẩm định",
            "xet_khi_bang_diem": "điểm của các nội dung dùng để phân hạng; trống khi không bằng điểm với ai",
        }
    ],
    "chua_xep": [{"don_vi": "đơn vị chưa xếp hạng", "ly_do": "chưa có điểm của nội dung nào"}],
    "thu_tu_khi_bang_diem": "các nội dung xét lần lượt khi bằng điểm; trống khi thang điểm không nêu",
    "ngay_lap": "năm-tháng của bảng điểm mới nhất",
    "nguoi_ky": NGUOI_KY,
}
NHOM: Final[Shape] = {
    "cau_de_nghi": "Đề nghị … xem xét, trình Chủ tịch Ủy ban nhân dân Thành phố",
    "tang_gi": "tặng Bằng khen · tặng Giấy khen",
    "so_luong": "01 tập thể, 03 cá nhân",
    "truong_hop": [TRONG_DANH_SACH],
}
DUOC_KHEN: Final[Shape] = {
    "ten": "đúng như quyết định ghi: Bà Lê Thị Cẩm; tên tập thể; Hộ gia đình ông …",
    "don_vi": "chức vụ, đơn vị; địa chỉ với hộ gia đình; trống với tập thể",
    "so_tien": "tiền thưởng, đồng; không có căn cứ thì là lý do",
    "so_vao_so": "số vào sổ; trống khi chưa ghi",
    "so_hieu_phoi": "số hiệu phôi; trống khi chưa ghi",
    "ghi_chu": "đã hủy bỏ hoặc thay thế; thường trống",
}
