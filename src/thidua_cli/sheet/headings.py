"""Which headings of lists mean which column: the usual ones with their variants, and the plan's own figures.

A column is the key of a nomination (``chuc_vu``, ``so_lieu.von_ke_hoach_giao``) or a role that
needs more than one key, written with ``@``.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from thidua_cli.book import Drive
from thidua_cli.sheet.answers import SKIP, Answers
from thidua_cli.viet.legacy import by_content
from thidua_cli.viet.text import fold, nfc, strip_marks, suggest

NUMBER, IGNORED = "@stt", "@bo_qua"
NAME, GROUP, HOUSE, ANYONE, REFERENCE = "ho_ten", "@tap_the", "@chu_ho", "@ten", "@truong_hop"
FIRST_NAMES, GIVEN_NAME = "@ho_dem", "@ten_goi"
MALE, FEMALE = "@nam", "@nu"
BIRTH, POST_AND_UNIT, PROPOSER = "ngay_sinh", "@chuc_vu_don_vi", "@de_nghi"
AWARD_MARK = "@hinh_thuc:"
SUBJECTS = frozenset((NAME, GROUP, HOUSE, ANYONE, REFERENCE, FIRST_NAMES))
"""The columns that say whom a row is about."""

_SOLUTION, _PAPER = "giai_phap.0.", "giai_phap.0.tai_lieu.0."
USUAL: dict[str, tuple[str, ...]] = {
    NUMBER: ("stt", "tt", "số tt", "số thứ tự", "s tt", "s.t.t", "s t t"),
    IGNORED: ("ghi chú", "ký tên", "chữ ký", "ký nhận", "ký"),
    NAME: ("họ và tên", "họ tên", "họ, tên", "họ và tên cá nhân", "họ tên cá nhân", "tên cá nhân", "cá nhân",
           "họ và tên người được đề nghị", "họ và tên cá nhân được đề nghị", "họ tên người được khen", "họ & tên",
           "họ tên cán bộ", "họ và tên cán bộ, công chức, viên chức", "họ tên ông, bà", "họ và tên ông bà"),
    ANYONE: ("tên tập thể, cá nhân", "tập thể, cá nhân", "họ và tên/tên tập thể", "họ và tên, tên tập thể",
             "tên tập thể, cá nhân, hộ gia đình", "tên tập thể/cá nhân/hộ", "họ và tên hoặc tên tập thể",
             "tên cá nhân, tập thể", "cá nhân, tập thể", "tập thể/cá nhân", "tên đơn vị, cá nhân",
             "tên tập thể, họ và tên cá nhân", "họ tên, tên tập thể", "tên tập thể/cá nhân"),
    GROUP: ("tên tập thể", "tập thể", "tên đơn vị/tập thể", "tên đơn vị, tập thể", "tập thể được đề nghị",
            "tên tập thể được đề nghị", "tên tập thể đề nghị", "tên đơn vị được đề nghị", "tên phòng, ban, đơn vị"),
    HOUSE: ("chủ hộ", "họ và tên chủ hộ", "họ tên chủ hộ", "tên chủ hộ", "hộ gia đình", "tên hộ gia đình"),
    REFERENCE: ("trường hợp",),
    FIRST_NAMES: ("họ", "họ đệm", "họ và đệm", "họ và chữ đệm", "họ lót", "họ và tên đệm", "họ, chữ đệm"),
    GIVEN_NAME: ("tên",),
    BIRTH: ("ngày sinh", "năm sinh", "sinh ngày", "ngày tháng năm sinh", "ngày, tháng, năm sinh",
            "ngày, tháng năm sinh", "ngày/tháng/năm sinh", "ngày tháng, năm sinh", "sinh năm", "ntns"),
    "gioi_tinh": ("giới tính", "phái", "nam/nữ", "nam, nữ", "ông/bà", "ông, bà", "ông bà", "tên gọi", "danh xưng"),
    MALE: ("nam",),
    FEMALE: ("nữ",),
    "chuc_vu": ("chức vụ", "chức danh", "chức vụ, chức danh", "chức danh, chức vụ", "chức vụ/chức danh",
                "chức danh/chức vụ", "chức vụ công tác", "chức vụ hiện nay", "chức vụ, công việc", "vị trí việc làm",
                "công việc", "nghề nghiệp", "chức vụ, nghề nghiệp"),
    "don_vi": ("đơn vị", "đơn vị công tác", "nơi công tác", "cơ quan", "cơ quan, đơn vị", "cơ quan/đơn vị",
               "tên đơn vị", "cơ quan công tác", "cơ quan, đơn vị công tác", "nơi làm việc", "thuộc đơn vị",
               "đơn vị/nơi công tác", "đơn vị, nơi công tác", "tên cơ quan, đơn vị"),
    POST_AND_UNIT: ("chức vụ, đơn vị", "chức vụ, đơn vị công tác", "chức vụ và đơn vị công tác",
                    "chức vụ, nơi công tác", "chức vụ và nơi công tác", "chức danh, đơn vị", "chức vụ - đơn vị",
                    "chức vụ, chức danh, đơn vị công tác", "chức danh, đơn vị công tác", "chức vụ/đơn vị"),
    PROPOSER: ("đơn vị đề nghị", "đơn vị trình", "cơ quan đề nghị", "đơn vị đề nghị khen thưởng", "đơn vị gửi"),
    "so_dinh_danh": ("số định danh", "số định danh cá nhân", "mã định danh", "cccd", "số cccd", "căn cước",
                     "căn cước công dân", "số căn cước", "số căn cước công dân", "cmnd/cccd", "số cmnd/cccd",
                     "cccd/cmnd", "số cccd/định danh", "số cccd/cmnd"),
    "hinh_thuc_de_nghi": ("hình thức đề nghị", "hình thức", "hình thức khen thưởng", "hình thức khen", "đề nghị",
                          "hình thức đề nghị khen thưởng", "hình thức khen thưởng đề nghị", "đề nghị khen thưởng",
                          "danh hiệu, hình thức", "danh hiệu/hình thức", "danh hiệu, hình thức khen thưởng",
                          "hình thức khen thưởng được đề nghị", "đề nghị hình thức khen thưởng",
                          "danh hiệu thi đua, hình thức khen thưởng", "hình thức được đề nghị",
                          "hình thức kt", "hình thức đn", "hình thức đn kt", "hình thức kt đề nghị"),
    "hinh_thuc_cu_the": ("hình thức cụ thể", "tên hình thức cụ thể"),
    "linh_vuc": ("lĩnh vực", "lĩnh vực đề nghị", "lĩnh vực theo tuyến trình"),
    "tom_tat_thanh_tich": ("tóm tắt thành tích", "thành tích", "thành tích tiêu biểu", "nội dung thành tích",
                           "thành tích đạt được", "thành tích nổi bật", "tóm tắt thành tích đạt được",
                           "tóm tắt thành tích nổi bật", "tóm tắt thành tích tiêu biểu", "tóm tắt thành tích chính"),
    "nhom_nguoi": ("nhóm người", "nhóm", "nhóm đối tượng", "phân loại đối tượng", "phân loại cán bộ"),
    "doi_tuong": ("đối tượng", "loại đối tượng"),
    "vai_tro": ("vai trò",),
    "nhiem_vu": ("nhiệm vụ", "nhiệm vụ được giao"),
    "dia_chi_ho": ("địa chỉ", "địa chỉ hộ", "địa chỉ hộ gia đình", "địa chỉ thường trú", "nơi ở", "nơi ở hiện nay"),
    "bao_cao_thanh_tich": ("tệp báo cáo thành tích", "tệp báo cáo", "báo cáo thành tích"),
    "ngay_bao_cao": ("ngày báo cáo thành tích", "ngày báo cáo", "ngày ký báo cáo"),
    "khong_thuoc_truong_hop_chua_xet.khai": ("khai không thuộc trường hợp chưa xét",),
    "khong_thuoc_truong_hop_chua_xet.nguoi_khai": ("người khai",),
    "so_lieu.don_vi_tinh": ("đơn vị tính", "đvt"),
    "so_lieu.nam_ke_hoach": ("năm kế hoạch",),
    "so_lieu.ngay_chot": ("ngày chốt số liệu", "ngày chốt"),
    "so_lieu.loai_so": ("loại số",),
    "so_lieu.nguon": ("nguồn số liệu", "nguồn"),
    _SOLUTION + "ten_giai_phap": ("tên giải pháp", "tên mô hình, sáng kiến, giải pháp", "tên sáng kiến, giải pháp",
                                  "mô hình, sáng kiến, giải pháp", "sáng kiến, giải pháp", "tên sáng kiến",
                                  "tên đề tài, sáng kiến", "sáng kiến", "giải pháp", "tên mô hình, giải pháp"),
    _SOLUTION + "loai_giai_phap": ("loại giải pháp", "loại mô hình, sáng kiến, giải pháp"),
    _SOLUTION + "noi_dung_thi_dua": ("nội dung thi đua", "gắn với nội dung thi đua"),
    _SOLUTION + "da_ap_dung": ("đã áp dụng",),
    _SOLUTION + "ap_dung_tu_ngay": ("áp dụng từ ngày", "ngày áp dụng"),
    _SOLUTION + "noi_ap_dung": ("nơi áp dụng",),
    _SOLUTION + "pham_vi_ap_dung": ("phạm vi áp dụng", "phạm vi"),
    _SOLUTION + "ket_qua_truoc": ("kết quả trước khi áp dụng", "trước khi áp dụng"),
    _SOLUTION + "ket_qua_sau": ("kết quả sau khi áp dụng", "sau khi áp dụng"),
    _PAPER + "loai_tai_lieu": ("loại tài liệu",),
    _PAPER + "so_ky_hieu": ("số, ký hiệu", "số ký hiệu", "số, ký hiệu tài liệu"),
    _PAPER + "ngay_ban_hanh": ("ngày ban hành", "ngày tài liệu"),
    _PAPER + "co_quan_ban_hanh": ("cơ quan ban hành",),
    _PAPER + "dang_ban": ("dạng bản",),
    _PAPER + "tep_dinh_kem": ("tệp đính kèm", "tệp"),
}  # fmt: skip
"""From a column to the headings it goes by; the first is the one our template prints."""

_SCALES = {"đồng": 0, "nghìn đồng": 3, "ngàn đồng": 3, "triệu đồng": 6, "trđ": 6, "tr.đ": 6, "tỷ đồng": 9, "tỉ đồng": 9}
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_UNIT_OF_MEASURE = re.compile(r"(?:đvt|đơn vị tính|đơn vị)?[\s:]*([^():\d]+)")


class Column(NamedTuple):
    """What a column of a list means: its key or role, its heading as it stands, and by how many
    powers of ten its numbers are scaled (a heading "triệu đồng")."""

    key: str
    heading: str
    scale: int | None = None


class Headings:
    """Recognises headings for one campaign, with the office's saved answers first."""

    def __init__(self, drive: Drive, answers: Answers) -> None:
        self.drive = drive
        self._by_heading: dict[str, str] = {}
        self._bare: dict[str, str] = {}
        for key, variants in USUAL.items():
            self._learn(key, variants)
        words = drive.plan.dictionary
        for id_, entry in (words.figures if words else {}).items():
            self._learn(f"so_lieu.{id_}", (entry.name, id_))
        for id_ in exclusions_of(drive):
            self._learn(f"dieu_kien_loai_tru.{id_}", (drive.terms.attestations.name(id_), id_))
        for id_, entry in (words.facts if words else {}).items():
            if entry.stated_on == "cá nhân":
                self._learn(f"su_that.{id_}", (entry.name, id_))
        self._own = {heading: self.meant(meaning) for heading, meaning in answers.headings.items()}

    def _learn(self, key: str, variants: Iterable[str]) -> None:
        for variant in (*variants, key):
            folded = fold(variant)
            self._by_heading.setdefault(folded, key)
            if " " in folded:
                # Typed without marks; single words are left out, because "nam" is no "năm".
                self._bare.setdefault(strip_marks(folded), key)

    def meant(self, meaning: str) -> str:
        """The column that an answer names by its key or by a usual heading; empty when there is none."""
        return IGNORED if fold(meaning) == fold(SKIP) else self._by_heading.get(fold(meaning), "")

    def find(self, heading: str) -> Column | None:
        """The column a heading stands for."""
        shown = " ".join(nfc(heading).split())
        if not shown or len(shown) > 200:
            return None
        shown = in_unicode(shown)
        own = self._own.get(fold(shown))
        if own is not None:
            return Column(own, shown) if own else None
        for form in _forms(shown):
            key = self._by_heading.get(form) or (self._bare.get(form) if form.isascii() else None)
            if key:
                return Column(key, shown, scale_of(shown) if key.startswith("so_lieu.") else None)
        return None

    def near_key(self, meaning: str) -> str | None:
        """The key that was probably meant by an answer."""
        bare = self._bare.get(strip_marks(fold(meaning.replace("_", " "))))
        return bare or suggest(meaning, [key for key in self._by_heading.values() if not key.startswith("@")])


def near_heading(heading: str) -> str | None:
    """The usual heading that was probably meant."""
    return suggest(heading, [variants[0] for variants in USUAL.values()])


def in_unicode(text: str) -> str:
    """Words outside the rows, where they can only be of a legacy encoding whose font is lost, as they were meant."""
    found = by_content(text)
    return found[0] if found else text


def exclusions_of(drive: Drive) -> list[str]:
    """The points of exclusion the campaign's criteria ask about."""
    asked = [one.exclusion for group in drive.criteria for one in group.walk() if one.exclusion]
    return list(dict.fromkeys(asked))


def _forms(heading: str) -> Iterator[str]:
    """The spellings under which a heading is looked up: whole, and without what stands in brackets."""
    for text in (heading, _BRACKETS.sub(" ", heading)):
        folded = fold(re.sub(r"\s*([,/;-])\s*", r"\1", text.strip(" :*.…")))
        yield folded
        yield folded.replace(",", ", ")
        yield folded.replace("/", ", ").replace(",", ", ")


def scale_of(heading: str) -> int | None:
    """By how many powers of ten a heading's unit of money is above đồng; ``None`` when it names none."""
    for bracket in _BRACKETS.findall(heading):
        found = _UNIT_OF_MEASURE.fullmatch(nfc(bracket.strip("()[] ")).lower())
        if found and fold(found[1]) in _FOLDED_SCALES:
            return _FOLDED_SCALES[fold(found[1])]
    return None


def scale_named(unit: str) -> int | None:
    """By how many powers of ten a unit of money is above đồng; ``None`` when it is none."""
    return _FOLDED_SCALES.get(fold(unit))


def name_of_scale(scale: int) -> str:
    """The unit of money so many powers of ten above đồng."""
    return next(name for name, power in _SCALES.items() if power == scale)


_FOLDED_SCALES = {fold(name): power for name, power in _SCALES.items()}
