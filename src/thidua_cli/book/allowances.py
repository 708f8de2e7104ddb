"""What the comments of a record allow: ``# chấp nhận TD407: lý do``. Knows no rule: whether there is anything to
allow is for the rules to say."""

import re
from typing import NamedTuple

from thidua_cli.diagnostic import Place
from thidua_cli.viet.text import nfc, strip_marks

# Without marks, because "TD" is easily typed "TĐ" and a comment in another Unicode form means the same.
_SAYS = r"chap nhan\s+(td\s?\d+(?:\s*(?:,|;|va)\s*td\s?\d+)*)\s*[:.,–-]?\s*"
_MAY_SAY = r"#.*ch\S{1,3}p\s+nh\S{1,3}n\s+t\S\s?\d"
"""Finding comments costs a second look at the whole file, and nearly no file has such a one. Any letter may follow
the t: a set of letters beyond Latin-1 takes long to compile."""


class Allowance(NamedTuple):
    """A comment that lets a finding stand: which codes, why, where it is written and on which line it speaks."""

    file: str
    place: Place
    about: int
    codes: tuple[str, ...]
    reason: str


def allowances_in(text: str, file: str) -> list[Allowance]:
    """The allowances of a record, whether or not they are well made."""
    if "#" not in text or file.startswith("thidua:") or not re.search(_MAY_SAY, text.lower()):
        return []
    from thidua_cli.source.comments import comments_of

    found = []
    for comment in comments_of(text):
        said = nfc(comment.text)
        head = re.match(_SAYS, strip_marks(said).lower())
        if head is not None:
            asked = tuple("TD" + number for number in re.findall(r"\d+", head[1]))
            place = Place(comment.line, comment.column, comment.column + 1 + len(comment.text))
            reason = re.split(r"(?:^|\s)#", said[head.end() :])[0].strip()  # a second # begins another remark
            found.append(Allowance(file, place, comment.about, asked, reason))
    return found
