"""What the bot sends, read back by aiogram, which knows the Bot API by itself."""

from __future__ import annotations

import pytest

from demo.telegram import LocalTelegram, Phone
from tests.demo import theirs
from tests.demo.conftest import dumped
from tests.demo.pictures import jpeg, png

MIA = 7_000_000_100


def card() -> theirs.InlineKeyboardMarkup:
    return theirs.InlineKeyboardMarkup(
        inline_keyboard=[
            [
                theirs.InlineKeyboardButton(text="改一下", callback_data="edit:1", style="primary"),
                theirs.InlineKeyboardButton(text="撤销", callback_data="undo:1", style="danger"),
            ],
            [theirs.InlineKeyboardButton(text="Copy", copy_text=theirs.CopyTextButton(text="+65 9123 4567"))],
            [theirs.InlineKeyboardButton(text="Join", url="https://t.me/huifang_demo_bot?start=x")],
        ]
    )


async def test_the_bot_knows_itself(bot: theirs.Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.is_bot, me.username) == (42, True, "huifang_demo_bot")


async def test_a_card_arrives_with_its_buttons(mia: Phone, bot: theirs.Bot) -> None:
    said = await bot.send_message(MIA, "✅ <b>华星科技</b>\n第 4 次拜访", parse_mode="HTML", reply_markup=card())
    assert said.text == "✅ 华星科技\n第 4 次拜访"
    assert said.html_text == "✅ <b>华星科技</b>\n第 4 次拜访"
    assert dumped(said.reply_markup) == dumped(card())
    assert said.chat.id == MIA
    assert said.from_user is not None
    assert said.from_user.is_bot
    assert said.date <= mia.tg.clock.now()


async def test_a_reply_keyboard_shows_under_the_composer_and_not_in_the_message(mia: Phone, bot: theirs.Bot) -> None:
    keyboard = theirs.ReplyKeyboardMarkup(
        keyboard=[[theirs.KeyboardButton(text="📱", request_contact=True)]], resize_keyboard=True
    )
    said = await bot.send_message(MIA, "Your number?", reply_markup=keyboard)
    assert said.reply_markup is None
    shown = mia.tg.chats.kept[MIA]["keyboard"]
    assert shown == {"keyboard": [[{"text": "📱", "request_contact": True}]], "resize_keyboard": True}
    assert mia.tg.messages.shown(MIA, mia.tg.messages.of[MIA][said.message_id])["_reply_keyboard"] == shown
    await bot.send_message(MIA, "Thanks", reply_markup=theirs.ReplyKeyboardRemove())
    assert mia.tg.chats.kept[MIA]["keyboard"] is None


async def test_a_forced_reply_is_gone_once_it_was_given(mia: Phone, bot: theirs.Bot) -> None:
    await bot.send_message(MIA, "Which day?", reply_markup=theirs.ForceReply())
    assert mia.tg.chats.kept[MIA]["keyboard"] == {"force_reply": True}
    mia.say("Friday")
    assert mia.tg.chats.kept[MIA]["keyboard"] is None


async def test_a_reply_carries_what_it_replies_to(mia: Phone, bot: theirs.Bot) -> None:
    asked = mia.say("hello")
    said = await bot.send_message(MIA, "yes", reply_parameters=theirs.ReplyParameters(message_id=asked["message_id"]))
    assert said.reply_to_message is not None
    assert said.reply_to_message.text == "hello"
    gone = theirs.ReplyParameters(message_id=99, allow_sending_without_reply=True)
    assert (await bot.send_message(MIA, "yes", reply_parameters=gone)).reply_to_message is None


@pytest.mark.parametrize("picture", [png(30, 20), jpeg(30, 20)], ids=["png", "jpeg"])
async def test_a_picture_arrives_with_its_caption(mia: Phone, bot: theirs.Bot, picture: bytes) -> None:
    photo = theirs.BufferedInputFile(picture, "tiers.png")
    said = await bot.send_photo(MIA, photo, caption="<i>Tiers</i>", parse_mode="HTML", reply_markup=card())
    assert said.photo is not None
    assert (said.photo[-1].width, said.photo[-1].height, said.photo[-1].file_size) == (30, 20, len(picture))
    assert said.caption == "Tiers"
    assert dumped(said.reply_markup) == dumped(card())
    again = await bot.send_photo(MIA, said.photo[-1].file_id)
    assert again.photo is not None
    assert dumped(again.photo[-1]) == dumped(said.photo[-1])


async def test_a_document_keeps_its_name(mia: Phone, bot: theirs.Bot) -> None:
    said = await bot.send_document(MIA, theirs.BufferedInputFile(b"a,b\n", "客户 2026.csv"))
    assert said.document is not None
    assert (said.document.file_name, said.document.file_size) == ("客户 2026.csv", 4)


async def test_sounds_and_films_arrive(mia: Phone, bot: theirs.Bot) -> None:
    file = theirs.BufferedInputFile(b"sound", "x.ogg")
    assert (await bot.send_voice(MIA, file, duration=7)).voice.duration == 7  # type: ignore[union-attr]
    assert (await bot.send_audio(MIA, file, title="x")).audio.title == "x"  # type: ignore[union-attr]
    assert (await bot.send_video(MIA, file, width=4)).video.width == 4  # type: ignore[union-attr]


async def test_places_and_cards_arrive(mia: Phone, bot: theirs.Bot) -> None:
    place = (await bot.send_location(MIA, 1.29, 103.85)).location
    assert place is not None
    assert (place.latitude, place.longitude) == (1.29, 103.85)
    card = (await bot.send_contact(MIA, "+6591234567", "Wong")).contact
    assert card is not None
    assert (card.phone_number, card.first_name, card.last_name) == ("+6591234567", "Wong", None)


async def test_forwards_name_who_said_it_and_copies_do_not(mia: Phone, bot: theirs.Bot) -> None:
    number = mia.say("visited Acme")["message_id"]
    forwarded = await bot.forward_message(MIA, MIA, number)
    assert forwarded.forward_origin is not None
    assert forwarded.forward_origin.type == "user"
    copied = await bot.copy_message(MIA, MIA, number, reply_markup=card())
    assert "forward_origin" not in mia.tg.messages.of[MIA][copied.message_id]
    assert mia.tg.messages.of[MIA][copied.message_id]["text"] == "visited Acme"


async def test_typing_and_reactions_are_seen(mia: Phone, bot: theirs.Bot) -> None:
    number = mia.say("no, 60k")["message_id"]
    with mia.listening() as ear:
        await bot.send_chat_action(MIA, "typing")
        assert (await ear.hear("typing"))["action"] == "typing"
        await bot.set_message_reaction(MIA, number, [theirs.ReactionTypeEmoji(emoji="👌")])
        seen = await ear.hear("reaction")
    assert (seen["message_id"], seen["reactions"]) == (number, [{"type": "emoji", "emoji": "👌", "by": 42}])


async def test_the_most_special_commands_win(tg: LocalTelegram, mia: Phone, bot: theirs.Bot) -> None:
    today, heute = (
        theirs.BotCommand(command="today", description="Today"),
        theirs.BotCommand(command="today", description="今天"),
    )
    await bot.set_my_commands([theirs.BotCommand(command="start", description="Start")])
    assert [one["command"] for one in tg.commands.shown(MIA, "zh")] == ["start"]
    await bot.set_my_commands([today], theirs.BotCommandScopeAllPrivateChats())
    await bot.set_my_commands([heute], theirs.BotCommandScopeAllPrivateChats(), language_code="zh")
    assert tg.commands.shown(MIA, "zh-hans")[0]["description"] == "今天"
    assert tg.commands.shown(MIA, "en")[0]["description"] == "Today"
    await bot.set_my_commands(
        [theirs.BotCommand(command="team", description="Team")], theirs.BotCommandScopeChat(chat_id=MIA)
    )
    assert [one["command"] for one in tg.commands.shown(MIA, "zh")] == ["team"]
    kept = await bot.get_my_commands(theirs.BotCommandScopeAllPrivateChats())
    assert [dumped(one) for one in kept] == [dumped(today)]
    await bot.delete_my_commands(theirs.BotCommandScopeChat(chat_id=MIA))
    assert [one["command"] for one in tg.commands.shown(MIA, "zh")] == ["today"]


async def test_the_bot_describes_itself(mia: Phone, bot: theirs.Bot) -> None:
    await bot.set_my_name("回访", language_code="zh")
    assert (await bot.get_my_name(language_code="zh")).name == "回访"
    assert (await bot.get_my_name()).name == "Huifang"
    await bot.set_my_description("Records visits.")
    assert (await bot.get_my_description(language_code="en")).description == "Records visits."
    await bot.set_my_short_description("Visits.")
    assert (await bot.get_my_short_description()).short_description == "Visits."
    await bot.set_chat_menu_button(MIA, theirs.MenuButtonCommands())
    assert (await bot.get_chat_menu_button(MIA)).type == "commands"


async def test_chats_can_be_asked_about(tg: LocalTelegram, mia: Phone, bot: theirs.Bot) -> None:
    assert (await bot.get_chat(MIA)).first_name == "Mia"
    team = tg.group("Team", MIA)
    assert (await bot.get_chat(team)).title == "Team"
    assert (await bot.get_chat_member(team, MIA)).status == "member"
    assert await bot.get_chat_member_count(team) == 2
    assert await bot.leave_chat(team)
