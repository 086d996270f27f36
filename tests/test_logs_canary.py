"""Whatever people say, nothing of it and no token stands in any log line, however loud the log is."""

import io
import logging
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import log
from commands.errands import Errands
from tests.conversations.player import player
from tests.conversations.transcript import read

TALK = """\
people: Canarymia (salesperson), Canarygrace (manager)
customer: Canarywood, Mr Canaryman +65 8123 4567, Canaryville (Canarymia)

wednesday 18 november 2026 10:00
Canarymia: visited Canarywood, canarynote, quote 54321, call tomorrow 9am
Canarymia: Canarywood complained, canaryleak
Canarymia: new customer Canarynew 9876 5432
Canarymia: /canarycommand canaryargument
Canarymia: canary without a customer
Canarymia taps old [Undo]
Canarymia sends a photo: canaryphoto
Canarymia sends a contact: Canarycontact +6587654321
Canarymia in the group: /today canarygroup
the bot stops
thursday 08:55
the bot starts
"""
CANARIES = ("canary", "54321", "8123", "9876", "8765 4321", "87654321", "42:transcript", "transcript/")


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Everything that is logged, at the loudest."""
    root, out = logging.getLogger(), io.StringIO()
    handlers, level = root.handlers[:], root.level
    log.set_up("DEBUG", documents=True, secrets=["42:transcript"], stream=out)
    yield out
    root.handlers[:] = handlers
    root.setLevel(level)


async def test_nothing_that_anybody_says_is_logged(written: io.StringIO, migrated_file: Path, tmp_path: Path) -> None:
    chat = tmp_path / "talk.chat"
    chat.write_text(TALK, "utf-8")
    shutil.copyfile(migrated_file, tmp_path / "huifang.db")
    with closing(Errands()) as errands:
        async with player(read(chat), f"sqlite:///{tmp_path / 'huifang.db'}", tmp_path, errands) as playing:
            await playing.play()
    lines = written.getvalue()
    assert lines
    assert [canary for canary in CANARIES if canary in lines.lower()] == []
