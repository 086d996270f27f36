"""The chats that the bot may speak in: a private one per person who opened it, and groups."""

from demo.telegram.asked import Asked
from demo.telegram.people import People
from demo.telegram.plain import Plain, given
from demo.telegram.refusals import Refused, bad, forbidden
from demo.telegram.shelf import Shelf

FIRST_GROUP = -1001


class Chats:
    """Which chats exist, who is in them, which are shut to the bot, and the reply keyboard each shows."""

    def __init__(self, shelf: Shelf, people: People) -> None:
        self.shelf = shelf
        self.people = people
        self.kept: dict[int, Plain] = dict(shelf.all("chat"))

    def open(self, person: int) -> bool:
        """The person has started the bot; False if they had before."""
        if person in self.kept:
            return False
        self.keep(person, {"members": [person]})
        return True

    def group(self, title: str, members: list[int], privacy: bool) -> int:
        """A group with the bot in it; with `privacy` the bot hears only what is meant for it."""
        number = min(FIRST_GROUP + 1, *self.kept, 0) - 1
        self.keep(number, {"members": members, "title": title, "privacy": privacy})
        return number

    def keep(self, number: int, chat: Plain) -> None:
        """Remember the chat as it is now."""
        self.kept[number] = chat
        self.shelf.put("chat", number, chat)

    def change(self, number: int, **fields: object) -> None:
        """Some of it is different now."""
        self.keep(number, {**self.kept[number], **fields})

    def reach(self, asked: Asked) -> int:
        """The chat that a call is meant for; refused if the bot doesn't know it or isn't wanted there."""
        number = self.named(asked)
        if self.kept[number].get("shut"):
            raise self.shut(number)
        return number

    def named(self, asked: Asked) -> int:
        """The chat that a call names."""
        if not asked.text("chat_id"):
            raise bad("chat_id is empty")
        number = asked.number("chat_id")
        if number is None or number not in self.kept:
            raise bad("chat not found")
        return number

    def shut(self, number: int) -> Refused:
        """The bot isn't wanted there."""
        if number < 0:
            return forbidden("bot was kicked from the group chat")
        return forbidden("bot was blocked by the user")

    def plain(self, number: int) -> Plain:
        """The chat as part of a message."""
        if number < 0:
            return {"id": number, "type": "group", "title": self.kept[number]["title"]}
        user = self.people.users[number]
        names = {name: user.get(name) for name in ("first_name", "last_name", "username")}
        return {"id": number, "type": "private", **given(**names)}

    def shown(self, number: int) -> Plain:
        """A group as the page sees it."""
        chat = self.kept[number]
        return {"id": number, "title": chat["title"], "members": chat["members"]}
