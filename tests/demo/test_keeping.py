"""What survives a restart of the local Telegram."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from demo.telegram import LocalTelegram
from demo.telegram.asked import Asked, Upload
from demo.telegram.methods import BY_NAME
from tests.demo import theirs
from tests.demo.pictures import png

MIA = 7_000_000_100


def asked(tg: LocalTelegram, method: str, **fields: object) -> object:
    return BY_NAME[method.lower()](tg, Asked(fields))


async def test_everything_is_there_again(tmp_path: Path) -> None:
    async with LocalTelegram("42:x", tmp_path) as tg:
        mia = tg.person("Mia", id=MIA, language_code="zh", hint="salesperson")
        number = mia.start("x")["message_id"]
        photo = mia.file(Upload("x.png", "image/png", png()), "photo")["photo"][0]["file_id"]
        asked(tg, "sendMessage", chat_id=MIA, text="saved", reply_markup={"keyboard": [["Log"]]})
        gone = asked(tg, "sendMessage", chat_id=MIA, text="gone")
        asked(tg, "deleteMessage", chat_id=MIA, message_id=gone["message_id"])  # type: ignore[index]
        asked(tg, "setMessageReaction", chat_id=MIA, message_id=number, reaction=[{"type": "emoji", "emoji": "👌"}])
        asked(tg, "setMyCommands", commands=[theirs.BotCommand(command="today", description="Today").model_dump()])
        team = tg.group("Team", MIA)
        tg.clock.push_to(tg.clock.now() + timedelta(days=3))
        first = tg.updates.pending[0][0]
        tg.updates.confirm(first + 1)
        before, waiting = tg.page.state(Asked({})), list(tg.updates.pending)
    async with LocalTelegram("42:x", tmp_path) as tg:
        after = tg.page.state(Asked({}))
        for name in ("people", "groups", "chats", "keyboards", "commands", "menu"):
            assert after[name] == before[name]
        assert abs(after["clock"]["offset_seconds"] - 3 * 86_400) < 5
        assert list(tg.updates.pending) == waiting
        assert tg.updates.confirmed_through == first
        assert tg.files.content(photo) == png()
        assert asked(tg, "sendMessage", chat_id=MIA, text="next")["message_id"] == 5  # type: ignore[index]
        mia = tg.phone(MIA)
        mia.say("hello")
        assert tg.updates.pending[-1][0] == waiting[-1][0] + 1
        assert tg.phone(MIA, team).shown()["role_hint"] == "salesperson"


async def test_numbers_are_not_given_twice_when_nothing_waited(tmp_path: Path) -> None:
    async with LocalTelegram("42:x", tmp_path) as tg:
        tg.person("Mia", id=MIA).start()
        last = tg.updates.pending[-1][0]
        tg.updates.confirm(last + 1)
    async with LocalTelegram("42:x", tmp_path) as tg:
        tg.phone(MIA).say("x")
        assert tg.updates.pending[0][0] == last + 1


async def test_nobody_else_reads_the_folder(tmp_path: Path) -> None:
    async with LocalTelegram("42:x", tmp_path / "demo"):
        assert (tmp_path / "demo").stat().st_mode & 0o77 == 0
        assert (tmp_path / "demo" / "telegram.db").stat().st_mode & 0o77 == 0


async def test_a_taken_port_is_said() -> None:
    async with LocalTelegram("42:x") as tg:
        with pytest.raises(OSError, match="address already in use"):
            await LocalTelegram("42:x").start(int(tg.base_url.rpartition(":")[2]))
