"""The one method that answers without words: reactions."""

from demo.telegram.asked import Asked
from demo.telegram.editing import identified
from demo.telegram.refusals import bad
from demo.telegram.telegram import Telegram

KNOWN = """
    ❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥
    🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨
    🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡
"""
REACTIONS = frozenset(KNOWN.split())
"""The emoji that Telegram takes as a reaction."""


def react(tg: Telegram, asked: Asked) -> bool:
    """setMessageReaction: one emoji that Telegram knows, or none."""
    chat = tg.chats.reach(asked)
    message = tg.messages.find(chat, identified(asked))
    if message is None:
        raise bad("message to react not found")
    reactions = asked.list("reaction")
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    if any(one.get("type") != "emoji" or one.get("emoji") not in REACTIONS for one in reactions):
        raise bad("REACTION_INVALID")
    tg.messages.react(chat, message["message_id"], tg.me["id"], reactions)
    return True
