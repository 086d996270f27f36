"""The manager's figures: who brings the sales, coverage, trend, sales of a span, complaints, one person of the team."""

from datetime import date

import pytest

from storage import company, people
from storage.database import Database
from storage.models import Audit, Customer, Person, Purchase
from tests.handlers.lines import too_much
from tests.handlers.pasts import past
from tests.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def hired(office: Office, language: str = "zh") -> Person:
    """A manager of two who sell: four fifths of it to one of four customers; one complains, one is late."""
    grace = office.hire("林岚", "manager", language=language)
    mia = office.hire("陈静", "salesperson", language=language)
    ben = office.hire("Ben Carter", "salesperson", language=language)
    past(office, mia, "百禾乳业", [0, 2, 8], [(2, 80_000)], complaint="换错滤芯")
    past(office, mia, "知味餐饮", [1, 40], [(30, 12_000)], city="上海")
    past(office, ben, "澄湖纸业", [90, 130], [(90, 8_000)])
    number = past(office, ben, "栈桥冷链", [3], [])
    with office.database.transaction() as db:
        row = db.get_one(Customer, number)
        row.region_id = company.add_term(db, "region", "华东", "East China").id
        company.add_term(db, "product", "滤芯", "Filters")
        for sale in db.query(Purchase).filter(Purchase.amount_minor > 1_000_000):
            sale.product = "滤芯"
    return grace


@pytest.fixture
def grace(office: Office) -> Person:
    return hired(office)


TOLD = {
    "top": "成交 · 近 12 个月 ¥10万",
    "前十大客户": "成交 · 近 12 个月 ¥10万",
    "谁贡献80%": "成交 · 近 12 个月 ¥10万",
    "top 上海": "上海 · 近 12 个月 ¥1.2万",
    "top Ben Carter": "Ben Carter · 近 12 个月 ¥8,000",
    "top 滤芯": "滤芯 · 近 12 个月 ¥9.2万",
    "/top 陈静": "陈静 · 近 12 个月 ¥9.2万",
    "coverage": "客户覆盖 · 4 家",
    "覆盖率": "客户覆盖 · 4 家",
    "覆盖 陈静": "陈静 · 2 家",
    "trend": "趋势 · 按月",
    "/trend week": "趋势 · 按周",
    "sales this month": "成交 · 11月 ¥8万",
    "这个月成交": "成交 · 11月 ¥8万",
    "上个月成交": "成交 · 10月 ¥1.2万",
    "sales since 1 Aug": "成交 · 8月1日–11月18日 ¥10万",
    "业绩 陈静": "陈静 · 11月 ¥8万",
    "complaints": "投诉：未结 1 件",
    "投诉 上海": "上海：未结 0 件",
    "team 陈静": "陈静 · 2 家：A 0 · B 0 · C 2",
    "团队 Ben Carter": "Ben Carter · 2 家：A 0 · B 0 · C 2",
    "moves last month": "10月没有升降。",
    "升降 10月1日到11月15日": "10月1日–11月15日没有升降。",
}


@pytest.mark.parametrize("words", TOLD)
def test_a_question_in_plain_words(office: Office, grace: Person, words: str) -> None:
    said = office.say(grace, words)
    assert said.text.splitlines()[0] == TOLD[words]
    assert not too_much(said)


def test_who_brings_four_fifths_and_by_what_else(office: Office, grace: Person) -> None:
    said = office.say(grace, "top")
    assert said.text.splitlines()[1:] == [
        "4 家里 1 家（25%）占 80%", "1 百禾乳业 · ¥8万（80%）",
        "2 知味餐饮 · ¥1.2万（12%）", "3 澄湖纸业 · ¥8,000（8%）",
    ]  # fmt: skip
    assert office.tap(grace, said.buttons["1"]).text.startswith("百禾乳业")
    people_too = office.tap(grace, said.buttons["按人"])
    assert people_too.text.splitlines()[2] == "1 陈静 · ¥9.2万（92%）"
    assert office.tap(grace, people_too.buttons["1"]).text.startswith("陈静 2 家")
    products = office.tap(grace, people_too.buttons["按产品"])
    assert products.text.splitlines()[2:] == ["1 滤芯 · ¥9.2万（92%）", "2 没写产品 · ¥8,000（8%）"]


def test_what_of_this_months_contacts_is_left_is_never_below_nothing(office: Office, grace: Person) -> None:
    said = office.say(grace, "coverage 陈静")
    lines = said.text.splitlines()
    assert lines[1] == "到期 0 · 约好 0 · 按时 2 · 晚 0"
    assert lines[2] == "本月该联系 2 次，已 4，还差 0"
    assert office.tap(grace, said.buttons["1"]).rows[0].view == "CustomerCard"


def test_who_is_late_by_name_and_date(office: Office, grace: Person) -> None:
    said = office.say(grace, "谁逾期了")
    assert said.text.splitlines()[0].startswith("晚了 1 家 · 按日期")
    assert "澄湖纸业" in said.text
    mia = office.hire("Sam", "salesperson")
    assert office.say(mia, "who is overdue").rows[-1].view in ("AgendaShown", "NothingDue")


def test_one_person_beside_the_week_and_month_before(office: Office, grace: Person) -> None:
    team = office.say(grace, "team")
    assert "（1）" in team.text.splitlines()[0]
    said = office.tap(grace, team.buttons["1"])
    assert said.text.splitlines()[1:3] == ["今天联系 1 · 本周 3（上周同期 1）", "本月成交 ¥8万（上月同期 ¥0）"]
    assert office.say(grace, "team Ben Carter").text.splitlines()[1] == "今天联系 0 · 本周 0（上周同期 0）"


def test_gaps_say_what_is_missing_and_whose(office: Office, grace: Person) -> None:
    team = office.say(grace, "team")
    said = office.tap(grace, next(data for label, data in team.buttons.items() if label.startswith("资料")))
    assert said.text.splitlines()[:3] == [
        "客户资料完整 12% · 4 家", "没有联系人 4 · 没有电话 4", "没有地区 2 · 没有行业 4",
    ]  # fmt: skip


def test_a_filter_narrows_step_by_step_and_lets_go(office: Office, grace: Person) -> None:
    said = office.say(grace, "客户")
    offered = office.tap(grace, said.buttons["筛选"])
    assert offered.text.splitlines()[0] == "4 家"
    narrowed = office.tap(grace, offered.buttons["C"])
    assert narrowed.text.splitlines()[0] == "4 家：C 级"
    assert office.tap(grace, narrowed.buttons["● C"]).text.splitlines()[0] == "4 家"
    assert office.tap(grace, narrowed.buttons["看名单"]).text.startswith("C 级 4 家")


def test_a_team_narrows_by_its_name(office: Office, grace: Person) -> None:
    with office.database.transaction() as db:
        people.team_of(db, grace.id).name = "华南组"  # type: ignore[union-attr]
    assert office.say(grace, "top 华南组").text.splitlines()[0] == "华南组 · 近 12 个月 ¥10万"


def test_a_salesperson_hears_of_their_own_only(office: Office, grace: Person) -> None:
    with office.database.reading() as db:
        mia = db.query(Person).filter(Person.name == "陈静").one()
    assert office.say(mia, "top").text.splitlines()[0] == "我的成交 · 近 12 个月 ¥9.2万"
    assert office.say(mia, "投诉").text.splitlines()[0] == "我的投诉：未结 1 件"
    assert office.say(mia, "team 林岚").rows[0].view in ("NotForYourRole", "NotUnderstood")
    assert office.tap(mia, "member:-:-:1").rows[0].view == "NotForYourRole"


def test_an_export_is_ordered_and_noted(office: Office, grace: Person) -> None:
    for words in ("导出", "/export", "导出 A 级", "export silent"):
        said = office.say(grace, words)
        assert [row.view for row in said.rows] == ["ExportBegun"], words
    said = office.tap(grace, office.say(grace, "top").buttons["导出"])
    assert said.text == "成交排名：正在做表格"
    assert office.count(Audit) >= 5


@pytest.mark.parametrize(
    "data", ["top:x:0:-", "trend:year:-", "sales:0:991301991301:-", "sheet:x:-:-", "flow:991301991301"]
)
def test_a_button_of_no_card_is_an_old_one(office: Office, grace: Person, data: str) -> None:
    assert office.tap(grace, data).rows[0].view == "OldCard"


@pytest.mark.parametrize("words", ["top", "coverage", "trend", "sales", "complaints", "team", "team 陈静", "moves"])
def test_in_english_it_fits_a_phone_too(database: Database, words: str) -> None:
    office = Office(database)
    grace = hired(office, "en")
    assert not too_much(office.say(grace, words))


def test_an_empty_company_is_told_so(office: Office) -> None:
    grace = office.hire("林岚", "manager")
    assert office.say(grace, "top").text.splitlines()[1] == "还没有成交。"
    assert office.say(grace, "coverage").text.splitlines()[1] == "还没有要提醒的客户。"
    assert office.say(grace, "投诉").text.splitlines()[0] == "我的投诉：未结 0 件"
    assert office.today == date(2026, 11, 18)


BESIDE = ("top", "coverage", "trend", "sales", "投诉", "team", "等级", "沉默", "升降", "team 陈静", "周一小结")


@pytest.mark.parametrize("words", BESIDE)
def test_among_very_many_customers_a_question_is_looked_up_on_a_reading_connection(
    office: Office, grace: Person, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = office.say(grace, words)
    monkeypatch.setattr("handlers.routes.MANY", 1)
    beside = office.say(grace, words)
    assert (beside.text, beside.buttons) == (plain.text, plain.buttons)
    for data in beside.buttons.values():
        assert office.tap(grace, data).rows
    again = office.hear({"message": {"text": words}}, grace, number=1)
    assert not again.rows
