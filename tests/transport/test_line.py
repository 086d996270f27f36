"""The whole line against a strict local Telegram: heard, kept, answered, sent, whatever happens on the way."""

import asyncio
from datetime import timedelta

import pytest

from demo.telegram import LocalTelegram
from storage import inbox
from storage.models import Outbox
from tests.transport.recording import Recording
from tests.transport.waiting import hears, said, until
from transport.gates import Limits
from transport.line import Line


async def test_a_message_is_recorded_and_answered_once(
    line: Line, telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia")
    mia.say("visited Blue Mill")
    await hears(mia, "got: visited Blue Mill")
    await line.settled()
    assert recording.kept() == [(mia.chat, "visited Blue Mill")]
    assert recording.received() == {"done": 1}
    (message,) = recording.sent().values()
    assert (message.state, message.message_id, message.sent_at) == ("sent", 2, recording.clock.now())


async def test_a_chat_is_answered_in_its_order_and_all_chats_are(line: Line, telegram: LocalTelegram) -> None:
    people = [telegram.person(f"Person {n}") for n in range(10)]
    for n in range(8):
        for phone in people:
            phone.say(f"message {n}")
    for phone in people:
        await hears(phone, *(f"got: message {n}" for n in range(8)))


async def test_one_slow_chat_keeps_nobody_else_waiting(line: Line, telegram: LocalTelegram) -> None:
    slow, quick = telegram.person("Slow"), telegram.person("Quick")
    telegram.faults.add("delay", method="sendMessage", chat=slow.chat, ms=1500)
    slow.say("first")
    slow.say("after it")
    quick.say("second")
    await hears(quick, "got: second")
    assert "got: after it" not in said(slow)
    await hears(slow, "got: first", "got: after it")


async def test_updates_that_come_twice_or_in_disorder_are_recorded_once(
    line: Line, telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia")
    for kind in ("duplicate", "reorder", "again"):
        telegram.faults.add(kind, times=None)
    for n in range(40):
        mia.say(f"message {n}")
        if n % 7 == 0:
            await asyncio.sleep(0.02)
    await hears(mia, *(f"got: message {n}" for n in range(40)))
    await line.settled()
    assert sorted(recording.kept()) == sorted((mia.chat, f"message {n}") for n in range(40))
    assert len(said(mia)) == 40


async def test_an_update_that_keeps_failing_is_parked_with_one_apology_and_its_chat_goes_on(
    line: Line, telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia")
    for words in ("fail", "shy", "visited Blue Mill"):
        mia.say(words)
    await hears(mia, "sorry", "got: shy", "got: visited Blue Mill")
    await line.settled()
    assert recording.tries == ["fail"] * 3 + ["shy"] * 2 + ["visited Blue Mill"]
    assert len(recording.apologies) == 1
    assert recording.received() == {"parked": 1, "done": 2}


async def test_what_was_kept_and_what_was_not_sent_is_taken_up_at_the_next_start(
    telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia", opened=True)
    recording.put(recording.message("old", mia.chat, {"text": "from before"}))
    with recording.database.transaction() as db:
        body = {"update_id": 1, "message": {"message_id": 1, "chat": {"id": mia.chat}, "text": "unanswered"}}
        inbox.keep(db, [body], recording.clock.now())
    async with recording.line(telegram.base_url, telegram.token):
        await hears(mia, "from before", "got: unanswered")


async def test_a_lost_answer_is_said_again_and_counted(
    line: Line, telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia")
    telegram.faults.add("lose", method="sendMessage")
    mia.say("visited Blue Mill")
    await hears(mia, *["got: visited Blue Mill"] * 2)
    await line.settled()
    assert line.sender.delivery.counters.repeated == 1
    assert recording.kept() == [(mia.chat, "visited Blue Mill")]


@pytest.mark.parametrize("everybody", [True, False])
async def test_nothing_is_sent_before_the_time_that_telegram_named(
    line: Line, telegram: LocalTelegram, everybody: bool
) -> None:
    people = [telegram.person(f"Person {n}") for n in range(5)]
    telegram.faults.add("refuse", method="sendMessage", code=429, retry_after=1, everybody=everybody)
    for n in range(4):
        for phone in people:
            phone.say(f"message {n}")
    for phone in people:
        await hears(phone, *(f"got: message {n}" for n in range(4)))
    assert telegram.ledger.violations == []
    assert line.sender.delivery.counters.held_back >= 1


async def test_telegrams_own_limits_are_kept(telegram: LocalTelegram, recording: Recording) -> None:
    telegram.faults.add("limits")
    people = [telegram.person(f"Person {n}") for n in range(20)]
    async with recording.line(telegram.base_url, telegram.token, Limits()):
        for n in range(4):
            for phone in people:
                phone.say(f"message {n}")
        for phone in people:
            await hears(phone, *(f"got: message {n}" for n in range(4)))
    assert telegram.ledger.refused[429] == 0


async def test_a_server_in_trouble_is_waited_for(line: Line, telegram: LocalTelegram) -> None:
    mia = telegram.person("Mia")
    telegram.faults.add("refuse", method="sendMessage", code=502)
    telegram.faults.add("refuse", method="getUpdates", code=500)
    mia.say("visited Blue Mill")
    await hears(mia, "got: visited Blue Mill")


async def test_who_blocked_the_bot_is_marked_and_the_message_is_dead(
    line: Line, telegram: LocalTelegram, recording: Recording
) -> None:
    blocked: list[tuple[int, str]] = []
    line.sender.delivery.on_undelivered = lambda db, chat, why, now: blocked.append((chat, why))
    ben = telegram.person("Ben", opened=True)
    ben.block()
    recording.put(recording.message("push", ben.chat, {"text": "agenda"}, kind="push"))
    await line.sender.look()
    await line.sender.settled()
    assert blocked == [(ben.chat, "blocked")]
    assert (recording.sent()["push"].state, recording.sent()["push"].message_id) == ("dead", None)


async def test_a_message_that_is_refused_for_good_holds_nobody_up(
    line: Line, telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia", opened=True)
    bad = recording.message("bad", mia.chat, {"text": "<b>拜访 unclosed"})
    good = recording.message("good", mia.chat, {"text": "fine"})
    recording.put(
        bad, good, recording.message("broken", mia.chat, {}), recording.message("last", mia.chat, {"text": "last"})
    )
    await line.sender.look()
    await line.sender.settled()
    rows = recording.sent()
    assert {key: row.state for key, row in rows.items()} == {
        "bad": "dead",
        "good": "sent",
        "broken": "dead",
        "last": "sent",
    }
    assert rows["bad"].error is not None
    assert rows["broken"].error == "KeyError"
    assert said(mia) == ["fine", "last"]


async def test_an_edit_changes_its_message_and_an_unchanged_one_is_fine(
    line: Line, telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia", opened=True)
    (card,) = recording.put(recording.message("card", mia.chat, {"text": "card", "buttons": ["undo"]}))
    again = [recording.message(f"edit{n}", mia.chat, {"text": text}, kind="edit", edits_outbox_id=card.id)
             for n, text in enumerate(["undone", "undone"])]  # fmt: skip
    await line.sender.look()
    await line.sender.settled()
    for edit in again:
        recording.put(edit)
        await line.sender.look()
        await line.sender.settled()
    rows = recording.sent()
    assert [row.state for row in rows.values()] == ["sent"] * 3
    assert {row.message_id for row in rows.values()} == {rows["card"].message_id}
    message = telegram.messages.find(mia.chat, rows["card"].message_id)
    assert message is not None
    assert message["text"] == "undone"
    assert "reply_markup" not in message


async def test_of_two_waiting_edits_of_one_message_the_later_is_sent(
    line: Line, telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia", opened=True)
    (card,) = recording.put(recording.message("card", mia.chat, {"text": "card"}))
    edits = {"edits_outbox_id": card.id, "kind": "edit"}
    recording.put(*(recording.message(text, mia.chat, {"text": text}, **edits) for text in ("one", "two")))
    await line.sender.look()
    await line.sender.settled()
    assert [row.state for row in recording.sent().values()] == ["sent", "superseded", "sent"]


async def test_an_edit_of_a_message_that_is_gone_is_said_anew(
    line: Line, telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia", opened=True)
    edit = {"kind": "edit", "edits_message_id": 99}
    recording.put(recording.message("edit", mia.chat, {"text": "card"}, **edit))
    await line.sender.look()
    await hears(mia, "card")
    await line.sender.settled()
    assert recording.sent()["edit"].state == "sent"


async def test_what_is_no_longer_true_is_not_said(line: Line, telegram: LocalTelegram, recording: Recording) -> None:
    mia = telegram.person("Mia", opened=True)
    recording.put(recording.message("push", mia.chat, {"text": "call", "untrue": True}, kind="push"))
    await line.sender.look()
    await line.sender.settled()
    assert recording.sent()["push"].state == "superseded"
    assert said(mia) == []


async def test_a_push_that_waited_for_long_is_judged_once_more(
    line: Line, telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia", opened=True)
    for words in ("nag", "agenda"):
        recording.put(recording.message(words, mia.chat, {"text": words}, kind="push"))
    line.sender.judge_again = lambda db, number, now: _late(db.get_one(Outbox, number))
    recording.clock.push(hours=13)
    await line.sender.look()
    await hears(mia, "late: agenda")
    await line.sender.settled()
    assert recording.sent()["nag"].state == "superseded"
    assert said(mia) == ["late: agenda"]


def _late(row: Outbox) -> Outbox | None:
    row.facts = {"text": f"late: {(row.facts or {})['text']}"}
    return None if row.key == "nag" else row


async def test_a_push_waits_until_it_is_due(line: Line, telegram: LocalTelegram, recording: Recording) -> None:
    mia = telegram.person("Mia", opened=True)
    due = recording.clock.now() + timedelta(hours=1)
    recording.put(recording.message("push", mia.chat, {"text": "agenda"}, kind="push", due_at=due))
    await line.sender.look()
    assert recording.sent()["push"].state == "waiting"
    recording.clock.push(hours=1)
    line.sender.wake()
    await hears(mia, "agenda")


async def test_every_tap_is_answered_with_words_or_silently(
    line: Line, telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia", opened=True)
    recording.put(recording.message("card", mia.chat, {"text": "card", "buttons": ["toast", "undo"]}))
    await line.sender.look()
    await line.sender.settled()
    number = recording.sent()["card"].message_id
    assert number is not None
    with mia.listening() as ear:
        mia.tap(number, "toast")
        assert (await ear.hear("toast"))["text"] == "got: toast"
        mia.tap(number, "undo")
        assert not (await ear.hear("toast")).get("text")
    await hears(mia, "card", "got: undo")


async def test_a_tap_that_nobody_waits_for_any_more_is_ignored(
    line: Line, telegram: LocalTelegram, recording: Recording
) -> None:
    mia = telegram.person("Mia", opened=True)
    recording.put(recording.message("late", mia.chat, {"text": "late"}, kind="toast", callback_id="77"))
    await line.sender.look()
    await line.sender.settled()
    assert recording.sent()["late"].state == "superseded"


async def test_pictures_documents_and_signs_arrive(line: Line, telegram: LocalTelegram) -> None:
    mia = telegram.person("Mia")
    for words in ("photo", "document", "react"):
        mia.say(words)
    await until(lambda: len(telegram.ledger.accepted) == 3)
    methods = [entry["method"].lower() for entry in telegram.ledger.accepted]
    assert sorted(methods) == ["senddocument", "sendphoto", "setmessagereaction"]
