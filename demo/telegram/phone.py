"""What a person does on their phone: types, taps, edits, sends things, blocks; and what they hear."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from demo.telegram.asked import Asked, Upload
from demo.telegram.copying import content, said_by
from demo.telegram.ear import Ear
from demo.telegram.entities import LONGEST_CAPTION, heard
from demo.telegram.media import KINDS, described, keep
from demo.telegram.plain import Plain, given
from demo.telegram.refusals import bad
from demo.telegram.telegram import Telegram

PAYLOAD = re.compile("[A-Za-z0-9_-]{0,64}")


class Phone:
    """One person in one chat: their private one with the bot unless a group is named. Wrong use is a `Refused`."""

    def __init__(self, tg: Telegram, person: int, chat: int | None = None) -> None:
        self.tg, self.person, self.chat = tg, person, chat or person
        if person not in tg.people.users:
            raise bad("there is no such person")
        if self.chat < 0 and person not in tg.chats.kept.get(self.chat, {}).get("members", ()):
            raise bad("they are not in that group")

    @property
    def user(self) -> Plain:
        """The person as an author."""
        return self.tg.people.users[self.person]

    def say(self, text: str, reply_to: int | None = None) -> Plain:
        """Type a text, or press a button under the composer."""
        text, entities = heard(text)
        if not text:
            raise bad("message text is empty")
        self.put_away(text)
        return self.send({"text": text, **given(entities=entities)}, reply_to)

    def send(self, said: Plain, reply_to: int | None = None) -> Plain:
        """Any content as a message of this person's."""
        self.opened()
        if self.tg.chats.kept[self.chat].get("shut"):
            raise bad("the bot is blocked here; start it again first")
        message = self.tg.messages.add(self.chat, self.user, said | self.replied(reply_to))
        if self.chat > 0 or self.meant_for_bot(message):
            self.tg.deliver("message", message)
        return message

    def opened(self) -> None:
        """Whoever writes to the bot has opened the chat."""
        if self.chat > 0 and self.tg.chats.open(self.chat):
            self.tg.events.tell("person", person=self.shown())

    def replied(self, reply_to: int | None) -> Plain:
        """The message that is replied to."""
        original = self.tg.messages.find(self.chat, reply_to)
        return {} if original is None else {"reply_to_message": original}

    def meant_for_bot(self, message: Plain) -> bool:
        """What a bot hears in a group where it may not hear everything: commands, mentions, replies to it."""
        name = "@" + self.tg.me["username"]
        words = message.get("text", "")
        command = re.match(r"/\w+(@\w+)?", words)
        to_it = message.get("reply_to_message", {}).get("from", {}).get("id") == self.tg.me["id"]
        named = command[1] in (None, name) if command else name in words
        return named or to_it or not self.tg.chats.kept[self.chat]["privacy"]

    def put_away(self, text: str) -> None:
        """A keyboard for one use is gone once it was used."""
        keyboard = self.tg.chats.kept.get(self.chat, {}).get("keyboard") or {}
        labels = {button["text"] for row in keyboard.get("keyboard", ()) for button in row}
        if keyboard.get("force_reply") or (keyboard.get("one_time_keyboard") and text in labels):
            self.tg.keyboard(self.chat, None)

    def start(self, payload: str = "") -> Plain:
        """Press START, perhaps by a link with a payload; a blocked bot is welcome again."""
        if not PAYLOAD.fullmatch(payload):
            raise bad("a payload has up to 64 of A-Z a-z 0-9 _ -")
        if self.chat in self.tg.chats.kept:
            self.unblock()
        return self.say(f"/start {payload}".strip())

    def edit(self, number: int, text: str) -> Plain:
        """Change one's own message."""
        message = self.own(number)
        text, entities = heard(text)
        if not text or "text" not in message or text == message["text"]:
            raise bad("message is not modified")
        kept = {name: value for name, value in message.items() if name != "entities"}
        edited = self.tg.messages.replace(self.chat, {**kept, "text": text, **given(entities=entities)})
        self.tg.deliver("edited_message", edited)
        return edited

    def own(self, number: int) -> Plain:
        """One's own message in this chat."""
        message = self.tg.messages.find(self.chat, number)
        if message is None or message["from"]["id"] != self.person:
            raise bad("that is not a message of theirs")
        return message

    def tap(self, number: int, data: str) -> str:
        """Tap the inline button with that data under a message; the id under which it will be answered."""
        message = self.tg.messages.find(self.chat, number) or {}
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        if not any(button.get("callback_data") == data for row in rows for button in row):
            raise bad("there is no such button")
        callback = self.tg.callbacks.add(self.chat)
        tapped = {"id": callback, "from": self.user, "message": message, "chat_instance": str(self.chat), "data": data}
        self.tg.deliver("callback_query", tapped)
        return callback

    def contact(self, card: Plain | None = None, reply_to: int | None = None) -> Plain:
        """Share somebody's card; one's own unless another is given."""
        names = given(first_name=self.user["first_name"], last_name=self.user.get("last_name"))
        own = {"phone_number": f"+1555{self.person % 10**7:07}", **names, "user_id": self.person}
        card = card or own
        if not card.get("phone_number") or not card.get("first_name"):
            raise bad("a card has a phone_number and a first_name")
        return self.send({"contact": card}, reply_to)

    def location(self, latitude: float, longitude: float) -> Plain:
        """Share a place."""
        return self.send({"location": {"latitude": latitude, "longitude": longitude}})

    def file(self, upload: Upload, kind: str = "document", caption: str = "") -> Plain:
        """Send a file as one of `photo`, `document`, `voice`, `audio`, `video`."""
        if kind not in KINDS:
            raise bad(f"there is no kind {kind}")
        words, entities = heard(caption, LONGEST_CAPTION)
        number = keep(self.tg.files, upload, kind)
        shown = described(self.tg.files, number, kind, Asked({}))
        return self.send({kind: shown, **given(caption=words, caption_entities=entities)})

    def sticker(self, emoji: str = "👍") -> Plain:
        """Send a sticker."""
        number = self.tg.files.add(b"RIFF\x00\x00\x00\x00WEBP", "sticker.webp", "image/webp", "sticker")
        sort = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self.send({"sticker": {**self.tg.files.plain(number), **sort, "emoji": emoji}})

    def forward(self, number: int, to: int) -> Plain:
        """Forward a message of this chat into another one with the bot."""
        message = self.tg.messages.find(self.chat, number)
        if message is None:
            raise bad("message to forward not found")
        there = Phone(self.tg, self.person, to)
        return there.send({"forward_origin": message.get("forward_origin") or said_by(message), **content(message)})

    def react(self, number: int, emoji: str | None) -> None:
        """Put a reaction on a message, or take it off."""
        if self.tg.messages.find(self.chat, number) is None:
            raise bad("there is no such message")
        kept = self.tg.messages.reactions.get((self.chat, number), [])
        before = [{"type": "emoji", "emoji": one["emoji"]} for one in kept if one["by"] == self.person]
        after = [{"type": "emoji", "emoji": emoji}] if emoji else []
        self.tg.messages.react(self.chat, number, self.person, after)
        told = {"chat": self.tg.chats.plain(self.chat), "message_id": number, "user": self.user}
        told |= {"date": self.tg.clock.stamp(), "old_reaction": before, "new_reaction": after}
        self.tg.deliver("message_reaction", told)

    def delete(self, number: int) -> None:
        """Remove a message; bots aren't told."""
        if self.tg.messages.find(self.chat, number) is None:
            raise bad("there is no such message")
        self.tg.messages.delete(self.chat, number)

    def block(self) -> None:
        """Block the bot, or put it out of the group."""
        if not self.tg.chats.kept[self.chat].get("shut"):
            self.membership("member", "kicked" if self.chat > 0 else "left")

    def unblock(self) -> None:
        """Let the bot in again."""
        if self.tg.chats.kept[self.chat].get("shut"):
            self.membership("kicked" if self.chat > 0 else "left", "member")

    def membership(self, before: str, after: str) -> None:
        """The bot's standing in this chat changes, and it is told."""
        self.tg.chats.change(self.chat, shut=after != "member")
        bot = {name: self.tg.me[name] for name in ("id", "is_bot", "first_name", "username")}
        old, new = ({"status": one, "user": bot} | given(until_date=0 if one == "kicked" else None)
                    for one in (before, after))  # fmt: skip
        chat = {"chat": self.tg.chats.plain(self.chat), "from": self.user, "date": self.tg.clock.stamp()}
        self.tg.deliver("my_chat_member", {**chat, "old_chat_member": old, "new_chat_member": new})
        self.tg.events.tell("person", person=self.shown())

    def shown(self) -> Plain:
        """The person as the page sees them."""
        chat = self.tg.chats.kept.get(self.person)
        return {**self.tg.people.shown(self.person), "opened": chat is not None,
                "blocked": bool(chat and chat.get("shut"))}  # fmt: skip

    @contextmanager
    def listening(self) -> Iterator[Ear]:
        """Everything that the bot does in this chat from now on, to be heard one by one."""
        with self.tg.events.listening() as listener:
            yield Ear(self.chat, self.person, listener)
