"""The findings about people and units: who may be proposed, for what and how many, and who is who; each with its
prose."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E, _U, _R, _N = Severity.ERROR, Severity.UNDECIDED, Severity.REVIEW, Severity.NOTE

KHONG_DU_DIEU_KIEN: Final = Code(
    "TD601",
    "khong-du-dieu-kien",
    _E,
    "kế hoạch",
    "Đối tượng không có trong danh sách đối tượng của kế hoạch.",
)
CHUA_RO_NHOM: Final = Code(
    "TD602",
    "chua-ro-nhom",
    _U,
    "kế hoạch",
    "Chưa biết loại đơn vị hoặc nhóm người để đối chiếu với đối tượng của kế hoạch.",
)
VUOT_SO_LUONG: Final = Code(
    "TD603",
    "vuot-so-luong",
    _R,
    "kế hoạch",
    "Số đề nghị vượt số lượng được phân bổ; đơn vị được đề nghị hơn, Hội đồng chọn. Với hồ sơ của chính văn phòng là lỗi.",
)
HAI_HINH_THUC: Final = Code(
    "TD604",
    "hai-hinh-thuc",
    _R,
    "luật",
    "Một đối tượng được đề nghị hai hình thức trong một đợt (Luật 06/2022/QH15, Điều 5 khoản 2).",
)
LECH_CHUC_VU: Final = Code(
    "TD605",
    "lech-chuc-vu",
    _R,
    "dữ liệu",
    "Chức vụ hoặc giới tính ghi ở đề nghị khác units.yaml.",
)
THIEU_NHAN_THAN: Final = Code(
    "TD606",
    "thieu-nhan-than",
    _E,
    "dữ liệu",
    "Cá nhân chưa có họ tên, giới tính hoặc chức vụ để in vào giấy tờ. Hộ gia đình chưa có địa chỉ thì cần xem lại.",
    "ho_ten: Lê Thị Cẩm",
    "ho_ten: Lê Thị Cẩm\ngioi_tinh: nữ\nchuc_vu: Công chức Văn phòng - Thống kê",
)
DON_VI_KHONG_CON: Final = Code(
    "TD607",
    "don-vi-khong-con",
    _E,
    "dữ liệu",
    "Đơn vị không còn (hoặc chưa có) vào ngày của văn bản.",
)
CHUA_KHAI_CHUA_XET: Final = Code(
    "TD608",
    "chua-khai-chua-xet",
    _U,
    "luật",
    "Chưa khai không thuộc trường hợp chưa xét khen thưởng (Điều 4 khoản 4 của Nghị định 98/2023/NĐ-CP, nay là Nghị định 152/2025/NĐ-CP), nên Tờ trình không in vế cam kết này.",
)
DANG_XEM_XET: Final = Code(
    "TD609",
    "dang-xem-xet",
    _E,
    "luật",
    "Khai đang thuộc trường hợp chưa xét khen thưởng (Điều 4 khoản 4 của Nghị định 98/2023/NĐ-CP, nay là Nghị định 152/2025/NĐ-CP).",
)
TOM_TAT_DAI_NGAN: Final = Code(
    "TD610",
    "tom-tat-dai-ngan",
    _N,
    "thông lệ",
    "Tóm tắt thành tích nên có 30–80 từ, gồm một con số, một giải pháp, một kết quả.",
)

HINH_THUC_CHUA_CU_THE: Final = Code(
    "TD611",
    "hinh-thuc-chua-cu-the",
    _U,
    "dữ liệu",
    "Kế hoạch chỉ nói “các hình thức khác” mà đề nghị, quyết định chưa nêu tên hình thức nào, nên giấy tờ không in được tên.",
    "hinh_thuc_de_nghi: Hình thức khác",
    "hinh_thuc_de_nghi: Hình thức khác\nhinh_thuc_cu_the: Huy hiệu Thành phố",
)
HINH_THUC_CU_THE_THUA: Final = Code(
    "TD612",
    "hinh-thuc-cu-the-thua",
    _E,
    "dữ liệu",
    "Kế hoạch đã gọi tên hình thức: tên ghi thêm ở hinh_thuc_cu_the không được in ở đâu cả, và hình thức mở không thay được hình thức đã có tiêu chuẩn riêng.",
    "hinh_thuc_de_nghi: Giấy khen quận\nhinh_thuc_cu_the: Giấy khen đột xuất",
    "hinh_thuc_de_nghi: Giấy khen quận",
)
SU_THAT_KHAC_LOAI: Final = Code(
    "TD615",
    "su-that-khac-loai",
    _R,
    "dữ liệu",
    "Sự thật của đơn vị ghi “không” mà loại đơn vị nói có, nên điều kiện theo sự thật ấy không được áp dụng.",
    "loai_don_vi: doanh nghiệp\nsu_that:\n  to_chuc_kinh_te: không",
    "loai_don_vi: doanh nghiệp\nsu_that:\n  to_chuc_kinh_te: có",
)
DONG_GOP_QUA_100: Final = Code(
    "TD619",
    "dong-gop-qua-100",
    _E,
    "dữ liệu",
    "Tỷ lệ đóng góp của các tác giả một giải pháp cộng lại quá 100%. Làm tròn số lẻ thì bỏ qua (06 người 16,67%); quá "
    "không hơn 1%, hoặc chỉ do làm tròn, thì cần xem lại.",
    "ty_le_dong_gop: 70%\nty_le_dong_gop: 40%",
    "ty_le_dong_gop: 60%\nty_le_dong_gop: 40%",
)
CO_THE_MOT_NGUOI: Final = Code(
    "TD613",
    "co-the-mot-nguoi",
    _R,
    "thông lệ",
    "Hai đề nghị ở hai đơn vị có thể là một người: cùng họ tên (không kể chữ hoa, dạng Unicode, chỗ đặt dấu) mà "
    "ngày sinh, số định danh không nói khác; hoặc một tập thể trước và sau khi sắp xếp đơn vị. Đã rà soát là hai thì "
    "ghi vào different-people.yaml. Hai gương cùng họ tên trong một kỳ cũng vậy.",
    "ho_ten: Lê Thị Cẩm    (ở hai phường, không ghi ngày sinh)",
    "ho_ten: Lê Thị Cẩm\nngay_sinh: 20/02/1988",
)
RA_SOAT_THUA: Final = Code(
    "TD614",
    "ra-soat-thua",
    _R,
    "dữ liệu",
    "Một mục của different-people.yaml nêu đề nghị không có trong thư mục, hoặc hai đề nghị không còn giống nhau.",
)
TEN_LA: Final = Code(
    "TD616",
    "ten-la",
    _R,
    "dữ liệu",
    "Họ tên có dấu phẩy, ngoặc, chữ số, ký tự không thấy được, hoặc chỉ một chữ, nên khó là tên của một người; hoặc gõ "
    "toàn chữ hoa, toàn chữ thường, mất dấu, còn chữ của phông cũ, trong khi giấy in đúng như bản ghi.",
    "ho_ten: LÊ THỊ CẨM",
    "ho_ten: Lê Thị Cẩm",
)
MOT_SO_HAI_NGUOI: Final = Code(
    "TD618",
    "mot-so-hai-nguoi",
    _E,
    "dữ liệu",
    "Hai đề nghị khác họ tên ghi cùng một số định danh; số định danh là của một người.",
    'ho_ten: Lê Thị Cẩm\nso_dinh_danh: "079188001234"    (Trần Văn Bình đã ghi số này)',
    'ho_ten: Lê Thị Cẩm\nso_dinh_danh: "079188001235"',
)
CHUC_VU_VIET_TAT: Final = Code(
    "TD671",
    "chuc-vu-viet-tat",
    _R,
    "thông lệ",
    "Chức vụ còn viết tắt. Tờ trình, quyết định và bằng in chức vụ đúng như bản ghi; giấy ghi chức vụ viết tắt là một lý "
    "do hồ sơ bị trả lại.",
    "chuc_vu: PCT UBND phường",
    "chuc_vu: Phó Chủ tịch Ủy ban nhân dân phường",
)
GIOI_TINH_LA: Final = Code(
    "TD672",
    "gioi-tinh-la",
    _R,
    "thông lệ",
    "Họ tên có chữ đệm Thị mà giới tính ghi nam. Giấy in Ông hay Bà theo giới tính, và bằng in sai thì phải in lại.",
    "ho_ten: Lê Thị Cẩm\ngioi_tinh: nam",
    "ho_ten: Lê Thị Cẩm\ngioi_tinh: nữ",
)

CODES: Final = tuple(value for value in list(globals().values()) if isinstance(value, Code))
