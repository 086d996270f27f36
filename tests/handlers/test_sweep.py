"""Anything that can be sent by anybody gets a clear answer, and what is refused changes nothing.

Commands, buttons and words, each with bad input, by every role in both languages, through the whole core.
"""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select, update

from actions.refusals import Refusal
from handlers import ownership, routes
from storage import requests
from storage.database import Database
from storage.models import Doing, Occurrence, Person, Question, Row
from tests.facts import classes
from tests.office import VOICES, Office, Said

CARRIED = {"inbox", "outbox", "alembic_version"}
"""Tables in which what was asked and answered stands; all others are records."""
REFUSALS = {name for name, one in classes().items() if issubclass(one, Refusal)}
EMOJI, MARKUP, COMBINING = "👍🏽🎉👨‍👩‍👧", "<b>x</b> & </i> &#0; <script>", "z" + "\u0301" * 300
TEXTS = (
    "x", "0", "-1", EMOJI, MARKUP, COMBINING, "a" * 4096, "报" * 4096, "b" * 5000, "\u202e\u2066evil", "a\nb\n\nc",
    "%s {} {{x}}", "' or 1=1 --", "拜访了", "visited", "成交", "-5万", "10**400", "0000-00-00", "2月30日拜访了海岳",
    "撤销", "undo", "今天", "today", "等级", "silent", "团队", "没有的客户怎么样", "不对，是6万", "no, 60k",
    "不对", "not that one", "海岳食品", "青屿酒店", "拜访了青屿酒店，聊了报价", "新客户 青屿酒店",
    "@青屿 #成交 ¥5万 !周五", "\u0000", "٣٤٥",
    "ａｂｃ　１２３", "为什么", "/", "//", "/ today",
)  # fmt: skip
WORDS = ("", "x", "海岳", "青屿", "a" * 4000, MARKUP, "-1", "2026-13-45")
NUMBERS = ("", "x", "0", "-1", "²", "٣", "1.5", "9" * 9, "9" * 40, "1e5")
ENDS = ("", "x", "-1", "9" * 30, "2026-13-45", "2026-11-20", "stop", "new", "²")
FIELDS = ("customer", "kind", "on", "date", "amount", "more", "nonsense")


class Sweep:
    """One person with a past, everything that may be sent, and the records before and after."""

    def __init__(self, database: Database, role: str, language: str) -> None:
        self.office = Office(database)
        self.mia = self.office.hire("陈静", "salesperson", language=language)
        self.ben = self.office.hire("周航", "salesperson", language=language)
        self.mine = self.office.customer(self.mia, "海岳食品", "王总")
        self.office.customer(self.mia, "松川酒店", "王总")
        self.theirs = self.office.customer(self.ben, "青屿酒店", "张经理")
        for words in ("拜访了海岳，报价5万，周五跟进", "拜访了王总", "随便说说", "今天", "拜访了没听过的公司"):
            self.office.say(self.mia, words)
        self.office.say(self.ben, "拜访了青屿酒店")
        self.who = self._somebody(role, language)

    def _somebody(self, role: str, language: str) -> Person:
        if role == "salesperson":
            return self.mia
        person = self.office.hire("林岚", "salesperson" if role == "leaver" else role, language=language)
        if role in ("leaver", "stranger"):
            with self.office.database.transaction() as db:
                values = {"left_at": self.office.now} if role == "leaver" else {"telegram_id": 5}
                db.execute(update(Person).where(Person.id == person.id).values(values))
        return person

    def records(self) -> dict[str, list[Any]]:
        """Every row of every table that isn't about carrying messages."""
        tables = [table for table in Row.metadata.sorted_tables if table.name not in CARRIED]
        with self.office.database.reading() as db:
            return {
                table.name: [tuple(row) for row in db.execute(select(table).order_by(*table.primary_key))]
                for table in tables
            }

    def answered(self, said: Said) -> Said:
        """Checked: it is in known words."""
        assert all(row.view in VOICES[row.language].views for row in said.rows if row.view)
        assert all(one.text.strip() for one in said.spoken)
        return said

    def send(self, **content: Any) -> Said:
        """Something that isn't words."""
        body = {"message_id": 7000, "date": int(self.office.now.timestamp()), **self.office._from(self.who), **content}
        return self.answered(self.office.hear({"message": body}, self.who))

    def number(self, model: Any) -> str:
        """The number of the latest row of this person's own."""
        with self.office.database.reading() as db:
            mine = select(model.id).where(model.person_id == self.mia.id)
            return str(db.scalar(mine.order_by(model.id.desc()).limit(1)))

    def buttons(self, verb: str) -> Iterator[str]:
        """The data of this verb's buttons, as no card has them."""
        doing, question, agenda = (self.number(model) for model in (Doing, Question, Occurrence))
        mine, theirs = str(self.mine), str(self.theirs)
        yield verb
        yield from (f"{verb}:{first}" for first in (*NUMBERS, doing, mine, theirs))
        yield from (f"{verb}:{first}:{end}" for first in (doing, question, agenda, mine) for end in (*ENDS, theirs))
        yield from (f"{verb}:{agenda}:{theirs}:{end}" for end in ENDS)
        yield from (f"{verb}:{doing}:{field}:{end}" for field in FIELDS for end in ("", "x", theirs))


@pytest.fixture
def sweep(database: Database, role: str, language: str) -> Sweep:
    return Sweep(database, role, language)


sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
everybody = pytest.mark.parametrize("role", ["salesperson", "manager", "admin", "stranger", "leaver"])
both = pytest.mark.parametrize("language", ["zh", "en"])


@everybody
@both
@sqlite
def test_any_words_get_an_answer(sweep: Sweep) -> None:
    for text in TEXTS:
        assert sweep.answered(sweep.office.say(sweep.who, text)).rows, text[:40]


@everybody
@both
@sqlite
def test_any_command_gets_an_answer(sweep: Sweep) -> None:
    for command in (*routes.QUERIES, "nonsense", "START", "today@other_bot"):
        for words in WORDS:
            assert sweep.answered(sweep.office.say(sweep.who, f"/{command} {words}".strip())).rows, (
                command,
                words[:20],
            )


@pytest.mark.parametrize(
    ("role", "language", "every"),
    [
        ("salesperson", "zh", 12),
        ("salesperson", "en", 29),
        ("manager", "en", 25),
        ("admin", "zh", 29),
        ("stranger", "en", 97),
        ("leaver", "zh", 97),
    ],
)
@sqlite
def test_no_button_is_too_strange_and_what_is_refused_changes_nothing(sweep: Sweep, every: int) -> None:
    data = [one for verb in (*routes.TAPS, "", "nonsense", "x" * 60) for one in sweep.buttons(verb)]
    step = 1 if os.environ.get("HUIFANG_SOAK") == "1" else every
    refused = [one for one in data[::step] if tapped(sweep, one)]
    assert len(refused) > len(data) / step / 2
    for one in refused[::10]:
        before = sweep.records()
        assert not tapped(sweep, one) or sweep.records() == before, one


def tapped(sweep: Sweep, data: str) -> bool:
    """Whether the answer to a tap is a no."""
    try:
        return any(row.view in REFUSALS for row in sweep.answered(sweep.office.tap(sweep.who, data)).rows)
    except Exception as trouble:
        raise AssertionError(data) from trouble


OTHERS: dict[str, dict[str, Any]] = {
    "a sticker": {"sticker": {"file_id": "1"}},
    "a voice note": {"voice": {"file_id": "1"}},
    "a photo": {"photo": [{"file_id": "1"}, {"file_id": "2"}]},
    "a photo with words": {"photo": [{"file_id": "1"}], "caption": "拜访了海岳，换了滤芯"},
    "a photo of somebody unknown": {"photo": [{"file_id": "1"}], "caption": "拜访了没听过的公司"},
    "a photo of one of two": {"photo": [{"file_id": "1"}], "caption": "拜访了王总"},
    "a photo with few words": {"photo": [{"file_id": "1"}], "caption": "新柜台"},
    "a place": {"location": {"latitude": 1.3, "longitude": 103.8}},
    "a contact": {"contact": {"phone_number": "+8613900139000", "first_name": "刘姐"}},
    "a contact without a real number": {"contact": {"phone_number": "x", "first_name": "<b>"}},
    "a contact without a name": {"contact": {"phone_number": "13900139000", "first_name": ""}},
    "a dice": {"dice": {"emoji": "🎲", "value": 3}},
    "a poll": {"poll": {"id": "1"}},
    "nothing": {},
}


@everybody
@both
@sqlite
def test_anything_else_gets_an_answer(sweep: Sweep) -> None:
    for what, content in OTHERS.items():
        assert sweep.send(**content).rows, what


@everybody
@both
@sqlite
def test_edits_of_messages_that_recorded_nothing_get_an_answer(sweep: Sweep) -> None:
    for text in TEXTS:
        assert sweep.answered(sweep.office.edit(sweep.who, 999, text)).rows, text[:40]


AMONG = ("customer:{}", "history:{}:0", "back:{}", "log:{}", "next:{}", "close:{}", "why:{}", "due:{}",
         "line:{list}:{}", "did:{list}:{}:call", "missed:{list}:{}", "later:{list}:{}", "until:{list}:{}:2026-11-25",
         "again:{list}:{}:call", "assign:{doing}:{}", "set:{doing}:customer:{}", "which:{question}:{}",
         "ask_one:{}")  # fmt: skip


@both
@pytest.mark.parametrize("role", ["salesperson"])
def test_what_is_not_yours_is_not_there(sweep: Sweep) -> None:
    numbers = {"list": sweep.number(Occurrence), "doing": sweep.number(Doing), "question": sweep.number(Question)}
    for data in AMONG:
        told = [sweep.answered(sweep.office.tap(sweep.mia, data.format(n, **numbers))) for n in (sweep.theirs, 987_654)]
        assert told[0].text == told[1].text, data
        assert [row.facts for row in told[0].rows] == [row.facts for row in told[1].rows], data
        assert {row.view for row in told[0].rows} <= REFUSALS, data
    for words in ("{}", "/why {}", "/due {}", "{}怎么样", "why is {} an A", "拜访了{}"):
        theirs, nobodys = (sweep.office.say(sweep.mia, words.format(name)) for name in ("青屿酒店", "青峰酒店"))
        assert [row.view for row in theirs.rows] == [row.view for row in nobodys.rows], words
        assert theirs.text.replace("青屿酒店", "…") == nobodys.text.replace("青峰酒店", "…"), words


class Owned(Sweep):
    """The same person, who also shares a customer, has one that another was merged into, and is asked for one."""

    def __init__(self, database: Database, role: str, language: str) -> None:
        super().__init__(database, role, language)
        self.grace = self.office.hire("林岚", "manager", language=language)
        self.shared = self.office.customer(self.ben, "远舟物流", "赵经理")
        self.merged = self.office.customer(self.ben, "海岳食品贸易")
        with self.office.database.transaction() as db:
            requests.share(db, self.shared, self.mia.id, self.office.now)
        self.office.tap(self.grace, f"merged:{self.mine}:{self.merged}")
        self.sam = self.office.hire("许言", "salesperson", language=language)
        for who, name in ((self.sam, "海岳食品"), (self.mia, "青屿酒店")):
            told = self.office.say(who, f"新客户 {name}，想要滤芯")
            claims = [data for data in told.buttons.values() if data.startswith("claim:")]
            self.office.tap(who, claims[0])

    def forged(self) -> Iterator[str]:
        """Every button about whose a customer is, with the numbers of rows that are there and that aren't."""
        ends = (
            "",
            ":shared",
            ":asker",
            ":both",
            ":asker:first",
            ":0",
            ":on",
            f":{self.theirs}",
            ":all:1",
            f":{self.ben.id}",
        )
        for verb in ownership.TAPS:
            yield from (f"{verb}:{first}{end}" for first in (1, 2, self.theirs, 987_654) for end in ends)


SEEN = ("customer:{}", "history:{}:0", "back:{}", "why:{}", "due:{}")
OWNERS = ("shares:{}", "unshare:{}:1", "double:{}:{mine}", "merge:{}:{mine}", "merged:{mine}:{}", "two:{}:{mine}",
          "pool_one:{}", "let_in:{}", "lock:{}:on", "take:{}", "story:{}:0", "part:{}:all", "brief:1:{}")  # fmt: skip


@both
@sqlite
def test_a_shared_customer_is_there_and_a_merged_one_is_what_it_became(database: Database, language: str) -> None:
    sweep = Owned(database, "salesperson", language)
    for data in SEEN:
        shared = sweep.answered(sweep.office.tap(sweep.mia, data.format(sweep.shared)))
        assert not {row.view for row in shared.rows} & REFUSALS, data
        merged, mine = (sweep.office.tap(sweep.mia, data.format(n)).text for n in (sweep.merged, sweep.mine))
        assert merged == mine, data
        theirs, nobodys = (sweep.office.tap(sweep.mia, data.format(n)).text for n in (sweep.theirs, 987_654))
        assert theirs == nobodys, data


@both
@sqlite
def test_who_owns_what_is_not_yours_is_not_told(database: Database, language: str) -> None:
    sweep = Owned(database, "salesperson", language)
    for data in OWNERS:
        told = [sweep.office.tap(sweep.mia, data.format(n, mine=sweep.mine)) for n in (sweep.theirs, 987_654)]
        assert [one.text for one in told] == [told[1].text] * 2, data
        assert {row.view for one in told for row in one.rows} <= REFUSALS, data


@pytest.mark.parametrize("whose", ["sam", "ben", "mia"])
@sqlite
def test_forged_buttons_about_owners_change_nothing(database: Database, whose: str) -> None:
    sweep = Owned(database, "salesperson", "zh")
    sweep.who = getattr(sweep, whose)
    own = {"sam": {"unclaim:1", "state:1"}, "ben": {"state:2"}, "mia": {"unclaim:2", "state:1"}}[whose]
    before, owned = (
        sweep.records(),
        {"requests", "ownerships", "access", "customers", "falls", "people", "rules_versions"},
    )
    for data in list(sweep.forged())[:: 1 if os.environ.get("HUIFANG_SOAK") == "1" else 9]:
        if not any(data.startswith(mine) for mine in (*own, "agree", "decline", "story", "unshare", "shares")):
            sweep.answered(sweep.office.tap(sweep.who, data))
    after = sweep.records()
    assert {name: after[name] for name in owned} == {name: before[name] for name in owned}
