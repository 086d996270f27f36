"""The company's own fields: made by an admin, filled in by whoever has the customer, shown on its card."""

import pytest

from storage.models import Customer, Person
from tests.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def tom(office: Office) -> Person:
    tom = office.hire("吴桐", "admin")
    office.say(tom, "新字段 合同号 / contract number")
    return tom


def fields(office: Office, number: int) -> dict[str, object]:
    with office.database.reading() as db:
        return dict(db.get_one(Customer, number).fields)


@pytest.mark.parametrize(
    "words",
    [
        "海岳 合同号 A-17",
        "海岳的合同号是A-17",
        "海岳食品合同号：A-17",
        "海岳食品 contract number is A-17",
        "海岳 合同號 A-17",
    ],
)
def test_a_value_is_said_in_words(office: Office, tom: Person, mia: Person, words: str) -> None:
    number = office.customer(mia, "海岳食品", "王总")
    said = office.say(mia, words)
    assert "✅ 海岳食品\n合同号：A-17" in said.text
    assert fields(office, number) == {"contract_number": "A-17"}
    assert "合同号：A-17" in office.say(mia, "海岳食品").text


def test_a_value_is_said_in_english(office: Office, tom: Person) -> None:
    ben = office.hire("Benjamin", "salesperson", language="en")
    office.customer(ben, "Seacrest Foods", "Mr Wong")
    assert "contract number: A-17" in office.say(ben, "Seacrest contract number A-17").text
    assert "Before: A-17" in office.say(ben, "Seacrest's contract number is A-18").text
    assert "contract number: –" in office.say(ben, "Seacrest contract number none").text


def test_it_is_undone_brought_back_and_edited(office: Office, tom: Person, mia: Person) -> None:
    number = office.customer(mia, "海岳食品", "王总")
    said = office.say(mia, "海岳 合同号 A-17", message_id=500)
    undone = office.tap(mia, said.buttons["撤销"])
    assert "已撤销：海岳食品 自定义项" in undone.text
    assert fields(office, number) == {}
    assert "已恢复" in office.tap(mia, undone.buttons["恢复"]).text
    office.edit(mia, 500, "海岳 合同号 A-18")
    assert fields(office, number) == {"contract_number": "A-18"}


def test_numbers_and_dates_are_checked(office: Office, tom: Person, mia: Person) -> None:
    number = office.customer(mia, "海岳食品", "王总")
    for name in ("机器数", "合同到期"):
        added = office.say(tom, f"新字段 {name}")
        office.tap(tom, added.buttons["数字" if name == "机器数" else "日期"])
    assert "没看懂" in office.say(mia, "海岳 机器数 很多").text
    office.say(mia, "海岳 机器数 1,200")
    assert "合同到期：2027年5月1日" in office.say(mia, "海岳 合同到期 2027年5月1日").text
    assert fields(office, number) == {"机器数": "1200", "合同到期": "2027-05-01"}


def test_several_customers_are_asked(office: Office, tom: Person, mia: Person) -> None:
    office.customer(mia, "海岳食品", "王总")
    office.customer(mia, "松川酒店", "王总")
    asked = office.say(mia, "王总 合同号 A-17")
    assert "哪家「王总」？" in asked.text
    assert "✅ 松川酒店" in office.tap(mia, asked.buttons["松川酒店"]).text


def test_other_peoples_customers_are_not_there(office: Office, tom: Person, mia: Person) -> None:
    ben = office.hire("周航二号", "salesperson")
    number = office.customer(ben, "青屿酒店", "张经理")
    theirs, nobodys = (office.say(mia, f"{name} 合同号 A-17") for name in ("青屿酒店", "青峰酒店"))
    assert [row.view for row in theirs.rows] == [row.view for row in nobodys.rows]
    assert fields(office, number) == {}


def test_a_field_that_goes_keeps_its_values(office: Office, tom: Person, mia: Person) -> None:
    number = office.customer(mia, "海岳食品", "王总")
    office.say(mia, "海岳 合同号 A-17")
    shown = office.say(tom, "/fields")
    one = office.tap(tom, shown.buttons["1"])
    gone = office.tap(tom, one.buttons["删除"])
    assert "合同号" not in office.say(mia, "海岳食品").text
    office.tap(tom, gone.buttons["撤销"])
    assert "合同号：A-17" in office.say(mia, "海岳食品").text
    assert fields(office, number) == {"contract_number": "A-17"}


def test_a_field_is_renamed_and_there_are_not_too_many(office: Office, tom: Person) -> None:
    number = office.tap(tom, "fields").buttons["1"].partition(":")[2]
    office.tap(tom, f"name_field:{number}")
    assert "✅ 合约号 / contract" in office.say(tom, "合约号 / contract").text
    assert "已经有叫" in office.say(tom, "新字段 合约号").text
    for n in range(4):
        office.say(tom, f"新字段 项目{n}")
    assert "最多 5 项" in office.say(tom, "新字段 再一项").text


def test_a_visit_that_mentions_no_field_stays_a_visit(office: Office, tom: Person, mia: Person) -> None:
    office.customer(mia, "海岳食品", "王总")
    assert office.say(mia, "拜访了海岳，谈了合同号的事").rows[0].view == "Recorded"
