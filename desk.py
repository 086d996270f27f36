"""The desk: the one hop from the network's world to the core, and the one place that commits."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from storage.database import Database

P = ParamSpec("P")
R = TypeVar("R")


class Desk:
    """Runs an action off the event loop, inside its own transaction.

    On SQLite one thread writes; on PostgreSQL a few do. Questions are read in threads of their own, so that a
    manager's long list never keeps a visit waiting.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self._writers = ThreadPoolExecutor(database.threads, "writer")
        self._readers = ThreadPoolExecutor(2, "reader")

    async def do(self, action: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Do it, commit, and return what happened."""

        def work() -> R:
            with self.database.transaction() as db:
                return action(db, *args, **kwargs)

        return await asyncio.get_running_loop().run_in_executor(self._writers, work)

    async def ask(self, question: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Answer a question without writing anything."""

        def work() -> R:
            with self.database.reading() as db:
                return question(db, *args, **kwargs)

        return await asyncio.get_running_loop().run_in_executor(self._readers, work)

    def close(self) -> None:
        """Finish what is being done, take nothing new."""
        self._writers.shutdown(wait=True)
        self._readers.shutdown(wait=True)
