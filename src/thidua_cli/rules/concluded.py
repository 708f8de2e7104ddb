"""Lints on what councils concluded on the cases of a dossier: agreed at all, and to the award the dossier asks for."""

from collections.abc import Iterator

from thidua_cli.diagnostic import Diagnostic, Mark, Route, Severity
from thidua_cli.judge.case import Case
from thidua_cli.judge.concluded import Concluded, latest
from thidua_cli.judge.grounds import outsider, refusal
from thidua_cli.model.dossier import Dossier, Stage
from thidua_cli.model.meeting import Meeting, Vote
from thidua_cli.model.nomination import Nomination
from thidua_cli.rules import codes, codes_council
from thidua_cli.rules.look import Look


def considered(look: Look) -> Iterator[Diagnostic]:
    """Mọi trường hợp của hồ sơ đã được cuộc họp làm căn cứ thống nhất đề nghị."""
    for dossier, index, case in look.listed():
        meetings = look.drive.meetings_of(dossier)
        if (otherwise := _concluded_otherwise(look, dossier, case)) is not None:
            yield _of_another_award(look, dossier, index, case, otherwise)
            continue
        of = Case.of(case, look.drive, look.book)
        refusals = [refusal(meeting, of) for meeting in meetings]
        outside = [outsider(meeting, of) for meeting, why in zip(meetings, refusals, strict=True) if not why]
        if not meetings or not all(outside):
            continue
        votes = [(meeting, vote[1]) for meeting in meetings if (vote := look.drive.vote_on(meeting, case.id))]
        if any(_said_there(look, meeting, vote, case) for meeting, vote in votes):
            continue
        said = outside or [
            why for meeting, why in zip(meetings, refusals, strict=True) if look.drive.vote_on(meeting, case.id)
        ]
        yield Diagnostic(
            codes.CHUA_HOP_XET,
            f"{look.label(case)}: cuộc họp làm căn cứ {said[0] if said else 'chưa biểu quyết trường hợp này'}",
            dossier.file,
            ("truong_hop", index),
            record=dossier.id,
            due="" if votes else look.due(dossier, Stage.SUBMITTED),
            severity_override=Severity.REVIEW if outside else None,
            remedy="ghi cuộc họp của đơn vị trình hay của Hội đồng có thẩm quyền xét"
            if outside
            else "bỏ khỏi hồ sơ, hoặc ghi kết quả biểu quyết ở cuộc họp",
        )


def _said_there(look: Look, meeting: Meeting, vote: Vote, case: Nomination) -> bool:
    """Whether what is wrong with a vote is said at the meeting."""
    strange = vote.award is not None and look.drive.plan.award(vote.award) is None
    unread = vote.conclusion is None or vote.in_favour is None
    return strange or unread or vote.names_no_award or meeting.contradicts(vote, case.id)


def _concluded_otherwise(look: Look, dossier: Dossier, case: Nomination) -> Concluded | None:
    """The last vote of the dossier's own council, where it went for another award than the one proposed.

    What the office's own council concludes on the office's own dossier is a ground only where the dossier says so.
    """
    drive, book = look.drive, look.book
    votes = drive.votes_on.get(case.id, ())
    if all(drive.meetings[id_].votes[at].award in (None, case.award) for id_, at in votes):
        return None
    voted = [Concluded(drive.meetings[id_], drive.meetings[id_].votes[at]) for id_, at in votes]
    unit = dossier.unit if book.office is None or dossier.unit != book.office.unit else None
    own = [one for one in voted if one.meeting.id in dossier.meetings or book.meeting_unit(one.meeting) == unit]
    last = latest(own)
    if last is None or not last.agreed or last.award(case) == case.award or drive.plan.award(last.award(case)) is None:
        return None
    # Of two meetings of one day without their hours nobody can say which had the last word.
    doubted = (one for one in own if one.award(case) == case.award and one.meeting.follows(last.meeting) is None)
    return None if any(doubted) else last


def _of_another_award(look: Look, dossier: Dossier, index: int, case: Nomination, last: Concluded) -> Diagnostic:
    at = look.drive.vote_on(last.meeting, case.id)
    route: Route = ("bieu_quyet", at[0], "hinh_thuc_ket_luan") if at else ("bieu_quyet",)
    concluded = look.drive.plan.award_name(last.award(case))
    return Diagnostic(
        codes_council.KHAC_KET_LUAN,
        f"{look.label(case)}: cuộc họp {last.meeting.id} kết luận {concluded}, hồ sơ đề nghị {look.award(case)}",
        dossier.file,
        ("truong_hop", index),
        record=f"{dossier.id}/{case.id}",
        remedy="sửa hinh_thuc_de_nghi của đề nghị theo kết luận, hoặc sửa hinh_thuc_ket_luan theo biên bản",
        severity_override=Severity.ERROR,
        related=(Mark(last.meeting.file, route, "kết luận của Hội đồng"),),
    )


RULES = (considered,)
