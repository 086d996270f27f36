"""Why a tier: exact sums, what would change it, and formulas that a pocket calculator confirms."""

import math
import re
from datetime import timedelta

import pytest

from storage import outbox
from storage.database import Database
from storage.models import Person
from storage.outbox import Settled
from storage.people import with_role
from tests.handlers.pasts import past
from tests.office import Office, Said

ASKED = {"zh": "百禾为什么是A", "en": "why is 百禾 an A"}
# Visits 19, 33, ... 159 days ago: K = sum of 2^(-t/90) = 5.87, rhythm (10 x 14 + 2 x 30) / 12 = 16.7 days.
# Sales 33 and 61 days ago: 150000 x 2^(-33/90) + 120000 x 2^(-61/90) = 191351.
EXPLAINED = {
    "zh": [
        "百禾乳业 · A 级 · 77.3 分（70 分起）",
        "成交 24.4/30 · 近期折算 ¥19.1万",
        "往来 14.8/20 · 节奏 18.6/20",
        "忠诚 3.5 成效 10.0 潜力 6.0（满10）",
        "今天联系一次：80.1 分",
        "一直不联系：2月1日降为 B",
    ],
    "en": [
        "百禾乳业 · A · 77.3 points (from 70)",
        "Sales 24.4/30 · ¥191,351 after decay",
        "Activity 14.8/20 · rhythm 18.6/20",
        "Loyalty 3.5 · visits 10.0 · potential 6.0",
        "One contact today: 80.1",
        "No contact at all: B on 1 Feb",
    ],
}
SUMS = {"zh": "怎么算的", "en": "The sums"}


def meadow(office: Office, language: str) -> Said:
    mia = office.hire("陈静", "salesperson", language=language)
    past(office, mia, "百禾乳业", range(19, 160, 14), [(33, 150_000), (61, 120_000)], satisfaction=4, potential="high")
    return office.say(mia, ASKED[language])


def calculated(sum_in_words: str) -> float:
    """What a pocket calculator makes of a line of the sums."""
    formula = re.sub(r"（[^）]*）|\([a-z ]+\)", "", sum_in_words.replace("＝", "=").split("=")[1])
    python = formula.replace("×", "*").replace("÷", "/").replace("−", "-").replace("^", "**").replace("ln", "math.log")
    return float(eval(python, {"math": math}))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_tier_is_explained_in_arithmetic(database: Database, language: str) -> None:
    said = meadow(Office(database), language)
    assert said.text.splitlines() == EXPLAINED[language]
    assert round(24.4 + 14.8 + 18.6 + 3.5 + 10.0 + 6.0, 1) == 77.3


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_pocket_calculator_gives_the_same_points(database: Database, language: str) -> None:
    office = Office(database)
    said = meadow(office, language)
    mia = office.hire("周航", "manager", language=language)
    _, *lines, total = office.tap(mia, said.buttons[SUMS[language]]).text.splitlines()
    told = [float(re.search(r"\d+\.\d", line)[0]) for line in lines]  # type: ignore[index]
    assert told == [24.4, 14.8, 18.6, 3.5, 10.0, 6.0]
    assert [round(calculated(line) + 1e-9, 1) for line in lines] == told
    assert total.removeprefix("合计 ").replace("＝", "=") == "24.4+14.8+18.6+3.5+10.0+6.0=77.3"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_contact_that_was_promised_to_lift_it_does(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    past(office, mia, "百禾乳业", range(19, 160, 14), [(33, 150_000), (61, 120_000)], satisfaction=4, potential="high")
    office.say(mia, "给百禾乳业打了电话，她在")
    said = office.say(mia, "/why 百禾")
    assert "百禾乳业 · A 级 · 80.1 分（70 分起）" in said.text
    assert "今天联系过，已经算进去了" in said.text


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_picture_comes_as_a_message_of_its_own(database: Database) -> None:
    office = Office(database)
    said = meadow(office, "zh")
    [row] = office.tap(_person(office), said.buttons["看图"]).rows
    assert (row.kind, row.view) == ("photo", "WhyPicture")
    assert row.facts is not None
    assert [part["points"] for part in row.facts["parts"]] == [24.4, 14.8, 18.6, 3.5, 10.0, 6.0]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_little_data_a_word_by_hand_and_a_complaint_are_said_plainly(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    past(office, mia, "栈桥冷链", [3])
    past(office, mia, "青屿酒店", range(19, 160, 14), [(33, 20_000)], complaint="漏水")
    few = office.say(mia, "/why 栈桥").text
    assert "栈桥冷链 · C 级（暂定）" in few
    assert "只有 1 条记录，2 条起按分数定级。" in few
    assert "投诉没结案，先不升级。" in office.say(mia, "/why 青屿").text


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_not_there_and_not_yours_are_the_same_answer(database: Database) -> None:
    office = Office(database)
    mia, ben = office.hire("陈静", "salesperson"), office.hire("周航", "salesperson")
    past(office, mia, "百禾乳业", [3, 10])
    number = office.named("百禾乳业").id  # type: ignore[union-attr]
    assert office.say(ben, "/why 百禾").text == office.say(ben, "/why 明湾").text.replace("明湾", "百禾")
    for verb in ("why", "why_back", "sums", "why_picture"):
        assert "百禾" not in office.tap(ben, f"{verb}:{number}").text
        assert office.tap(ben, f"{verb}:{number}").rows[0].view == "CustomerUnknown"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_several_that_fit_are_asked_for(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    past(office, mia, "华星科技", [3, 10])
    past(office, mia, "华星贸易", [4, 11])
    asked = office.say(mia, "/why 华星")
    assert set(asked.buttons) == {"华星科技", "华星贸易"}
    assert "华星贸易 · C 级" in office.tap(mia, asked.buttons["华星贸易"]).text
    assert office.say(mia, "/why").rows[0].view == "NameNeeded"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_points_fade_while_nothing_happens_and_the_day_named_is_the_day_it_drops(database: Database) -> None:
    office = Office(database)
    said = meadow(office, "zh")
    assert "2月1日降为 B" in said.text
    office.wait(days=40)
    later = office.say(_person(office), "/why 百禾")
    assert "一直不联系：2月1日降为 B" in later.text
    assert float(re.search(r"(\d+\.\d) 分", later.text)[1]) < 77.3 - 18  # type: ignore[index]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_after_a_week_away_nobody_was_spoken_of_last(database: Database) -> None:
    office = Office(database)
    said = meadow(office, "zh")
    office.wait(days=8)
    with database.transaction() as db:
        outbox.settle(db, [Settled(row.id, "sent", row.chat_id, message_id=row.id) for row in said.rows])
        outbox.forget(db, office.now - timedelta(days=7))
    assert office.say(_person(office), "/why").rows[0].view == "NameNeeded"


def _person(office: Office) -> Person:
    with office.database.reading() as db:
        return with_role(db, "salesperson")[0]


@pytest.mark.parametrize(
    ("language", "drop", "holds"),
    [
        ("zh", "一直不联系：{}月1日降为 C", "连续 4 次低于 35 才降级（2×60 天）"),
        ("en", "No contact at all: C on 1 {}", "Drops: 4 gradings below 35 (2×60 days)"),
    ],
)
def test_who_is_seldom_seen_keeps_its_tier_for_two_of_its_own_intervals(
    database: Database, language: str, drop: str, holds: str
) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson", language=language)
    past(office, mia, "百禾乳业", range(20, 400, 60), [(20, 150_000)], potential="high")
    why = office.say(mia, ASKED[language])
    assert drop.format("Jun" if language == "en" else 6) in why.text.splitlines()
    assert holds in office.tap(mia, why.buttons[SUMS[language]]).text.splitlines()
    past(office, mia, "澄湖纸业", range(20, 400, 20), [(20, 150_000)], potential="high")
    often = office.say(mia, ASKED[language].replace("百禾", "澄湖"))
    assert len(office.tap(mia, often.buttons[SUMS[language]]).text.splitlines()) == 8
