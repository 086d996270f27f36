"""Every message of every chat, as the Bot API's Message objects; an edit puts a new object in place of the old."""

from collections import defaultdict

from demo.telegram.chats import Chats
from demo.telegram.clock import Clock
from demo.telegram.events import Events
from demo.telegram.plain import Plain
from demo.telegram.shelf import Shelf

DAYS_TO_DELETE = 2
SAME = ("text", "entities", "caption", "caption_entities", "reply_markup", "photo", "document", "video", "audio")


class Messages:
    """Messages by chat and number, and the reactions to them."""

    def __init__(self, shelf: Shelf, chats: Chats, clock: Clock, events: Events) -> None:
        self.shelf, self.chats, self.clock, self.events = shelf, chats, clock, events
        self.of: defaultdict[int, dict[int, Plain]] = defaultdict(dict)
        self.last: defaultdict[int, int] = defaultdict(int)
        self.reactions: dict[tuple[int, int], list[Plain]] = {}
        self.keyboards: dict[tuple[int, int], Plain] = {}
        for chat, kept in (thing for _, thing in shelf.all("message")):
            self.take_back(chat, kept)

    def take_back(self, chat: int, kept: Plain) -> None:
        """One message from the shelf, with what came with it."""
        message = kept["message"]
        number = message["message_id"]
        self.last[chat] = max(self.last[chat], number)
        if len(message) > 1:
            self.of[chat][number] = message
            self.reactions |= {(chat, number): kept["reactions"]} if kept["reactions"] else {}
            self.keyboards |= {(chat, number): kept["keyboard"]} if kept["keyboard"] else {}

    def add(self, chat: int, sender: Plain, content: Plain, keyboard: Plain | None = None) -> Plain:
        """A new message; `keyboard` is a reply keyboard that comes with it."""
        number = self.last[chat] = self.last[chat] + 1
        message = {"message_id": number, "from": sender, "chat": self.chats.plain(chat), "date": self.clock.stamp()}
        message |= content
        if keyboard is not None:
            self.keyboards[chat, number] = keyboard
        self.keep(chat, message)
        self.events.tell("message", chat=chat, message=self.shown(chat, message))
        return message

    def replace(self, chat: int, message: Plain) -> Plain:
        """The message as it reads after an edit."""
        message["edit_date"] = self.clock.stamp()
        self.keep(chat, message)
        self.events.tell("edit", chat=chat, message=self.shown(chat, message))
        return message

    def keep(self, chat: int, message: Plain) -> None:
        """Put the message where it is found again."""
        number = message["message_id"]
        self.of[chat][number] = message
        self.put(chat, number, message)

    def put(self, chat: int, number: int, message: Plain) -> None:
        """Onto the shelf."""
        if self.shelf.database is not None:
            extra = {"reactions": self.reactions.get((chat, number)), "keyboard": self.keyboards.get((chat, number))}
            self.shelf.put("message", f"{chat}:{number:09}", (chat, {"message": message, **extra}))

    def find(self, chat: int, number: int | None) -> Plain | None:
        """The message with that number, if it is still there."""
        return None if number is None else self.of[chat].get(number)

    def delete(self, chat: int, number: int) -> None:
        """It is gone; its number isn't given again."""
        del self.of[chat][number]
        self.reactions.pop((chat, number), None)
        self.keyboards.pop((chat, number), None)
        self.put(chat, number, {"message_id": number})
        self.events.tell("delete", chat=chat, message_ids=[number])

    def react(self, chat: int, number: int, by: int, reactions: list[Plain]) -> None:
        """Somebody's reactions to a message, in place of those they had."""
        others = [one for one in self.reactions.get((chat, number), []) if one["by"] != by]
        self.reactions[chat, number] = others + [{**one, "by": by} for one in reactions]
        self.put(chat, number, self.of[chat][number])
        self.events.tell("reaction", chat=chat, message_id=number, reactions=self.reactions[chat, number])

    def shown(self, chat: int, message: Plain) -> Plain:
        """The message as the page sees it, with the reply keyboard that came with it and the reactions."""
        key = (chat, message["message_id"])
        extra = {"_reply_keyboard": self.keyboards.get(key), "_reactions": self.reactions.get(key)}
        return message | {name: value for name, value in extra.items() if value}

    def before(self, chat: int, number: int | None, most: int) -> list[Plain]:
        """The last `most` messages with smaller numbers (or of all), oldest first, as the page sees them."""
        numbers = [one for one in self.of[chat] if number is None or one < number]
        return [self.shown(chat, self.of[chat][one]) for one in sorted(numbers)[-most:]]
