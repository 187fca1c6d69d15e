"""The start of a worker process, which leaves interrupts to its parent and ends when its parent does."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

Start = Callable[..., None]


def enter_worker(start: Start, pipe: Any, parent: int, *arguments: Any) -> None:
    """Prepare a new process, then call `start` in it."""
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent receives it, too, and ends its workers
    _end_with(parent)
    # Annotations are millions of small objects without cycles; a search for cycles takes a tenth of the time.
    gc.set_threshold(500_000, 50, 50)
    start(pipe, *arguments)


def _end_with(parent: int) -> None:
    """End this process when `parent` ends, even if that is killed."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            import ctypes
            import signal

            ctypes.CDLL(None, use_errno=True).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:  # it has ended already
        os._exit(1)
    if sys.platform != "linux":
        import threading

        threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
