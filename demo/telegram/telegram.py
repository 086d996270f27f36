"""Telegram itself, without the network: everything the chats consist of, in one place for methods and phones."""

from pathlib import Path

from demo.telegram.callbacks import Callbacks
from demo.telegram.chats import Chats
from demo.telegram.clock import Clock
from demo.telegram.commands import Commands
from demo.telegram.events import Events
from demo.telegram.faults import Faults
from demo.telegram.files import Files
from demo.telegram.ledger import Ledger
from demo.telegram.limits import Limits
from demo.telegram.messages import Messages
from demo.telegram.people import People
from demo.telegram.plain import Plain
from demo.telegram.shelf import Shelf
from demo.telegram.updates import Updates


class Telegram:
    """People, chats, messages, updates and files of one bot; kept in `folder`, or in memory only."""

    def __init__(self, me: Plain, folder: Path | None = None, zone: str = "Asia/Shanghai", seed: int = 0) -> None:
        self.me = me
        self.shelf = Shelf(folder)
        self.clock = Clock(folder, zone)
        self.events = Events()
        self.ledger = Ledger()
        self.limits = Limits(self.ledger)
        self.faults = Faults(self.limits, seed)
        self.people = People(self.shelf)
        self.chats = Chats(self.shelf, self.people)
        self.messages = Messages(self.shelf, self.chats, self.clock, self.events)
        self.updates = Updates(self.shelf, self.faults)
        self.files = Files(self.shelf)
        self.callbacks = Callbacks()
        self.commands = Commands(self.shelf, self.chats)
        self.webhook: Plain = self.shelf.get("number", "webhook", {})

    def deliver(self, kind: str, thing: Plain) -> None:
        """Something happened that the bot is told of."""
        if self.updates.add(kind, thing) is not None:
            self.ledger.received += 1

    def keyboard(self, chat: int, keyboard: Plain | None) -> None:
        """The chat shows that reply keyboard from now on, or none."""
        shown = None if keyboard is None or keyboard.get("remove_keyboard") else keyboard
        self.chats.change(chat, keyboard=shown)
        self.events.tell("keyboard", chat=chat, keyboard=shown)
