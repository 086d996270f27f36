"""Who was not heard of, asked in plain words: days with the usual ones, whose, and who dropped by it."""

from datetime import date

import pytest

from storage.database import Database
from storage.models import Person
from tests.handlers.pasts import past
from tests.office import Office

GRADINGS = [date(2026, month, 1) for month in (7, 8, 9, 10, 11)]


def company(office: Office, language: str = "zh") -> tuple[Person, Person, Person]:
    """Silent A: Clearlake and Greenisle; dropped by silence: Oakleaf; at risk: Lanstone; silent C: Savour."""
    mia = office.hire("陈静", "salesperson", language=language)
    ben = office.hire("周航", "salesperson", language=language)
    grace = office.hire("林岚", "manager", language=language)
    past(office, ben, "澄湖纸业", range(31, 190, 12), [(103, 600_000)], GRADINGS, potential="high", city="上海")
    past(office, mia, "青屿酒店", range(26, 190, 10), [(106, 600_000)], GRADINGS, potential="high")
    past(office, ben, "云栎包装", range(90, 311, 21), [(161, 300_000)], GRADINGS, satisfaction=5)
    past(office, mia, "澜石机械", range(80, 200, 10))
    past(office, mia, "知味餐饮", range(70, 200, 30))
    past(office, mia, "百禾乳业", range(3, 190, 12), [(3, 300_000)], potential="high")
    return mia, ben, grace


# Clearlake: (13 x 12 + 2 x 7) / 15 = 11 days; Greenisle: (16 x 10 + 14) / 18 = 10; Oakleaf: (10 x 21 + 14) / 12 = 19.
SILENT_A = {
    "zh": [
        "A 级沉默 2 家，本月降级 1 家",
        "1 澄湖纸业 · 31 天，平时 11 · 周航",
        "2 青屿酒店 · 26 天，平时 10 · 陈静",
        "3 云栎包装 · 90 天，平时 19 · 周航",
    ],
    "en": [
        "Silent A: 2, and 1 dropped this month",
        "1 澄湖纸业 · 31 d, usually 11 · 周航",
        "2 青屿酒店 · 26 d, usually 10 · 陈静",
        "3 云栎包装 · 90 d, usually 19 · 周航",
    ],
}
ASKED = {"zh": "A 沉默", "en": "A silent"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_silent_customers_asked_in_plain_words(database: Database, language: str) -> None:
    office = Office(database)
    *_, grace = company(office, language)
    said = office.say(grace, ASKED[language])
    assert said.text.splitlines() == SILENT_A[language]
    assert "云栎包装 · B" in office.tap(grace, said.buttons["3"]).text


def test_each_list_shows_the_others_count_and_leads_there(database: Database) -> None:
    office = Office(database)
    *_, grace = company(office)
    silent = office.say(grace, "谁沉默了")
    assert silent.text.splitlines()[0] == "沉默 3 家，本月降级 1 家"
    risk = office.tap(grace, silent.buttons["流失预警 2"])
    assert risk.text.splitlines()[0] == "流失预警 2 家 · 沉默 4 家"
    assert "澜石机械" in risk.text
    assert office.tap(grace, risk.buttons["沉默 4"]).text == silent.text
    assert office.say(grace, "/risk").text == risk.text


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_city_days_and_person_narrow_it(database: Database) -> None:
    office = Office(database)
    _, ben, grace = company(office)
    assert office.say(grace, "A 沉默 上海").text.splitlines()[:2] == [
        "上海 A 级沉默 1 家",
        "1 澄湖纸业 · 31 天，平时 11 · 周航",
    ]
    assert office.say(grace, "谁30天没联系了").text.splitlines()[0] == "30 天没联系 4 家"
    people = office.tap(grace, office.say(grace, "A 沉默").buttons["按人看"])
    assert people.text.splitlines() == ["A 级 沉默 3 家 · 按人", "1 周航 · 2 家", "2 陈静 · 1 家"]
    his = office.tap(grace, people.buttons["1"])
    assert his.text.splitlines()[0] == "周航 A 级沉默 1 家，本月降级 1 家"
    assert office.say(ben, "A 沉默").text.splitlines()[1] == "1 澄湖纸业 · 31 天，平时 11"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_touch_ends_the_kept_place(database: Database) -> None:
    office = Office(database)
    _, ben, grace = company(office)
    office.say(ben, "拜访了云栎包装，聊了明年的量")
    assert "云栎" not in office.say(grace, "A 沉默").text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_nobody_silent_is_no_more_than_that(database: Database, language: str) -> None:
    office = Office(database)
    grace = office.hire("林岚", "manager", language=language)
    mia = office.hire("陈静", "salesperson", language=language)
    none = {"zh": "A 级没有沉默的，也没有到期的。", "en": "No A silent, none due either."}
    assert office.say(grace, ASKED[language]).text == none[language]
    past(office, mia, "百禾乳业", range(16, 190, 12), [(16, 600_000)], GRADINGS, potential="high")
    due = {"zh": "A 级没有沉默的；1 家到期该跟进。", "en": "No A silent; 1 due for a follow-up."}
    assert office.say(grace, ASKED[language]).text == due[language]
    assert office.say(grace, "/silent").text
    assert office.say(grace, "/risk").text
