"""The findings of importing a workbook; each stands at a cell."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E, _R, _N = Severity.ERROR, Severity.REVIEW, Severity.NOTE
_D = "dữ liệu"

KHONG_THAY_BANG: Final = Code(
    "TD151",
    "khong-thay-bang",
    _E,
    _D,
    "Không trang nào có dòng tiêu đề nhận ra được, nên không biết cột nào là họ tên, cột nào là hình thức.",
    "bảng không có dòng tiêu đề",
    "STT | Họ và tên | Chức vụ | Đơn vị | Hình thức đề nghị",
)
COT_LA: Final = Code(
    "TD152",
    "cot-la",
    _E,
    _D,
    "Một cột có dữ liệu mà tiêu đề không nhận ra; máy không tự bỏ và không tự đoán.",
    "tiêu đề: Tên CBCC",
    "tiêu đề: Họ và tên; hoặc tệp --map ghi cot → Tên CBCC: ho_ten",
)
COT_TRUNG: Final = Code(
    "TD153",
    "cot-trung",
    _E,
    _D,
    "Hai cột cùng một nội dung; máy không tự chọn cột nào là đúng.",
    "Đơn vị | Nơi công tác",
    "giữ một cột, hoặc tệp --map ghi cột kia là: bỏ qua",
)
O_KHONG_CO_GIA_TRI: Final = Code(
    "TD154",
    "o-cong-thuc",
    _E,
    _D,
    "Ô là công thức chưa có kết quả lưu trong tệp, hoặc ô báo lỗi (#REF!, #N/A); giá trị không được đoán.",
    "=VLOOKUP(B5;DS;3;0) chưa tính",
    "mở bằng Excel, tính xong, chép – dán thành giá trị, lưu lại",
)
SO_DINH_DANH_HONG: Final = Code(
    "TD155",
    "so-dinh-danh-hong",
    _E,
    _D,
    "Số định danh bị Excel làm hỏng: mất số 0 ở đầu, hoặc thành 1,23E+11; số đúng không khôi phục được từ ô.",
    "1234567012; 7,91E+10",
    "định dạng cột là Text rồi gõ lại đủ 12 số: 001234567012",
)
THIEU_O: Final = Code(
    "TD156",
    "thieu-o",
    _E,
    _D,
    "Thiếu một nội dung không thể lập đề nghị nếu không có: tên, đơn vị, hình thức, đối tượng.",
    "ô Hình thức đề nghị để trống",
    "Giấy khen quận",
)
TEN_IN_HOA: Final = Code(
    "TD157",
    "ten-in-hoa",
    _E,
    _D,
    "Họ tên gõ toàn chữ in hoa; máy không tự đổi, vì “H’HEN NIÊ” không đoán được chữ nào hoa, chữ nào thường.",
    "LÊ THỊ CẨM",
    "Lê Thị Cẩm; hoặc tệp --map ghi ho_ten → LÊ THỊ CẨM: Lê Thị Cẩm",
)
GIA_TRI_LA: Final = Code(
    "TD158",
    "gia-tri-la",
    _E,
    _D,
    "Đơn vị, hình thức, lĩnh vực hay giá trị trong ô không có trong danh mục.",
    "P17",
    "UBND Phường 17; hoặc ghi P17 vào ten_khac của đơn vị",
)
NHU_TREN: Final = Code(
    "TD159",
    "nhu-tren-vo-cho",
    _E,
    _D,
    "Ô ghi “nt”, “như trên” mà phía trên không có giá trị nào để lấy.",
)
O_SAI: Final = Code(
    "TD160",
    "o-sai",
    _E,
    _D,
    "Ngày, số hoặc chữ trong ô đọc được hai nghĩa hay không đọc được.",
    "1,234 trong cột không rõ dấu phẩy là phần lẻ hay ngăn nhóm",
    "1.234.000 hoặc 1,5",
)
TRUNG_NGUOI: Final = Code(
    "TD161",
    "trung-nguoi",
    _E,
    _D,
    "Hai dòng là một người, không phân biệt được hai người cùng tên, trong kho đã có người cùng tên, cùng đơn vị mà "
    "khác ngày sinh, hoặc hai người khác tên ghi cùng một số định danh.",
    "hai dòng Nguyễn Văn An, không dòng nào có ngày sinh",
    "ghi ngày sinh cho từng người, hoặc xóa dòng thừa",
)
DONG_AN: Final = Code(
    "TD162",
    "dong-an",
    _E,
    _D,
    "Dòng hoặc trang đang ẩn, dòng bị gạch ngang có dữ liệu; phải chọn nhập hay bỏ.",
    "dòng 9 bị ẩn khi lọc, hoặc gạch ngang vì đã rút",
    "--hidden read để nhập, --hidden skip để bỏ",
)
PHONG_CU: Final = Code(
    "TD163",
    "phong-cu",
    _N,
    _D,
    "Chữ gõ bằng phông TCVN3 (.VnTime) hoặc VNI đã được chuyển sang Unicode; nên nhìn lại một lượt.",
)
TONG_KHAC: Final = Code(
    "TD164",
    "tong-khac",
    _R,
    _D,
    "Dòng tổng cộng ghi một số, số dòng đọc được là số khác: có thể sót dòng, có thể tổng gõ cũ.",
    "Tổng cộng: 05 cá nhân (đọc được 04)",
    "sửa dòng tổng, hoặc bổ sung dòng còn thiếu",
)
KHONG_NHAP: Final = Code(
    "TD165",
    "khong-nhap",
    _N,
    _D,
    "Phần của bảng không vào hồ sơ: cột ghi chú, dòng mẫu, dòng nhóm, khối chữ ký; nói ra để không ai tưởng đã nhập.",
)
HIEU_LA: Final = Code(
    "TD166",
    "hieu-la",
    _R,
    _D,
    "Giá trị không gõ thẳng ở dòng ấy mà lấy từ tiêu đề, dòng nhóm, số ngày của Excel hay tên viết gọn.",
)
GIU_CHU_THICH: Final = Code(
    "TD167",
    "giu-chu-thich",
    _E,
    _D,
    "Tệp đã có chú thích viết tay nằm đúng chỗ phải đổi; máy không xóa chú thích của người khác.",
    "  - cán bộ   # theo quyết định 12",
    "tự sửa giá trị trong tệp, hoặc dời chú thích lên dòng riêng phía trên khóa",
)
VANG_TRONG_BANG: Final = Code(
    "TD168",
    "vang-trong-bang",
    _N,
    _D,
    "Trường hợp đã có trong kho nhưng không có trong bảng lần này; không bị xóa.",
)
DA_RA_GIAY: Final = Code(
    "TD169",
    "da-trinh-ma-doi",
    _R,
    _D,
    "Bảng đổi một trường hợp của hồ sơ đã ký ban hành: giấy tờ đã in sẽ không còn khớp.",
)
CO_THE_DA_CO: Final = Code(
    "TD170",
    "co-the-da-co",
    _R,
    _D,
    "Trường hợp mới của bảng trùng tên, trùng đơn vị hay ngày sinh với một đề nghị của đơn vị khác đã có trong kho;"
    " hoặc trùng đơn vị, ngày sinh với một người chỉ khác tên ở dấu, ở một chữ cái.",
    "Khu phố 2 gửi Hồ Quang Trí; Mặt trận phường đã đề nghị Hồ Quang Trí, Khu phố 2",
    "cùng một người thì nhập lại với --unit của đơn vị đã đề nghị; hai người thì giữ",
)
NAM_TRUOC: Final = Code(
    "TD171",
    "bang-nam-truoc",
    _R,
    _D,
    "Tên trang hay tiêu đề của bảng chỉ ghi năm trước khi đợt thi đua bắt đầu: bảng cũ còn trong tệp, hoặc tiêu đề chưa"
    " sửa năm.",
    "trang “Năm 2023” trong danh sách của đợt thi đua năm 2024",
    "xóa trang ấy khỏi tệp; hoặc sửa năm ở tên trang, tiêu đề",
)

CODES: Final = (
    KHONG_THAY_BANG,
    COT_LA,
    COT_TRUNG,
    O_KHONG_CO_GIA_TRI,
    SO_DINH_DANH_HONG,
    THIEU_O,
    TEN_IN_HOA,
    GIA_TRI_LA,
    NHU_TREN,
    O_SAI,
    TRUNG_NGUOI,
    DONG_AN,
    PHONG_CU,
    TONG_KHAC,
    KHONG_NHAP,
    HIEU_LA,
    GIU_CHU_THICH,
    VANG_TRONG_BANG,
    DA_RA_GIAY,
    CO_THE_DA_CO,
    NAM_TRUOC,
)
