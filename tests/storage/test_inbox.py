"""What came is kept once, answered once, and emptied when it is old."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage import inbox
from storage.database import Database
from storage.models import Inbox

NOW = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)


def said(number: int, chat: int = 5) -> dict[str, Any]:
    """A message as Telegram delivers it."""
    return {"update_id": number, "message": {"message_id": number, "chat": {"id": chat}, "text": "拜访了海岳食品"}}


def keep(database: Database, *numbers: int) -> list[int]:
    """Keep these; says which were new, in their order."""
    with database.transaction() as db:
        return [row.update_id for row in inbox.keep(db, [said(number) for number in numbers], NOW)]


def waiting(database: Database) -> list[int]:
    """What is kept and not answered."""
    with database.transaction() as db:
        return [row.update_id for row in inbox.waiting(db)]


def test_updates_are_kept_once_and_in_their_order(database: Database) -> None:
    assert keep(database, 7, 5, 7) == [5, 7]
    assert keep(database, 5, 6, 7) == [6]
    assert waiting(database) == [5, 6, 7]


def test_what_is_kept_is_what_came(database: Database) -> None:
    keep(database, 5)
    with database.reading() as db:
        row = db.scalars(select(Inbox)).one()
    assert (row.body, row.chat_id, row.received_at, row.state, row.attempts) == (said(5), 5, NOW, "waiting", 0)


def test_a_receipt_is_given_once(database: Database) -> None:
    keep(database, 5)
    with database.transaction() as db:
        assert inbox.finish(db, 5, NOW)
    with database.transaction() as db:
        assert not inbox.finish(db, 5, NOW)
        assert not inbox.park(db, 5, NOW)
    assert keep(database, 5) == []
    assert waiting(database) == []


def test_a_receipt_that_is_rolled_back_was_not_given(database: Database) -> None:
    keep(database, 5)
    with suppress(ZeroDivisionError), database.transaction() as db:
        inbox.finish(db, 5, NOW)
        raise ZeroDivisionError
    assert waiting(database) == [5]


def test_failures_are_counted_and_a_parked_update_waits_no_more(database: Database) -> None:
    keep(database, 5, 6)
    with database.transaction() as db:
        assert [inbox.failed(db, 5) for _ in range(3)] == [1, 2, 3]
        assert inbox.park(db, 5, NOW)
    assert waiting(database) == [6]


def test_old_bodies_are_emptied_and_their_receipts_stay(database: Database) -> None:
    keep(database, 5, 6, 7)
    with database.transaction() as db:
        inbox.finish(db, 5, NOW)
        inbox.finish(db, 6, NOW + timedelta(days=2))
        assert [inbox.forget(db, before=NOW + timedelta(days=1)) for _ in range(2)] == [1, 0]
    with database.reading() as db:
        bodies = {row.update_id: row.body for row in db.scalars(select(Inbox))}
    assert bodies == {5: None, 6: said(6), 7: said(7)}
    assert keep(database, 5) == []


CHATS = [
    ({"message": {"chat": {"id": 5}, "from": {"id": 6}}}, 5),
    ({"edited_message": {"chat": {"id": -100}}}, -100),
    ({"callback_query": {"id": "1", "from": {"id": 6}, "message": {"chat": {"id": 5}}}}, 5),
    ({"callback_query": {"id": "1", "from": {"id": 6}, "inline_message_id": "x"}}, 6),
    ({"my_chat_member": {"chat": {"id": 5}, "from": {"id": 6}}}, 5),
    ({"poll": {"id": "1"}}, None),
    ({}, None),
]


@pytest.mark.parametrize(("body", "chat"), CHATS)
def test_an_update_belongs_to_its_chat(body: dict[str, Any], chat: int | None) -> None:
    assert inbox.chat_of({"update_id": 1, **body}) == chat
