"""The methods that ask about the bot, its chats and the people in them."""

from demo.telegram.asked import Asked
from demo.telegram.plain import Plain
from demo.telegram.refusals import bad
from demo.telegram.telegram import Telegram

NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)
TEXTS = {"name": 64, "description": 512, "short_description": 120}


def me(tg: Telegram, asked: Asked) -> Plain:
    """getMe."""
    return tg.me


def chat(tg: Telegram, asked: Asked) -> Plain:
    """getChat."""
    number = tg.chats.named(asked)
    full = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}
    return {**tg.chats.plain(number), **full}


def member(tg: Telegram, asked: Asked) -> Plain:
    """getChatMember."""
    chat, user = tg.chats.kept[tg.chats.named(asked)], asked.number("user_id")
    if user == tg.me["id"]:
        return {"status": "member", "user": tg.me}
    if user is None or user not in tg.people.users:
        raise bad("invalid user_id specified")
    return {"status": "member" if user in chat["members"] else "left", "user": tg.people.users[user]}


def members(tg: Telegram, asked: Asked) -> int:
    """getChatMemberCount, the bot included."""
    return len(tg.chats.kept[tg.chats.named(asked)]["members"]) + 1


def leave(tg: Telegram, asked: Asked) -> bool:
    """leaveChat: the bot goes out of a group."""
    number = tg.chats.reach(asked)
    if number > 0:
        raise bad("chat member status can't be changed in private chats")
    tg.chats.change(number, shut=True)
    return True


def set_text(tg: Telegram, asked: Asked, what: str) -> bool:
    """setMyName, setMyDescription and setMyShortDescription."""
    if len(asked.text(what)) > TEXTS[what]:
        raise bad(f"bot {what.replace('_', ' ')} is too long")
    return tg.commands.keep(f"{what}/{asked.text('language_code')}", asked.text(what))


def get_text(tg: Telegram, asked: Asked, what: str) -> Plain:
    """getMyName, getMyDescription and getMyShortDescription, falling back to the one for all languages."""
    kept, language = tg.commands.kept, asked.text("language_code")
    otherwise = tg.me["first_name"] if what == "name" else ""
    return {what: kept.get(f"{what}/{language}") or kept.get(f"{what}/") or otherwise}
