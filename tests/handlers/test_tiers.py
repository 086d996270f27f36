"""The customer base at a glance: figures checked by hand, names behind them, and only what one may see."""

import pytest

from storage.database import Database
from storage.models import Person
from tests.handlers.pasts import past
from tests.office import Office

REGULAR = range(5, 160, 14)


def company(office: Office, language: str = "zh") -> tuple[Person, Person, Person]:
    """Two A, two B, four C of two salespeople; 12-month sales 400000 + 200000, 30000 + 20000, 0."""
    mia = office.hire("陈静", "salesperson", language=language)
    ben = office.hire("周航", "salesperson", language=language)
    grace = office.hire("林岚", "manager", language=language)
    past(office, mia, "百禾乳业", REGULAR, [(5, 400_000), (400, 900_000)], potential="high", city="上海")
    past(office, ben, "澄湖纸业", REGULAR, [(19, 200_000)], potential="high")
    past(office, mia, "知味餐饮", REGULAR, [(5, 30_000)])
    past(office, ben, "远舟物流", REGULAR, [(5, 40_000), (5, -20_000)])
    for name in ("禾木家具", "青屿酒店", "松川酒店"):
        past(office, mia, name, [30, 60])
    past(office, ben, "栈桥冷链")
    return mia, ben, grace


SHOWN = {
    "zh": [
        "客户等级 · 8 家 · 近 12 个月成交",
        "A 2 家（25%）· ¥60万（92%）",
        "B 2 家（25%）· ¥5万（8%）",
        "C 4 家（50%）· ¥0（0%）",
        "其中 1 家记录少，等级暂定",
        "本月：升 4 · 降 0",
    ],
    "en": [
        "Tiers · 8 customers · 12-month sales",
        "A 2 (25%) · ¥600,000 (92%)",
        "B 2 (25%) · ¥50,000 (8%)",
        "C 4 (50%) · ¥0 (0%)",
        "1 of them with few records: for now",
        "This month: up 4 · down 0",
    ],
}
WORD = {"zh": "等级", "en": "tiers"}
BUTTONS = {
    "zh": ["A 2", "B 2", "C 4", "升降 4", "沉默 0", "看图", "导出"],
    "en": ["A 2", "B 2", "C 4", "Moves 4", "Silent 0", "Picture", "Export"],
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_counts_shares_sales_and_moves(database: Database, language: str) -> None:
    office = Office(database)
    *_, grace = company(office, language)
    said = office.say(grace, WORD[language])
    assert said.text.splitlines() == SHOWN[language]
    assert list(said.buttons) == BUTTONS[language]
    assert office.say(grace, "/tiers").text == said.text


def test_a_tier_opens_by_sales_in_place_and_leads_back(database: Database) -> None:
    office = Office(database)
    *_, grace = company(office)
    said = office.say(grace, "等级")
    listed = office.tap(grace, said.buttons["C 4"], message_id=7)
    assert listed.text.splitlines()[0] == "C 级 4 家 · 按成交额 · 1–4"
    assert [row.edits_message_id for row in listed.rows] == [7]
    first = office.tap(grace, said.buttons["A 2"])
    assert first.text.splitlines() == [
        "A 级 2 家 · 按成交额 · 1–2",
        "1 百禾乳业 · 陈静 · 5 天前",
        "2 澄湖纸业 · 周航 · 5 天前",
    ]
    assert "百禾乳业 · A 级" in office.tap(grace, first.buttons["1"]).text
    assert office.tap(grace, first.buttons["‹ 等级"]).text == said.text


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_long_list_is_shown_five_at_a_time(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson", "manager")
    for n in range(12):
        past(office, mia, f"客户{n:02}", [9], [(3, 1000 - n)])
    first = office.tap(mia, office.say(mia, "等级").buttons["C 12"])
    assert [line[:6] for line in first.text.splitlines()[1:]] == [f"{n + 1} 客户{n:02}"[:6] for n in range(5)]
    last = office.tap(mia, office.tap(mia, first.buttons["6–10 ›"]).buttons["11–12 ›"])
    assert last.text.splitlines()[0].endswith("11–12")
    assert list(last.buttons)[:3] == ["11", "12", "‹ 6–10"]


def test_another_teams_manager_and_an_admin_see_nothing_of_it(database: Database) -> None:
    office = Office(database)
    company(office)
    with database.transaction() as db:
        from storage.models import Team

        other = Team(name="另一组")
        db.add(other)
        db.flush()
        office.team = other.id
    stranger = office.hire("吴桐", "manager")
    for words in ("等级", "A 沉默", "沉默", "流失预警", "升降", "团队", "客户"):
        text = office.say(stranger, words).text
        assert not [name for name in ("百禾", "澄湖", "知味", "陈静", "8 家") if name in text]
    assert office.say(stranger, "等级").text.splitlines()[0] == "还没有客户。"
    admin = office.hire("苏晴", "admin")
    assert office.say(admin, "等级").rows[0].view == "NotForYourRole"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_salesperson_sees_their_own_figures(database: Database) -> None:
    office = Office(database)
    mia, *_ = company(office)
    said = office.say(mia, "等级")
    assert said.text.splitlines()[:2] == ["我的客户 · 5 家 · 近 12 个月成交", "A 1 家（20%）· ¥40万（93%）"]
    listed = office.tap(mia, said.buttons["A 1"])
    assert listed.text.splitlines()[1] == "1 百禾乳业 · 5 天前"
    assert office.tap(mia, listed.buttons["‹ 等级"]).text == said.text


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_filters_in_plain_words(database: Database) -> None:
    office = Office(database)
    *_, grace = company(office)
    assert office.say(grace, "A级 上海").text.splitlines() == [
        "上海 A 级 1 家 · 按成交额 · 1–1",
        "1 百禾乳业 · 陈静 · 5 天前",
    ]
    assert "新客户 1 家" in office.say(grace, "新客户有哪些").text
    assert "全部客户 8 家" in office.say(grace, "客户").text
    assert office.say(grace, "已流失的客户").text == "已流失：没有客户。"
    by_person = office.tap(grace, office.say(grace, "C 级客户").buttons["按人看"])
    assert by_person.text.splitlines() == ["C 级 4 家 · 按人", "1 陈静 · 3 家", "2 周航 · 1 家"]
    assert office.tap(grace, by_person.buttons["2"]).text.splitlines()[0] == "周航 C 级 1 家 · 按成交额 · 1–1"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_question_that_narrows_nothing_is_no_list(database: Database) -> None:
    office = Office(database)
    *_, grace = company(office)
    assert office.say(grace, "今天天气怎么样？").rows[0].view != "CustomersListed"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_other_currencies_count_by_their_rate(database: Database) -> None:
    office = Office(database)
    with database.transaction() as db:
        from actions import company as companies

        companies.change(db, "company", {"rates": {"USD": 7.0}}, office.now)
    mia = office.hire("陈静", "salesperson", "manager")
    number = past(office, mia, "百禾乳业", [3], [(3, 1000)])
    with database.transaction() as db:
        from actions import judging
        from storage.models import Customer, Purchase

        own = {"customer_id": number, "first_customer_id": number, "author_id": mia.id, "sources": {}}
        db.add(Purchase(**own, made_on=office.today, recorded_at=office.now, amount_minor=100_000, currency="USD"))
        customer = db.get_one(Customer, number)
        judging.refresh(db, customer, companies.in_force(db), office.today, office.now)
    past(office, mia, "澄湖纸业", [3], [(3, 7999)])
    said = office.say(mia, "等级")
    assert "¥1.6万（100%）" in said.text
    assert office.tap(mia, said.buttons["C 2"]).text.splitlines()[1].startswith("1 百禾乳业")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_picture_carries_the_same_figures(database: Database) -> None:
    office = Office(database)
    *_, grace = company(office)
    [row] = office.tap(grace, office.say(grace, "等级").buttons["看图"]).rows
    assert (row.kind, row.view, row.edits_message_id) == ("photo", "TiersPicture", None)
    assert row.facts is not None
    assert [(tier["tier"], tier["customers"], tier["sales"]) for tier in row.facts["tiers"]] == [
        ("A", 2, 60_000_000),
        ("B", 2, 5_000_000),
        ("C", 4, 0),
    ]


@pytest.mark.parametrize("parts", [[1, 1, 1], [2, 1, 0], [1, 998, 1], [0, 0, 5], [-3, 1, 1]])
def test_shares_add_up_to_a_hundred(parts: list[int]) -> None:
    from actions.tiers import shares

    assert sum(shares(parts)) == 100
    assert shares([0, 0, 0]) == [0, 0, 0]
