"""Every code has a place in the gallery, and the gallery shows what users see today."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "tools"))

from make_gallery import GALLERY, gallery  # noqa: E402
from test_word_compare import FACTS  # noqa: E402
from test_word_layout import FAULTS  # noqa: E402


def test_the_gallery_is_current() -> None:
    assert GALLERY.read_text(encoding="utf-8") == gallery(), (
        "run python tests/tools/make_gallery.py and read the difference"
    )


def test_every_finding_of_a_repository_is_in_the_gallery() -> None:
    from thidua_cli.book import codes as of_book
    from thidua_cli.rules import codes as of_rules
    from thidua_cli.source import codes as of_source

    text = GALLERY.read_text(encoding="utf-8")
    missing = {code.id for room in (of_source, of_book, of_rules) for code in room.CODES} - {
        line.split()[1] for line in text.splitlines() if line.startswith("## TD")
    }
    assert missing == {of_rules.QUY_TAC_HONG.id}  # a failure of our own, shown in test_tripped


def test_the_gallery_shows_what_lists_and_papers_get_wrong() -> None:
    from thidua_cli.sheet import codes as of_sheet

    shown = {line.split()[1] for line in GALLERY.read_text(encoding="utf-8").splitlines() if line.startswith("## TD")}

    # TD167 needs a record with a comment on the very line that changes.
    assert {code.id for code in of_sheet.CODES} - shown == {"TD167"}
    assert {code for _, _, code, *_ in (*FACTS, *FAULTS)} <= shown
