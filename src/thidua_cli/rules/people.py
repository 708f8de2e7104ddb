"""Lints on people, units and numbers of proposals."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, takewhile

from thidua_cli.book import Book
from thidua_cli.diagnostic import Diagnostic, Mark, Route, Severity
from thidua_cli.judge.facts import leads
from thidua_cli.judge.people import alike, likeness, reorganised
from thidua_cli.law import NOT_YET_CONSIDERED, ONE_MERIT_ONE_AWARD
from thidua_cli.model.dossier import Stage
from thidua_cli.model.let_stand import DISTINCT_FILE
from thidua_cli.model.nomination import Nomination
from thidua_cli.model.subjects import Eligibility
from thidua_cli.model.unit import Unit
from thidua_cli.rules import codes_people
from thidua_cli.rules.look import Look
from thidua_cli.rules.privacy import PUBLIC
from thidua_cli.viet.names import is_full_name, name_key
from thidua_cli.viet.numbers import format_ratio
from thidua_cli.viet.text import fold, strip_marks

_LEADERS = "lãnh đạo, quản lý"
_COMMITTEE = "ủy ban nhân dân"
_QUARTERS = ("khu phố", "tổ dân phố")
_PARTS = (*_QUARTERS, "tập thể nhỏ")


def eligible(look: Look) -> Iterator[Diagnostic]:
    """Đối tượng đủ điều kiện theo kế hoạch; kế hoạch không có danh sách thì không xét."""
    lines = look.drive.plan.eligible
    if not lines:
        return
    of_units: dict[str, _Unfit | None] = {}
    for case in look.drive.nominations.values():
        own = [line for line in lines if line.subject_kind == case.subject_kind]
        answers = [_fits(look, case, line, of_units) for line in own]
        if None in answers:
            continue
        clause = "; ".join(line.clause or "" for line in own or lines)
        place = (Mark(look.drive.plan.file, ("doi_tuong_du_dieu_kien",), f"đối tượng của kế hoạch ({clause})"),)
        if not own:
            yield Diagnostic(
                codes_people.KHONG_DU_DIEU_KIEN,
                f"kế hoạch không nêu đối tượng {case.subject_kind}",
                case.file,
                ("doi_tuong",),
                clause=clause,
                record=case.id,
                remedy="kiểm tra đối tượng",
                related=place,
            )
            continue
        said, open_, route = next((one for one in answers if one and one[1]), answers[0] or ("", False, "don_vi"))
        yield Diagnostic(
            codes_people.CHUA_RO_NHOM if open_ else codes_people.KHONG_DU_DIEU_KIEN,
            f"{look.label(case)}: {said}",
            case.file,
            (route,),
            clause=clause,
            record=case.id,
            due=look.due(look.dossier(case), Stage.SUBMITTED) if open_ else "",
            remedy="ghi loai_don_vi, cong_lap, nguoi_dung_dau ở units.yaml; don_vi, nhom_nguoi ở đề nghị"
            if open_
            else "kiểm tra lại, hoặc không đề nghị",
            related=place,
        )


_Unfit = tuple[str, bool, str]
"""What is wrong, whether it is only unknown, and where."""


def _fits(look: Look, case: Nomination, line: Eligibility, of_units: dict[str, _Unfit | None]) -> _Unfit | None:
    """``None`` when the case fits the line. ``of_units`` keeps the answers for the people of a unit."""
    unit = look.book.units.get(case.unit)
    if unit is None:
        return ("chưa biết đơn vị", True, "don_vi")
    if case.subject_kind == "tập thể":
        return _unit_fits(unit, "tập thể nhỏ" if case.group_name else unit.kind, line)
    if case.subject_kind == "hộ gia đình":
        return None
    if line.person_groups:
        groups = set(case.person_groups)
        post = look.book.post_of(case, look.drive)
        if post is None and not groups:
            return ("chưa ghi nhóm người (cán bộ, công chức, viên chức, người lao động …)", True, "nhom_nguoi")
        # Leaders are officials or employees of their unit; heads of enterprises are eligible because
        # the plan asks for their tax confirmation (plans.md X4.10).
        if post is None and not groups & {*line.person_groups, _LEADERS, "người lao động trực tiếp"}:
            said = f"nhóm “{', '.join(sorted(groups))}” không có trong đối tượng của kế hoạch"
            if leads(case, unit, look.drive, look.book) is None:
                return (f"{said}; chưa rõ có phải lãnh đạo {unit.name}", True, "nhom_nguoi")
            return (said, False, "nhom_nguoi")
    if line.of_eligible_unit:
        if unit.id not in of_units:
            of_units[unit.id] = _unit_of_person_fits(look, unit)
        return of_units[unit.id]
    return None


def _unit_fits(unit: Unit, kind: str | None, line: Eligibility) -> _Unfit | None:
    if line.cluster_roles and unit.cluster_role not in line.cluster_roles:
        return ("đơn vị không giữ vai trò trong cụm, khối", False, "don_vi")
    if kind is None:
        return ("chưa ghi loai_don_vi ở units.yaml", True, "don_vi")
    if line.unit_kinds and kind not in line.unit_kinds:
        return (f"loại đơn vị “{kind}” không có trong đối tượng của kế hoạch", False, "don_vi")
    if line.public_schools and kind == "trường học" and unit.public is not True:
        return ("kế hoạch chỉ nêu trường công lập", unit.public is None, "don_vi")
    return None


def _unit_of_person_fits(look: Look, unit: Unit) -> _Unfit | None:
    """A person's unit must itself be eligible. A small group is a part of the unit above it; whoever works
    in another unit, say a school, does not work in the office above that."""
    lines = [line for line in look.drive.plan.eligible if line.subject_kind == "tập thể"]
    above = [look.book.units[id_] for id_ in look.book.above(unit.id) if id_ in look.book.units]
    parts = list(takewhile(lambda one: one.kind in _PARTS, above))
    chain = above[: len(parts) + 1]
    for here in chain:
        # The committee whose plan it is stands in no list of its own: its leaders are of no unit below it.
        if not lines or here.kind == _COMMITTEE or any(_unit_fits(here, here.kind, line) is None for line in lines):
            if here is unit or unit.kind not in _QUARTERS:
                return None
            said = f"{unit.name} không có trong đối tượng; chưa rõ người này có công tác tại {here.name}"
            return (said, True, "don_vi")
    last = chain[-1]
    if last.kind in _PARTS:
        return (f"chưa ghi {last.name} trực thuộc đơn vị nào", True, "don_vi")
    answers = [answer for line in lines if (answer := _unit_fits(last, last.kind, line))]
    said, open_, route = next((answer for answer in answers if answer[1]), answers[0])
    return (f"{last.name}: {said}", open_, route)


def quotas(look: Look) -> Iterator[Diagnostic]:
    """Số lượng được phân bổ; không có số thì không giới hạn."""
    counts: dict[tuple[str, str], list[tuple[str, int]]] = {}
    seen: set[str] = set()  # what is listed twice is one case, and that is told
    for dossier, index, case in look.listed():
        if case.id not in seen:
            seen.add(case.id)
            counts.setdefault((case.award, dossier.unit), []).append((dossier.id, index))
    for quota, source in look.drive.quotas:
        if quota.value is None:
            continue
        places = [
            place
            for (award, unit), found in counts.items()
            if quota.award in (None, award) and (not quota.units or unit in quota.units)
            for place in found
        ]
        if len(places) <= quota.value:
            continue
        dossier = look.drive.dossiers[places[quota.value][0]]
        office = look.book.office
        own = office is not None and dossier.unit in (office.unit, office.standing_body)
        form = look.drive.plan.award(quota.award)
        yield Diagnostic(
            codes_people.VUOT_SO_LUONG,
            f"đề nghị {len(places)} {form.short_name if form else 'trường hợp'}, được phân bổ {quota.value}",
            dossier.file,
            ("truong_hop", places[quota.value][1]),
            clause=source,
            record=f"{dossier.id}/{quota.award}",
            severity_override=Severity.ERROR if own else None,
            remedy="Hội đồng sắp thứ tự ưu tiên, hoặc xin bổ sung số lượng",
        )


def two_awards(look: Look) -> Iterator[Diagnostic]:
    """Một người, một tập thể đề nghị hai lần trong đợt; ở hai đơn vị mà chưa chắc là một thì nêu để rà soát."""
    for earlier, case, why in alike(look.book, look.drive.nominations.values()):
        if case.unit == earlier.unit or (case.citizen_number and case.citizen_number == earlier.citizen_number):
            yield Diagnostic(
                codes_people.HAI_HINH_THUC,
                f"{look.label(case)} đã được đề nghị {look.award(earlier)} trong đợt này",
                case.file,
                ("hinh_thuc_de_nghi",),
                clause=look.book.law.provision_on(ONE_MERIT_ONE_AWARD, look.day_of_law(case)),
                record=case.id,
                remedy="giữ một đề nghị; không tặng nhiều hình thức cho một thành tích",
                related=(Mark(earlier.file, ("hinh_thuc_de_nghi",), "đề nghị trước"),),
            )
        elif case.subject_kind == "tập thể":
            yield Diagnostic(
                codes_people.CO_THE_MOT_NGUOI,
                f"{look.label(case)} và {look.label(earlier)} có thể là một tập thể: {why}",
                case.file,
                ("don_vi",),
                record=case.id,
                remedy="cùng một thành tích thì giữ một đề nghị; thành tích riêng của mỗi đơn vị thì "
                f"ghi cặp này vào {DISTINCT_FILE}",
                related=(Mark(earlier.file, ("don_vi",), "đề nghị trước"),),
            )
        else:
            yield Diagnostic(
                codes_people.CO_THE_MOT_NGUOI,
                f"{look.label(case)} ở {look.book.unit_name(case.unit)} và ở {look.book.unit_name(earlier.unit)} "
                f"có thể là một người: {why}",
                case.file,
                ("ho_ten",),
                record=case.id,
                remedy=f"là một người thì giữ một đề nghị; là hai người thì ghi ngày sinh, hoặc ghi cặp này vào {DISTINCT_FILE}",
                related=(Mark(earlier.file, ("ho_ten",), "đề nghị trước"),),
            )


def numbers(look: Look) -> Iterator[Diagnostic]:
    """Một số định danh là của một người: hai họ tên khác nhau thì có một số ghi sai. Chỉ khác dấu thì đã nêu là một người."""
    holders: dict[str, Nomination] = {}
    for case in look.drive.nominations.values():
        if not case.citizen_number or not case.full_name:
            continue
        first = holders.setdefault(case.citizen_number, case)
        if strip_marks(name_key(first.full_name or "")) != strip_marks(name_key(case.full_name)):
            yield Diagnostic(
                codes_people.MOT_SO_HAI_NGUOI,
                f"{look.label(case)}: số định danh này đã ghi cho {look.label(first)}",
                case.file,
                ("so_dinh_danh",),
                record=case.id,
                remedy="sửa số ghi sai; là một người thì viết họ tên như nhau",
                related=(Mark(first.file, ("so_dinh_danh",), "người ghi trước"),),
            )


def distinct(book: Book) -> Iterator[Diagnostic]:
    """Mục rà soát “không cùng một người” còn nói về hai đề nghị có thể là một."""
    known = {f"{drive.id}/{id_}": case for drive in book.drives.values() for id_, case in drive.nominations.items()}
    related = reorganised(book)
    for index, entry in enumerate(book.distinct):
        lost = [place for place, one in enumerate(entry.cases) if one not in known]
        if lost:
            place = lost[0]
            yield _needless(f"không có đề nghị “{entry.cases[place]}”", index, "truong_hop", place)
        elif len(set(entry.cases)) < 2:
            yield _needless("mục rà soát cần hai đề nghị", index, "truong_hop")
        else:
            pairs = combinations((known[one] for one in entry.cases), 2)
            if not any(likeness(book, related, *pair) for pair in pairs):
                yield _needless("các đề nghị này không còn giống nhau: khác họ tên, ngày sinh hoặc số định danh", index)


def _needless(message: str, *route: str | int) -> Diagnostic:
    return Diagnostic(
        codes_people.RA_SOAT_THUA, message, DISTINCT_FILE, route, record=str(route[0]), remedy="sửa hoặc bỏ mục này"
    )


def identity(look: Look) -> Iterator[Diagnostic]:
    """Họ tên, giới tính, chức vụ: có ở đề nghị hoặc suy từ units.yaml, và không lệch nhau."""
    for case in look.drive.nominations.values():
        if case.subject_kind == "tập thể":
            continue
        post, _ = look.book.post_of(case, look.drive) or (None, None)
        wanted = [("ho_ten", case.full_name)]
        if case.subject_kind == "cá nhân":
            wanted += [
                ("gioi_tinh", case.gender or (post and post.gender)),
                ("chuc_vu", case.position or (post and post.position)),
            ]
        lacking = [key for key, value in wanted if not value]
        if lacking:
            found = _lacking(look, case, f"thiếu {', '.join(lacking)}", lacking[0], f"ghi {', '.join(lacking)}")
            yield found._replace(due="") if "ho_ten" in lacking else found
        if post is None:
            continue
        for key, typed, known in (("gioi_tinh", case.gender, post.gender), ("chuc_vu", case.position, post.position)):
            if typed and known and fold(typed) != fold(known):
                yield Diagnostic(
                    codes_people.LECH_CHUC_VU,
                    f"{key} “{typed}” khác units.yaml (“{known}”)",
                    case.file,
                    (key,),
                    record=case.id,
                    remedy="bỏ dòng này: người đứng đầu, cấp phó lấy ở units.yaml",
                )


def households(look: Look) -> Iterator[Diagnostic]:
    """Hộ gia đình ghi địa chỉ, khi kho không công khai."""
    if look.book.settings is not None and look.book.settings.privacy == PUBLIC:
        return
    for case in look.drive.nominations.values():
        if case.subject_kind == "hộ gia đình" and not case.address:
            found = _lacking(look, case, "hộ gia đình chưa ghi địa chỉ", "dia_chi_ho", "ghi dia_chi_ho")
            yield found._replace(severity_override=Severity.REVIEW)


def _lacking(look: Look, case: Nomination, said: str, key: str, remedy: str) -> Diagnostic:
    return Diagnostic(
        codes_people.THIEU_NHAN_THAN,
        f"{look.label(case)}: {said}",
        case.file,
        (key,),
        on_key=True,
        record=case.id,
        due=look.due(look.dossier(case), Stage.SUBMITTED),
        remedy=remedy,
    )


_NOT_IN_A_NAME = "[^\\w\\s\u0300-\u036f'’ʼ.-]|[_\\d]"
"""Names of the Jrai, Ê Đê and Ba Na have letters that only a mark behind another letter can write: ê̆, ơ̆."""


_OF_OLD_FONTS = frozenset("ªµº¹²³ÞþßÆæØøÅå")
"""Letters that stand in a name only where it was typed for a font older than Unicode: ``Lª ThÞ CÈm``."""
_WITHOUT_MARKS = " bui dang dinh do duong hoang huynh le ngo nguyen pham tran trinh truong vo vu "
"""Family names that always bear marks: a name all in plain letters that begins with one has lost them."""


def names(look: Look) -> Iterator[Diagnostic]:
    """Họ tên là tên của một người: không hai người trong một ô, không dấu ngoặc, không ký tự ẩn; gõ như sẽ in."""
    for case in look.drive.nominations.values():
        if case.full_name and (wrong := _wrong_in_name(case.full_name)):
            yield Diagnostic(codes_people.TEN_LA, wrong[0], case.file, ("ho_ten",), record=case.id, remedy=wrong[1])
        elif case.gender == "nam" and case.full_name and " Thị " in case.full_name:
            yield Diagnostic(
                codes_people.GIOI_TINH_LA,
                f"{case.full_name} có chữ đệm Thị mà ghi giới tính nam",
                case.file,
                ("gioi_tinh",),
                record=case.id,
                remedy="kiểm tra lại: giấy in Ông hay Bà theo giới tính ghi ở đây",
            )


def _wrong_in_name(name: str) -> tuple[str, str] | None:
    """What a name cannot be printed with, and what to do."""
    bare = name.replace(" ", "")
    if not is_full_name(name) or not (bare.isalpha() or not re.search(_NOT_IN_A_NAME, name)):
        remedy = "ghi đủ họ và tên một người, không kèm gì khác; nhiều người thì mỗi người một đề nghị"
        return f"“{name}” khó là họ tên của một người", remedy
    if not _OF_OLD_FONTS.isdisjoint(name):
        return f"họ tên “{name}” còn chữ của phông cũ", "gõ lại bằng Unicode"
    if name.isupper() or name.islower():
        how = "hoa" if name.isupper() else "thường"
        return f"họ tên “{name}” gõ toàn chữ {how}", "viết hoa chữ đầu mỗi tiếng: giấy in đúng như ghi ở đây"
    if name.isascii() and f" {name.split()[0].lower()} " in _WITHOUT_MARKS:
        return f"họ tên “{name}” không có dấu", "gõ lại đủ dấu như trên căn cước"
    return None


_ABBREVIATED = r"\b(?!(?:[IVX]+|TNHH|MTV)\b)[A-ZĐ]{2,}\b|\b[A-ZĐ]\."
"""``PCT``, ``P. Trưởng phòng``; a grade (hạng III) and what an enterprise's name is registered with are written so."""
_NO_WORD = r"\b[B-DF-HJ-NP-TVWZĐ]{2,}\b"
"""In a post all in capitals, ``CC VP-TK``: what has no vowel can be no word."""


@lru_cache(maxsize=1024)
def _abbreviation(post: str) -> str:
    """What is abbreviated in a post; a thousand people have a few dozen of them."""
    found = re.search(_NO_WORD if post.isupper() else _ABBREVIATED, post)
    return found[0] if found else ""


def posts(look: Look) -> Iterator[Diagnostic]:
    """Chức vụ viết đủ, không viết tắt: giấy in đúng như bản ghi."""
    for case in look.drive.nominations.values():
        if case.position and (short := _abbreviation(case.position)):
            yield _shortened(case.position, short, case.file, ("chuc_vu",), case.id)


def posts_of_units(book: Book) -> Iterator[Diagnostic]:
    """Chức vụ của người đứng đầu, cấp phó ở units.yaml cũng vậy: máy lấy ở đó để in."""
    for index, unit in enumerate(book.units.values()):
        for key, held in (("nguoi_dung_dau", unit.heads), ("cap_pho", unit.deputies)):
            for at, post in enumerate(held):
                if post.position and (short := _abbreviation(post.position)):
                    route = (index, key, at, "chuc_vu")
                    yield _shortened(post.position, short, "units.yaml", route, f"{unit.id}/{key}/{at}")


def _shortened(post: str, short: str, file: str, route: Route, record: str) -> Diagnostic:
    return Diagnostic(
        codes_people.CHUC_VU_VIET_TAT,
        f"chức vụ “{post}” còn viết tắt {short}",
        file,
        route,
        record=record,
        remedy="viết đủ chữ: tờ trình, quyết định, bằng in đúng như ghi ở đây",
    )


def not_under_review(look: Look) -> Iterator[Diagnostic]:
    """Khai không thuộc trường hợp chưa xét khen thưởng."""
    for _, _, case in look.listed():
        said = case.not_under_review
        if said is not None and said.stated:
            continue
        clause = look.book.law.provision_on(NOT_YET_CONSIDERED, look.day_of_law(case))
        if not clause:  # the law of that day is not known here, and nothing may be demanded in its name
            continue
        if said is None or said.stated is None:
            yield Diagnostic(
                codes_people.CHUA_KHAI_CHUA_XET,
                f"{look.label(case)}: chưa khai không bị xem xét kỷ luật, điều tra, thanh tra, kiểm toán",
                case.file,
                ("khong_thuoc_truong_hop_chua_xet",),
                clause=clause,
                record=case.id,
                due=look.due(look.dossier(case), Stage.SUBMITTED),
                remedy="ghi khong_thuoc_truong_hop_chua_xet: khai: có, nguoi_khai",
            )
        elif said.stated is False:
            yield Diagnostic(
                codes_people.DANG_XEM_XET,
                f"{look.label(case)} đang thuộc trường hợp chưa xét khen thưởng",
                case.file,
                ("khong_thuoc_truong_hop_chua_xet", "khai"),
                clause=clause,
                record=case.id,
                remedy="chờ có kết luận rồi đề nghị",
            )


def summaries(look: Look) -> Iterator[Diagnostic]:
    """Tóm tắt 30–80 từ."""
    for case in look.drive.nominations.values():
        if case.summary is None:
            yield Diagnostic(
                codes_people.TOM_TAT_DAI_NGAN,
                f"{look.label(case)}: chưa có tóm tắt thành tích",
                case.file,
                record=case.id,
                due=look.due(look.dossier(case), Stage.SUBMITTED),
                remedy="ghi tom_tat_thanh_tich",
            )
        elif not 30 <= (count := len(case.summary.split())) <= 80:
            yield Diagnostic(
                codes_people.TOM_TAT_DAI_NGAN,
                f"tóm tắt có {count} từ",
                case.file,
                ("tom_tat_thanh_tich",),
                on_key=True,
                record=case.id,
            )


_HALF_PERCENT = Fraction(1, 200)


def shares(look: Look) -> Iterator[Diagnostic]:
    """Tỷ lệ đóng góp của các tác giả một giải pháp cộng lại không quá 100%, trừ phần làm tròn."""
    for case in look.drive.nominations.values():
        for index, solution in enumerate(case.solutions):
            stated = [one.share for one in solution.authors if one.share is not None]
            total = sum(stated)
            if total <= 1:
                continue
            over, rounded = total - 1, [_rounding(share) for share in stated]
            if over > sum(half for half in rounded if half < _HALF_PERCENT):
                yield Diagnostic(
                    codes_people.DONG_GOP_QUA_100,
                    f"“{solution.name}”: tỷ lệ đóng góp của các tác giả cộng được {format_ratio(total, 1)}",
                    case.file,
                    ("giai_phap", index, "tac_gia"),
                    on_key=True,
                    record=f"{case.id}/{index}",
                    severity_override=Severity.REVIEW if over <= max(_HALF_PERCENT * 2, sum(rounded)) else None,
                    remedy="sửa ty_le_dong_gop theo bản xác nhận của các tác giả",
                )


def _rounding(share: Fraction) -> Fraction:
    """How far a share can be from the true one: half of its last decimal, where it has so few that it was written so."""
    for decimals in range(5):
        step = Fraction(1, 100 * 10**decimals)
        if (share / step).denominator == 1:
            return step / 2
    return Fraction(0)


BOOK_RULES = (distinct, posts_of_units)
RULES = (eligible, quotas, two_awards, numbers, identity, households, names, posts, not_under_review, summaries, shares)
