"""How much work is laid out: some dozens at a time, and in another process where there is enough and a core to spare.

The other process is a copy of this one, so it is given nothing; only its result comes back. Whatever goes wrong there
happens here once more, where it can be told: nothing is ever lost to it. Windows has no such copies, and does all here.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T")
S = TypeVar("S")
LEAST = 500
"""Records that are worth another process: below, starting it takes longer than it saves."""
_MOST_CORES = 4


def cores() -> int:
    """How many processes may work at once; one where none can be copied, or where other threads of ours, which a
    copy would not have, might hold what it waits for."""
    threading = sys.modules.get("threading")
    if not hasattr(os, "fork") or (threading is not None and threading.active_count() > 1):
        return 1
    ours = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(ours, _MOST_CORES)


class Beside(Generic[T]):
    """A piece of work begun in another process if it is ``worth`` one, or else done when its result is asked for."""

    def __init__(self, work: Callable[[], T], *, worth: bool) -> None:
        self._work = work
        self._pid = 0
        if worth and cores() > 1:
            self._begin()

    def _begin(self) -> None:
        import gc
        import pickle

        gc.freeze()  # a sweep in either process would copy all the memory the two share
        self._end, theirs = os.pipe()
        try:
            self._pid = os.fork()
        except OSError:  # no room for another
            os.close(self._end)
            os.close(theirs)
            return
        if self._pid:
            os.close(theirs)
            return
        status = 1
        try:
            os.close(self._end)
            # Packed whole before it is sent: a pipe holds little, and packing would wait for whoever reads it.
            packed = pickle.dumps(self._work(), 5)
            with open(theirs, "wb") as out:
                out.write(packed)
            status = 0
        finally:
            os._exit(status)  # without what this process would do at its own end

    def result(self) -> T:
        """What came of the work."""
        if not self._pid:
            return self._work()
        import pickle

        with open(self._end, "rb") as sent:
            data = sent.read()
        _, status = os.waitpid(self._pid, 0)
        if status:
            return self._work()
        done: T = pickle.loads(data)  # what a copy of ourselves sent
        return done


_AT_ONCE = 50


def some_at_once(items: Iterable[S]) -> Iterator[list[S]]:
    """The items in order, some dozens at a time: taken through one step before any goes on to the next, they need a
    seventh less time of a processor than one after the other through all steps, and some dozens are few to keep."""
    waiting = iter(items)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some


def each_share(work: Callable[[Sequence[S]], T], items: Sequence[S]) -> Iterator[T]:
    """The results of some work on the items, in order, each for as many of them as one process takes on."""
    size = -(-len(items) // cores()) if len(items) >= LEAST else len(items)
    shares = [items[start : start + size] for start in range(0, len(items), size)] if size else []
    begun = [Beside(lambda share=share: work(share), worth=True) for share in shares[1:]]  # type: ignore[misc]
    yield from (work(share) for share in shares[:1])
    yield from (one.result() for one in begun)
