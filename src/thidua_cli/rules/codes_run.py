"""The findings about the run itself: what was switched off, what was let stand, and whether that still holds."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_R = Severity.REVIEW

QUY_TAC_HONG: Final = Code(
    "TD001",
    "quy-tac-hong",
    Severity.ERROR,
    "dữ liệu",
    "Một quy tắc của thidua hỏng khi xét một bản ghi: lỗi của công cụ, không phải của hồ sơ. Kết quả của quy tắc ấy chưa có; lệnh kết thúc với mã 2.",
)
CHAP_NHAN_THIEU_LY_DO: Final = Code(
    "TD003",
    "chap-nhan-thieu-ly-do",
    _R,
    "dữ liệu",
    "Ghi chú chấp nhận không nêu lý do, nên không có tác dụng: người đọc sau phải hiểu vì sao.",
    "- loai_tai_lieu: kế hoạch  # chấp nhận TD407",
    "- loai_tai_lieu: kế hoạch  # chấp nhận TD407: bản chính lưu ở Sở, đã đối chiếu ngày 12/12/2024",
)
CHAP_NHAN_THUA: Final = Code(
    "TD004",
    "chap-nhan-thua",
    _R,
    "dữ liệu",
    "Ghi chú chấp nhận mà dòng đó không có điều phải chấp nhận; để lại thì lần sau che mất lỗi mới.",
)
KHONG_CHAP_NHAN_DUOC: Final = Code(
    "TD005",
    "khong-chap-nhan-duoc",
    _R,
    "dữ liệu",
    "Lỗi đọc tệp (TD1xx) và thông báo về chính việc chấp nhận (TD0xx) không chấp nhận được: dữ liệu chưa đọc được thì chưa ai biết nội dung để chấp nhận.",
)
CHAP_NHAN_NHIEU_MA: Final = Code(
    "TD006",
    "chap-nhan-nhieu-ma",
    _R,
    "dữ liệu",
    "Một ghi chú chấp nhận nêu nhiều mã; mỗi ghi chú một mã, một lý do. Mã thứ hai viết ở dòng riêng ngay phía trên.",
    "ngay_gui: 18/12/2024  # chấp nhận TD302, TD307: …",
    "# chấp nhận TD307: ngày gửi đã hẹn với văn thư\nngay_gui: 18/12/2024  # chấp nhận TD302: …",
)
TON_DONG_DA_HET: Final = Code(
    "TD007",
    "ton-dong-da-het",
    _R,
    "dữ liệu",
    "Mục của baseline.yaml không còn khớp điều gì: điều đó đã được sửa, hoặc bản ghi đã đổi tên. Bỏ mục ấy để nó không che lỗi mới.",
)
KHONG_TAT_DUOC: Final = Code(
    "TD002",
    "khong-tat-duoc",
    _R,
    "dữ liệu",
    "Chỉ tắt được quy tắc theo thông lệ; quy tắc theo luật, kế hoạch hoặc dữ liệu thì không.",
)
