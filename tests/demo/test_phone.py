"""What people do on their phones, read by aiogram as the updates that the bot gets."""

from __future__ import annotations

import pytest

from demo.telegram import LocalTelegram, Phone, Refused
from demo.telegram.asked import Upload
from tests.demo import theirs
from tests.demo.pictures import png

MIA = 7_000_000_100


def undo() -> theirs.InlineKeyboardMarkup:
    return theirs.InlineKeyboardMarkup(
        inline_keyboard=[[theirs.InlineKeyboardButton(text="Undo", callback_data="undo:1")]]
    )


async def heard(bot: theirs.Bot) -> theirs.Update:
    """The newest update."""
    return (await bot.get_updates(offset=-1))[0]


async def message(bot: theirs.Bot) -> theirs.Message:
    """The message in the newest update."""
    found = (await heard(bot)).message
    assert found is not None
    return found


async def test_a_link_starts_the_bot_with_its_payload(tg: LocalTelegram, bot: theirs.Bot) -> None:
    ben = tg.person("Ben", id=5_000_000_000, last_name="Low", language_code="zh-hans")
    ben.start("inv-7F3K_92QD")
    said = await message(bot)
    assert said.text == "/start inv-7F3K_92QD"
    assert said.entities is not None
    assert (said.entities[0].type, said.entities[0].length) == ("bot_command", 6)
    assert said.from_user is not None
    assert (said.from_user.full_name, said.from_user.language_code) == ("Ben Low", "zh-hans")
    assert said.chat.id == ben.person


@pytest.mark.parametrize("payload", ["a b", "x" * 65, "中"])
async def test_a_payload_is_short_and_plain(mia: Phone, payload: str) -> None:
    with pytest.raises(Refused):
        mia.start(payload)


async def test_a_tap_is_answered_once(mia: Phone, bot: theirs.Bot) -> None:
    said = await bot.send_message(MIA, "saved", reply_markup=undo())
    with mia.listening() as ear:
        callback = mia.tap(said.message_id, "undo:1")
        tapped = (await heard(bot)).callback_query
        assert tapped is not None
        assert (tapped.id, tapped.data) == (callback, "undo:1")
        assert isinstance(tapped.message, theirs.Message)
        assert tapped.message.text == "saved"
        await bot.answer_callback_query(tapped.id, "Undone", show_alert=True)
        toast = await ear.hear("toast")
    assert (toast["text"], toast["alert"], toast["callback_id"]) == ("Undone", True, callback)
    with pytest.raises(theirs.TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(tapped.id)


async def test_a_tap_that_waited_too_long_is_not_answered(mia: Phone, bot: theirs.Bot) -> None:
    said = await bot.send_message(MIA, "saved", reply_markup=undo())
    callback = mia.tap(said.message_id, "undo:1")
    mia.tg.callbacks.patience = -1
    with pytest.raises(theirs.TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(callback)


async def test_only_buttons_that_are_there_can_be_tapped(mia: Phone, bot: theirs.Bot) -> None:
    said = await bot.send_message(MIA, "saved", reply_markup=undo())
    for number, data in ((said.message_id, "redo:1"), (99, "undo:1")):
        with pytest.raises(Refused, match="no such button"):
            mia.tap(number, data)


async def test_an_edited_message_is_told(mia: Phone, bot: theirs.Bot) -> None:
    number = mia.say("visited Acme, 5000")["message_id"]
    mia.edit(number, "visited Acme, 6000")
    edited = (await heard(bot)).edited_message
    assert edited is not None
    assert (edited.message_id, edited.text) == (number, "visited Acme, 6000")
    assert edited.edit_date is not None
    for text in ("visited Acme, 6000", ""):
        with pytest.raises(Refused, match="not modified"):
            mia.edit(number, text)


async def test_nobody_edits_the_bots_words(mia: Phone, bot: theirs.Bot) -> None:
    said = await bot.send_message(MIA, "saved")
    with pytest.raises(Refused, match="not a message of theirs"):
        mia.edit(said.message_id, "mine")


async def test_cards_and_places_are_shared(mia: Phone, bot: theirs.Bot) -> None:
    mia.contact()
    own = (await message(bot)).contact
    assert own is not None
    assert (own.user_id, own.first_name) == (MIA, "Mia")
    mia.contact({"phone_number": "13800138000", "first_name": "王总"})
    other = (await message(bot)).contact
    assert other is not None
    assert (other.user_id, other.phone_number) == (None, "13800138000")
    mia.location(31.2, 121.5)
    place = (await message(bot)).location
    assert place is not None
    assert place.latitude == 31.2


async def test_files_of_every_kind_are_sent(mia: Phone, bot: theirs.Bot) -> None:
    mia.file(Upload("名单.csv", "text/csv", b"a,b"), "document", "customers /import")
    said = await message(bot)
    assert said.document is not None
    assert (said.document.file_name, said.document.mime_type) == ("名单.csv", "text/csv")
    assert said.caption_entities is not None
    mia.file(Upload("x.png", "image/png", png(8, 4)), "photo")
    assert (await message(bot)).photo[-1].width == 8  # type: ignore[index]
    for kind in ("voice", "audio", "video"):
        mia.file(Upload("x", "audio/ogg", b"x"), kind)
        assert getattr(await message(bot), kind).file_size == 1
    mia.sticker("🎉")
    assert (await message(bot)).sticker.emoji == "🎉"  # type: ignore[union-attr]


async def test_what_is_no_picture_is_no_photo(mia: Phone) -> None:
    with pytest.raises(Refused, match="IMAGE_PROCESS_FAILED"):
        mia.file(Upload("x.png", "image/png", b"no picture"), "photo")
    with pytest.raises(Refused, match="PHOTO_INVALID_DIMENSIONS"):
        mia.file(Upload("x.png", "image/png", png(210, 10)), "photo")


async def test_replies_and_forwards_say_to_what(tg: LocalTelegram, mia: Phone, bot: theirs.Bot) -> None:
    said = await bot.send_message(MIA, "Which day?")
    mia.say("Friday", reply_to=said.message_id)
    assert (await message(bot)).reply_to_message.text == "Which day?"  # type: ignore[union-attr]
    team = tg.group("Team", MIA, privacy=False)
    mia.forward(said.message_id, team)
    forwarded = await message(bot)
    assert forwarded.chat.id == team
    assert forwarded.forward_origin is not None


async def test_blocking_and_coming_back_are_told(mia: Phone, bot: theirs.Bot) -> None:
    mia.block()
    told = (await heard(bot)).my_chat_member
    assert told is not None
    assert (told.old_chat_member.status, told.new_chat_member.status) == ("member", "kicked")
    with pytest.raises(Refused, match="blocked"):
        mia.say("hello?")
    mia.start()
    updates = await bot.get_updates(offset=-2)
    assert updates[0].my_chat_member is not None
    assert updates[0].my_chat_member.new_chat_member.status == "member"
    assert updates[1].message is not None


async def test_a_button_for_one_use_is_gone_once_it_was_pressed(mia: Phone, bot: theirs.Bot) -> None:
    mia.tg.keyboard(MIA, {"keyboard": [[{"text": "Log"}]], "one_time_keyboard": True})
    mia.say("hello")
    assert mia.tg.chats.kept[MIA]["keyboard"]
    mia.say("Log")
    assert mia.tg.chats.kept[MIA]["keyboard"] is None


async def test_only_members_speak_in_a_group(tg: LocalTelegram, mia: Phone) -> None:
    ben = tg.person("Ben", id=200)
    with pytest.raises(Refused, match="not in that group"):
        tg.phone(ben.person, tg.group("Team", MIA))
    with pytest.raises(Refused, match="no such person"):
        tg.phone(5)
