"""What the bot changes and takes back."""

from __future__ import annotations

import pytest

from demo.telegram import LocalTelegram, Phone
from tests.demo import theirs
from tests.demo.conftest import dumped
from tests.demo.pictures import png

MIA = 7_000_000_100


def undo() -> theirs.InlineKeyboardMarkup:
    return theirs.InlineKeyboardMarkup(
        inline_keyboard=[[theirs.InlineKeyboardButton(text="Undo", callback_data="undo:1")]]
    )


def redo() -> theirs.InlineKeyboardMarkup:
    return theirs.InlineKeyboardMarkup(
        inline_keyboard=[[theirs.InlineKeyboardButton(text="Redo", callback_data="redo:1")]]
    )


async def test_a_text_is_edited_in_place(mia: Phone, bot: theirs.Bot) -> None:
    said = await bot.send_message(MIA, "<b>saved</b>", parse_mode="HTML", reply_markup=undo())
    with mia.listening() as ear:
        edited = await bot.edit_message_text("undone", chat_id=MIA, message_id=said.message_id, reply_markup=redo())
        seen = (await ear.hear("edit"))["message"]
    assert isinstance(edited, theirs.Message)
    assert (edited.text, edited.entities, dumped(edited.reply_markup)) == ("undone", None, dumped(redo()))
    assert edited.edit_date is not None
    assert seen["text"] == "undone"


async def test_an_edit_without_a_keyboard_takes_it_away(mia: Phone, bot: theirs.Bot) -> None:
    said = await bot.send_message(MIA, "saved", reply_markup=undo())
    edited = await bot.edit_message_reply_markup(chat_id=MIA, message_id=said.message_id)
    assert isinstance(edited, theirs.Message)
    assert edited.reply_markup is None
    with pytest.raises(theirs.TelegramBadRequest, match="message is not modified"):
        await bot.edit_message_text("saved", chat_id=MIA, message_id=said.message_id)


async def test_a_caption_and_its_file_are_edited(mia: Phone, bot: theirs.Bot) -> None:
    said = await bot.send_photo(MIA, theirs.BufferedInputFile(png(), "x.png"), caption="March")
    number = said.message_id
    edited = await bot.edit_message_caption(chat_id=MIA, message_id=number, caption="April")
    assert isinstance(edited, theirs.Message)
    assert edited.caption == "April"
    fresh = theirs.InputMediaPhoto(media=theirs.BufferedInputFile(png(9, 9), "y.png"), caption="May")
    edited = await bot.edit_message_media(fresh, chat_id=MIA, message_id=number)
    assert isinstance(edited, theirs.Message)
    assert edited.caption == "May"
    assert edited.photo is not None
    assert edited.photo[-1].width == 9
    as_file = theirs.InputMediaDocument(media=theirs.BufferedInputFile(b"x", "z.csv"))
    edited = await bot.edit_message_media(as_file, chat_id=MIA, message_id=number)
    assert isinstance(edited, theirs.Message)
    assert (edited.photo, edited.caption) == (None, None)


async def test_messages_are_deleted(mia: Phone, bot: theirs.Bot) -> None:
    numbers = [(await bot.send_message(MIA, str(n))).message_id for n in range(3)]
    assert await bot.delete_message(MIA, numbers[0])
    assert await bot.delete_messages(MIA, [*numbers, 99])
    assert not mia.tg.messages.of[MIA]
    assert (await bot.send_message(MIA, "x")).message_id == numbers[-1] + 1


async def test_nobody_elses_message_is_deleted_in_a_group(tg: LocalTelegram, mia: Phone, bot: theirs.Bot) -> None:
    team = tg.group("Team", MIA)
    number = tg.phone(MIA, team).say("/today")["message_id"]
    with pytest.raises(theirs.TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_message(team, number)
