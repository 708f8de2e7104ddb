"""What the draft of a plan still asks somebody to look at; knows nothing of plans but the comments of their files."""

from collections.abc import Iterator

from thidua_cli.book import codes
from thidua_cli.diagnostic import Diagnostic, Place
from thidua_cli.source.codes import TO_REVIEW
from thidua_cli.source.comments import comments_of


def to_review(text: str, file: str) -> Iterator[Diagnostic]:
    """What the draft of a plan left to look at, as long as its comments stand."""
    for comment in comments_of(text):
        if comment.text.startswith(TO_REVIEW):
            yield Diagnostic(
                codes.CON_CAN_XEM,
                f"còn ghi {comment.text}",
                file,
                place=Place(comment.line, comment.column, comment.column + 1 + len(comment.text)),
                record=str(comment.line),
                remedy=f"soát với văn bản kế hoạch, sửa hoặc điền ở dòng {comment.about}, rồi xóa chú thích này",
            )
