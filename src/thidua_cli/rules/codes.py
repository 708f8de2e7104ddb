"""The findings of the lints: each code with its prose and an example, in one place."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity
from thidua_cli.rules import (
    codes_council,
    codes_duties,
    codes_law,
    codes_people,
    codes_plan,
    codes_reports,
    codes_stock,
    codes_times,
    codes_units,
)
from thidua_cli.rules.codes_run import CHAP_NHAN_NHIEU_MA as CHAP_NHAN_NHIEU_MA
from thidua_cli.rules.codes_run import CHAP_NHAN_THIEU_LY_DO as CHAP_NHAN_THIEU_LY_DO
from thidua_cli.rules.codes_run import CHAP_NHAN_THUA as CHAP_NHAN_THUA
from thidua_cli.rules.codes_run import KHONG_CHAP_NHAN_DUOC as KHONG_CHAP_NHAN_DUOC
from thidua_cli.rules.codes_run import KHONG_TAT_DUOC as KHONG_TAT_DUOC
from thidua_cli.rules.codes_run import QUY_TAC_HONG as QUY_TAC_HONG
from thidua_cli.rules.codes_run import TON_DONG_DA_HET as TON_DONG_DA_HET

_E, _U, _R, _N = Severity.ERROR, Severity.UNDECIDED, Severity.REVIEW, Severity.NOTE

# -- TD22x: viện dẫn giữa các bản ghi ------------------------------------------------------------

DON_VI_LA: Final = Code(
    "TD220",
    "don-vi-la",
    _E,
    "dữ liệu",
    "Mã đơn vị không có trong units.yaml.",
    "don_vi: ubnd-phuong-71",
    "don_vi: ubnd-phuong-17",
)
TRUONG_HOP_LA: Final = Code(
    "TD221",
    "truong-hop-la",
    _E,
    "dữ liệu",
    "Hồ sơ, cuộc họp, thẩm định hoặc quyết định nêu một trường hợp không có đề nghị; người vắng cho ý kiến về một trường hợp "
    "cuộc họp không biểu quyết thì là cần xem lại.",
    "- ubnd-phuong-17/le-thi-cm",
    "- ubnd-phuong-17/le-thi-cam",
)
CUOC_HOP_LA: Final = Code(
    "TD222",
    "cuoc-hop-la",
    _E,
    "dữ liệu",
    "Cuộc họp, Hội đồng hoặc hồ sơ được viện đến không có bản ghi.",
    "cuoc_hop:\n  - phuong-17-16-12",
    "cuoc_hop:\n  - phuong-17-2024-12-16",
)
MA_KE_HOACH_LA: Final = Code(
    "TD223",
    "ma-ke-hoach-la",
    _E,
    "kế hoạch",
    "Lĩnh vực, nội dung thi đua, thủ tục hoặc việc phải làm không có trong kế hoạch.",
    "linh_vuc: giai-ngan",
    "linh_vuc: giai-ngan-von",
)
TEP_KHONG_CO: Final = Code(
    "TD224",
    "tep-khong-co",
    _E,
    "dữ liệu",
    "Bản ghi nêu một tệp không có trong thư mục của văn phòng, hoặc tệp là liên kết dẫn ra ngoài.",
    "tep_dinh_kem: evidence/ubnd-phuong-17/bc55.pdf",
    "tep_dinh_kem: evidence/ubnd-phuong-17/bc-55.pdf",
)
LIET_KE_HAI_LAN: Final = Code(
    "TD225",
    "liet-ke-hai-lan",
    _E,
    "dữ liệu",
    "Một trường hợp được kê hai lần trong một hồ sơ, hoặc nằm ở hai hồ sơ.",
)
CHUA_VAO_HO_SO: Final = Code(
    "TD226",
    "chua-vao-ho-so",
    _N,
    "dữ liệu",
    "Đề nghị chưa nằm trong hồ sơ trình nào.",
)

SU_THAT_LA: Final = Code(
    "TD227",
    "su-that-la",
    _E,
    "dữ liệu",
    "Sự thật của đơn vị trong units.yaml không có trong từ điển của kế hoạch nào trong thư mục.",
    "su_that:\n  su_dung_von_dau_tu: có",
    "su_that:\n  su_dung_von_dau_tu_cong: có",
)

# -- TD4xx: hồ sơ --------------------------------------------------------------------------------

THIEU_THANH_PHAN: Final = Code(
    "TD401",
    "thieu-thanh-phan",
    _E,
    "kế hoạch",
    "Hồ sơ thiếu giấy tờ mà kế hoạch kê trong thành phần hồ sơ. Giấy mới ghi tên, chưa có số, ngày, tệp thì cũng là "
    "thiếu; đã có số hoặc ngày mà chưa đủ ngày và tệp thì chưa đủ căn cứ; khác cơ quan kế hoạch nêu thì cần xem lại.",
    "bao_cao_thanh_tich: null",
    "bao_cao_thanh_tich: le-thi-cam.md",
)
SAI_CACH_GUI: Final = Code(
    "TD402",
    "sai-cach-gui",
    _E,
    "kế hoạch",
    "Hồ sơ gửi bằng cách khác với cách kế hoạch quy định cho thủ tục; ghi chưa đủ lời của kế hoạch thì cần xem lại.",
    "cach_gui: gửi thư điện tử",
    "cach_gui: phần mềm liên thông của Sở Nội vụ",
)
SAI_THU_TUC: Final = Code(
    "TD403",
    "sai-thu-tuc",
    _E,
    "kế hoạch",
    "Hình thức của một trường hợp không thuộc thủ tục của hồ sơ.",
    "thu_tuc: thu-tuc-khen-thuong    (trường hợp đề nghị Thư khen)",
    "thu_tuc: thu-tuc-thu-khen",
)
SAI_TUYEN_TRINH: Final = Code(
    "TD404",
    "sai-tuyen-trinh",
    _E,
    "kế hoạch",
    "Đơn vị trình thay đơn vị khác trong một lĩnh vực mà kế hoạch giao đơn vị khác nữa chủ trì; hoặc tự trình trong lĩnh "
    "vực mà kế hoạch giao riêng đơn vị chủ trì gửi hồ sơ. Lĩnh vực không có nơi chủ trì mà đơn vị trình không phải đơn vị "
    "của trường hợp, không ở cấp trên, thì cần xem lại.",
)
CHU_TRI_CHUA_NEU: Final = Code(
    "TD405",
    "chu-tri-chua-neu",
    _N,
    "kế hoạch",
    "Lĩnh vực có đơn vị chủ trì, nhưng đơn vị chủ trì không kê trường hợp này; đơn vị tự trình vẫn được.",
)
TU_XAC_NHAN: Final = Code(
    "TD406",
    "tu-xac-nhan",
    _E,
    "dữ liệu",
    "Người được đề nghị tự xác nhận cho mình. Báo cáo của người đứng đầu do cấp trên trực tiếp xác nhận. Giấy xác "
    "nhận phải có mà chính đơn vị được đề nghị, hay đơn vị người ấy đứng đầu, ban hành, và giấy nào ghi chính người ấy "
    "ban hành thì cần xem lại.",
    "nguoi_xac_nhan: Nguyễn Văn An    (báo cáo của ông Nguyễn Văn An)",
    "nguoi_xac_nhan: Lê Minh Khôi",
)
BAN_CHUP: Final = Code(
    "TD407",
    "ban-chup",
    _R,
    "thông lệ",
    "Tài liệu là bản chụp chưa sao y; thường bị trả lại.",
    "dang_ban: bản chụp",
    "dang_ban: bản sao y",
)
CHUA_GHI_SO: Final = Code(
    "TD408",
    "chua-ghi-so",
    _E,
    "luật",
    "Hồ sơ đã gửi mà bản ghi chưa có số, ngày hoặc người ký của văn bản đề nghị (Nghị định 30/2020, Điều 8).",
    "so_ky_hieu: null",
    "so_ky_hieu: 203/TTr-UBND",
)
CHUA_HOP_XET: Final = Code(
    "TD409",
    "chua-hop-xet",
    _E,
    "kế hoạch",
    "Hồ sơ có trường hợp mà các cuộc họp làm căn cứ chưa biểu quyết, hoặc không thống nhất đề nghị (lần họp sau của cùng một Hội đồng thay lần trước). Cuộc họp của đơn vị khác, không phải của đơn vị mình, cấp trên, đơn vị trình hay cụm, khối của mình, thì cần xem lại.",
)
NGUOI_KY_LA: Final = Code(
    "TD410",
    "nguoi-ky-la",
    _R,
    "dữ liệu",
    "Người ký Tờ trình, quyết định không giữ chức vụ lãnh đạo của đơn vị vào ngày ký, theo units.yaml; hoặc quyền hạn ký không "
    "phải của người ấy: cấp phó mà không ghi KT., người đứng đầu mà ghi KT.",
    "ho_ten: Trần Văn Bình    (Phó Chủ tịch)\nquyen_han_ky: [CHỦ TỊCH]",
    "ho_ten: Trần Văn Bình\nquyen_han_ky:\n  - KT. CHỦ TỊCH\n  - PHÓ CHỦ TỊCH",
)
TAI_LIEU_SO_SAI: Final = Code(
    "TD411",
    "tai-lieu-thieu-so",
    _N,
    "thông lệ",
    "Tài liệu chưa ghi số hoặc cơ quan ban hành.",
)
NGUON_SO_LIEU: Final = Code(
    "TD412",
    "nguon-so-lieu",
    _R,
    "thông lệ",
    "Số liệu chưa ghi nguồn xác nhận; Hội đồng thường hỏi.",
)

CHUA_GHI_THU_TUC: Final = Code(
    "TD413",
    "chua-ghi-thu-tuc",
    _E,
    "kế hoạch",
    "Kế hoạch có thành phần hồ sơ theo thủ tục mà hồ sơ ghi thu_tuc: null.",
    "thu_tuc: null",
    "thu_tuc: thu-tuc-khen-thuong",
)
KE_HOACH_KHONG_CO_HO_SO: Final = Code(
    "TD414",
    "ke-hoach-khong-co-ho-so",
    _N,
    "kế hoạch",
    "Kế hoạch không quy định thành phần hồ sơ: không giấy tờ nào bị đòi; in thì in theo thông lệ.",
)
HO_SO_KHONG_TRUONG_HOP: Final = Code(
    "TD418",
    "ho-so-khong-truong-hop",
    _R,
    "dữ liệu",
    "Hồ sơ chưa có trường hợp nào: không có gì để đề nghị nên không in Tờ trình, công văn, danh sách.",
    "truong_hop: []",
    "truong_hop:\n  - ubnd-phuong-17/le-thi-cam",
)

# -- TD5xx: tiêu chuẩn ---------------------------------------------------------------------------

CHUA_DAT: Final = Code(
    "TD501",
    "chua-dat-tieu-chuan",
    _E,
    "kế hoạch",
    "Số liệu, tài liệu đã khai chưa đạt một tiêu chuẩn bắt buộc của hình thức đề nghị.",
)
CHUA_DU_CAN_CU: Final = Code(
    "TD502",
    "chua-du-can-cu",
    _U,
    "kế hoạch",
    "Chưa đủ căn cứ để đối chiếu với một tiêu chuẩn: thiếu số liệu, tài liệu hoặc xác nhận.",
)
CAN_HOI_DONG: Final = Code(
    "TD503",
    "can-hoi-dong-xem-xet",
    _R,
    "kế hoạch",
    "Chưa đạt một tiêu chuẩn mà kế hoạch không bắt buộc với hình thức này; Hội đồng xem xét, quyết định.",
)
CHUA_XET_TAP_THE: Final = Code(
    "TD504",
    "chua-xet-tap-the",
    _E,
    "kế hoạch",
    "Hồ sơ người đứng đầu đã gửi mà chưa ghi đã xem xét thành tích của tập thể.",
)
TAP_THE_CHUA_DAT: Final = Code(
    "TD505",
    "tap-the-chua-dat",
    _N,
    "kế hoạch",
    "Người đứng đầu được đề nghị, còn tập thể chưa được đề nghị hoặc chưa đạt tiêu chuẩn phải xem xét.",
)
KHONG_CO_TIEU_CHUAN: Final = Code(
    "TD506",
    "khong-co-tieu-chuan",
    _U,
    "kế hoạch",
    "Kế hoạch không có tiêu chuẩn cho đối tượng và hình thức này.",
)
NGOAI_TUYEN: Final = Code(
    "TD507",
    "ngoai-tuyen",
    _E,
    "kế hoạch",
    "Hình thức không trình qua văn phòng này, hoặc kế hoạch nhắc mà không có thủ tục.",
)
SAI_THAM_QUYEN: Final = Code(
    "TD508",
    "sai-tham-quyen",
    _E,
    "kế hoạch",
    "Quyết định tặng một hình thức thuộc thẩm quyền của cấp khác. Thẩm quyền ghi ở quyết định là của một đơn vị khác thì là cần xem lại.",
)


RIENG_TU_CONG_KHAI: Final = Code(
    "TD690",
    "rieng-tu-cong-khai",
    _R,
    "dữ liệu",
    "Văn phòng ghi muc_bao_mat: công khai mà bản ghi mang số định danh, ngày sinh đầy đủ hoặc địa chỉ nhà; git giữ mọi lần sửa nên xóa sau đó không còn lấy lại được.",
    "ngay_sinh: 05/3/1988",
    "nam_sinh: 1988",
)

CODES: Final = (
    *(value for value in list(globals().values()) if isinstance(value, Code)),
    *codes_council.CODES,
    *codes_duties.CODES,
    *codes_plan.CODES,
    *codes_law.CODES,
    *codes_people.CODES,
    *codes_reports.CODES,
    *codes_stock.CODES,
    *codes_times.CODES,
    *codes_units.CODES,
)
