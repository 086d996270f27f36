"""The company's catalogue and what is to be done for each tier, kept by an admin by chat."""

import pytest
from sqlalchemy import select

from actions import company as companies
from storage import company as kept
from storage.models import Audit, Customer, Person, Term
from tests.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def mia(office: Office) -> Person:
    return office.hire("Mia", "salesperson", language="en")


def products(office: Office) -> list[tuple[str, str]]:
    with office.database.reading() as db:
        return [(str(zh), str(en)) for zh, en, *_ in kept.names(db, "product")]


def term(office: Office, name: str) -> int:
    with office.database.reading() as db:
        return db.scalars(select(Term.id).where(Term.zh == name)).one()


def test_products_are_added_by_typing_in_both_languages_and_taken_back(office: Office, tom: Person) -> None:
    asked = office.tap(tom, "add_term:product")
    assert "新的产品叫什么？" in asked.text
    said = office.say(tom, "滤芯 / Filters\nSoftener / 软水机\n净水器")
    assert "✅ 加了 3 个产品 · 共 3" in said.text
    assert products(office) == [("滤芯", "Filters"), ("软水机", "Softener"), ("净水器", "净水器")]
    office.tap(tom, said.buttons["撤销"])
    assert products(office) == []


def test_what_is_sold_is_understood_from_then_on(office: Office, tom: Person, mia: Person) -> None:
    office.customer(mia, "Seacrest Foods", "Mr Wong")
    office.say(tom, "新产品 滤芯组 / Zerofilt")
    said = office.say(mia, "Seacrest bought 3 Zerofilt, 36k")
    assert "Zerofilt" in said.text


def test_an_entry_is_said_in_plain_words_renamed_and_removed(office: Office, tom: Person) -> None:
    office.say(tom, "new region Northeast / 东北")
    number = term(office, "东北")
    office.tap(tom, f"name_term:{number}")
    renamed = office.say(tom, "东三省 / Northeast")
    assert "✅ 东三省 / Northeast" in renamed.text
    assert "东北 / Northeast" in office.tap(tom, renamed.buttons["撤销"]).text
    gone = office.tap(tom, f"end_term:{number}")
    assert "东北 没有了" in gone.text
    assert "东北 / Northeast" in office.tap(tom, gone.buttons["撤销"]).text


def test_what_customers_are_filed_under_stays(office: Office, tom: Person, mia: Person) -> None:
    number = office.customer(mia, "海岳食品")
    region = term(office, "华东")
    with office.database.transaction() as db:
        db.get_one(Customer, number).region_id = region
    assert "1 家客户" in office.tap(tom, f"term:{region}").text
    assert "1 家客户还在用「华东」" in office.tap(tom, f"end_term:{region}").text


def test_names_are_checked(office: Office, tom: Person) -> None:
    office.say(tom, "新产品 滤芯 / Filters")
    assert "已经有叫「滤芯」的了" in office.say(tom, "新产品 滤芯").text
    office.tap(tom, "add_term:product")
    assert "太长了" in office.say(tom, "很" * 30).text
    office.tap(tom, "add_term:product")
    assert "没看懂" in office.say(tom, "滤芯 / Filters / 净水").text
    assert len(products(office)) == 1


def test_what_to_do_for_a_tier_is_written_checked_and_put_back(office: Office, tom: Person, mia: Person) -> None:
    with office.database.reading() as db:
        before = companies.in_force(db).strategy["A"]
    asked = office.tap(tom, "strategy:A")
    assert f"现在：{before['zh']}\n{before['en']}" in asked.text
    assert "太长了" in office.say(tom, "先" * 19).text
    said = office.say(tom, "先发样品 / samples first")
    assert "✅ A 级的做法改了" in said.text
    with office.database.reading() as db:
        assert companies.in_force(db).strategy["A"] == {"zh": "先发样品", "en": "samples first"}
    office.tap(tom, said.buttons["撤销"])
    office.say(tom, "strategy for B: call on Mondays")
    with office.database.reading() as db:
        now = companies.in_force(db).strategy
        assert now["A"] == before
        assert now["B"]["en"] == "call on Mondays"
        assert now["B"]["zh"] == "先发消息，有新品就约"
        assert db.scalars(select(Audit.what)).all() == ["company changed: strategy"] * 3


def test_nobody_else_changes_them(office: Office, tom: Person, mia: Person) -> None:
    for data in ("add_term:product", "strategy:A", "catalogue:product:0", "fields", "add_field", "strategy_back:1:A"):
        assert "for the admin" in office.tap(mia, data).text, data
    for words in ("/catalogue", "/strategy", "/fields"):
        assert "for the admin" in office.say(mia, words).text, words
    assert products(office) == []


SAID = {"zh": "滤芯", "zh_tw": "濾心", "zh_hk": "濾心", "en": "Filters"}
DO = {"zh": "先发样品", "zh_tw": "先寄樣品", "zh_hk": "先寄樣品", "en": "samples first"}


@pytest.mark.parametrize("language", list(SAID))
def test_everybody_reads_the_companys_words_in_their_own_language(office: Office, tom: Person, language: str) -> None:
    office.say(tom, "新产品 滤芯 / 台：濾心 / Filters")
    office.say(tom, "A 级做法：先发样品 / 台：先寄樣品 / samples first")
    office.say(tom, "新字段 合同号 / 台：合約編號 / contract number")
    number = term(office, "滤芯")
    reader = office.hire("讀者", "admin", "salesperson", "manager", language=language)
    assert SAID[language] in office.tap(reader, f"term:{number}").text.splitlines()[0]
    assert f"A {DO[language]}" in office.say(reader, "/strategy").text
    office.customer(reader, "海岳食品")
    office.say(reader, "海岳食品 合約編號 A-17")
    field = {"zh": "合同号", "en": "contract number"}.get(language, "合約編號")
    assert f"{field}" in office.say(reader, "海岳食品").text
    office.say(reader, "海岳成交3套濾心，5000元")
    top = office.tap(reader, "top:product:0:-")
    assert SAID[language] in top.text


def test_a_word_for_one_place_is_added_and_taken_back(office: Office, tom: Person) -> None:
    office.say(tom, "新产品 滤芯 / Filters")
    number = term(office, "滤芯")
    office.tap(tom, f"name_term:{number}")
    renamed = office.say(tom, "港：濾芯")
    assert renamed.text.splitlines()[:2] == ["✅ 滤芯 / Filters", "港：濾芯"]
    assert "港" not in office.tap(tom, renamed.buttons["撤销"]).text
