"""Heavy work in a process of its own: pandas and matplotlib never enter the bot, and the process goes when it idles."""

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

IDLE_SECONDS = 60.0


class Errands:
    """One short-lived child process at a time, started when something heavy is asked for."""

    def __init__(self, idle_seconds: float = IDLE_SECONDS) -> None:
        self._idle_seconds = idle_seconds
        self._pool: ProcessPoolExecutor | None = None
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    def send(self, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Do it over there; arguments and result travel as pickles."""
        with self._lock:
            try:
                future = self._child().submit(work, *args, **kwargs)
            except BrokenProcessPool:  # it was killed, perhaps for its memory: the next errand gets another one
                self._pool = None
                future = self._child().submit(work, *args, **kwargs)
            self._rest()
        return future

    def expect(self, work: Callable[[], object]) -> None:
        """Something heavy may be asked for next: do this beforehand, unless a child process is awake already."""
        if self._pool is None:
            self.send(work)

    def close(self) -> None:
        """End the child process."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            if self._pool is not None:
                self._pool.shutdown(wait=False, cancel_futures=True)
                self._pool = None

    def _child(self) -> ProcessPoolExecutor:
        if self._pool is None:
            spawning = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=spawning, initializer=_end_with_the_bot)
        return self._pool

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(self._idle_seconds, self.close)
        self._timer.daemon = True
        self._timer.start()


def _end_with_the_bot() -> None:
    """In the child: a bot that is killed cannot end it, and alone it would wait for errands for ever."""
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    bot = multiprocessing.parent_process()
    if bot is not None:
        bot.join()
    os._exit(1)
