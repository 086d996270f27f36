"""aiogram's names, imported with the first that is used: that takes seconds, which collecting needn't wait for.

Tests say `theirs.Bot`; they put off what they say of its types (`from __future__ import annotations`).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aiogram import Bot as Bot
    from aiogram.client.session.aiohttp import AiohttpSession as AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer as TelegramAPIServer
    from aiogram.exceptions import TelegramBadRequest as TelegramBadRequest
    from aiogram.types import *  # noqa: F403

HOMES = ("types", "client.session.aiohttp", "client.telegram", "exceptions")


def __getattr__(name: str) -> Any:
    if not name[0].isupper():  # pytest asks every object for marks and fixtures
        raise AttributeError(name)
    for home in ("aiogram", *(f"aiogram.{home}" for home in HOMES)):
        if hasattr(module := import_module(home), name):
            return getattr(module, name)
    raise AttributeError(name)
