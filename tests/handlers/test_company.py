"""The company's settings, as an admin changes them by chat."""

import pytest
from sqlalchemy import select

from actions import company as companies
from storage.database import Database
from storage.models import Audit, Person
from tests.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database, company={**COMPANY})


@pytest.fixture
def mia(office: Office) -> Person:
    return office.hire("Mia", "salesperson", language="en")


COMPANY = {
    "name": "清源净水", "currency": "CNY", "zone": "Asia/Shanghai", "country": "CN", "working_days": [1, 2, 3, 4, 5],
    "rates": {}, "languages": ["zh", "zh_tw", "zh_hk", "en"],
}  # fmt: skip


def in_force(office: Office) -> companies.Company:
    with office.database.reading() as db:
        return companies.in_force(db)


def noted(office: Office) -> list[str]:
    with office.database.reading() as db:
        return list(db.scalars(select(Audit.what).order_by(Audit.id)))


@pytest.mark.parametrize(
    ("field", "typed", "unclear", "kept"),
    [
        ("name", "清源水处理", "清" * 41, "清源水处理"),
        ("currency", "新币", "XYZ", "SGD"),
        ("zone", "新加坡", "月球", "Asia/Singapore"),
        ("country", "新加坡", "月球", "SG"),
        ("working_days", "周一到周六", "有时候", (1, 2, 3, 4, 5, 6)),
        ("languages", "中文和英文", "火星文", ("zh", "en")),
    ],
)
def test_a_setting_is_typed_checked_and_put_back(
    office: Office, tom: Person, field: str, typed: str, unclear: str, kept: object
) -> None:
    before = getattr(in_force(office), field)
    office.tap(tom, f"company:{field}")
    assert "没看懂" in office.say(tom, unclear).text
    assert getattr(in_force(office), field) == before
    said = office.say(tom, typed)
    assert said.text.startswith("✅ 改了")
    assert getattr(in_force(office), field) == kept
    assert office.tap(tom, said.buttons["撤销"]).text.startswith("↩ 已撤销：")
    assert getattr(in_force(office), field) == before
    assert noted(office) == [f"company changed: {field}"] * 2


def test_a_setting_is_said_in_plain_words(office: Office, tom: Person) -> None:
    assert "新加坡元" in office.say(tom, "公司货币 SGD").text
    assert "Clearspring" in office.say(tom, "company name Clearspring").text
    assert in_force(office).currency == "SGD"
    assert "没看懂" in office.say(tom, "company time zone the moon").text


def test_another_currency_says_how_older_sums_count(office: Office, tom: Person) -> None:
    changed = office.say(tom, "公司货币 SGD")
    assert changed.text.splitlines()[-1] == "以前记的金额先按 1 比 1 算。"
    assert office.tap(tom, changed.buttons["汇率"]).rows[0].view == "RatesShown"


def test_the_companys_first_team_goes_by_its_name(office: Office, tom: Person) -> None:
    office.say(tom, "公司名称 清源净水")
    office.tap(tom, f"name_team:{office.team}")
    office.say(tom, "清源净水")
    office.say(tom, "公司名称 清源水处理")
    assert "1 清源水处理" in office.say(tom, "teams").text


def test_languages_are_tapped_off_and_no_longer_offered(office: Office, tom: Person, mia: Person) -> None:
    asked = office.tap(tom, "company:languages")
    office.tap(tom, asked.buttons["✓ 繁體中文"])
    asked = office.tap(tom, "company:languages")
    office.tap(tom, asked.buttons["✓ 繁體中文（香港）"])
    assert in_force(office).languages == ("zh", "en")
    assert "繁體中文" not in office.tap(mia, "setting:language").buttons
    assert "Not offered here. There is 简体中文, English." in office.say(mia, "繁体中文").text
    assert "简体中文" in office.tap(mia, "setting:language").buttons


def test_who_asks_for_traditional_gets_the_one_that_is_offered(office: Office, tom: Person, mia: Person) -> None:
    office.tap(tom, "company_set:languages:zh.zh_hk.en")
    office.say(mia, "繁体中文")
    with office.database.reading() as db:
        assert db.get_one(Person, mia.id).language == "zh_hk"


def test_nobody_else_changes_the_company(office: Office, tom: Person, mia: Person) -> None:
    for data in ("company:name", "company_set:currency:SGD", "company_back:1:name"):
        assert "for the admin" in office.tap(mia, data).text
    assert "for the admin" in office.say(mia, "/company name Mine").text
    assert in_force(office).name == "清源净水"
    assert noted(office) == []


def test_what_no_card_carries_is_an_old_card(office: Office, tom: Person) -> None:
    for data in ("company_back:99:name", "company_back:1:rates", "company_set:rates:x", "company:rates"):
        assert "旧了" in office.tap(tom, data).text
