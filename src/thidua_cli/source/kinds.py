"""The kinds of single values a record may hold, each reading the text a clerk typed.

A kind returns the typed value, or ``None`` after reporting why it could not; it never raises.
"""

import re
from collections.abc import Callable
from datetime import time
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, ClassVar, NamedTuple, Protocol

from thidua_cli.diagnostic import Route
from thidua_cli.source import codes
from thidua_cli.source.nodes import Plain
from thidua_cli.source.reading import Reading
from thidua_cli.viet.dates import parse_date, parse_time, parse_year
from thidua_cli.viet.numbers import NumberFault, parse_amount, parse_decimal, parse_ratio
from thidua_cli.viet.text import fold, nearest, nfc


class Kind(Protocol):
    """How a value is read. ``label`` says in Vietnamese what is expected."""

    label: str

    def read(self, value: Any, reading: Reading, /) -> Any:
        """What a plain value means; it is not ``None``."""


class _Scalar:
    """A kind that takes one run of text and nothing else."""

    label = "một dòng chữ"
    meaning: Callable[[str], Any]
    """What a text means; ``None`` when nothing, which ``refuse`` then reports. Asked by whoever reads many values
    before ``read``, which needs to know where it stands."""

    def read(self, value: Plain, reading: Reading) -> Any:
        if type(value) is str:
            meant = self.meaning(value)
            if meant is None:
                self.refuse(value, reading)
            return meant
        shape = "danh sách" if type(value) is list else "nhóm khóa"
        reading.report(
            codes.SAI_DANG,
            f"cần {self.label}, không phải {shape}",
            on_key=True,
            remedy="viết giá trị cùng dòng với khóa; câu dài viết sau >-",
        )
        return None

    def refuse(self, text: str, reading: Reading) -> None:
        """Say why a text means nothing here."""
        raise NotImplementedError


def meaning_of(kind: Kind) -> Callable[[str], Any] | None:
    """What a text means to a kind that takes one; ``None`` for a kind of list or group."""
    return kind.meaning if isinstance(kind, _Scalar) else None


class Text(_Scalar):
    """Words as people write them, normalised to NFC and trimmed."""

    @staticmethod
    def meaning(text: str) -> str | None:
        return nfc(text.strip())


class PaperNumber(Text):
    """The number and letters of a paper; before a number is given, as in …/TTr-UBND, a blank to be filled."""

    @staticmethod
    def meaning(text: str) -> str | None:
        return nfc(text.strip()) if text[:1].isdigit() or any(map(str.isdigit, text)) else None

    def refuse(self, text: str, reading: Reading) -> None:
        """Nothing is wrong with a blank; whoever needs the number says so."""


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@lru_cache(maxsize=4096)
def _as_id(text: str) -> str | None:
    return text if _ID.match(text) else None


class Id(_Scalar):
    """A kebab-case id."""

    label = "mã viết thường, không dấu, nối bằng gạch"
    meaning = staticmethod(_as_id)

    def refuse(self, text: str, reading: Reading) -> None:
        reading.report(
            codes.MA_SAI, f"mã “{text}” phải viết thường, không dấu, nối bằng gạch", remedy="ví dụ: phong-noi-vu"
        )


class Date(_Scalar):
    """A calendar day, ISO or dd/mm/yyyy."""

    label = "ngày, viết 05/3/2024 hoặc 2024-03-05"
    meaning = staticmethod(parse_date)

    def refuse(self, text: str, reading: Reading) -> None:
        reading.report(
            codes.NGAY_SAI,
            f"“{text}”: năm chỉ có hai chữ số"
            if re.fullmatch(_YEAR_OF_TWO, text.strip())
            else f"“{text}” không phải một ngày trên lịch",
            remedy="viết ngày/tháng/năm đủ bốn số năm, ví dụ 05/3/2024",
        )


class Time(_Scalar):
    """A time of day."""

    label = "giờ, viết 14:00"

    @staticmethod
    def meaning(text: str) -> time | None:
        parts = parse_time(text)
        return time(*parts) if parts else None

    def refuse(self, text: str, reading: Reading) -> None:
        reading.report(codes.NGAY_SAI, f"“{text}” không phải giờ", remedy="viết giờ:phút, ví dụ 14:00")


_YEAR_OF_TWO = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}"
_SO_MANY_OF = r"(\d+)\s*/\s*\d+"
_PROBLEMS = {
    NumberFault.COMMA: (
        "số tiền đồng không có phần lẻ sau dấu phẩy",
        "bỏ dấu phẩy; ngăn nhóm bằng dấu chấm: 4.200.000.000",
    ),
    NumberFault.AMBIGUOUS: ("dấu chấm theo sau đúng ba chữ số đọc được hai nghĩa", "phần lẻ viết sau dấu phẩy: 95,5"),
    NumberFault.NO_PERCENT: ("tỷ lệ thiếu dấu %", "viết có dấu % như 86%, hoặc phân số như 2/3"),
    NumberFault.NEGATIVE: ("số âm không dùng ở đây", "kiểm tra lại số liệu"),
    NumberFault.NOT_NUMBER: ("không phải số", "chỉ viết chữ số, ví dụ 4.200.000.000"),
}


def report_number(problem: NumberFault, text: str, reading: Reading, route: Route | None = None) -> None:
    """Say what is wrong with a number, in one place for all kinds of number."""
    message, remedy = _PROBLEMS[problem]
    if (of_all := re.fullmatch(_SO_MANY_OF, text.strip())) is not None:
        remedy = f"chỉ ghi một số, ví dụ {of_all[1]}"
    reading.report(codes.SO_SAI, f"“{text}”: {message}", remedy=remedy, route=route)


class _Number(_Scalar):
    def parse(self, text: str) -> Any:
        raise NotImplementedError

    def meaning(self, text: str) -> Any:
        value = self.parse(text)
        return None if isinstance(value, NumberFault) else value

    def refuse(self, text: str, reading: Reading) -> None:
        report_number(self.parse(text), text, reading)


class Amount(_Number):
    """A whole number of đồng or of things."""

    label = "một số nguyên"

    def parse(self, text: str) -> int | NumberFault:
        return parse_amount(text)


class Year(_Scalar):
    """A year; one of more or fewer than four digits is a slip of the finger that no day can be made of."""

    label = "một năm"
    meaning = staticmethod(parse_year)

    def refuse(self, text: str, reading: Reading) -> None:
        reading.report(codes.NGAY_SAI, f"“{text}” không phải một năm", remedy="viết đủ bốn chữ số, ví dụ 2024")


class Decimal(_Number):
    """An exact number that may have a decimal comma."""

    label = "một số"

    def parse(self, text: str) -> Fraction | NumberFault:
        return parse_decimal(text)


class Ratio(_Number):
    """A share: 95%, 95,5%, 2/3."""

    label = "một tỷ lệ, ví dụ 95% hoặc 2/3"

    def parse(self, text: str) -> Fraction | NumberFault:
        return parse_ratio(text)


class Least(NamedTuple):
    """The share that is enough; ``beyond``: it has to be exceeded."""

    share: Fraction
    beyond: bool

    def met_by(self, part: int, whole: int) -> bool:
        """Whether so many of so many are enough."""
        needed = self.share * whole
        return part > needed or (part == needed and not self.beyond)


_HALF = frozenset((fold("quá bán"), fold("quá nửa")))
_ABOVE = tuple(fold(f"{word} ") for word in ("trên", "quá", "hơn"))


class LeastShare(_Number):
    """A share that is enough, or in words one that is not: 2/3, trên 1/2, quá bán."""

    label = "một tỷ lệ, ví dụ 2/3, trên 1/2 hoặc quá bán"

    def parse(self, text: str) -> Least | NumberFault:
        said = fold(text)
        if said in _HALF:
            said, text = _ABOVE[0], "trên 1/2"
        beyond = f"{said} ".startswith(_ABOVE)
        share = parse_ratio(text.strip().partition(" ")[2] if beyond else text)
        return share if isinstance(share, NumberFault) else Least(share, beyond)


class Threshold(_Number):
    """A target: a percentage becomes a share, a plain number stays."""

    label = "một số hoặc tỷ lệ"

    def parse(self, text: str) -> Fraction | NumberFault:
        return parse_ratio(text) if "%" in text else parse_decimal(text)


class Quantity(NamedTuple):
    """A number and how it was typed: a share (96,5%) or a plain amount, with how many decimals."""

    value: Fraction
    is_share: bool
    places: int


class Measure(Threshold):
    """A figure that remembers its percent sign, because 96,5% and 96,5 are not one number."""

    def __init__(self, *, percent: bool = False) -> None:
        self.percent = percent
        if percent:
            self.label = "một tỷ lệ phần trăm, ví dụ 96,50%"

    def parse(self, text: str) -> Quantity | NumberFault:  # type: ignore[override]
        share = self.percent or "%" in text
        number = text.strip().removesuffix("%").strip()
        value = parse_decimal(number)
        if isinstance(value, NumberFault):
            return value
        # What could be read has one decimal sign at most: a comma, or a point that groups nothing.
        sign = "," if "," in number else "."
        places = len(number.partition(sign)[2]) if number.count(sign) == 1 else 0
        return Quantity(value / 100 if share else value, share, places)


class YesNo(_Scalar):
    """``có`` or ``không``."""

    label = "có hoặc không"
    _WORDS: ClassVar = {"có": True, "không": False, "co": True, "khong": False}

    def meaning(self, text: str) -> bool | None:
        return self._WORDS.get(fold(text))

    def refuse(self, text: str, reading: Reading) -> None:
        reading.report(codes.NGOAI_DANH_SACH, f"“{text}”: cần viết có hoặc không", remedy="viết: có, hoặc: không")


class Choice(_Scalar):
    """One of a closed list, compared without regard to case, Unicode form and tone placement."""

    def __init__(self, *values: str) -> None:
        self.values = values
        self.label = "một trong: " + " · ".join(values)

    @cached_property
    def _by_fold(self) -> dict[str, str]:
        """Made when somebody first writes a value otherwise than we do."""
        return {fold(value): value for value in self.values}

    def meaning(self, text: str) -> str | None:
        return text if text in self.values else self._by_fold.get(fold(text))

    def refuse(self, text: str, reading: Reading) -> None:
        remedy = nearest(text, self.values, f"chọn {self.label}")
        reading.report(codes.NGOAI_DANH_SACH, f"“{text}” không thuộc danh sách", remedy=remedy)


class FilePath(_Scalar):
    """A path inside the office's repository, with ``/`` whatever was typed."""

    label = "đường dẫn tệp"

    @staticmethod
    def meaning(text: str) -> str | None:
        path = _with_slashes(text)
        steps = f"/{path}/"
        return None if ":" in path or "/../" in steps or "//" in steps else path

    def refuse(self, text: str, reading: Reading) -> None:
        reading.report(
            codes.DUONG_DAN_SAI,
            f"đường dẫn “{_with_slashes(text)}” ra ngoài thư mục của văn phòng",
            remedy="chép tệp vào evidence/<đơn vị>/ rồi ghi đường dẫn từ thư mục của đợt",
        )


def _with_slashes(text: str) -> str:
    return nfc(text.strip()).replace("\\", "/")


class ListOf:
    """A list; a single scalar stands for a list of one. ``absent`` is its value without the key."""

    def __init__(self, kind: Kind, absent: tuple[Any, ...] | None = ()) -> None:
        self.kind = kind
        self.absent = absent
        self.label = f"danh sách, mỗi dòng {kind.label}"
        self._choice = kind if isinstance(kind, Choice) else None
        self._meaning = meaning_of(kind)

    def read(self, value: Plain, reading: Reading) -> tuple[Any, ...]:
        if type(value) is not list:
            if type(value) is dict or not isinstance(self.kind, _Scalar):
                reading.report(
                    codes.SAI_DANG,
                    "cần một danh sách",
                    on_key=True,
                    remedy="mỗi phần tử bắt đầu bằng dấu gạch và một dấu cách",
                )
                return ()
            one = self.kind.read(value, reading)
            return () if one is None else (one,)
        items: list[Any] = value
        if self._choice is not None and len(items) > 1:
            items = self._mended(items, self._choice, reading)
        values = []
        meaning = self._meaning
        for index, item in enumerate(items):
            if item is None:
                continue
            one = meaning(item) if meaning is not None and type(item) is str else None
            if one is None:
                reading.route.append(index)
                one = self.kind.read(item, reading)
                reading.route.pop()
            if one is not None:
                values.append(one)
        return tuple(values)

    def _mended(self, items: list[Any], choice: Choice, reading: Reading) -> list[Any]:
        """The items, with ``[công chức, viên chức]`` as the one value it was meant to be: a comma inside brackets
        cut it in two. One mistake, one message; what was the second half is ``None``."""
        mended = list(items)
        for index, (head, tail) in enumerate(pairwise(items)):
            if type(mended[index]) is not str or type(tail) is not str or choice.meaning(head) is not None:
                continue
            whole = f"{head}, {tail}"
            if choice.meaning(whole) is not None:
                reading.route.append(index)
                self._report_cut(whole, reading)
                reading.route.pop()
                mended[index : index + 2] = whole, None
        return mended

    def _report_cut(self, whole: str, reading: Reading) -> None:
        reading.report(
            codes.NGOAI_DANH_SACH,
            f"dấu phẩy trong ngoặc cắt “{whole}” làm hai giá trị",
            remedy=f"bỏ ngoặc vuông, xuống dòng viết: - {whole}",
        )


class MapOf:
    """Keys of the writer's own choosing, all with values of one kind."""

    def __init__(self, kind: Kind, *, nullable: bool = False) -> None:
        self.kind = kind
        self.nullable = nullable
        self.label = "nhóm khóa"
        self._meaning = meaning_of(kind)

    def read(self, value: Plain, reading: Reading) -> dict[str, Any] | None:
        if type(value) is not dict:
            reading.report(
                codes.SAI_DANG,
                "cần một nhóm khóa, mỗi khóa một dòng",
                on_key=True,
                remedy="xuống dòng, thụt vào hai dấu cách, viết khóa: giá trị",
            )
            return None
        values: dict[str, Any] = {}
        meaning = self._meaning
        for key, item in value.items():
            if item is None:
                if self.nullable:
                    values[nfc(key)] = None
                continue
            one = meaning(item) if meaning is not None and type(item) is str else None
            if one is None:
                reading.route.append(key)
                one = self.kind.read(item, reading)
                reading.route.pop()
            if one is not None:
                values[nfc(key)] = one
        return values


class OneOf:
    """A value of either of two shapes: text of one kind, or a group of keys."""

    def __init__(self, scalar: Kind, group: Kind) -> None:
        self.scalar, self.group = scalar, group
        self.label = f"{scalar.label}, hoặc {group.label}"

    def read(self, value: Plain, reading: Reading) -> Any:
        return (self.group if type(value) is dict else self.scalar).read(value, reading)


class Deferred:
    """A kind that is defined in terms of itself."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.kind: Kind | None = None

    def read(self, value: Plain, reading: Reading) -> Any:
        assert self.kind is not None
        return self.kind.read(value, reading)


TEXT = Text()
NUMBER = PaperNumber()
ID = Id()
DATE = Date()
TIME = Time()
AMOUNT = Amount()
YEAR = Year()
DECIMAL = Decimal()
RATIO = Ratio()
LEAST_SHARE = LeastShare()
THRESHOLD = Threshold()
MEASURE = Measure()
PERCENT = Measure(percent=True)
YES_NO = YesNo()
FILE = FilePath()
TEXTS = ListOf(TEXT)
IDS = ListOf(ID)
