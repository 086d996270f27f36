"""What is to be said waits until it is due, belongs to one process at a time, and is marked once Telegram has it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from storage import outbox
from storage.database import Database
from storage.models import Outbox
from storage.outbox import Settled

NOW = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)
MACHINE = 1_000_000.0


def message(key: str, kind: str = "reply", chat: int = 5, due: datetime = NOW) -> Outbox:
    """A message that is to be said."""
    return Outbox(key=key, chat_id=chat, kind=kind, view="Said", facts={"text": "好"}, due_at=due, created_at=NOW)


def add(database: Database, *messages: Outbox) -> list[int]:
    """Their numbers."""
    with database.transaction() as db:
        return [outbox.add(db, one).id for one in messages]


def claimed(database: Database, machine: float = MACHINE, **wanted: object) -> list[str]:
    """The keys of what one process gets."""
    with database.transaction() as db:
        return [row.key for row in outbox.claim(db, NOW, machine, **wanted)]  # type: ignore[arg-type]


def test_what_is_due_is_claimed_replies_first_and_oldest_first(database: Database) -> None:
    sooner = NOW - timedelta(hours=1)
    add(database, message("push", "push", due=sooner), message("late"), message("early", due=sooner))
    add(database, message("tomorrow", due=NOW + timedelta(days=1)))
    assert claimed(database) == ["early", "late", "push"]


def test_a_claim_belongs_to_one_process_until_its_lease_ends(database: Database) -> None:
    add(database, message("a"))
    assert claimed(database) == ["a"]
    assert claimed(database, MACHINE + outbox.LEASE_SECONDS - 1) == []
    assert claimed(database, MACHINE + outbox.LEASE_SECONDS + 1) == ["a"]


def test_what_is_in_hand_already_is_left_there(database: Database) -> None:
    first, _ = add(database, message("a"), message("b"))
    assert claimed(database, beside=[first]) == ["b"]


def test_a_claim_takes_no_more_than_it_was_asked_for(database: Database) -> None:
    add(database, *(message(f"k{n}") for n in range(5)))
    assert claimed(database, limit=3) == ["k0", "k1", "k2"]
    assert claimed(database) == ["k3", "k4"]


def test_what_a_lost_process_had_claimed_can_be_freed(database: Database) -> None:
    add(database, message("a"))
    claimed(database)
    with database.transaction() as db:
        assert outbox.release(db) == 1
    assert claimed(database) == ["a"]


def test_settled_messages_are_marked_together_and_never_claimed_again(database: Database) -> None:
    sent, dead = add(database, message("a"), message("b"))
    with database.transaction() as db:
        marks = [
            Settled(sent, "sent", 5, message_id=77, sent_at=NOW),
            Settled(dead, "dead", 6, 2, error="chat not found"),
        ]
        outbox.settle(db, marks)
        outbox.settle(db, [])
    with database.reading() as db:
        rows = {row.key: row for row in db.scalars(select(Outbox))}
        assert outbox.message_of(db, sent) == 77
        assert outbox.message_of(db, dead) is None
        assert outbox.counts(db) == {"sent": 1, "dead": 1}
    assert (rows["a"].state, rows["a"].message_id, rows["a"].sent_at) == ("sent", 77, NOW)
    assert (rows["b"].state, rows["b"].chat_id, rows["b"].attempts, rows["b"].error) == ("dead", 6, 2, "chat not found")
    assert claimed(database, MACHINE + 1e6) == []


def test_the_same_key_is_said_once(database: Database) -> None:
    with database.transaction() as db:
        assert outbox.once(db, message("agenda 5 2026-11-16", "push")) is not None
    with database.transaction() as db:
        assert outbox.once(db, message("agenda 5 2026-11-16", "push")) is None
    with pytest.raises(IntegrityError):
        add(database, message("agenda 5 2026-11-16", "push"))
    assert claimed(database) == ["agenda 5 2026-11-16"]


def test_what_waits_for_a_group_moves_with_it(database: Database) -> None:
    moved, said = add(database, message("a", chat=-1), message("b", chat=-1))
    with database.transaction() as db:
        outbox.settle(db, [Settled(said, "sent", -1, message_id=1, sent_at=NOW)])
        assert outbox.move(db, -1, -1001) == 1
    with database.reading() as db:
        assert {row.id: row.chat_id for row in db.scalars(select(Outbox))} == {moved: -1001, said: -1}


def test_the_next_due_moment_is_known(database: Database) -> None:
    with database.reading() as db:
        assert outbox.next_due_at(db) is None
    add(database, message("a", due=NOW + timedelta(days=2)), message("b", due=NOW + timedelta(days=1)))
    with database.reading() as db:
        assert outbox.next_due_at(db) == NOW + timedelta(days=1)


def test_the_facts_of_what_was_said_long_ago_are_emptied(database: Database) -> None:
    said, _ = add(database, message("a"), message("b"))
    with database.transaction() as db:
        outbox.settle(db, [Settled(said, "sent", 5, message_id=1, sent_at=NOW)])
        assert [outbox.forget(db, before=NOW + timedelta(days=7)) for _ in range(2)] == [1, 0]
    with database.reading() as db:
        assert {row.key: row.facts for row in db.scalars(select(Outbox))} == {"a": None, "b": {"text": "好"}}


def test_a_silence_lasts_until_the_latest_moment_that_was_asked_for(database: Database) -> None:
    with database.transaction() as db:
        assert outbox.silent_until(db) == 0.0
        outbox.silence(db, MACHINE + 30.5)
    with database.transaction() as db:
        outbox.silence(db, MACHINE + 5)
    with database.reading() as db:
        assert outbox.silent_until(db) == MACHINE + 30.5
