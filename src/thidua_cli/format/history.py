"""What someone has received, as lines for people."""

from collections.abc import Iterator

from thidua_cli.format.lines import Line
from thidua_cli.judge.history import Holder
from thidua_cli.viet.dates import format_short
from thidua_cli.viet.text import visible


def lines(holders: list[Holder]) -> Iterator[Line]:
    """One block for each person or collective of that name."""
    for holder in holders:
        about = ", ".join(part for part in (f"sinh {holder.born}" if holder.born else "", holder.unit) if part)
        yield [(visible(holder.name), "bold"), (f" · {visible(about)}" if about else "", "")]
        for one in holder.received:
            day = format_short(one.decided_on) if one.decided_on else "chưa ghi ngày"
            number = f"Quyết định số {visible(one.number)}, " if one.number else ""
            if one.drafted:
                number, day = "", f"quyết định chưa ghi ngày ban hành ({visible(one.file.rpartition('/')[2])})"
            note = " · tự khai, chưa có quyết định trong thư mục" if one.declared else ""
            note += " · đã hủy hoặc thay thế" if one.cancelled else ""
            campaign = f" · {visible(one.campaign)}" if one.campaign else ""
            yield [(f"  {visible(one.award)}", ""), (f" · {number}{day}{campaign}{note}", "dim")]
    if len(holders) > 1:
        yield [("Cùng tên mà khác năm sinh, đơn vị thì là những người khác nhau cho đến khi có số định danh.", "dim")]
