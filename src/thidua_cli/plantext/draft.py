"""A draft of campaign.yaml from a plan's text: every value with its line, every doubt marked, the rest open.

Knows the record of a campaign and which of its keys a text can fill; nothing here knows any one plan.
"""

from collections.abc import Callable
from typing import NamedTuple

from thidua_cli.model.campaign import CAMPAIGN
from thidua_cli.plantext.citations import Citation, Ground, citations_of
from thidua_cli.plantext.head import Head, head_of, signer_tree
from thidua_cli.plantext.outline import BODY, CLOSE, PREAMBLE, Item, Outline, outline_of
from thidua_cli.plantext.passages import Source
from thidua_cli.plantext.patterns import SECTIONS
from thidua_cli.plantext.provisions import Provisions, provisions_of
from thidua_cli.plantext.written import Drawn, Tree, excerpt, lines_under, value_text
from thidua_cli.source.codes import TO_REVIEW as REVIEW
from thidua_cli.source.scaffold import scaffold
from thidua_cli.viet.text import capital, fold, visible

_NOT_READ = f"{REVIEW}: bản nháp chưa đọc mục này; null là kế hoạch không quy định"


class Draft(NamedTuple):
    """The text of campaign.yaml, and how many places of it are to be looked at."""

    text: str
    to_review: int


def draft_of(source: Source, name: str) -> Draft:
    """The draft of a plan; ``name`` is what the text's file is called."""
    outline = outline_of(source.passages)
    head = head_of(outline)
    texts, grounds, empty = citations_of(outline.part(PREAMBLE, BODY, CLOSE))
    said = provisions_of(outline, numbered=source.numbered)
    filled: dict[str, str | list[str]] = {}
    remarks: dict[str, list[str]] = {}

    def single(key: str, drawn: Drawn) -> None:
        if drawn.value:
            filled[key] = value_text(drawn.value)
        remarks[key] = drawn.remarks

    def below(key: str, tree: Tree, *doubts: str) -> None:
        if tree:
            filled[key] = lines_under(tree)
        remarks[key] = [f"{REVIEW}: {visible(one)}" for one in doubts] + ([] if tree else _where_to_read(key, outline))

    for field in CAMPAIGN.fields:
        remarks[field.key] = [_NOT_READ, *_where_to_read(field.key, outline)]
    _head_keys(head, single)
    below("nguoi_ky", signer_tree(head) if head.capacity or head.signer.value else None, *_lost(head))
    below("van_ban", {key: _text_tree(one) for key, one in texts.items()})
    below("can_cu_phap_ly", [_ground_tree(one) for one in grounds], *_bases_doubts(grounds, empty))
    _provision_keys(said, below)
    below("noi_nhan", list(head.copies), *(() if head.copies else ("không thấy Nơi nhận",)))
    below("ghi_chu_so_hoa", _scan_notes(outline), "đối chiếu với bản gốc")
    for key in _FOR_LATER:
        remarks[key] = [f"{REVIEW}: {_FOR_LATER[key]}"]
    text = _top(source, name, said) + scaffold(CAMPAIGN, filled, remarks=remarks)
    return Draft(text, text.count(f"# {REVIEW}:"))


_FOR_LATER = {
    "loai_hinh_khen_thuong": "chọn một loại hình theo Luật; kế hoạch thường không ghi",
    "thanh_tich_ghi": "câu ghi trên quyết định; kế hoạch thường không ghi",
    "khau_hieu": "chép khẩu hiệu, chủ đề trong ngoặc kép nếu có",
    "chu_de_nam": "chép chủ đề năm nếu có",
    "du_lieu": "lập cùng criteria.yaml: sự thật, số liệu, điểm xác nhận mà tiêu chuẩn cần",
}


def _head_keys(head: Head, single: Callable[[str, Drawn], None]) -> None:
    single("so_ky_hieu", head.number)
    single("ngay_ban_hanh", head.day)
    single("co_quan_ban_hanh", head.issuer)
    single("loai_van_ban", head.kind)
    single("dia_danh", head.place)
    single("trich_yeu_goc", head.title)
    title = head.title.value
    copied = "chép từ trích yếu như in; sửa lỗi in nếu có" if title else "ghi trích yếu"
    single("trich_yeu", Drawn(title, doubts=(copied,)))
    citation = head.citation
    single("cum_vien_dan", citation if citation.value else Drawn(None, doubts=("còn thiếu phần để ghép",)))
    named = Drawn(capital(title), doubts=("chép từ trích yếu; rút gọn thành tên đợt",)) if title else None
    single("ten_dot", named or Drawn(None, doubts=("đặt tên đợt",)))
    single("ten_goi_tat", head.short_name)


def _lost(head: Head) -> tuple[str, ...]:
    return () if head.capacity or head.signer.value else head.signer.doubts


def _provision_keys(said: Provisions, below: Callable[..., None]) -> None:
    below("vai_tro_don_vi", dict(said.roles), "chỉ có các nơi nhận hồ sơ, báo cáo mà bản nháp đọc được")
    below("thoi_gian", said.period, *said.period_doubts)
    below("hinh_thuc", said.awards, *said.award_doubts)
    below("han_nop_ho_so", said.deadline, *said.deadline_doubts)
    below("viec_phai_lam", said.duties, "chỉ có việc gắn với một ngày hay “kết thúc đợt”; việc khác ghi thêm")
    below("kinh_phi", said.money, *(() if said.money else ("không thấy đề mục kinh phí",)))


def _where_to_read(key: str, outline: Outline) -> list[str]:
    words = dict(SECTIONS).get(key, ())
    heads = [
        item
        for item in outline.part(BODY)
        if item.is_heading and any(fold(word) in fold(item.text.split(":")[0][:120]) for word in words)
    ]
    return [f"{item.passage.where}: {item.clause}, {excerpt(item.text, '')}" for item in heads[:4]]


def _text_tree(one: Citation) -> dict[str, Tree]:
    passage = one.item.passage
    missing = {
        "so_ky_hieu": "câu viện dẫn không ghi số",
        "ngay_ban_hanh": "câu viện dẫn không ghi ngày đọc được",
        "co_quan_ban_hanh": "câu viện dẫn không ghi cơ quan",
    }
    tree: dict[str, Tree] = {"loai_van_ban": Drawn(one.kind, passage, one.words)}
    for key, value in (("so_ky_hieu", one.number), ("ngay_ban_hanh", one.day), ("co_quan_ban_hanh", one.issuer)):
        tree[key] = Drawn(value, doubts=one.doubts_of(key) or (() if value else (missing[key],)))
    if one.title:
        tree["trich_yeu"] = Drawn(one.title, doubts=("chép như in; sửa lỗi in nếu có",))
    tree["dieu_khoan"] = one.item.clause or None
    return tree


def _ground_tree(one: Ground) -> dict[str, Tree]:
    return {"van_ban": Drawn(one.citation.id, one.citation.item.passage, one.citation.words), "dong_tu": one.verb}


def _bases_doubts(grounds: list[Ground], empty: list[Item]) -> list[str]:
    found = [f"{item.passage.where} mở đầu như căn cứ mà không viện dẫn văn bản nào có số" for item in empty]
    return found if grounds or found else ["không thấy đoạn Căn cứ, Thực hiện nào"]


def _scan_notes(outline: Outline) -> list[Tree]:
    notes: list[Tree] = [
        {"vi_tri": Drawn(one.where, one.passage, ""), "danh_so": one.slip, "ghi_chu": one.said}
        for one in outline.breaks
    ]
    for item in outline.items:
        for doubt in item.passage.doubts:
            where = item.clause or item.passage.where
            place = Drawn(where, item.passage._replace(doubts=()), doubt)
            notes.append({"vi_tri": place, "doc_la": doubt, "ghi_chu": "đọc chưa chắc"})
    return notes


def _top(source: Source, name: str, said: Provisions) -> str:
    lines = [
        f"Bản nháp đọc từ “{visible(name)}”. Mỗi giá trị ghi dòng nguồn; chỗ đoán hoặc thiếu có chữ {REVIEW}.",
        f"Soát từng {REVIEW} rồi xóa dòng ấy; mục để trống hoặc null là bản nháp không đọc được, chưa phải kế hoạch không nói.",
        *source.remarks,
    ]
    if said.unread:
        places = "; ".join(f"{item.passage.where} ({item.clause or 'ngoài mục'})" for item in said.unread[:12])
        lines.append(f"{REVIEW}: có ngày hoặc kỳ hạn mà bản nháp không ghi được ở: {places}.")
    return "".join(f"# {line}\n" for line in lines) + "\n"
