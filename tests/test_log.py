"""Logs tell what happened and nothing about anybody, and never the token."""

import asyncio
import io
import json
import logging
from collections.abc import Iterator

import aiohttp
import pytest

import log

TOKEN = "7123456789:AAcanaryCANARYcanaryCANARYcanary0"
SECRET = "hunter2-hunter2"


@pytest.fixture(params=[False, True], ids=["lines", "documents"])
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What the log wrote, in both formats."""
    root = logging.getLogger()
    handlers, level, stream = root.handlers[:], root.level, io.StringIO()
    log.set_up("DEBUG", documents=request.param, secrets=[SECRET], stream=stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)


def fail(words: str) -> None:
    """Something that quotes what it was given."""
    raise ValueError(words)


def test_the_token_is_nowhere(written: io.StringIO) -> None:
    logger = logging.getLogger("transport")
    logger.info("fetching https://api.telegram.org/file/bot%s/photos/1.jpg", TOKEN)
    logger.warning(TOKEN, extra={"link": f"https://x/bot{TOKEN.replace(':', '%3A')}/getMe"})
    logger.error({"url": f"https://x/bot{TOKEN}"})
    logger.info("proxy http://name:%s@127.0.0.1:3128 and %s", SECRET, SECRET)
    try:
        fail(f"https://api.telegram.org/bot{TOKEN}/sendMessage {SECRET}")
    except ValueError:
        logger.exception("failed at %s", TOKEN)
    assert "canary" not in written.getvalue()
    assert "hunter2" not in written.getvalue()
    assert written.getvalue().count("[hidden]") >= 6


async def test_the_token_is_nowhere_when_the_network_fails(written: io.StringIO) -> None:
    try:
        async with aiohttp.ClientSession() as session:
            await session.get(f"http://127.0.0.1:1/bot{TOKEN}/getMe")
    except aiohttp.ClientError:
        logging.getLogger("transport").exception("no way through")
    assert "no way through" in written.getvalue()
    assert "canary" not in written.getvalue()


def test_an_exception_shows_where_and_what_kind_but_not_its_words(written: io.StringIO) -> None:
    try:
        try:
            fail("拜访了海岳食品 13800138000")
        except ValueError as error:
            raise RuntimeError("13800138000") from error
    except RuntimeError:
        logging.getLogger("desk").exception("an action failed", extra={"update_id": 5})
    said = written.getvalue()
    assert "海岳" not in said
    assert "13800138000" not in said
    assert all(word in said for word in ("RuntimeError", "ValueError", "in fail", "an action failed"))


def test_libraries_that_log_addresses_are_quiet(written: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot1/sendMessage")
    logging.getLogger("telegram.Bot").debug("Calling Bot API endpoint with parameters")
    logging.getLogger("telegram.request.BaseRequest").error('Can not load invalid JSON data: "拜访了海岳食品"')
    assert written.getvalue() == ""


async def test_a_task_that_nobody_waited_for_is_noted_without_its_words(written: io.StringIO) -> None:
    loop = asyncio.get_running_loop()
    task = loop.create_task(asyncio.to_thread(fail, "13800138000"))
    await asyncio.wait([task])
    loop.call_exception_handler(
        {"message": "Task exception was never retrieved", "future": task, "exception": task.exception()}
    )
    assert "never retrieved" in written.getvalue()
    assert "13800138000" not in written.getvalue()


@pytest.mark.parametrize("written", [True], indirect=True)
def test_a_document_is_one_json_object(written: io.StringIO) -> None:
    logging.getLogger("transport").info("update kept", extra={"update_id": 5})
    event = json.loads(written.getvalue())
    assert (event["event"], event["update_id"], event["level"]) == ("update kept", 5, "info")


@pytest.mark.parametrize("written", [False], indirect=True)
def test_a_line_ends_with_its_ids(written: io.StringIO) -> None:
    logging.getLogger("transport").info("update kept", extra={"update_id": 5})
    assert written.getvalue().endswith("transport: update kept update_id=5\n")
