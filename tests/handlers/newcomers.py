"""Somebody at the door: a Telegram account that talks with an office's bot before it belongs there."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from actions.joining import set_up_code
from storage import company
from storage.models import Outbox, Person
from tests.office import Office, Said

BOT = "huifang_bot"


@dataclass
class Account:
    """A phone: what an office needs of somebody who writes."""

    telegram_id: int
    name: str
    language: str = "zh"


class Company(Office):
    """A company on its first day: nobody is in, the bot knows its own name."""

    def open(self) -> str:
        """The set-up code that the console prints."""
        with self.database.transaction() as db:
            company.set_mark(db, "bot", BOT)
            code = set_up_code(db, self.now)
        assert code
        return code

    def knock(self, account: Account, text: str) -> Said:
        """Somebody writes, in their phone's language."""
        sender = {
            "id": account.telegram_id,
            "is_bot": False,
            "first_name": account.name,
            "language_code": account.language,
        }
        chat = {"id": account.telegram_id, "type": "private", "first_name": account.name}
        body = {"message_id": next(self._messages), "date": int(self.now.timestamp()), "text": text}
        return self.hear({"message": {**body, "from": sender, "chat": chat}}, self._as_person(account))

    def set_up(self, account: Account) -> Person:
        """The first person comes in and takes what is proposed."""
        self.knock(account, f"/start {self.open()}")
        person = self.person(account)
        self.say(person, "清源净水" if account.language == "zh" else "Clearspring")
        for tap in (
            "fine",
            "trade:b2b",
            "letters:value",
            "capacity:60:6",
            "adopt:60:6:2",
            f"language:{account.language}",
            "favourites:skip",
        ):
            self.tap(person, tap)
        return self.person(account)

    def person(self, account: Account) -> Person:
        """Who this account is by now."""
        with self.database.reading() as db:
            return db.scalars(select(Person).where(Person.telegram_id == account.telegram_id)).one()

    def sent(self) -> None:
        """Everything that waits was sent, each message with a number of its own."""
        with self.database.transaction() as db:
            for row in db.scalars(select(Outbox).where(Outbox.state == "waiting")):
                row.state, row.message_id = "sent", row.edits_message_id or 5000 + row.id

    def last(self, account: Account) -> Outbox:
        """What was said last in this chat."""
        with self.database.reading() as db:
            mine = select(Outbox).where(Outbox.chat_id == account.telegram_id)
            return db.scalars(mine.order_by(Outbox.id.desc()).limit(1)).one()

    def shown(self, account: Account) -> dict[str, Any]:
        """The facts of what was said last in this chat."""
        facts = self.last(account).facts
        assert facts is not None
        return facts

    @staticmethod
    def _as_person(account: Account) -> Person:
        return Person(telegram_id=account.telegram_id, name=account.name)


def link_of(said: Said, label: str) -> str:
    """The payload behind a button that hands an invitation on."""
    from urllib.parse import parse_qs, urlsplit

    taps = {tap.label: tap.url or "" for one in said.spoken for row in one.rows for tap in row}
    shared = parse_qs(urlsplit(taps[label]).query)
    assert shared["url"][0].startswith(f"https://t.me/{BOT}?start=")
    return shared["url"][0].partition("start=")[2]
