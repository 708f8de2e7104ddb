"""The findings on duties, clusters and points: each code with its prose and an example."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E, _U, _R, _N = Severity.ERROR, Severity.UNDECIDED, Severity.REVIEW, Severity.NOTE

# -- TD31x: việc phải làm ------------------------------------------------------------------------

VIEC_QUA_HAN: Final = Code(
    "TD310",
    "viec-qua-han",
    _E,
    "kế hoạch",
    "Việc phải làm gửi sau hạn của kế hoạch. “Trước ngày D” nhận đến hết ngày D − 1; “chậm nhất ngày D” nhận cả "
    "ngày D. Xét theo ngày bên nhận ghi; chưa có thì xét theo ngày gửi. Hạn đã qua khi kế hoạch ban hành thì không xét.",
    "ngay_nhan: 15/11/2024      (kế hoạch: trước ngày 15/11/2024)",
    "ngay_nhan: 14/11/2024",
)
VIEC_CON_NO: Final = Code(
    "TD311",
    "viec-con-no",
    _N,
    "kế hoạch",
    "Việc phải làm đã qua hạn mà thư mục chưa có bản ghi của một số đơn vị; xem thidua status. Việc kế hoạch không ấn "
    "định ngày thì nêu khi đơn vị chưa làm mà có đề nghị.",
)
VIEC_THIEU_SO_LUONG: Final = Code(
    "TD312",
    "viec-thieu-so-luong",
    _E,
    "kế hoạch",
    "Đơn vị giới thiệu ít gương hơn số tối thiểu kế hoạch ấn định cho mỗi đơn vị, mỗi kỳ.",
    "guong: []    (kế hoạch: mỗi đơn vị ít nhất 01 gương)",
    "guong:\n  - ho_ten: Lý Thị Kim Chi",
)
KHOA_CUA_VIEC_KHAC: Final = Code(
    "TD313",
    "khoa-cua-viec-khac",
    _E,
    "dữ liệu",
    "Bản ghi việc đã làm có khóa của loại việc khác, nên phần ấy không được đọc đến.",
    "bang_diem: …    (việc đăng ký)",
    "chi_tieu_dang_ky: …",
)
THIEU_NAM_XET: Final = Code(
    "TD314",
    "thieu-nam-xet",
    _U,
    "kế hoạch",
    "Kế hoạch khen hằng năm mà đề nghị chưa ghi xét cho năm nào.",
    "nam_xet:",
    "nam_xet: 2024",
)
VIEC_THIEU_TAI_LIEU: Final = Code(
    "TD315",
    "viec-thieu-tai-lieu",
    _E,
    "kế hoạch",
    "Việc đã gửi mà thiếu tài liệu kế hoạch yêu cầu kèm theo.",
    "guong:\n  - ho_ten: Lý Thị Kim Chi",
    "guong:\n  - ho_ten: Lý Thị Kim Chi\n    bao_cao_thanh_tich: evidence/ubnd-phuong-17/bc-chi.pdf",
)
KHONG_PHAI_VIEC_CUA_DON_VI: Final = Code(
    "TD316",
    "khong-phai-viec-cua-don-vi",
    _N,
    "kế hoạch",
    "Kế hoạch không giao việc này cho đơn vị đã làm.",
)
NGAY_SUY_DOAN: Final = Code(
    "TD317",
    "ngay-suy-doan",
    _N,
    "kế hoạch",
    "Kế hoạch không ghi ngày bắt đầu hoặc kết thúc; ngày dùng để xét là suy đoán, nói rõ từ đâu.",
)

# -- TD62x: cụm, khối, điểm, báo cáo -------------------------------------------------------------

NOI_DUNG_CHAM_LA: Final = Code(
    "TD620",
    "noi-dung-cham-la",
    _E,
    "kế hoạch",
    "Dòng điểm của một nội dung không có trong thang điểm, hoặc một nội dung có hai dòng.",
    "- noi_dung_cham: m9",
    "- noi_dung_cham: m1",
)
VUOT_DIEM_TOI_DA: Final = Code(
    "TD621",
    "vuot-diem-toi-da",
    _E,
    "kế hoạch",
    "Điểm tự chấm hoặc điểm thẩm định vượt mức tối đa của thang điểm.",
    "diem_tu_cham: 32    (tối đa 30)",
    "diem_tu_cham: 30",
)
THIEU_DONG_DIEM: Final = Code(
    "TD622",
    "thieu-dong-diem",
    _E,
    "kế hoạch",
    "Bảng điểm đã gửi mà thiếu điểm của một nội dung. 0 điểm là điểm; thiếu là thiếu. Thiếu dòng điểm trừ thì cần xem lại: "
    "bảng cộng như chưa bị trừ lần nào.",
    "- noi_dung_cham: m2",
    "- noi_dung_cham: m2\n  diem_tu_cham: 0",
)
THANG_DIEM_LECH: Final = Code(
    "TD623",
    "thang-diem-lech",
    _E,
    "dữ liệu",
    "Thang điểm tự mâu thuẫn: mã lặp, tổng nội dung con khác điểm tối đa, thứ tự phân hạng nêu mã không có.",
    "diem_toi_da: 40    (hai nội dung con 20 và 25)",
    "diem_toi_da: 45",
)
HAI_DON_VI_DAN_DAU: Final = Code(
    "TD624",
    "hai-don-vi-dan-dau",
    _E,
    "kế hoạch",
    "Một cụm, khối suy tôn hơn một đơn vị dẫn đầu, hoặc bầu hơn một cụm trưởng, khối trưởng. Hai đề nghị suy tôn của một "
    "cụm, khối mà chưa có cuộc họp chọn cả hai, hoặc hai lần bỏ phiếu khác ngày, thì là cần xem lại.",
)
NGOAI_CUM_KHOI: Final = Code(
    "TD625",
    "ngoai-cum-khoi",
    _E,
    "kế hoạch",
    "Đơn vị được suy tôn, được bầu, cử đại diện hay ký giao ước không phải thành viên của cụm, khối.",
    "don_vi: ubnd-phuong-1    (khối khác)",
    "don_vi: ubnd-phuong-17",
)
GIAO_UOC_THIEU_BEN: Final = Code(
    "TD626",
    "giao-uoc-thieu-ben",
    _R,
    "kế hoạch",
    "Giao ước của cụm, khối chưa có tên một đơn vị thành viên, hoặc một đơn vị ký hai lần.",
)
CHUA_CO_THANG_DIEM: Final = Code(
    "TD627",
    "chua-co-thang-diem",
    _U,
    "kế hoạch",
    "Có bảng điểm mà thư mục chưa có thang điểm của cụm, khối để cộng và đối chiếu.",
)
DANH_GIA_LECH: Final = Code(
    "TD628",
    "danh-gia-lech",
    _E,
    "dữ liệu",
    "Đánh giá ghi ở báo cáo khác với số liệu so với mức của chỉ tiêu.",
    "thuc_hien: 94%\ndanh_gia: đạt    (mức: từ 95%)",
    "thuc_hien: 94%\ndanh_gia: chưa đạt",
)
PHONG_TRAO_CHUA_BAO_CAO: Final = Code(
    "TD629",
    "phong-trao-chua-bao-cao",
    _N,
    "kế hoạch",
    "Kế hoạch yêu cầu báo cáo theo từng phong trào; báo cáo chưa nêu kết quả của một số phong trào.",
)
TY_LE_LECH: Final = Code(
    "TD645",
    "ty-le-lech",
    _E,
    "dữ liệu",
    "Tỷ lệ gõ ở báo cáo khác tỷ lệ tính từ số giao và số thực hiện. Làm tròn đến số lẻ đã gõ, nhưng không bao giờ qua "
    "mức của chỉ tiêu hay qua 100%: 94,995% không viết thành 95,00%.",
    "chi_tieu_giao: 200.000\nthuc_hien: 189.990\nty_le: 95,00%",
    "chi_tieu_giao: 200.000\nthuc_hien: 189.990    (94,995%)",
)
CHI_TIEU_THIEU_SO: Final = Code(
    "TD646",
    "chi-tieu-thieu-so",
    _U,
    "dữ liệu",
    "Kết quả chỉ tiêu thiếu số được giao, số thực hiện, ngày chốt hoặc nguồn, nên báo cáo sơ kết, tổng kết chưa nói "
    "được đạt hay chưa.",
    "thuc_hien: 83",
    "chi_tieu_giao: 85\nthuc_hien: 83\nngay_chot: 08/11/2024\nnguon: Chi cục Thống kê",
)
CHI_TIEU_KE_HAI_LAN: Final = Code(
    "TD647",
    "chi-tieu-ke-hai-lan",
    _E,
    "dữ liệu",
    "Một báo cáo kê hai lần kết quả của một chỉ tiêu trong cùng một năm, nên tổng sẽ bị cộng hai lần.",
)

CODES: Final = tuple(value for value in list(globals().values()) if isinstance(value, Code))
