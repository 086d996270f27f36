"""The methods that change or remove what was said."""

from demo.telegram.asked import Asked
from demo.telegram.entities import caption_of, text_of
from demo.telegram.keyboards import only_inline
from demo.telegram.media import KINDS, media
from demo.telegram.messages import DAYS_TO_DELETE, SAME
from demo.telegram.plain import Plain
from demo.telegram.refusals import bad
from demo.telegram.telegram import Telegram

NOT_MODIFIED = ("message is not modified: specified new message content and reply markup are exactly the same as a "
                "current content and reply markup of the message")  # fmt: skip
DAY = 24 * 3600
MOST_DELETED = 100


def text(tg: Telegram, asked: Asked) -> Plain:
    """editMessageText."""
    chat, message = own(tg, asked)
    fresh = text_of(asked, "MESSAGE_TOO_LONG")
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    return put(tg, chat, message, fresh | only_inline(asked, chat), {"text", "entities"})


def caption(tg: Telegram, asked: Asked) -> Plain:
    """editMessageCaption."""
    chat, message = own(tg, asked)
    fresh = caption_of(asked, "MEDIA_CAPTION_TOO_LONG")
    if not message.keys() & set(KINDS):
        raise bad("there is no caption in the message to edit")
    return put(tg, chat, message, fresh | only_inline(asked, chat), {"caption", "caption_entities"})


def file(tg: Telegram, asked: Asked) -> Plain:
    """editMessageMedia."""
    chat, message = own(tg, asked)
    wanted = asked.object("media")
    if wanted is None or wanted.get("type") not in KINDS:
        raise bad("can't parse InputMedia: unsupported type specified")
    inner = Asked(wanted, asked.uploads)
    fresh = media(tg.files, inner, wanted["type"], "media") | caption_of(inner, "MEDIA_CAPTION_TOO_LONG")
    gone = {"text", "entities", "caption", "caption_entities", *KINDS}
    return put(tg, chat, message, fresh | only_inline(asked, chat), gone)


def keyboard(tg: Telegram, asked: Asked) -> Plain:
    """editMessageReplyMarkup."""
    chat, message = own(tg, asked)
    return put(tg, chat, message, only_inline(asked, chat), set())


def own(tg: Telegram, asked: Asked) -> tuple[int, Plain]:
    """The chat, and the bot's own message in it that a call wants to edit; one with a reply keyboard can't be."""
    chat = tg.chats.reach(asked)
    message = tg.messages.find(chat, identified(asked))
    if message is None:
        raise bad("message to edit not found")
    fixed = "forward_origin" in message or (chat, message["message_id"]) in tg.messages.keyboards
    if fixed or message["from"]["id"] != tg.me["id"]:
        raise bad("message can't be edited")
    return chat, message


def identified(asked: Asked) -> int:
    """The number of the message that a call names."""
    number = asked.number("message_id")
    if not number:
        raise bad("message identifier is not specified")
    return number


def put(tg: Telegram, chat: int, message: Plain, fresh: Plain, gone: set[str]) -> Plain:
    """The message with fresh content in place of what is gone; its keyboard goes unless there is a fresh one."""
    kept = {name: value for name, value in message.items() if name not in gone | {"reply_markup", "edit_date"}}
    edited = kept | fresh
    if all(edited.get(name) == message.get(name) for name in SAME):
        raise bad(NOT_MODIFIED)
    return tg.messages.replace(chat, edited)


def delete(tg: Telegram, asked: Asked) -> bool:
    """deleteMessage: anybody's in a private chat, the bot's own in a group, for two days."""
    chat = tg.chats.reach(asked)
    message = tg.messages.find(chat, identified(asked))
    if message is None:
        raise bad("message to delete not found")
    if chat < 0 and message["from"]["id"] != tg.me["id"]:
        raise bad("message can't be deleted")
    if tg.clock.stamp() - message["date"] > DAYS_TO_DELETE * DAY:
        raise bad("message can't be deleted for everyone")
    tg.messages.delete(chat, message["message_id"])
    return True


def delete_several(tg: Telegram, asked: Asked) -> bool:
    """deleteMessages: those that aren't there are passed over."""
    numbers = asked.list("message_ids")
    if not 0 < len(numbers) <= MOST_DELETED:
        raise bad("message identifiers are not specified" if not numbers else "too many message identifiers specified")
    chat = tg.chats.reach(asked)
    for number in numbers:
        if tg.messages.find(chat, int(number)):
            delete(tg, Asked({"chat_id": chat, "message_id": number}))
    return True
