"""Work side by side in threads. It pays where most of the work is the engine's, which lets other threads go on."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

_MOST = 8  # threads; with more, what Python itself has to do leaves nothing to gain

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def side_by_side(work: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
    """What `work` makes of each item, in order, one item a core at a time.

    Items are taken one by one, as many ahead as there are threads. An error of `work` or of the items is raised in
    its turn; then, and where nobody asks for more, what has not begun never does.
    """
    threads = min(_MOST, cores())
    pool = ThreadPoolExecutor(threads, thread_name_prefix="side-by-side")
    waiting: deque[Future[_Result]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(copy_context().run, work, item))
            if len(waiting) > threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
