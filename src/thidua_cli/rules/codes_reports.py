"""The findings on the words of a report: each code with its prose and an example. None of them is ever an error."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_R = Severity.REVIEW

# -- TD68x: lời văn báo cáo thành tích -------------------------------------------------------------

CHEP_LOI_KE: Final = Code(
    "TD680",
    "chep-loi-ke",
    _R,
    "thông lệ",
    "Hai báo cáo cùng một lời kể: từ 40 từ và quá nửa một mục; hai tóm tắt thành tích: từ 20 từ; không kể con số. "
    "Lời của kế hoạch, của mẫu và câu mọi báo cáo của đơn vị đều có thì không tính.",
    "hai người cùng một mục “Kết quả cụ thể”, chỉ khác con số",
    "mỗi người kể phần mình làm, với con số của mình",
)
KHEN_SUONG: Final = Code(
    "TD681",
    "khen-suong",
    _R,
    "thông lệ",
    "Một mục có lời khen chung mà cả mục không có số liệu, ngày, văn bản hay tên việc nào.",
    "Bản thân luôn nỗ lực, hoàn thành xuất sắc mọi nhiệm vụ được giao.",
    "Trong 40 ngày, tôi hoàn thiện 17/17 bộ hồ sơ thanh toán.",
)
THANH_TICH_NGOAI_DOT: Final = Code(
    "TD682",
    "thanh-tich-ngoai-dot",
    _R,
    "thông lệ",
    "Câu kể kết quả nêu ngày, tháng, năm đều ngoài thời gian lập thành tích. "
    "Câu so sánh với trước, câu viện dẫn văn bản, câu nói việc sắp tới thì không tính.",
    "Năm 2022, tôi hoàn thành 12 đề tài.",
    "Từ ngày 08/11 đến ngày 16/12/2024, tôi hoàn thành 64 đợt thanh toán (năm 2022: 12 đợt).",
)
THANH_TICH_TAP_THE: Final = Code(
    "TD683",
    "thanh-tich-tap-the",
    _R,
    "thông lệ",
    "Mục kết quả của một người chỉ kể việc của tập thể, hoặc báo cáo của tập thể viết “tôi”.",
    "Phường giải ngân 96,50%. Phường hoàn thành 03 công trình.",
    "Tôi theo dõi 03 công trình, góp phần để phường giải ngân 96,50%.",
)

CODES: Final = tuple(value for value in list(globals().values()) if isinstance(value, Code))
