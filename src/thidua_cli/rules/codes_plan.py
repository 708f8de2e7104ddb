"""The findings on a plan's own text; they speak only where the plan stands in the repository."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E, _R, _N = Severity.ERROR, Severity.REVIEW, Severity.NOTE

MA_TRONG_KE_HOACH_LA: Final = Code(
    "TD230",
    "ma-trong-ke-hoach-la",
    _E,
    "dữ liệu",
    "Kế hoạch viện một vai trò, văn bản, hình thức, chỉ tiêu, việc hay tiêu chuẩn không có trong chính nó.",
    "gui_den: phong-noi-vi",
    "gui_den: phong-noi-vu",
)
MA_LAP_TRONG_KE_HOACH: Final = Code(
    "TD231",
    "ma-lap-trong-ke-hoach",
    _E,
    "dữ liệu",
    "Hai mục của kế hoạch dùng cùng một mã, nên bản ghi không biết viện mục nào.",
)
MUC_THIEU_DIEU_KHOAN: Final = Code(
    "TD232",
    "muc-thieu-dieu-khoan",
    _R,
    "dữ liệu",
    "Một mục của kế hoạch chưa ghi điều khoản, nên thông báo không dẫn được người đọc về văn bản.",
    "- id: gk-p\n  ten_ngan: Giấy khen phường",
    "- id: gk-p\n  ten_ngan: Giấy khen phường\n  dieu_khoan: Mục III.1",
)
HINH_THUC_KHONG_TIEU_CHUAN: Final = Code(
    "TD233",
    "hinh-thuc-khong-tieu-chuan",
    _N,
    "kế hoạch",
    "Kế hoạch nêu một hình thức mà không có tiêu chuẩn nào cho nó; đề nghị hình thức ấy sẽ là chưa đủ căn cứ.",
)
HAN_TRUOC_KHI_HET_DOT: Final = Code(
    "TD234",
    "han-truoc-khi-het-dot",
    _N,
    "kế hoạch",
    "Hạn nộp hồ sơ có trước ngày kết thúc đợt: số liệu cả năm phải đối chiếu lại trong báo cáo tổng kết.",
)
LOAI_TRU_KHONG_DEU: Final = Code(
    "TD235",
    "loai-tru-khong-deu",
    _N,
    "kế hoạch",
    "Một điều kiện loại trừ chỉ in cho một số đối tượng, hình thức; công cụ không tự thêm vào nơi kế hoạch không in.",
)
VIEC_KHONG_CHU: Final = Code(
    "TD236",
    "viec-khong-chu",
    _R,
    "dữ liệu",
    "Việc phải làm chưa nói ai làm, nên không ai bị tính là còn nợ.",
    "don_vi_thuc_hien: {}",
    "don_vi_thuc_hien:\n  tat_ca_don_vi: có",
)
DA_QUA_KHI_BAN_HANH: Final = Code(
    "TD238",
    "da-qua-khi-ban-hanh",
    _N,
    "kế hoạch",
    "Hạn của một việc đã qua khi kế hoạch ban hành; không đơn vị nào bị tính là trễ.",
)
THOI_GIAN_NGUOC: Final = Code(
    "TD239",
    "thoi-gian-nguoc",
    _E,
    "dữ liệu",
    "Ngày bắt đầu của kế hoạch, giai đoạn hay thời hạn sau ngày kết thúc.",
    "tu_ngay: 31/12/2024\nden_het: 01/11/2024",
    "tu_ngay: 01/11/2024\nden_het: 31/12/2024",
)
TU_CHUA_DUNG_DUOC: Final = Code(
    "TD240",
    "tu-chua-dung-duoc",
    _E,
    "dữ liệu",
    "Tiêu chuẩn thiếu mức so sánh, thiếu đối tượng đếm, hoặc không ghi cách đối chiếu nào.",
)
DANH_SO_KE_HOACH: Final = Code(
    "TD241",
    "danh-so-ke-hoach",
    _N,
    "kế hoạch",
    "Người gõ kế hoạch ghi nhận chỗ đánh số bỏ cách hoặc lặp lại. Điều khoản viện dẫn theo đúng số in, "
    "không theo số lẽ ra phải có; kế hoạch của mình thì nên đính chính.",
)
HINH_THUC_CHUA_RO_CAP: Final = Code(
    "TD242",
    "hinh-thuc-chua-ro-cap",
    _R,
    "dữ liệu",
    "Kế hoạch của mình chưa ghi cấp khen thưởng cho một hình thức đã có người đề nghị. Tờ trình cần biết: "
    "hình thức của cấp trên thì đề nghị trình lên, của cấp mình thì đề nghị tặng.",
    "ten_hinh_thuc: Bằng khen của Chủ tịch Ủy ban nhân dân Thành phố\ncap_khen_thuong: null",
    "ten_hinh_thuc: Bằng khen của Chủ tịch Ủy ban nhân dân Thành phố\ncap_khen_thuong: tỉnh, thành phố",
)
MUC_KHAC_DON_VI: Final = Code(
    "TD243",
    "muc-khac-don-vi",
    _R,
    "dữ liệu",
    "Mức của tiêu chuẩn là phần trăm mà số liệu không ghi tính bằng %, hoặc ngược lại. Số gõ không có dấu % khi ấy "
    "chưa rõ là phần trăm hay số đếm, nên kết quả đối chiếu là chưa đủ căn cứ.",
    "ty_le_ho_so_dung_han:\n  ten: tỷ lệ hồ sơ đúng hạn",
    'ty_le_ho_so_dung_han:\n  ten: tỷ lệ hồ sơ đúng hạn\n  don_vi_tinh: "%"',
)

CODES: Final = tuple(value for value in list(globals().values()) if isinstance(value, Code))
