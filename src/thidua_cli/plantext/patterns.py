"""The words a plan is read by, as data: what opens a paragraph, names a text, sets a day, confers an award.

A new wording is a new line here. Every repetition is bounded, so that no text, however made, costs more
than its length.
"""

import re
from typing import NamedTuple

from thidua_cli.model.duty import (
    ACTIVITY,
    CLOSING,
    INTRODUCING,
    LAUNCHING,
    PLEDGING,
    PROPOSING,
    REGISTERING,
    REPORTING,
    SCALING,
    SCORING,
)

DAY = (
    r"(?:(?P<d>\d{1,2}) tháng (?P<m>\d{1,2}) năm (?P<y>\d{4})|"
    r"(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>\d{4}))"
)

_SMALL = "[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]"
_ANOTHER = (
    "(?:Nghị quyết|Nghị định|Quyết định|Kế hoạch|Chỉ thị|Kết luận|Thông tư|Thông báo|Hướng dẫn|Phòng|Sở|Ban|Ủy ban)"
)
_AND = rf"và(?=\s(?:{_SMALL}|{_ANOTHER}\b))"
"""An "và" that ends a name; one before a capital may be inside it: Phòng Văn hóa và Thông tin."""

# -- paragraphs ------------------------------------------------------------------------------------------

MARKER = re.compile(
    r"(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2}){0,3})[.)]\s|\d{1,2}(?:\.\d{1,2}){1,3}\s|[a-zđ]\)\s|[-–—•+]\s?(?=\S)|[¹²³⁴⁵⁶⁷⁸⁹]"
)
OPENER = re.compile(
    r"Căn cứ |Thực hiện |Nơi nhận|Kính gửi|Số\s?:|KẾ HOẠCH|Trên đây là|Lưu ý|TM\.|KT\.|TL\.|CHỦ TỊCH|PHÓ CHỦ TỊCH|"
    r"CỘNG H[ÒO]|Độc lập"
)
NEVER_JOINED = re.compile(r"^(?:Số\s?:|Nơi nhận|Độc lập|[^,]{2,40}, ngày\b.{0,40}$)")

LEVELS = (
    ("roman", re.compile(r"([IVXLC]{1,6})\.\s?(?=\S)")),
    ("decimal", re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s")),
    ("number", re.compile(r"(\d{1,2})\.\s")),
    ("letter", re.compile(r"([a-zđ])\)\s")),
    ("dash", re.compile(r"([-–—•])\s?(?=\S)")),
    ("plus", re.compile(r"(\+)\s?(?=\S)")),
)
"""How an item of each level begins, from the highest."""

FOOTNOTE = re.compile(r"([¹²³⁴⁵⁶⁷⁸⁹])")
CLOSING_WORDS = re.compile(r"(?:Trên đây là|Căn cứ Kế hoạch này)")
TITLE = re.compile(r"K[ẾE]\s?HOẠCH(?=\s|$)")
COPIES = re.compile(r"Nơi nhận")
MOTTO = re.compile(r"\s*CỘNG H(?:ÒA|OÀ|OA) XÃ HỘI.*")

# -- the head --------------------------------------------------------------------------------------------

SYMBOL = r"\d{1,6}(?:\s?[/-]\s?[0-9A-ZĐƯa-z]{1,20}){1,5}"
NUMBER_LINE = re.compile(r"Số\s?:\s{0,3}(\d{1,6})\s{0,8}/\s?([A-ZĐƯ0-9][\w-]{0,30})")
BLANK_NUMBER_LINE = re.compile(r"Số\s?:[\s.…]{0,60}/\s?[A-ZĐƯ]")
PLACE_AND_DAY = re.compile(
    r"(?P<place>[^\s,][^,]{0,60}), ngày\s{1,3}(?:(?P<d>\d{1,2}) tháng (?P<m>\d{1,2}) năm (?P<y>\d{4})|[\s.…\d]{0,20}tháng)"
)

# -- who -------------------------------------------------------------------------------------------------

BODY = (
    r"(?:[Ủủ]y ban (?:nhân dân|Mặt trận)|[Hh]ội đồng|[Tt]hường trực|[Pp]hòng|[Bb]an|[Ss]ở|[Vv]ăn phòng|[Tt]rung tâm|"
    r"[Cc]ông an|[Đđ]ảng ủy|[Tt]rường|[Cc]hi cục|[Cc]ông ty)"
)
_BODY_ENDS = (
    r"(?=\s(?:(?:trước|chậm|để|tổng hợp|theo|thông qua|qua|đến|vào|khi|xem|trong|về|đề nghị|tổ chức)\b|"
    rf"{_AND})|\s?[,;.:()/]|$)"
)
NAMED_BODY = rf"{BODY}(?: [\w&–-]{{1,20}}){{0,14}}?{_BODY_ENDS}"
NAME_GOES_ON = re.compile(rf",\s(?!{_SMALL}|\d|{_ANOTHER}\b)")
"""Behind a name: a comma and a capital, as in Phòng Kinh tế, Hạ tầng và Đô thị."""
ISSUER = re.compile(
    r"(?P<name>(?:[Ủủ]y|[Uu]ỷ) ban nhân dân(?: [^\s,;:.()“”]{1,20}){0,7}?) "
    r"(?:xây dựng|ban hành|phát động|tổ chức|triển khai|hưởng ứng)\b"
)
GENERIC_END = re.compile(r"(?:nhân dân|\b(?:quận|huyện|thành phố|thị xã|phường|xã|thị trấn|tỉnh|tp))\Z", re.IGNORECASE)
SENT_TO = (
    re.compile(rf"(?:gửi|nộp|báo cáo)[^.;:()]{{0,200}}? về (?:cơ quan )?(?P<to>{NAMED_BODY})"),
    re.compile(rf"(?:gửi|nộp|báo cáo) (?:cơ quan )?(?P<to>{NAMED_BODY})"),
)
SENT_THROUGH = re.compile(rf"\(?(?:thông )?qua (?P<through>{NAMED_BODY})")

# -- cited texts -----------------------------------------------------------------------------------------

TEXT_KINDS = {
    "Nghị quyết": ("nq", ("NQ", "QH")),
    "Nghị định": ("nd", ("NĐ",)),
    "Quyết định": ("qd", ("QĐ",)),
    "Kế hoạch": ("kh", ("KH",)),
    "Chỉ thị": ("ct", ("CT",)),
    "Kết luận": ("kl", ("KL",)),
    "Thông tư": ("tt", ("TT", "TTLT")),
    "Thông báo": ("tb", ("TB",)),
    "Hướng dẫn": ("hd", ("HD",)),
    "Chương trình": ("ctr", ("CTr", "CTR")),
    "Công văn": ("cv", ()),
    "Quy định": ("qdi", ("QĐ", "QĐi")),
    "Đề án": ("da", ("ĐA",)),
    "Tờ trình": ("ttr", ("TTr",)),
    "Luật": ("luat", ("QH",)),
}
"""A kind of text: the prefix of its id, and the letters its number should bear."""
_ISSUER_ENDS = (
    r"(?=\s(?:(?:về|thực hiện|quy định|phê duyệt|ban hành|công bố|triển khai|tổ chức|trên|ngày|tại|phát động|tiếp tục|"
    rf"để|nhằm|trong)\b|{_AND})|\s?[,;.:()“”/]|$)"
)
NAME_WORDS = frozenset(
    re.findall(
        r"\w+",
        "ban bí bộ chính chấp dân dục động giáo hành hội hóa kế khoa lao môi nghệ nguyên nhân nội pháp phố phủ phường quận "
        "quân sự tạo tế thành thể thao thị thông thư thường tin tỉnh tịch trấn tra trị trường tư tướng ủy uỷ viên vụ xã xây dựng y "
        "huyện hoạch công an tài sản đầu ngoại thương và",
    )
)
"""Words in small letters that may stand inside the name of a body; any other is a sign that it ended before."""
CITED = re.compile(
    rf"(?P<kind>{'|'.join(TEXT_KINDS)})\s(?:[^\s;.,A-ZĐ]{{1,15}} ){{0,3}}?số\s:?(?P<number>{SYMBOL})"
    rf"(?:,?\sngày\s{DAY})?(?:\scủa (?P<issuer>[^\s,;.:()](?:[^,;.:()“”]{{0,80}}?)){_ISSUER_ENDS})?"
)
LAW = re.compile(
    rf"Luật (?P<title>[^;.:()“”]{{3,120}}?) ngày\s{DAY}(?: của (?P<issuer>Quốc hội))?",
)
ABOUT = re.compile(r"\s?(?:về việc|về)\s(?P<title>[^;]{3,600}?)(?=;|\.?/?\.?$|; )")
GROUND = re.compile(r"(Căn cứ|Thực hiện)\s")

# -- days ------------------------------------------------------------------------------------------------

HOURS = r"(?:\d{1,2}\s?(?:giờ|h)[^,;.()]{0,12}? )"
RANGE = re.compile(
    r"[Tt]ừ\s(?:ngày )?(?P<d0>\d{1,2})(?:(?: tháng |[/.-])(?P<m0>\d{1,2})(?:(?: năm |[/.-])(?P<y0>\d{4}))?)?"
    rf"[\s,]{{1,3}}đến (?P<end>hết )?(?:ngày )?{DAY}"
)
FROM_NOW = re.compile(
    rf"từ nay đến (?P<end>hết )?(?:ngày {DAY}|tháng (?P<m3>\d{{1,2}}) năm (?P<y3>\d{{4}})|năm (?P<y4>\d{{4}}))"
)


class Wording(NamedTuple):
    """A way to set a day, the key it goes to, and what is to be looked at again."""

    key: str
    pattern: re.Pattern[str]
    doubt: str = ""


WORDINGS = (
    Wording("truoc_ngay", re.compile(rf"trước ngày {DAY}")),
    Wording(
        "cham_nhat_ngay",
        re.compile(rf"trước {HOURS}ngày {DAY}"),
        "kế hoạch ghi cả giờ; ở đây chỉ ghi được ngày, tính cả ngày đó",
    ),
    Wording("cham_nhat_ngay", re.compile(rf"chậm nhất(?: là| đến| vào| trong| hết){{0,3}} ngày {DAY}")),
    Wording("den_het", re.compile(rf"(?:đến )?hết ngày {DAY}")),
    Wording("den_het", re.compile(r"đến hết (?:tháng (?P<m3>\d{1,2}) năm (?P<y3>\d{4})|năm (?P<y4>\d{4}))")),
    Wording("den_ngay", re.compile(rf"đến ngày {DAY}")),
)
"""The first that fits is taken; the plan's own words decide whether the day itself is in."""

WINDOW_LEAD = re.compile(r"^[Tt]ừ (?:ngày )?[^:]{3,60}?đến [^:]{3,50}: ?")
UNREAD_DAY = re.compile(
    r"(?:trước|chậm nhất|đến hết|đến|hết)(?: là| đến)? ngày \d{1,2}(?:/| tháng )\d{1,2}|(?:^|[.;:] )(?:Định kỳ )?[Hh]ằng (?:[Qq]uý|tháng|năm)"
)
WITHOUT_DAY = re.compile(r"(?P<when>[Kk]ết thúc (?:[Đđ]ợt|[Pp]hong trào)[^:,.;]{0,40})[:,]\s?(?P<what>[^.;]{0,400})")
PERIOD_SUBJECT = re.compile(r"(?:[Đđ]ợt|[Pp]hong trào|[Tt]hi đua|[Tt]hời gian)[^.;]{0,120}?$")

# -- awards ----------------------------------------------------------------------------------------------

FORM = r"(?P<form>(?:[Hh]uân chương|[Hh]uy chương|[Bb]ằng khen|[Gg]iấy khen|[Tt]hư khen|[Dd]anh hiệu|[Cc]ờ thi đua)(?: [^\s,;.:()]{1,20}){0,6}?)"
AUTHORITY = (
    r"(?P<authority>(?:Chủ tịch nước|Thủ tướng Chính phủ|Chủ tịch (?:[Ủủ]y|[Uu]ỷ) ban nhân dân(?: [^\s,;.:()]{1,20}){0,6}?|"
    r"Thủ trưởng [^,;.:()]{2,40}?|Giám đốc [^,;.:()]{2,60}?|Hiệu trưởng))"
)
_AWARD_ENDS = rf"(?=\s(?:(?:cho|đối với|hoặc|khen|tặng|theo|xem|các|về)\b|{_AND})|\s?[,;.:()/]|$)"
AWARD_OF = re.compile(rf"{FORM} của {AUTHORITY}{_AWARD_ENDS}")
AWARD_BY = re.compile(rf"{AUTHORITY} tặng(?: thưởng)? {FORM}{_AWARD_ENDS}")
AWARD_WORD = re.compile(
    r"[Hh]uân chương|[Hh]uy chương|[Bb]ằng khen|[Gg]iấy khen|[Tt]hư khen|khen thưởng bậc cao|[Cc]ờ thi đua"
)

# -- duties ----------------------------------------------------------------------------------------------

DOSSIER = re.compile(
    r"hồ sơ(?:,? (?:đề nghị|đề xuất|xét|trình|danh sách|tặng|và|thủ tục)){0,4} (?:khen thưởng|biểu dương)\b"
)
DUTY_WORDS = (
    (re.compile("thang điểm"), SCALING),
    (re.compile("chấm điểm|xếp hạng"), SCORING),
    (re.compile("hồ sơ giới thiệu|giới thiệu gương"), INTRODUCING),
    (re.compile("hồ sơ sinh hoạt"), "hồ sơ cụm, khối"),
    (re.compile("tổng kết[^.;]{0,80}(?:cụm|khối)"), CLOSING),
    (re.compile("bình xét|đề nghị khen thưởng|đề xuất khen thưởng"), PROPOSING),
    (re.compile("đăng ký"), REGISTERING),
    (re.compile("giao ước"), PLEDGING),
    (re.compile("báo cáo"), REPORTING),
    (re.compile("phát động"), LAUNCHING),
)
"""Which kind of duty a sentence speaks of, by its words; the first that fits. Always marked as a guess."""
OTHER_DUTY = ACTIVITY
NAME_ENDS = re.compile(
    r"\s?\(?\b(?:trước|chậm nhất|đến hết|đến ngày|từ ngày|gửi (?:hồ sơ|về|đề xuất)|nộp về|thực hiện trước)\b|;|\s?\(gửi"
)

# -- the foot --------------------------------------------------------------------------------------------

CAPACITY = re.compile(r"(?:TM\.|KT\.|TL\.|TUQ\.|Q\.)|(?:PHÓ )?(?:CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|BÍ THƯ|HIỆU TRƯỞNG)")
PERSON = re.compile(r"(?:[^\W\d_]+ ){1,5}[^\W\d_]+")
SHORT_NAME = re.compile(r"\((?:sau đây )?(?:viết|gọi) tắt là (?P<name>[^()]{2,60})\)")

# -- sections that are only pointed at -------------------------------------------------------------------

SECTIONS = (
    ("thoi_gian", ("thời gian", "tiến độ")),
    ("hinh_thuc", ("hình thức", "khen thưởng")),
    ("giai_doan", ("tiến độ", "giai đoạn", "lộ trình")),
    ("doi_tuong_du_dieu_kien", ("đối tượng",)),
    ("noi_dung_thi_dua", ("nội dung",)),
    ("chi_tieu_thi_dua", ("chỉ tiêu",)),
    ("tuyen_trinh", ("tuyến trình", "tuyên trình")),
    ("thanh_phan_ho_so", ("thủ tục", "hồ sơ")),
    ("quy_trinh", ("tổ chức thực hiện",)),
)
"""Keys a draft leaves open, or could not fill, and the words of the headings a reader will find them under."""
