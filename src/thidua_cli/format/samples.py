"""The commented records an office starts from, filled with what its plan and its units already say.

What a key is and whether it must be there comes from the record's own table (``source.scaffold``).
"""

from thidua_cli.book import Book, Drive
from thidua_cli.judge import covers
from thidua_cli.model.campaign import CAMPAIGN
from thidua_cli.model.dossier import APPRAISAL, DECISION, DOSSIER
from thidua_cli.model.duty import DutyKind
from thidua_cli.model.handed import HANDED_IN, OF_KINDS
from thidua_cli.model.meeting import MEETING
from thidua_cli.model.nomination import NOMINATION, OF_SUBJECTS
from thidua_cli.source import Record
from thidua_cli.source.scaffold import scaffold
from thidua_cli.viet.text import capital

Filled = dict[str, str | list[str]]


def campaign() -> str:
    """A plan of the office's own."""
    return "# Kế hoạch của chính văn phòng: mọi khóa đều có; null là kế hoạch không quy định.\n" + scaffold(
        CAMPAIGN, {}
    )


def record_of(kind: str, drive: Drive) -> str:
    """A meeting, a dossier, an appraisal or a decision, with the plan's own procedures and awards above."""
    procedures = " · ".join(procedure.id for procedure in drive.plan.procedures)
    awards = "; ".join(f"{award.id}: {award.short_name}" for award in drive.plan.awards)
    opinions = ["- truong_hop:    # đơn-vị/người", "  ket_qua:    # đủ điều kiện, đề nghị bổ sung …"]
    samples: dict[str, tuple[Record, str, Filled]] = {
        "meeting": (MEETING, "Cuộc họp xét khen thưởng. Diễn biến bằng lời viết ở tệp .md cùng tên.", {}),
        "dossier": (DOSSIER, f"Hồ sơ trình. Thủ tục của kế hoạch: {procedures}.", {"truong_hop": ["- "]}),
        "appraisal": (
            APPRAISAL,
            "Thẩm định một hồ sơ: mỗi trường hợp một ý kiến.",
            {"ket_qua_tham_dinh": opinions},
        ),
        "decision": (
            DECISION,
            f"Quyết định khen thưởng, mỗi hình thức một tệp. Hình thức: {awards}.",
            {"truong_hop": ["- "]},
        ),
    }
    record, head, filled = samples[kind]
    return f"# {head}\n{scaffold(record, filled)}"


def duty(asked: DutyKind) -> str:
    """What the file of a duty may hold, by its kind, with the plan's own words for it above."""
    wording = asked.deadline.wording if asked.deadline else "kế hoạch không quy định"
    others = frozenset(key for key, kinds in OF_KINDS.items() if asked.kind not in kinds)
    filled: Filled = {key: "" for key, kinds in OF_KINDS.items() if asked.kind in kinds}
    head = f"# {capital(asked.name)} ({asked.kind}).\n# Hạn: {wording}. {asked.clause or ''}\n"
    needs = "; ".join((*asked.papers, *asked.contents))
    return head + (f"# Phải có: {needs}.\n" if needs else "") + scaffold(HANDED_IN, filled, others)


def nomination(book: Book, drive: Drive, unit: str, kind: str) -> str:
    """A nomination of a unit, with the exclusions and figures the criteria for its kind ask about."""
    words = drive.plan.dictionary
    asked = [
        one
        for group in drive.criteria
        if covers(group, kind, "") or (group.applies_to and kind in group.applies_to.subject_kinds)
        for one in group.walk()
    ]
    filled: Filled = {"doi_tuong": kind}
    if unit in book.units:
        filled["don_vi"] = unit
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
    others = frozenset(key for key, kinds in OF_SUBJECTS.items() if kind not in kinds)
    return head + scaffold(NOMINATION, filled, others)
