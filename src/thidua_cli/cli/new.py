"""Tạo bản ghi mẫu có chú thích từng khóa: campaign (đợt), nomination (đề nghị), meeting (cuộc họp), dossier (hồ sơ), appraisal (thẩm định), decision (quyết định), duty (việc đã làm), stock (phôi in sẵn)."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua_cli.cli.options import OneCampaign, Repo
from thidua_cli.cli.screen import say
from thidua_cli.diagnostic import Refused

if TYPE_CHECKING:
    from thidua_cli.book import Book, Drive
    from thidua_cli.plantext import Draft


class What(StrEnum):
    """The records that can be scaffolded."""

    campaign = "campaign"
    nomination = "nomination"
    meeting = "meeting"
    dossier = "dossier"
    appraisal = "appraisal"
    decision = "decision"
    duty = "duty"
    stock = "stock"


_KEPT = "đặt tên khác, hoặc sửa tệp ấy; tệp đang có không bị ghi đè"


def run(
    what: Annotated[What, typer.Argument(metavar="LOẠI", help=f"Loại bản ghi: {', '.join(What)}.")],
    name: Annotated[
        str, typer.Argument(metavar="TÊN", help="Đề nghị: đơn-vị/người; việc: việc/đơn-vị; loại khác: tên tệp.")
    ],
    repo: Repo = None,
    campaign: OneCampaign = None,
    plan: Annotated[
        str | None, typer.Option("--plan", metavar="KẾ_HOẠCH", help="Với campaign: dùng kế hoạch có sẵn.")
    ] = None,
    text: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="VĂN_BẢN", help="Với campaign: lập bản nháp từ kế hoạch của mình, .txt hoặc .docx."
        ),
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", metavar="ĐỐI_TƯỢNG", help="Với nomination: tập thể, cá nhân hoặc hộ gia đình.")
    ] = "cá nhân",
) -> None:
    """Write one commented record."""
    from thidua_cli.cli.output import write_new
    from thidua_cli.cli.schema import SCHEMAS, modeline, write_schemas
    from thidua_cli.cli.terminal import chosen_drive, chosen_of, open_book
    from thidua_cli.model.subjects import SUBJECT_KINDS
    from thidua_cli.viet.text import slug, suggest

    parts = [slug(part) for part in name.replace("\\", "/").split("/")]
    if len(parts) != (2 if what in (What.nomination, What.duty) else 1):
        raise Refused(
            f"tên “{name}” chưa đúng", "đề nghị viết đơn-vị/người, việc viết việc/đơn-vị; loại khác viết một tên"
        )
    if text and (plan or what is not What.campaign):
        raise Refused(
            "--from chỉ dùng với campaign, không cùng --plan",
            "kế hoạch có sẵn: bỏ --from; kế hoạch của mình: bỏ --plan",
        )
    book = open_book(repo)
    if what is What.campaign:
        target = book.disk.top / "campaigns" / parts[0]
        made, note = _drafted(text) if text else (local_campaign(plan) if plan else _own_campaign(), "")
        write_new(target / "campaign.yaml", made.encode(), _KEPT)
        if not plan:
            write_new(target / "criteria.yaml", _CRITERIA.encode(), _KEPT)
        say(f"Đã tạo {target / 'campaign.yaml'}{note}")
        if (book.disk.top / SCHEMAS).is_dir():  # the editor is to know the new plan's words at once
            write_schemas(open_book(book.disk.top), book.disk.top / SCHEMAS)
        return
    if what is What.stock:
        path = book.disk.top / "stock" / f"{parts[0]}.yaml"
        write_new(path, _STOCK.encode(), _KEPT)
        say(f"Đã tạo {path}. Đo tờ phôi bằng thước, điền số, rồi in thidua render phoi-can-chinh để chỉnh máy in")
        return
    drive = chosen_drive(book, campaign)
    if what is What.nomination:
        record = _nomination(book, drive, parts, chosen_of("đối tượng", kind, SUBJECT_KINDS))
    else:
        record = _duty(drive, parts[0]) if what is What.duty else _record(what, drive)
    folder = "duties" if what is What.duty else f"{what.value}s"
    path = book.disk.top / drive.folder / folder / Path(*parts).with_suffix(".yaml")
    named = f"duty-{parts[0]}" if what is What.duty else what.value
    schema = book.disk.top / SCHEMAS / drive.id / f"{named}.json"
    head = f"{modeline(schema, path)}\n" if schema.is_file() else ""
    write_new(path, (head + record).encode(), _KEPT)
    say(f"Đã tạo {path}")
    unit = parts[0] if what is What.nomination else parts[-1] if what is What.duty else ""
    if unit and unit not in book.units:
        near = suggest(unit, book.units)
        say(f"  = units.yaml chưa có đơn vị {unit}{f'; có phải {near}?' if near else ', ghi thêm vào đó'}")


def local_campaign(plan: str) -> str:
    """An office's own file for a shipped plan."""
    from thidua_cli.book import shipped_plans
    from thidua_cli.cli.endings import unknown

    if plan not in shipped_plans():
        raise unknown("kế hoạch", plan, shipped_plans())
    return (
        "# Đợt thi đua theo kế hoạch có sẵn; văn phòng chỉ thêm thiết lập và văn bản bổ sung.\n"
        f"ke_hoach: {plan}\n"
        "# thiet_lap:\n#   quy_tac_khong_dung:\n#     - quy_tac:    # mã quy tắc theo thông lệ, ví dụ TD407\n#       ly_do:\n"
        "# van_ban_bo_sung:    # gia hạn, phân bổ số lượng của bên nhận hồ sơ\n"
        "#   - loai_van_ban: Công văn\n#     so_ky_hieu:\n#     ngay_ban_hanh:\n#     co_quan_ban_hanh:\n#     noi_dung:\n"
    )


def _drafted(path: Path) -> tuple[str, str]:
    """A draft from a plan's text, and what to tell about it."""
    read = {".docx": _drafted_from_word, ".txt": _drafted_from_text}.get(path.suffix.lower())
    if read is None:
        raise Refused(
            f"{path.name}: chỉ đọc được .txt và .docx",
            "tệp .doc: mở bằng Word, lưu thành .docx; PDF, ảnh quét: nhận dạng chữ rồi lưu thành .txt",
        )
    try:
        draft = read(path)
    except OSError as error:
        raise Refused(f"không đọc được {path}", "kiểm tra đường dẫn và quyền đọc tệp") from error
    except Refused as refused:
        raise refused.of(path.name) from refused
    return draft.text, f": bản nháp từ {path.name}, {draft.to_review} chỗ ghi CẦN XEM"


def _drafted_from_text(path: Path) -> "Draft":
    from thidua_cli.plantext import MAX_BYTES, decoded, draft_of, lines_of, source_of

    with path.open("rb") as opened:
        return draft_of(source_of(lines_of(decoded(opened.read(MAX_BYTES + 1)))), path.name)


def _drafted_from_word(path: Path) -> "Draft":
    """The same from a Word file: a paragraph is a line, a font of the old kind is read by its name."""
    from thidua_cli.plantext import Line, draft_of, source_of
    from thidua_cli.viet.legacy import by_font
    from thidua_cli.word.document import read
    from thidua_cli.word.package import MAX_FILE

    with path.open("rb") as opened:
        document = read(opened.read(MAX_FILE + 1))
    lines = [
        Line(one.where, part, one.listed and index == 0)
        for one in document.paragraphs()
        for index, part in enumerate(
            "".join(by_font(piece.text, piece.look.face or "") for piece in one.pieces).split("\n")
        )
    ]
    return draft_of(source_of(lines, wrapped=False), path.name)


def _own_campaign() -> str:
    from thidua_cli.model.campaign import CAMPAIGN
    from thidua_cli.source.scaffold import scaffold

    return "# Kế hoạch của chính văn phòng: mọi khóa đều có; null là kế hoạch không quy định.\n" + scaffold(
        CAMPAIGN, {}
    )


_CRITERIA = """\
# Tiêu chuẩn của kế hoạch, mỗi mục ghi điều khoản của nó. Xem campaigns/ đi kèm thidua để lấy mẫu.
- id: TC-1
  ten:
  dieu_khoan:
  ap_dung_cho:
    doi_tuong: [tập thể, cá nhân]
  # can_xac_nhan: mã điểm xác nhận ở du_lieu.xac_nhan
"""


_STOCK = """\
# Phôi in sẵn. Đo bằng mm từ mép trái và mép trên tờ phôi; chan_dong_dau là chỗ chân chữ đứng trên dòng kẻ.
# Trường in được: bang.ten, chuc_vu_don_vi, thanh_tich_ghi, hinh_thuc, so_quyet_dinh, ngay_quyet_dinh, ngay, thang, nam,
# dia_danh, nguoi_quyet_dinh, quyen_han_ky, nguoi_ky, so_vao_so.
ten_phoi:
ap_dung_cho:
  -    # tên ngắn của hình thức trong kế hoạch, ví dụ Giấy khen quận
kho_giay:
  chieu_rong: 297
  chieu_cao: 210
# may_in_lech:    # đo chữ thập trên tờ căn chỉnh
#   sang_phai: 0
#   xuong_duoi: 0
o_in:
  - ten_o: Họ tên, tập thể
    loi_in: "{{ bang.ten }}"
    cach_trai:
    chan_dong_dau:
    be_rong:
    co_chu: 22
    kieu_chu: [đậm]
    canh_le: giữa
  - ten_o: Thành tích
    loi_in: "{{ bang.thanh_tich_ghi }}"
    cach_trai:
    chan_dong_dau:
    be_rong:
    so_dong: 3
    # cach_dong:    # từ dòng kẻ này đến dòng kẻ sau
    co_chu: 16
# so_luong_nhan:    # nhận = đã in + hỏng + còn; ghi đủ thì công cụ so
# so_luong_da_in:
# so_luong_con:
# phoi_hong:
#   - so_hieu_phoi:
#     ngay_hong:
#     ly_do:
"""


def _record(what: What, drive: "Drive") -> str:
    from thidua_cli.model.dossier import APPRAISAL, DECISION, DOSSIER
    from thidua_cli.model.meeting import MEETING
    from thidua_cli.source.scaffold import scaffold

    procedures = " · ".join(procedure.id for procedure in drive.plan.procedures)
    awards = "; ".join(f"{award.id}: {award.short_name}" for award in drive.plan.awards)
    record, head = {
        What.meeting: (MEETING, "Cuộc họp xét khen thưởng. Diễn biến bằng lời viết ở tệp .md cùng tên."),
        What.dossier: (DOSSIER, f"Hồ sơ trình. Thủ tục của kế hoạch: {procedures}."),
        What.appraisal: (APPRAISAL, "Thẩm định một hồ sơ: mỗi trường hợp một ý kiến."),
        What.decision: (DECISION, f"Quyết định khen thưởng, mỗi hình thức một tệp. Hình thức: {awards}."),
    }[what]
    cases: dict[str, str | list[str]] = {"truong_hop": ["- "]} if what in (What.dossier, What.decision) else {}
    if what is What.appraisal:
        cases = {
            "ket_qua_tham_dinh": ["- truong_hop:    # đơn-vị/người", "  ket_qua:    # đủ điều kiện, đề nghị bổ sung …"]
        }
    return f"# {head}\n{scaffold(record, cases)}"


def _duty(drive: "Drive", id_: str) -> str:
    """What a duty's file may hold, by its kind, with the plan's own words for it above."""
    from thidua_cli.cli.endings import unknown
    from thidua_cli.model.handed import HANDED_IN, OF_KINDS
    from thidua_cli.source.scaffold import scaffold
    from thidua_cli.viet.text import capital

    duty = drive.plan.duty(id_)
    if duty is None:
        raise unknown("việc", id_, [one.id for one in drive.plan.duties])
    wording = duty.deadline.wording if duty.deadline else "kế hoạch không quy định"
    others = frozenset(key for key, kinds in OF_KINDS.items() if duty.kind not in kinds)
    filled: dict[str, str | list[str]] = {key: "" for key, kinds in OF_KINDS.items() if duty.kind in kinds}
    head = f"# {capital(duty.name)} ({duty.kind}).\n# Hạn: {wording}. {duty.clause or ''}\n"
    needs = "; ".join((*duty.papers, *duty.contents))
    return head + (f"# Phải có: {needs}.\n" if needs else "") + scaffold(HANDED_IN, filled, others)


def _nomination(book: "Book", drive: "Drive", parts: list[str], kind: str) -> str:
    from thidua_cli.judge import covers
    from thidua_cli.model.nomination import NOMINATION
    from thidua_cli.source.scaffold import scaffold

    words = drive.plan.dictionary
    asked = [
        one
        for group in drive.criteria
        if covers(group, kind, "") or (group.applies_to and kind in group.applies_to.subject_kinds)
        for one in group.walk()
    ]
    filled: dict[str, str | list[str]] = {"doi_tuong": kind}
    if parts[0] in book.units:
        filled["don_vi"] = parts[0]
    exclusions = [one.exclusion for one in asked if one.exclusion]
    if exclusions:
        filled["dieu_kien_loai_tru"] = [
            f"{id_}:    # {drive.terms.attestations.name(id_)}: có hoặc không" for id_ in exclusions
        ]
    figures = [key for one in asked if one.share for key in (one.share.done, one.share.planned, *one.share.excluded)]
    if figures and words:
        filled["so_lieu"] = [
            "don_vi_tinh: đồng",
            "nam_ke_hoach:",
            "ngay_chot:",
            "loai_so: thực hiện",
            "nguon:",
            *(f"{key}:    # {words.figures[key].name}" for key in dict.fromkeys(figures) if key in words.figures),
        ]
    awards = " · ".join(award.short_name for award in drive.plan.awards if drive.plan.has_route(award))
    contents = "; ".join(f"{content.id}: {content.name}" for content in drive.plan.contents)
    fields = "; ".join(f"{route.field}: {route.name}" for route in drive.plan.routes)
    head = f"# Đề nghị khen thưởng.\n# Hình thức: {awards}.\n# Lĩnh vực: {fields}.\n# Nội dung thi đua: {contents}.\n"
    return head + scaffold(NOMINATION, filled, _NOT_FOR.get(kind, frozenset()))


_NOT_FOR = {
    "tập thể": frozenset(
        (
            "ho_ten",
            "gioi_tinh",
            "ngay_sinh",
            "nam_sinh",
            "chuc_vu",
            "nhom_nguoi",
            "dia_chi_ho",
            "so_dinh_danh",
            "vai_tro",
            "nhiem_vu",
        )
    ),
    "cá nhân": frozenset(("ten_tap_the", "dia_chi_ho")),
    "hộ gia đình": frozenset(("ten_tap_the", "gioi_tinh", "chuc_vu", "nhom_nguoi")),
}
