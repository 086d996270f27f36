"""The methods that say something again: forwards and copies."""

from demo.telegram.asked import Asked
from demo.telegram.editing import identified
from demo.telegram.entities import caption_of
from demo.telegram.plain import Plain
from demo.telegram.refusals import bad
from demo.telegram.sending import say, sender
from demo.telegram.telegram import Telegram

OF_THE_PLACE = {"message_id", "from", "chat", "date", "edit_date", "reply_to_message", "reply_markup", "forward_origin"}


def forward(tg: Telegram, asked: Asked) -> Plain:
    """forwardMessage: with the name of who said it first."""
    chat = tg.chats.reach(asked)
    original = source(tg, asked, "message to forward not found")
    origin = original.get("forward_origin") or said_by(original)
    return tg.messages.add(chat, sender(tg), {"forward_origin": origin, **content(original)})


def copy(tg: Telegram, asked: Asked) -> Plain:
    """copyMessage: as if the bot said it; a caption and a keyboard may be its own."""
    chat = tg.chats.reach(asked)
    original = source(tg, asked, "message to copy not found")
    kept = content(original)
    if "caption" in asked.given:
        kept = {name: value for name, value in kept.items() if not name.startswith("caption")} | caption_of(asked)
    return {"message_id": say(tg, chat, asked, kept)["message_id"]}


def source(tg: Telegram, asked: Asked, missing: str) -> Plain:
    """The message in the chat that it is taken from."""
    chat = tg.chats.named(Asked({"chat_id": asked.text("from_chat_id")}))
    original = tg.messages.find(chat, identified(asked))
    if original is None:
        raise bad(missing)
    return original


def content(message: Plain) -> Plain:
    """What a message says, without where and when it was said."""
    return {name: value for name, value in message.items() if name not in OF_THE_PLACE}


def said_by(message: Plain) -> Plain:
    """Who said a message first, and when."""
    return {"type": "user", "sender_user": message["from"], "date": message["date"]}
