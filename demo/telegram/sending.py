"""The methods that say something: texts, places, cards and files."""

from demo.telegram.asked import Asked
from demo.telegram.entities import caption_of, text_of
from demo.telegram.keyboards import markup
from demo.telegram.media import media
from demo.telegram.plain import Plain, given
from demo.telegram.refusals import bad
from demo.telegram.telegram import Telegram

ACTIONS = {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
           "choose_sticker", "find_location", "record_video_note", "upload_video_note"}  # fmt: skip


def message(tg: Telegram, asked: Asked) -> Plain:
    """sendMessage."""
    chat = tg.chats.reach(asked)
    return say(tg, chat, asked, text_of(asked))


def photo(tg: Telegram, asked: Asked) -> Plain:
    """sendPhoto."""
    return file(tg, asked, "photo")


def document(tg: Telegram, asked: Asked) -> Plain:
    """sendDocument."""
    return file(tg, asked, "document")


def voice(tg: Telegram, asked: Asked) -> Plain:
    """sendVoice."""
    return file(tg, asked, "voice")


def audio(tg: Telegram, asked: Asked) -> Plain:
    """sendAudio."""
    return file(tg, asked, "audio")


def video(tg: Telegram, asked: Asked) -> Plain:
    """sendVideo."""
    return file(tg, asked, "video")


def file(tg: Telegram, asked: Asked, kind: str) -> Plain:
    """A file of that kind with its caption."""
    chat = tg.chats.reach(asked)
    caption = caption_of(asked)
    return say(tg, chat, asked, {**media(tg.files, asked, kind), **caption})


def location(tg: Telegram, asked: Asked) -> Plain:
    """sendLocation."""
    chat = tg.chats.reach(asked)
    return say(tg, chat, asked, {"location": place(asked)})


def place(asked: Asked) -> Plain:
    """A point on the earth."""
    latitude, longitude = asked.decimal("latitude"), asked.decimal("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad("latitude and longitude are out of range")
    return {"latitude": latitude, "longitude": longitude}


def contact(tg: Telegram, asked: Asked) -> Plain:
    """sendContact."""
    chat = tg.chats.reach(asked)
    if not asked.text("phone_number"):
        raise bad("phone number must be non-empty")
    if not asked.text("first_name"):
        raise bad("first name must be non-empty")
    fields = {name: asked.text(name) for name in ("phone_number", "first_name", "last_name", "vcard")}
    return say(tg, chat, asked, {"contact": given(**fields)})


def say(tg: Telegram, chat: int, asked: Asked, content: Plain) -> Plain:
    """A message of the bot's with that content, its keyboard, and what it replies to."""
    inside, under_composer = markup(asked, chat)
    content = {**content, **inside, **reply(tg, chat, asked)}
    said = tg.messages.add(chat, sender(tg), content, under_composer)
    if under_composer is not None:
        tg.keyboard(chat, under_composer)
    return said


def sender(tg: Telegram) -> Plain:
    """The bot as the author of a message."""
    return {name: tg.me[name] for name in ("id", "is_bot", "first_name", "username")}


def reply(tg: Telegram, chat: int, asked: Asked) -> Plain:
    """The message that this one replies to, without what that one replied to."""
    wanted = asked.object("reply_parameters") or {"message_id": asked.number("reply_to_message_id")}
    if not wanted.get("message_id"):
        return {}
    original = tg.messages.find(chat, int(wanted["message_id"]))
    if original is None:
        if wanted.get("allow_sending_without_reply") or asked.flag("allow_sending_without_reply"):
            return {}
        raise bad("message to be replied not found")
    return {"reply_to_message": {name: value for name, value in original.items() if name != "reply_to_message"}}


def action(tg: Telegram, asked: Asked) -> bool:
    """sendChatAction."""
    chat = tg.chats.reach(asked)
    if asked.text("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    tg.events.tell("typing", chat=chat, action=asked.text("action"))
    return True


def draft(tg: Telegram, asked: Asked) -> bool:
    """sendMessageDraft: a message that is still being written."""
    chat = tg.chats.reach(asked)
    if not asked.number("draft_id"):
        raise bad("RANDOM_ID_INVALID")
    tg.events.tell("draft", chat=chat, draft_id=asked.number("draft_id"), **text_of(asked))
    return True
