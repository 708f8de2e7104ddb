"""Work done in another process comes to the same, in the same order, and is never lost with that process."""

import os
import signal
import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from thidua_cli import beside
from thidua_cli.beside import Beside, each_share
from thidua_cli.book import read_book
from thidua_cli.rules import inspect

EXAMPLES = Path(__file__).parent.parent / "examples"
OFFICES = sorted(path.parent for path in EXAMPLES.rglob("thidua.yaml"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="hệ điều hành không chép được tiến trình")


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three cores, and everything worth another process."""
    monkeypatch.setattr(beside, "cores", lambda: 3)
    monkeypatch.setattr(beside, "LEAST", 1)
    monkeypatch.setattr("thidua_cli.rules.inspection.LEAST", 1)


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 10, 601])
def test_shares_come_back_whole_and_in_order(count: int) -> None:
    def work(share: Sequence[int]) -> list[tuple[int, bool]]:
        return [(one, os.getpid() == here) for one in share]

    here = os.getpid()
    done = [one for share in each_share(work, range(count)) for one in share]
    assert [number for number, _ in done] == list(range(count))
    assert all(ours for _, ours in done) is (count < 2)


@pytest.mark.usefixtures("many")
def test_a_process_that_is_killed_leaves_its_work_to_this_one() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "xong"

    assert Beside(work, worth=True).result() == "xong"


@pytest.mark.usefixtures("many")
def test_what_goes_wrong_there_goes_wrong_here(capfd: pytest.CaptureFixture[str]) -> None:
    def work() -> None:
        raise ZeroDivisionError

    begun = Beside(work, worth=True)
    with pytest.raises(ZeroDivisionError):
        begun.result()
    assert capfd.readouterr().err == ""


def test_without_a_core_to_spare_it_is_done_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "cores", lambda: 1)
    begun = Beside(os.getpid, worth=True)
    assert begun.result() == os.getpid()


def test_a_process_with_other_threads_is_not_copied() -> None:
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert beside.cores() == 1
    finally:
        done.set()
        other.join()


def test_no_room_for_another_process_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError

    monkeypatch.setattr(beside, "cores", lambda: 2)
    monkeypatch.setattr(os, "fork", full)
    assert Beside(os.getpid, worth=True).result() == os.getpid()


@pytest.mark.parametrize("office", OFFICES, ids=[path.name for path in OFFICES])
def test_an_office_read_by_three_says_what_it_says_read_by_one(office: Path, request: pytest.FixtureRequest) -> None:
    today = date(2025, 1, 1)
    alone = read_book(office)
    told = inspect(alone, today)
    request.getfixturevalue("many")
    shared = read_book(office)
    assert (shared.found, shared.allowances) == (alone.found, alone.allowances)
    assert [one.nominations for one in shared.drives.values()] == [one.nominations for one in alone.drives.values()]
    assert inspect(shared, today).found == told.found
