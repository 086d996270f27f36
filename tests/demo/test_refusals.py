"""Telegram's refusals, in its own words."""

import io
from typing import Any

import aiohttp
import pytest

from demo.telegram import LocalTelegram, Phone
from tests.demo.conftest import Call

MIA = 7_000_000_100
NOT_MODIFIED = ("message is not modified: specified new message content and reply markup are exactly the same as a "
                "current content and reply markup of the message")  # fmt: skip
BUTTON = {"text": "x", "callback_data": "d"}


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": "x"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 5, "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": "@nobody", "text": "x"}, "chat not found"),
    ("sendMessage", {"chat_id": MIA}, "message text is empty"),
    ("sendMessage", {"chat_id": MIA, "text": "x" * 4097}, "message is too long"),
    ("sendMessage", {"chat_id": MIA, "text": "<b>x", "parse_mode": "HTML"},
     "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    ("sendMessage", {"chat_id": MIA, "text": "x", "reply_parameters": {"message_id": 99}},
     "message to be replied not found"),
    ("sendMessage", {"chat_id": MIA, "text": "x", "reply_markup": "{"},
     "can't parse reply keyboard markup JSON object"),
    ("sendMessage", {"chat_id": MIA, "text": "x", "reply_markup": inline({"text": "x"})},
     "Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ("sendMessage", {"chat_id": MIA, "text": "x", "reply_markup": inline({**BUTTON, "url": "https://x.example"})},
     "Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ("sendMessage", {"chat_id": MIA, "text": "x", "reply_markup": inline({"callback_data": "d"})},
     'Can\'t parse inline keyboard button: Field "text" must be of type String'),
    ("sendMessage", {"chat_id": MIA, "text": "x", "reply_markup": inline({**BUTTON, "callback_data": "界" * 22})},
     "BUTTON_DATA_INVALID"),
    ("sendMessage", {"chat_id": MIA, "text": "x", "reply_markup": inline({**BUTTON, "callback_data": ""})},
     "BUTTON_DATA_INVALID"),
    ("sendMessage", {"chat_id": MIA, "text": "x", "reply_markup": inline({"text": "x", "url": "http://localhost:1/"})},
     "inline keyboard button URL 'http://localhost:1/' is invalid: Wrong HTTP URL"),
    ("sendMessage", {"chat_id": MIA, "text": "x", "reply_markup": inline({**BUTTON, "style": "loud"})},
     "Can't parse inline keyboard button: Invalid button style specified"),
    ("sendMessage", {"chat_id": MIA, "text": "x", "reply_markup": {"inline_keyboard": [[BUTTON]] * 101}},
     "reply markup is too long"),
    ("sendMessage", {"chat_id": MIA, "text": "x", "reply_markup": {"inline_keyboard": [BUTTON]}},
     'object expected as reply markup: Field "inline_keyboard" must be an Array of Arrays'),
    ("sendPhoto", {"chat_id": MIA}, "there is no photo in the request"),
    ("sendPhoto", {"chat_id": MIA, "photo": "AgAC"}, "wrong file identifier/HTTP URL specified"),
    ("sendDocument", {"chat_id": MIA, "document": "attach://x"}, "file is not found in the request: attach://x"),
    ("sendDocument", {"chat_id": MIA, "caption": "x" * 1025}, "message caption is too long"),
    ("sendLocation", {"chat_id": MIA, "latitude": 91, "longitude": 0}, "latitude and longitude are out of range"),
    ("sendContact", {"chat_id": MIA, "first_name": "x"}, "phone number must be non-empty"),
    ("sendChatAction", {"chat_id": MIA, "action": "dancing"}, "wrong parameter action in request"),
    ("editMessageText", {"chat_id": MIA, "text": "x"}, "message identifier is not specified"),
    ("editMessageText", {"chat_id": MIA, "message_id": 99, "text": "x"}, "message to edit not found"),
    ("editMessageText", {"chat_id": MIA, "message_id": 1, "text": "x"}, "message can't be edited"),
    ("editMessageText", {"chat_id": MIA, "message_id": 2, "text": "x" * 4097}, "MESSAGE_TOO_LONG"),
    ("editMessageText", {"chat_id": MIA, "message_id": 2, "text": " said "},
     NOT_MODIFIED),
    ("editMessageText", {"chat_id": MIA, "message_id": 2, "text": "x", "reply_markup": {"force_reply": True}},
     "inline keyboard expected"),
    ("editMessageCaption", {"chat_id": MIA, "message_id": 2, "caption": "x"},
     "there is no caption in the message to edit"),
    ("editMessageText", {"chat_id": MIA, "message_id": 3, "text": "x"}, "message can't be edited"),
    ("deleteMessage", {"chat_id": MIA, "message_id": 99}, "message to delete not found"),
    ("deleteMessages", {"chat_id": MIA}, "message identifiers are not specified"),
    ("forwardMessage", {"chat_id": MIA, "from_chat_id": MIA, "message_id": 99}, "message to forward not found"),
    ("copyMessage", {"chat_id": MIA, "from_chat_id": MIA, "message_id": 99}, "message to copy not found"),
    ("answerCallbackQuery", {"callback_query_id": "1"},
     "query is too old and response timeout expired or query ID is invalid"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
    ("setMessageReaction", {"chat_id": MIA, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "🧦"}]},
     "REACTION_INVALID"),
    ("setMessageReaction", {"chat_id": MIA, "message_id": 99}, "message to react not found"),
    ("setMyCommands", {"commands": [{"command": "Today", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "today", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
    ("getFile", {}, "file_id not specified"),
    ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
    ("setWebhook", {"url": "ftp://x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "asked", "words"), REFUSED)
async def test_a_bad_request_is_refused(mia: Phone, call: Call, method: str, asked: dict[str, Any], words: str) -> None:
    mia.say("hello")
    await call("sendMessage", chat_id=MIA, text="said")
    await call("sendMessage", chat_id=MIA, text="said", reply_markup={"keyboard": [["x"]]})
    before = len(mia.tg.messages.of[MIA])
    said = await call(method, **asked)
    assert said == {"ok": False, "error_code": 400, "description": f"Bad Request: {words}"}
    assert len(mia.tg.messages.of[MIA]) == before


async def test_a_wrong_token_is_unauthorized(web: aiohttp.ClientSession) -> None:
    async with web.post("/bot42:wrong/getMe") as answer:
        assert answer.status == 401
        assert await answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_an_unknown_method_is_not_found(call: Call) -> None:
    said = await call("sendPigeon")
    assert said == {"ok": False, "error_code": 404, "description": "Not Found: method not found"}


async def test_method_names_are_matched_whatever_their_case(call: Call) -> None:
    assert (await call("GETME"))["ok"]


async def test_a_person_who_blocked_the_bot_hears_nothing(mia: Phone, call: Call) -> None:
    mia.block()
    said = await call("sendMessage", chat_id=MIA, text="x")
    assert said == {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
    mia.start()
    assert (await call("sendMessage", chat_id=MIA, text="x"))["ok"]


async def test_a_group_that_put_the_bot_out_hears_nothing(tg: LocalTelegram, mia: Phone, call: Call) -> None:
    team = tg.group("Team", MIA)
    assert (await call("sendMessage", chat_id=team, text="x"))["ok"]
    tg.phone(MIA, team).block()
    said = await call("sendMessage", chat_id=team, text="x")
    assert said["description"] == "Forbidden: bot was kicked from the group chat"


async def test_nobody_is_reached_before_they_start_the_bot(tg: LocalTelegram, call: Call) -> None:
    ben = tg.person("Ben", id=200)
    assert (await call("sendMessage", chat_id=200, text="x"))["description"] == "Bad Request: chat not found"
    ben.start()
    assert (await call("sendMessage", chat_id=200, text="x"))["ok"]


async def test_contacts_are_asked_for_in_private_only(tg: LocalTelegram, mia: Phone, call: Call) -> None:
    keyboard = {"keyboard": [[{"text": "x", "request_contact": True}]]}
    said = await call("sendMessage", chat_id=tg.group("Team", MIA), text="x", reply_markup=keyboard)
    assert said["description"] == "Bad Request: phone number can be requested in private chats only"


async def test_a_message_can_be_deleted_for_two_days(tg: LocalTelegram, mia: Phone, call: Call) -> None:
    number = mia.say("hello")["message_id"]
    tg.messages.of[MIA][number]["date"] -= 2 * 86_400 + 60
    said = await call("deleteMessage", chat_id=MIA, message_id=number)
    assert said["description"] == "Bad Request: message can't be deleted for everyone"


@pytest.mark.parametrize(
    ("kind", "body", "words"),
    [
        ("application/json", b"[1]", "can't parse request: Expected an Object"),
        ("application/json", b"{", "can't parse request: Can't parse JSON object"),
        ("application/x-www-form-urlencoded", b"text=\xff", "strings must be encoded in UTF-8"),
        ("application/x-www-form-urlencoded", b"text=%ff", "strings must be encoded in UTF-8"),
        ("multipart/form-data", b"--x--", "can't parse request: boundary not found"),
    ],
)
async def test_a_body_is_what_it_says_it_is(web: aiohttp.ClientSession, kind: str, body: bytes, words: str) -> None:
    async with web.post("/bot42:local/sendMessage", data=body, headers={"Content-Type": kind}) as answer:
        assert (await answer.json())["description"] == f"Bad Request: {words}"


async def test_a_body_larger_than_any_file_is_refused(tg: LocalTelegram, web: aiohttp.ClientSession) -> None:
    too_much = io.BytesIO(b"x" * (52 * 2**20 + 1))
    async with web.post("/bot42:local/sendMessage", data=too_much) as answer:
        assert (await answer.json())["error_code"] == 413
