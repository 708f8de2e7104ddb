"""The findings about papers as they are now: against the records, against each other, against Decree 30."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity
from thidua_cli.word.codes_layout import LAYOUT_CODES

_E, _R, _N = Severity.ERROR, Severity.REVIEW, Severity.NOTE

TEP_WORD_HONG: Final = Code(
    "TD720",
    "tep-word-hong",
    _E,
    "dữ liệu",
    "Tệp không mở được như một tệp Word: không phải .docx, bị cụt, có mật khẩu, hoặc bung ra lớn bất thường.",
)
GIAY_NGOAI: Final = Code(
    "TD721",
    "giay-ngoai-ho-so",
    _N,
    "dữ liệu",
    "Tệp Word không nhận ra là giấy của bản ghi nào trong kho, nên không đối chiếu với bản ghi.",
)
GIAY_CU: Final = Code(
    "TD722",
    "giay-cu-hon-ban-ghi",
    _E,
    "dữ liệu",
    "Bản ghi đã đổi sau khi in giấy, nên giấy không còn khớp với bản ghi.",
    "giấy in ngày 12, bản ghi sửa ngày 13",
    "in lại giấy chưa ký bằng thidua render --force",
)
TEN_KHAC: Final = Code(
    "TD723",
    "ten-khac-ban-ghi",
    _E,
    "dữ liệu",
    "Họ tên, chức vụ, tên đơn vị hoặc hình thức khen thưởng trong giấy khác bản ghi; viết tắt ở chỗ này, "
    "viết đủ ở chỗ kia cũng là khác.",
    "Tờ trình: Ông Trần Văn Bính",
    "Tờ trình: Ông Trần Văn Bình",
)
SO_KHAC: Final = Code(
    "TD724",
    "so-khac-ban-ghi",
    _E,
    "dữ liệu",
    "Một con số trong giấy (số lượng, số liệu, số phiếu, tỷ lệ) khác bản ghi hoặc không có trong bản ghi.",
    "Đề nghị tặng Giấy khen cho 03 cá nhân",
    "Đề nghị tặng Giấy khen cho 02 cá nhân",
)
NGAY_KHAC: Final = Code(
    "TD725",
    "ngay-khac-ban-ghi",
    _E,
    "dữ liệu",
    "Ngày hoặc giờ trong giấy khác bản ghi. Cách viết không tính: 16/12/2024 và ngày 16 tháng 12 năm 2024 là một.",
    "cuộc họp ngày 15 tháng 12 năm 2024",
    "cuộc họp ngày 16 tháng 12 năm 2024",
)
SO_KY_HIEU_KHAC: Final = Code(
    "TD726",
    "so-ky-hieu-khac",
    _E,
    "dữ liệu",
    "Số, ký hiệu văn bản trong giấy khác bản ghi.",
    "Căn cứ Biên bản số 20/BB-HĐTĐKT",
    "Căn cứ Biên bản số 02/BB-HĐTĐKT",
)
NGUOI_KY_KHAC: Final = Code(
    "TD727",
    "nguoi-ky-khac",
    _E,
    "dữ liệu",
    "Người ký hoặc quyền hạn ký (TM., KT., TL., TUQ., chức vụ) trong giấy khác bản ghi.",
    "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
    "CHỦ TỊCH",
)
NOI_DUNG_KHAC: Final = Code(
    "TD728",
    "noi-dung-khac-ban-ghi",
    _E,
    "dữ liệu",
    "Một nội dung lấy từ bản ghi hoặc kế hoạch (địa điểm, căn cứ, cam kết, thành tích ghi trên bằng, có hay không) "
    "bị đổi trong giấy.",
    "Hội đồng không thống nhất đề nghị",
    "Hội đồng thống nhất đề nghị",
)
THIEU_DONG: Final = Code(
    "TD729",
    "giay-thieu-dong",
    _E,
    "dữ liệu",
    "Một hàng hoặc một đoạn mang dữ liệu của bản ghi không còn trong giấy.",
    "bảng danh sách chỉ còn 02 hàng",
    "bảng danh sách đủ 03 hàng như bản ghi",
)
THUA_DONG: Final = Code(
    "TD730",
    "giay-thua-dong",
    _E,
    "dữ liệu",
    "Giấy có thêm một hàng hoặc một đoạn mang tên, số, ngày mà bản ghi không có.",
    "bảng danh sách thêm một người",
    "thêm đề nghị vào bản ghi rồi in lại",
)
SAI_THU_TU: Final = Code(
    "TD731",
    "sai-thu-tu",
    _E,
    "dữ liệu",
    "Thứ tự trong giấy khác thứ tự của bản ghi; thứ tự tên là thứ tự Hội đồng đã xếp.",
    "hàng 1: Lê Thị Cẩm, hàng 2: Trần Văn Bình",
    "hàng 1: Trần Văn Bình, hàng 2: Lê Thị Cẩm",
)
THIEU_CAU_PHU_LUC: Final = Code(
    "TD732",
    "thieu-cau-dan-phu-luc",
    _E,
    "luật",
    "Văn bản có Phụ lục mà trong nội dung không còn câu dẫn tới Phụ lục (Phụ lục I, Nghị định 30/2020/NĐ-CP, "
    "phần phụ lục).",
    "Các trường hợp nêu trên đã có thành tích xuất sắc.",
    "Các trường hợp nêu trên đã có thành tích xuất sắc (danh sách tại Phụ lục kèm theo Tờ trình này).",
)
GIAY_DA_CO_SO: Final = Code(
    "TD733",
    "giay-da-co-so",
    _R,
    "dữ liệu",
    "Giấy đã ghi số hoặc ngày ban hành mà bản ghi còn để trống.",
    "Tờ trình: Số: 15/TTr-UBND; bản ghi: chưa có so_ky_hieu",
    "thidua issue phuong-17 --number 15/TTr-UBND --date 17/12/2024",
)
HAI_GIAY_KHAC_NHAU: Final = Code(
    "TD734",
    "hai-giay-khac-nhau",
    _E,
    "dữ liệu",
    "Hai giấy của một hồ sơ ghi cùng một điều theo hai cách, hoặc hai bản của một giấy không giống nhau.",
    "Tờ trình: Số: 15/TTr-UBND; Phụ lục: Kèm theo Tờ trình số 16/TTr-UBND",
    "cùng một số ở cả hai giấy",
)
THIEU_GIAY: Final = Code(
    "TD735",
    "ho-so-thieu-giay",
    _R,
    "dữ liệu",
    "Thư mục hồ sơ không có đủ các giấy mà bản ghi của hồ sơ kể ra; số báo cáo phải bằng số trường hợp.",
)
DOI_LOI_VAN: Final = Code(
    "TD736",
    "doi-loi-van",
    _N,
    "dữ liệu",
    "Giấy được sửa lời văn sau khi in; tên, số, ngày, thứ tự vẫn như bản ghi.",
)
BAO_CAO_KHAC: Final = Code(
    "TD737",
    "bao-cao-tu-viet-khac",
    _E,
    "dữ liệu",
    "Báo cáo thành tích do người được đề nghị tự viết ghi họ tên, chức vụ, hình thức, ngày khác bản ghi.",
    "báo cáo: Phó Chủ tịch; bản ghi: Chủ tịch",
    "thống nhất một cách ghi ở báo cáo và bản ghi",
)
BAO_CAO_KHONG_NEU: Final = Code(
    "TD738",
    "bao-cao-khong-neu",
    _R,
    "dữ liệu",
    "Báo cáo thành tích tự viết không nêu một điều mà bản ghi có, ví dụ giải pháp hoặc số liệu đã khai.",
)
KHONG_DUNG_BAN_GHI: Final = Code(
    "TD739",
    "khong-dung-ban-ghi",
    _R,
    "dữ liệu",
    "Giấy do thidua in cho một bản ghi nay không còn trong kho, mẫu giấy không còn, hoặc giấy được chép đè từ giấy "
    "của một bản ghi khác.",
)
GIAY_CHUA_CO_SO: Final = Code(
    "TD740",
    "giay-chua-co-so",
    _R,
    "dữ liệu",
    "Bản ghi đã có số, ngày ban hành mà giấy in trước đó còn để trống. Số, ngày của Phụ lục bản điện tử được để trống.",
    "giấy: Số:        /TTr-UBND; bản ghi: 15/TTr-UBND",
    "giấy: Số: 15/TTr-UBND",
)
PHIEU_CU: Final = Code(
    "TD741",
    "phieu-cu-hon-ban-ghi",
    _R,
    "dữ liệu",
    "Phiếu kiểm tra, mục lục hồ sơ in trước khi bản ghi đổi; đây là giấy nghiệp vụ, in lại là đủ.",
)
SUA_SAU_KHI_KY: Final = Code(
    "TD801",
    "sua-sau-khi-ky",
    _E,
    "luật",
    "Bản ghi hoặc giấy của một hồ sơ đã ký ban hành bị đổi. Văn bản đã ban hành sai nội dung thì thay bằng văn bản "
    "có hình thức tương đương, sai thể thức thì đính chính bằng công văn (Điều 18 khoản 3, Nghị định 30/2020/NĐ-CP).",
)

CODES: Final = (
    TEP_WORD_HONG,
    GIAY_NGOAI,
    GIAY_CU,
    TEN_KHAC,
    SO_KHAC,
    NGAY_KHAC,
    SO_KY_HIEU_KHAC,
    NGUOI_KY_KHAC,
    NOI_DUNG_KHAC,
    THIEU_DONG,
    THUA_DONG,
    SAI_THU_TU,
    THIEU_CAU_PHU_LUC,
    GIAY_DA_CO_SO,
    HAI_GIAY_KHAC_NHAU,
    THIEU_GIAY,
    DOI_LOI_VAN,
    BAO_CAO_KHAC,
    BAO_CAO_KHONG_NEU,
    KHONG_DUNG_BAN_GHI,
    GIAY_CHUA_CO_SO,
    PHIEU_CU,
    *LAYOUT_CODES,
    SUA_SAU_KHI_KY,
)
