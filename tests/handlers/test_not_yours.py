"""What is not yours is not there: every button and every question, with numbers and names of others and of nobody.

Which numbers a button carries is read from the first line of its handler, so that a new one is asked by itself.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pytest
from sqlalchemy import func, select

from actions.refusals import Refusal
from handlers import routes
from handlers.answer import answer, look
from handlers.turn import Beside
from parsing.queries import PLAIN
from storage import customers, inbox, people
from storage.database import Database
from storage.models import Customer, Doing, Occurrence, Outbox, Person, Question
from tests.office import START, VOICES, Office, Said

THEIRS, MERGED, ERASED, NOBODYS = 424_242, 434_343, 444_444, 987_654
"""Another team's customer, one that was merged into it, one that was erased, and a number that nobody has."""
OTHERS = {THEIRS: "远帆酒店", MERGED: "远帆大酒店", ERASED: "澜石机械", NOBODYS: "远峰酒店"}
SIGNED = re.compile(r"`([a-z_]+(?:\[?:[^`]*)?)`")
ASKED_BY_NAME = {"new", "invite"}
"""Creating a customer that a colleague has says so: the one answer that may tell. Each invitation has its own code."""


BLANK: dict[Any, dict[str, Any]] = {
    Doing: {"what": "visit", "done_at": START, "understood": {}},
    Question: {"chat_id": 7, "kind": "field", "facts": {}, "asked_at": START, "listening": False},
    Occurrence: {"kind": "none", "subject": "", "on": START.date(), "due_at": START},
}
ROWS: dict[str, tuple[Any, int]] = {
    "doing": (Doing, 500_000),
    "question": (Question, 600_000),
    "occurrence": (Occurrence, 700_000),
}
"""What one person did, was asked and was reminded of: the other team's rows begin with these numbers."""


class Undone(Exception):
    """Nothing of what was tried stays."""


class Trial(Office):
    """An office in which everything is tried and nothing stays, so that one answer doesn't change the next."""

    def hear(self, update: dict[str, Any], who: Person, number: int | None = None) -> Said:
        try:
            with self.database.transaction() as db:
                update = {"update_id": next(self._updates), **update}
                inbox.keep(db, [update], self.now)
                self.said: object = self._told(db, update)
                raise Undone
        except Undone:
            return Said([])

    def _told(self, db: Any, update: dict[str, Any]) -> object:
        try:
            rows = self._answered(db, update)
        except Refusal as no:
            return no
        return [
            (row.view, str(VOICES[row.language].speak(row.view, row.facts or {})) if row.view else "") for row in rows
        ]

    def _answered(self, db: Any, update: dict[str, Any]) -> Sequence[Outbox]:
        try:
            return answer(db, update["update_id"], update, self.now)
        except Beside:
            return look(db, update["update_id"], update, self.now)


@pytest.fixture
def trial(database: Database) -> Trial:
    """Two teams; the other one has customers of every fate."""
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    office.hire("林岚", "manager")
    office.hire("吴桐", "admin")
    for name in ("海岳食品", "松川酒店"):
        office.customer(mia, name, "王总")
    for words in ("拜访了海岳，报价5万，周五跟进", "拜访了王总", "今天"):
        office.say(mia, words)
    with database.transaction() as db:
        other = people.add(db, "周航", ["salesperson"], office.now, telegram_id=7, language="zh", zone="Asia/Shanghai")
        for number in (THEIRS, MERGED, ERASED):
            customers.add(db, OTHERS[number], other.id, office.now, fields={}, id=number)
        db.flush()
        db.get_one(Customer, MERGED).merged_into_id = THEIRS
        db.get_one(Customer, ERASED).erased_at = office.now
        for kind, number in ROWS.values():
            db.add(kind(id=number, person_id=other.id, **BLANK[kind]))
        db.flush()
    office.customer(other, "云栎包装", "李总")
    office.customer(other, "禾木家具", "李总")
    for words in ("拜访了远帆酒店，报价5万，周五跟进", "拜访了李总", "今天"):
        office.say(other, words)
    tried = Trial.__new__(Trial)
    tried.__dict__.update(office.__dict__)
    return tried


def somebody(trial: Trial, role: str) -> Person:
    name = {"salesperson": "陈静", "manager": "林岚", "admin": "吴桐"}[role]
    with trial.database.reading() as db:
        return db.scalars(select(Person).where(Person.name == name)).one()


def signatures(verb: str) -> list[str]:
    """What a button's data may look like, as its handler says: `history:id:page`."""
    said = (routes.TAPS[verb].__doc__ or "").partition("\n\n")[0]
    found = [re.sub(r"[\[\]]", "", one) for one in SIGNED.findall(said.replace("\n", " "))]
    return [one for one in found if one.partition(":")[0] == verb]


def test_every_button_says_what_it_carries() -> None:
    assert [verb for verb in routes.TAPS if not signatures(verb)] == []


def own(trial: Trial) -> dict[str, str]:
    """A number of one's own for what a button carries; what isn't named here is a word of itself."""
    with trial.database.reading() as db:
        latest = {name: db.scalar(select(func.max(one.id)).where(one.id < at)) for name, (one, at) in ROWS.items()}
        mine = db.scalar(select(Customer.id).where(Customer.name == "海岳食品"))
    numbers = {**latest, **dict.fromkeys(CUSTOMERS, mine)}
    return {**{name: str(number) for name, number in numbers.items()}, **FILLED}


CUSTOMERS = ("customer", "id", "number", "one", "other", "kept", "gone")
"""What a customer's number is called there."""
FILLED = {"page": "0", "where": "-", "date": "2026-11-25", "day": "2026-11-18", "span": "-", "by": "customer",
          "channel": "call", "when": "call", "person": "1", "tier": "A", "reason": "deal", "listed": "list",
          "what": "list", "verb": "list", "...": "0"}  # fmt: skip


def forged(verb: str, numbers: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What a place in this verb's buttons is called, with their data as it is with `{}` there, place by place."""
    for one in signatures(verb):
        names = one.split(":")[1:]
        values = [numbers.get(name, name) for name in names]
        for place, name in enumerate(names):
            if name not in ("page", "..."):
                yield name, ":".join([verb, *values[:place], "{}", *values[place + 1 :]])


def told(trial: Trial, number: int) -> str:
    """What was just said, without the number or the name that was sent."""
    said = trial.said
    plain = str((type(said).__name__, vars(said)) if isinstance(said, Refusal) else said)
    return re.sub(rf"(?<!\d){number}(?!\d)", "N", plain).replace(OTHERS.get(number, "NAME"), "NAME")


def answers(trial: Trial, who: Person, data: str, numbers: Iterable[int]) -> dict[int, str]:
    """Number -> what a button with it says."""
    said = {}
    for number in numbers:
        trial.tap(who, data.format(number))
        said[number] = told(trial, number)
    return said


sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
roles = pytest.mark.parametrize(("role", "every"), [("salesperson", 1), ("manager", 3), ("admin", 9)])
"""Of what may be sent, each so many-th: all of it by whom most is open, and by everybody with HUIFANG_SOAK."""


def some(everything: Iterable[Any], every: int) -> list[Any]:
    return list(everything)[:: 1 if os.environ.get("HUIFANG_SOAK") == "1" else every]


@roles
@sqlite
def test_another_teams_customer_is_answered_as_nobodys(trial: Trial, role: str, every: int) -> None:
    who, numbers, wrong = somebody(trial, role), own(trial), {}
    for name, data in some((one for verb in routes.TAPS for one in forged(verb, numbers)), every):
        said = answers(trial, who, data, OTHERS if name in CUSTOMERS else (THEIRS, NOBODYS))
        if len(set(said.values())) > 1:
            wrong[data] = said
    assert wrong == {}


@roles
@sqlite
def test_what_others_did_and_were_asked_is_answered_as_nobodys(trial: Trial, role: str, every: int) -> None:
    who, numbers, wrong = somebody(trial, role), own(trial), {}
    with trial.database.reading() as db:
        theirs = {name: list(db.scalars(select(one.id).where(one.id > at))) for name, (one, at) in ROWS.items()}
    assert all(theirs.values())
    for name, data in some((one for verb in routes.TAPS for one in forged(verb, numbers) if one[0] in ROWS), every):
        said = answers(trial, who, data, [*theirs[name], NOBODYS])
        if len(set(said.values())) > 1:
            wrong[data] = said
    assert wrong == {}


WORDS = [
    f"{word} {{}}"
    for kind, line in PLAIN.items()
    if kind not in ASKED_BY_NAME
    for part in line.split("|")
    for word in part.split(" ")[:1]
]
COMMANDS = [f"/{name} {{}}" for name in routes.QUERIES if name not in ASKED_BY_NAME]


@roles
@sqlite
def test_another_teams_name_is_answered_as_nobodys(trial: Trial, role: str, every: int) -> None:
    who, wrong = somebody(trial, role), {}
    for words in some([*COMMANDS, *WORDS], every):
        said = {}
        for number in (THEIRS, NOBODYS):
            trial.say(who, words.format(OTHERS[number]))
            said[number] = told(trial, number)
        if len(set(said.values())) > 1:
            wrong[words] = said
    assert wrong == {}
