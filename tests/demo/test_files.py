"""Files up and down."""

from __future__ import annotations

import io

import aiohttp
import pytest

from demo.telegram import Phone
from demo.telegram.asked import Upload
from tests.demo import theirs
from tests.demo.conftest import Call
from tests.demo.pictures import png

MIA = 7_000_000_100


async def test_a_file_comes_down_as_it_went_up(mia: Phone, bot: theirs.Bot) -> None:
    said = mia.file(Upload("x.png", "image/png", png()), "photo")
    down = await bot.download(said["photo"][-1]["file_id"])
    assert down is not None
    assert down.read() == png()


async def test_a_file_is_not_there_for_another_token(mia: Phone, bot: theirs.Bot, web: aiohttp.ClientSession) -> None:
    file = await bot.get_file(mia.file(Upload("x.txt", "text/plain", b"x"))["document"]["file_id"])
    assert file.file_path is not None
    for path, status in ((f"/file/bot42:local/{file.file_path}", 200), (f"/file/bot42:x/{file.file_path}", 401),
                         ("/file/bot42:local/documents/none", 404)):  # fmt: skip
        async with web.get(path) as answer:
            assert answer.status == status


async def test_what_is_too_large_is_not_downloaded(mia: Phone, bot: theirs.Bot) -> None:
    large = mia.file(Upload("x.bin", "application/x-thing", b"x" * (20 * 10**6 + 1)))
    with pytest.raises(theirs.TelegramBadRequest, match="file is too big"):
        await bot.get_file(large["document"]["file_id"])


async def test_what_is_empty_or_too_large_is_not_sent(mia: Phone, bot: theirs.Bot, web: aiohttp.ClientSession) -> None:
    with pytest.raises(theirs.TelegramBadRequest, match="file must be non-empty"):
        await bot.send_document(MIA, theirs.BufferedInputFile(b"", "x.txt"))
    too_large = aiohttp.FormData({"chat_id": str(MIA)})
    too_large.add_field("document", io.BytesIO(b"x" * (50 * 10**6 + 1)), filename="x.bin")
    async with web.post("/bot42:local/sendDocument", data=too_large) as answer:
        assert await answer.json() == {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}
    too_large = aiohttp.FormData({"chat_id": str(MIA)})
    too_large.add_field("photo", io.BytesIO(png() + b"x" * 10 * 2**20), filename="x.png")
    async with web.post("/bot42:local/sendPhoto", data=too_large) as answer:
        assert "is too big for a photo" in (await answer.json())["description"]


async def test_an_upload_may_be_named_anywhere_in_the_body(mia: Phone, web: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"chat_id": str(MIA), "document": "attach://one"})
    form.add_field(
        "one", io.BytesIO(b"\r\n--not the end\r\n"), filename="r\u00e9sum\u00e9.txt", content_type="text/plain"
    )
    async with web.post("/bot42:local/sendDocument", data=form) as answer:
        sent = (await answer.json())["result"]["document"]
    assert (sent["file_name"], sent["mime_type"], sent["file_size"]) == ("r\u00e9sum\u00e9.txt", "text/plain", 17)
    assert mia.tg.files.content(sent["file_id"]) == b"\r\n--not the end\r\n"


async def test_addresses_on_the_internet_are_out_of_reach(mia: Phone, call: Call) -> None:
    said = await call("sendPhoto", chat_id=MIA, photo="https://x.example/x.png")
    assert said["description"] == "Bad Request: failed to get HTTP URL content"
