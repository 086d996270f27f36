"""The admin's first day: a code, a name and five taps; in both languages."""

import pytest

import scoring
from actions import company as companies
from storage.database import Database
from storage.models import Person
from tests.handlers.lines import too_much
from tests.handlers.newcomers import Account, Company

TOM = {"zh": Account(7, "吴桐"), "en": Account(7, "Tom", "en")}
NAME = {"zh": "清源净水", "en": "Clearspring"}


@pytest.fixture
def company(database: Database) -> Company:
    return Company(database)


def in_force(company: Company) -> companies.Company:
    with company.database.reading() as db:
        return companies.in_force(db)


def test_the_first_person_is_everything_and_names_the_company_in_chinese(company: Company) -> None:
    said = company.knock(TOM["zh"], f"/start {company.open()}")
    assert said.text == "你好吴桐，你是管理员了。\n主管和销售的事你也都能做。\n公司叫什么名字？"
    said = company.say(company.person(TOM["zh"]), "清源净水")
    assert said.text == ("清源净水，我先这样设：\n人民币 · 上海时间 · 周一到周五\n中国节假日和调休 · 早上 08:30 提醒")
    assert list(said.buttons) == ["就这样", "改一下"]


def test_the_first_person_is_everything_and_names_the_company_in_english(company: Company) -> None:
    said = company.knock(TOM["en"], f"/start {company.open()}")
    assert said.text.splitlines()[0] == "Hi Tom, you are the admin."
    assert said.text.splitlines()[-1] == "What is the company called?"
    said = company.say(company.person(TOM["en"]), "Clearspring")
    assert said.text == (
        "Clearspring. I'll start with:\nCNY · Shanghai time · Monday to Friday\nChina holidays · reminders 08:30"
    )
    assert list(said.buttons) == ["Fine", "Edit"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_five_taps_set_the_company_up_and_lead_on_to_the_first_customers(company: Company, language: str) -> None:
    tom = TOM[language]
    company.knock(tom, f"/start {company.open()}")
    person = company.person(tom)
    heard = [company.say(person, NAME[language])]
    taps = ("fine", "trade:b2b", "letters:value", "capacity:60:6", "adopt:60:6:2", f"language:{language}")
    heard += [company.tap(person, tap) for tap in taps]
    assert [row.view for row in heard[-1].rows] == ["SetUpDone", "FavouritesAsked"]
    assert not [problem for said in heard for problem in too_much(said)]
    now = in_force(company)
    assert (now.name, now.letters) == (NAME[language], "value")
    assert (now.rules.cadence_a, now.rules.cadence_b, now.rules.cadence_c) == (7, 14, 30)
    assert now.reminding.touches_per_day == 6
    assert company.person(tom).stage == "favourites"


def test_cadences_are_proposed_and_made_looser_and_tighter_on_the_same_card(company: Company) -> None:
    person = company.set_up(TOM["zh"])
    said = company.tap(person, "capacity:60:6")
    assert said.spoken[-1].text == (
        "建议：A 7 天 · B 14 天 · C 30 天\n每人每天约 6 家，跟得过来。\n什么时候都能改，改前先看影响。"
    )
    assert list(said.buttons)[-3:] == ["采用", "松一点", "紧一点"]
    looser = company.tap(person, said.buttons["松一点"])
    assert (looser.rows[0].kind, looser.text.splitlines()[0]) == ("edit", "建议：A 10 天 · B 21 天 · C 60 天")
    tighter = company.tap(person, said.buttons["紧一点"])
    assert tighter.text.splitlines()[:2] == ["建议：A 5 天 · B 10 天 · C 21 天", "每人每天约 8 家，多于 6 家。"]


@pytest.mark.parametrize("trade", scoring.PRESETS)
def test_a_trade_brings_its_rules_and_its_strategy_and_is_explained(company: Company, trade: str) -> None:
    person = at_the_trade(company)
    said = company.tap(person, f"trade:{trade}")
    now, preset = in_force(company), scoring.PRESETS[trade]
    assert (now.rules, now.strategy["A"]) == (preset.rules, preset.strategy["A"])
    assert [row.view for row in said.rows] == ["TradeAsked", "LettersAsked"]
    assert len(said.spoken[0].text.splitlines()) >= 3


def test_another_trade_may_be_chosen_while_set_up_goes_on_and_is_tried_afterwards(company: Company) -> None:
    person = at_the_trade(company)
    said = company.tap(person, "trade:retail")
    again = company.tap(person, said.buttons["换一行"])
    assert list(again.buttons)[:2] == ["B2B 销售", "平台商家"]
    company.tap(person, "trade:b2b")
    assert in_force(company).rules == scoring.Rules()
    assert company.person(TOM["zh"]).stage == "letters"
    for tap in ("letters:value", "capacity:60:6", "adopt:60:6:2", "language:zh"):
        company.tap(person, tap)
    assert company.tap(person, "trade:retail").rows[0].view == "TradesShown"
    assert in_force(company).rules == scoring.Rules()


def test_cadences_are_no_tighter_than_the_trade_has_them(company: Company) -> None:
    person = at_the_trade(company)
    company.tap(person, "trade:private_banking")
    company.tap(person, "letters:value")
    said = company.tap(person, "capacity:60:6")
    assert said.spoken[-1].text.startswith("建议：A 14 天 · B 30 天 · C 90 天")


def at_the_trade(company: Company) -> Person:
    """The first person, asked what the company does."""
    company.knock(TOM["zh"], f"/start {company.open()}")
    person = company.person(TOM["zh"])
    company.say(person, "清源净水")
    company.tap(person, "fine")
    return person


def test_what_the_letters_mean_is_kept(company: Company) -> None:
    person = company.set_up(TOM["en"])
    company.tap(person, "letters:likelihood")
    assert in_force(company).letters == "likelihood"
    company.tap(person, "letters:none")
    assert in_force(company).letters == "value"


def test_capacity_can_be_typed(company: Company) -> None:
    tom = TOM["en"]
    company.knock(tom, f"/start {company.open()}")
    person = company.person(tom)
    company.say(person, "Clearspring")
    for tap in ("fine", "trade:b2b", "letters:value", "capacity:type"):
        company.tap(person, tap)
    assert "like" in company.say(person, "80").text.lower()
    assert company.say(person, "100 customers, 6 a day").text.startswith("Proposed: A 10 days · B 21 · C 60")


@pytest.mark.parametrize(
    ("field", "words", "shown"),
    [
        ("currency", "新币", "新加坡元 · 上海时间"),
        ("zone", "新加坡", "人民币 · 新加坡时间"),
        ("working_days", "周一到周六", "周一到周六"),
        ("country", "新加坡", "新加坡节假日 ·"),
        ("agenda_at", "8点一刻", "早上 08:15 提醒"),
    ],
)
def test_every_setting_is_edited_by_tap_or_typed(company: Company, field: str, words: str, shown: str) -> None:
    tom = TOM["zh"]
    company.knock(tom, f"/start {company.open()}")
    person = company.person(tom)
    company.say(person, "清源净水")
    asked = company.tap(person, "company:edit"), company.tap(person, f"company:{field}")
    assert not [problem for said in asked for problem in too_much(said)]
    said = company.say(person, words)
    assert shown in said.text
    assert (said.rows[0].kind, said.rows[0].edits_message_id) == ("edit", 1)
    tapped = company.tap(person, next(data for data in asked[1].buttons.values() if data.startswith("company_set")))
    assert tapped.rows[0].view == "SettingsProposed"


def test_a_value_that_fits_nothing_is_asked_for_again(company: Company) -> None:
    person = company.set_up(TOM["zh"])
    company.tap(person, "company:country")
    said = company.say(person, "亚特兰蒂斯")
    assert said.rows[0].view == "DontUnderstandField"
    assert in_force(company).country == "CN"
    assert company.say(person, "香港").text.splitlines()[-1].startswith("香港节假日")


def test_people_follow_the_companys_zone_until_they_said_another(company: Company) -> None:
    person = company.set_up(TOM["zh"])
    company.tap(person, "company_set:zone:Asia/Tokyo")
    assert company.person(TOM["zh"]).zone == "Asia/Tokyo"
    company.say(person, "时区 新加坡")
    company.tap(person, "company_set:zone:Asia/Shanghai")
    assert company.person(TOM["zh"]).zone == "Asia/Singapore"


def test_start_again_asks_where_set_up_stands(company: Company) -> None:
    tom = TOM["en"]
    company.knock(tom, f"/start {company.open()}")
    person = company.person(tom)
    assert company.say(person, "/start").rows[0].view == "CompanyAsked"
    company.say(person, "Clearspring")
    assert company.say(person, "/start").rows[0].view == "SettingsProposed"
    company.tap(person, "fine")
    assert company.say(person, "/start").rows[0].view == "TradeAsked"
    company.tap(person, "trade:retail")
    assert company.say(person, "/start").rows[0].view == "LettersAsked"


def test_a_language_is_changed_in_the_middle_of_set_up_and_no_company_is_called_english(company: Company) -> None:
    tom = TOM["zh"]
    company.knock(tom, f"/start {company.open()}")
    said = company.say(company.person(tom), "English")
    assert said.text == "✅ English from now on."
    assert in_force(company).name == ""
    assert company.say(company.person(tom), "Clearspring").text.startswith("Clearspring. I'll start with")


def test_only_an_admin_sees_the_companys_settings(company: Company) -> None:
    company.set_up(TOM["zh"])
    mia = company.hire("陈静", "salesperson")
    assert company.say(mia, "/company").rows[0].view == "NotForYourRole"
    assert company.tap(mia, "company:edit").rows[0].view == "NotForYourRole"
    assert company.tap(mia, "adopt:60:6:2").rows[0].view == "NotForYourRole"
    assert company.say(company.person(TOM["zh"]), "/company").rows[0].view == "SettingsProposed"
