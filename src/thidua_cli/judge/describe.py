"""A criterion in words: what each entry of the vocabulary asks, for people who read it beside the clause."""

from collections.abc import Iterator

from thidua_cli.book import Drive
from thidua_cli.book.terms import Terms
from thidua_cli.judge.counts import LISTS
from thidua_cli.judge.figures import show_bound, show_quantity
from thidua_cli.model.criteria import Condition, Criterion, PaperNeed


def describe(one: Criterion, drive: Drive) -> Iterator[str]:
    """What the criterion's own words ask, one sentence each."""
    terms = drive.terms
    if one.only_when:
        yield f"chỉ áp dụng khi: {condition(one.only_when, terms)}"
    if one.attestation:
        yield f"phải có xác nhận: {terms.attestations.name(one.attestation)}"
    if one.exclusion:
        yield f"không được: {terms.attestations.name(one.exclusion)} (khai cho từng trường hợp)"
    if one.papers:
        yield f"phải có tài liệu: {_papers(one.papers, terms)}"
    if one.share:
        done, planned = (terms.figures.name(key) for key in (one.share.done, one.share.planned))
        least = (("từ {} trở lên", one.share.at_least), ("trên {}", one.share.more_than))
        asked = next((how.format(show_bound(share)) for how, share in least if share is not None), "?")
        yield f"{done} so với {planned}: {asked}"
        if one.share.at_most is not None:
            yield f"quá {show_bound(one.share.at_most)} thì phải kiểm tra lại số liệu"
        for key in one.share.excluded:
            yield f"không tính {terms.figures.name(key)} vào cả hai vế"
    if one.comparison:
        word = one.comparison
        bounds = (("từ", word.at_least), ("trên", word.more_than), ("bằng", word.exactly), ("không quá", word.at_most))
        yield f"{terms.figures.name(word.figure)}: " + ", ".join(
            f"{how} {show_quantity(bound)}" for how, bound in bounds if bound is not None
        )
    if one.earlier:
        yield f"{one.earlier.actual} trước {one.earlier.registered}"
    for key, values in (one.one_of or {}).items():
        yield f"{key}: {_either(values, drive)}"
    if one.counting:
        word_ = one.counting
        yield f"ít nhất {word_.at_least} {LISTS[word_.what][2]}, cùng lúc:"
        for key, values in (word_.one_of or {}).items():
            yield f"  {key}: {_either(values, drive)}"
        for key in word_.stated:
            yield f"  có ghi {key}"
        if word_.scope_from:
            yield f"  phạm vi áp dụng từ {word_.scope_from}"
        if word_.earlier:
            yield f"  {word_.earlier.actual} trước {word_.earlier.registered}"
        if word_.papers:
            yield f"  kèm tài liệu: {_papers(word_.papers, terms)}"
    if one.registered:
        yield f"đơn vị đã làm việc {one.registered} đúng hạn"
    if one.unit_result:
        yield f"phải xem xét kết quả {one.unit_result.criterion} của tập thể và ghi: {terms.attestations.name(one.unit_result.attestation)}"
    if one.other_text:
        yield f"theo văn bản khác: {one.other_text.text}; chỉ xong khi có xác nhận"
    if one.election:
        yield f"được cụm, khối của mình chọn là {one.election.subject}; có cuộc họp ghi ở meetings/, hoặc {terms.papers.name(one.election.paper)}"
    if one.all_of:
        yield "phải đạt tất cả:"
    if one.any_of:
        yield "phải đạt một trong:"


def _either(values: tuple[str, ...], drive: Drive) -> str:
    """The values that will do, those of the plan by their names."""
    named = {content.id: f"“{content.name}”" for content in drive.plan.contents}
    named |= {route.field: f"“{route.name}”" for route in drive.plan.routes if route.field}
    return " hoặc ".join(dict.fromkeys(named.get(value, value) for value in values))


def condition(one: Condition, terms: Terms) -> str:
    """A condition in words."""
    if one.fact:
        return f"“{terms.facts.name(one.fact)}”"
    joint = " và " if one.all_of else " hoặc "
    return joint.join(condition(child, terms) for child in (*one.all_of, *one.any_of))


def _papers(needs: tuple[PaperNeed, ...], terms: Terms) -> str:
    names = []
    for need in needs:
        name = terms.papers.name(need.kind)
        level = f" (cấp ban hành từ {need.level_from})" if need.level_from else ""
        issuer = f", của {need.issued_by}" if need.issued_by else ""
        answers = f", trả lời {terms.papers.name(need.answers)}" if need.answers else ""
        own = ", của chính đơn vị hay cấp trên, làm cho đợt này" if need.own else ""
        awards = f" (khi đề nghị {', '.join(map(terms.awards.name, need.awards))})" if need.awards else ""
        names.append(name + level + issuer + answers + own + awards)
    return "; ".join(names)
