"""The bot gets to know itself and shows everybody their commands: at start and when a language changes."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy.orm import Session
from telegram.error import TelegramError

from desk import Desk
from handlers.help import menu
from handlers.routes import commands_of
from handlers.texts import Voice
from storage import company, people
from storage.models import Outbox, Person
from storage.scope import roles_of
from transport.menus import Menus

log = logging.getLogger(__name__)

Shown = tuple[int, dict[str, str]]
"""A chat and its menu."""


class Introducing:
    """Keeps the command menus true. `menus` tells Telegram only of what changed."""

    def __init__(self, desk: Desk, whoami: Callable[[], Awaitable[Mapping[str, Any]]], menus: Menus) -> None:
        self._desk, self._whoami, self._menus = desk, whoami, menus
        self._languages: dict[int, str] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Begin beside everything else: a slow Telegram holds nobody up."""
        self._do(self._begin())

    def stop(self) -> None:
        """Leave off; the next start shows what is missing."""
        for task in self._tasks:
            task.cancel()

    async def _begin(self) -> None:
        """Ask Telegram for the bot's own name, which links carry, and give everybody here their menu."""
        try:
            known = await self._whoami()
        except TelegramError:
            log.warning("the bot's own name is not known yet")
        else:
            await self._desk.do(company.set_mark, "bot", known["username"])
        for person_id, language in (await self._desk.ask(languages)).items():
            await self._show(person_id, language)

    def after(self, rows: Sequence[Outbox]) -> None:
        """Who is spoken to in another language than before, or for the first time, gets a menu in it."""
        for person_id, language in {row.person_id: row.language for row in rows if row.person_id}.items():
            if self._languages.get(person_id) != language:
                self._languages[person_id] = language
                self._do(self._show(person_id, language))

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _show(self, person_id: int, language: str) -> None:
        self._languages[person_id] = language
        shown = await self._desk.ask(menu_of, person_id)
        if shown is not None:
            chat_id, commands = shown
            await self._menus.show(commands, chat_id)


def languages(db: Session) -> dict[int, str]:
    """The language of everybody who talks with the bot."""
    return {person.id: person.language for person in people.here(db)}


def menu_of(db: Session, person_id: int) -> Shown | None:
    """Somebody's chat and the commands that their roles have, in their language; None when they have left."""
    person = db.get(Person, person_id)
    if person is None or person.telegram_id is None or person.left_at is not None:
        return None
    return person.telegram_id, menu(_voice(person.language), commands_of(roles_of(db, person_id)))


@cache
def _voice(language: str) -> Voice:
    return Voice(language)
