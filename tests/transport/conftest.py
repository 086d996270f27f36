"""A local Telegram over real HTTP, and a desk that records."""

from collections.abc import AsyncIterator, Iterator

import pytest

from demo.telegram import LocalTelegram
from storage.database import Database
from tests.transport.recording import Recording
from transport.line import Line


@pytest.fixture
async def telegram() -> AsyncIterator[LocalTelegram]:
    async with LocalTelegram() as telegram:
        yield telegram


@pytest.fixture
def recording(database: Database) -> Iterator[Recording]:
    recording = Recording(database)
    yield recording
    recording.desk.close()


@pytest.fixture
async def line(recording: Recording, telegram: LocalTelegram) -> AsyncIterator[Line]:
    async with recording.line(telegram.base_url, telegram.token) as line:
        yield line
