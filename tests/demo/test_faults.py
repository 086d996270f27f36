"""What goes wrong on demand, and the ledger that counts what came of it."""

import asyncio
import time

import aiohttp
import pytest

from demo.telegram import LocalTelegram, Phone, Refused
from demo.telegram.limits import GRACE
from tests.demo.conftest import TOKEN, Call

MIA = 7_000_000_100


async def test_a_429_silences_one_chat_until_it_is_over(tg: LocalTelegram, mia: Phone, call: Call) -> None:
    ben = tg.person("Ben", opened=True)
    tg.faults.add("refuse", method="sendMessage", code=429, retry_after=30)
    refused = await call("sendMessage", chat_id=MIA, text="x")
    assert refused["description"] == "Too Many Requests: retry after 30"
    assert refused["parameters"] == {"retry_after": 30}
    assert (await call("sendMessage", chat_id=MIA, text="x"))["error_code"] == 429
    assert (await call("sendMessage", chat_id=ben.person, text="x"))["ok"]
    assert tg.ledger.violations == []
    over(tg, GRACE)
    assert (await call("sendMessage", chat_id=MIA, text="x"))["error_code"] == 429
    [violation] = tg.ledger.violations
    assert (violation["chat"], violation["method"]) == (MIA, "sendmessage")
    assert 29 < violation["early_by"] + GRACE <= 30
    over(tg, 30)
    assert (await call("sendMessage", chat_id=MIA, text="x"))["ok"]


async def test_a_429_may_silence_everything(tg: LocalTelegram, mia: Phone, call: Call) -> None:
    ben = tg.person("Ben", opened=True)
    tg.faults.add("refuse", code=429, retry_after=2, everybody=True)
    assert (await call("sendMessage", chat_id=MIA, text="x"))["error_code"] == 429
    assert (await call("sendMessage", chat_id=ben.person, text="x"))["error_code"] == 429
    assert (await call("getUpdates"))["ok"]


@pytest.mark.parametrize(
    ("code", "words"),
    [(403, "Forbidden: bot was blocked by the user"), (500, "Internal Server Error"), (502, "Bad Gateway")],
)
async def test_other_refusals_come_on_demand(mia: Phone, call: Call, code: int, words: str) -> None:
    mia.tg.faults.add("refuse", method="sendMessage", chat=MIA, contains="two", code=code, times=2, skip=1)
    texts = ["one", "two", "two", "two", "two"]
    said = [await call("sendMessage", chat_id=MIA, text=text) for text in texts]
    assert [one.get("description") for one in said] == [None, None, words, words, None]
    assert len(mia.tg.messages.of[MIA]) == 3


async def test_a_lost_reply_was_acted_on(mia: Phone, web: aiohttp.ClientSession) -> None:
    mia.tg.faults.add("lose", method="sendMessage")
    with pytest.raises(aiohttp.ClientConnectionError):
        await web.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": MIA, "text": "x"})
    assert [one["text"] for one in mia.tg.messages.of[MIA].values()] == ["x"]
    assert [(one["text"], one["answered"]) for one in mia.tg.ledger.accepted] == [("x", False)]


async def test_a_dropped_call_was_not(mia: Phone, web: aiohttp.ClientSession) -> None:
    mia.tg.faults.add("drop", method="sendMessage")
    with pytest.raises(aiohttp.ClientConnectionError):
        await web.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": MIA, "text": "x"})
    assert not mia.tg.messages.of[MIA]
    assert mia.tg.ledger.accepted == []


async def test_answers_take_as_long_as_they_are_told_to(mia: Phone, call: Call) -> None:
    mia.tg.faults.add("latency", ms=40)
    mia.tg.faults.add("delay", method="getMe", ms=60)
    begin = time.monotonic()
    await call("getMe")
    assert time.monotonic() - begin >= 0.1


async def test_updates_come_twice_and_in_disorder_and_again(mia: Phone, call: Call) -> None:
    for n in range(10):
        mia.say(str(n))
    mia.tg.faults.add("duplicate")
    mia.tg.faults.add("reorder")
    numbers = [one["update_id"] for one in (await call("getUpdates"))["result"]]
    assert len(numbers) == 15
    assert len(set(numbers)) == 10
    assert numbers != sorted(numbers)
    mia.tg.faults.add("again")
    mia.say("last")
    again = (await call("getUpdates", offset=max(numbers) + 1))["result"]
    assert len(again) == 4
    assert {one["update_id"] for one in again[:3]} < set(numbers)


async def test_telegrams_own_limits_can_be_enforced(tg: LocalTelegram, mia: Phone, call: Call) -> None:
    tg.faults.add("limits", overall=1000, chat=1, group=20, burst=3)
    said = [await call("sendMessage", chat_id=MIA, text=str(n)) for n in range(4)]
    assert [one["ok"] for one in said] == [True, True, True, False]
    assert said[3]["parameters"] == {"retry_after": 1}
    over(tg, 1.1)
    assert (await call("sendMessage", chat_id=MIA, text="x"))["ok"]
    team = tg.group("Team", MIA)
    said = [await call("sendMessage", chat_id=team, text=str(n)) for n in range(21)]
    assert [one["ok"] for one in said] == [True] * 20 + [False]
    assert said[20]["parameters"] == {"retry_after": 3}


async def test_the_limit_on_everything_counts_all_chats(tg: LocalTelegram, mia: Phone, call: Call) -> None:
    people = [tg.person(str(n), opened=True).person for n in range(31)]
    tg.faults.add("limits", overall=30)
    said = await asyncio.gather(*(call("sendMessage", chat_id=one, text="x") for one in people))
    assert sum(one["ok"] for one in said) in (30, 31)
    assert (await call("editMessageText", chat_id=people[0], message_id=1, text="y"))["ok"] == said[30]["ok"]
    tg.faults.clear()
    assert (await call("sendMessage", chat_id=MIA, text="x"))["ok"]


async def test_chance_is_seeded() -> None:
    counts = set()
    for _ in range(2):
        async with LocalTelegram(TOKEN, seed=7) as tg:
            tg.faults.add("refuse", code=500, times=None, chance=0.5)
            asked = [tg.faults.waiting[0] for _ in range(100) if tg.faults.happens(tg.faults.waiting[0])]
            counts.add(len(asked))
    assert len(counts) == 1
    assert 30 < counts.pop() < 70


async def test_faults_and_the_ledger_are_reached_from_outside(
    mia: Phone, call: Call, web: aiohttp.ClientSession
) -> None:
    async with web.post("/faults", json={"kind": "refuse", "method": "sendMessage", "code": 500}) as answer:
        assert (await answer.json())["faults"][0]["code"] == 500
    await call("sendMessage", chat_id=MIA, text="x")
    await call("sendMessage", chat_id=MIA, text="y")
    mia.say("z")
    async with web.get("/ledger") as answer:
        ledger = await answer.json()
    assert [(one["method"], one["chat"], one["text"]) for one in ledger["accepted"]] == [("sendmessage", MIA, "y")]
    assert (ledger["refused"], ledger["said"], ledger["received"]) == ({"500": 1}, 1, 1)
    async with web.get("/ledger", params={"after": 1}) as answer:
        assert (await answer.json())["accepted"] == []
    async with web.post("/faults", json={"faults": [{"kind": "lose"}, {"kind": "delay", "ms": 1}]}) as answer:
        assert len((await answer.json())["faults"]) == 2
    for path in ("/faults", "/ledger"):
        async with web.delete(path) as answer:
            assert answer.status == 200
    assert (mia.tg.faults.waiting, mia.tg.ledger.accepted) == ([], [])


@pytest.mark.parametrize("fault", [{"kind": "earthquake"}, {"kind": "lose", "colour": 1}, {}])
async def test_there_are_only_these_faults(web: aiohttp.ClientSession, fault: dict[str, object]) -> None:
    async with web.post("/faults", json=fault) as answer:
        assert answer.status == 400


async def test_an_unknown_fault_is_refused_in_process(tg: LocalTelegram) -> None:
    with pytest.raises(Refused):
        tg.faults.add("earthquake")


def over(tg: LocalTelegram, seconds: float) -> None:
    """As if so many seconds had passed since the bot was told to wait."""
    tg.limits.bans = {scope: (until - seconds, told - seconds) for scope, (until, told) in tg.limits.bans.items()}
    tg.limits.due = {scope: due - seconds for scope, due in tg.limits.due.items()}
