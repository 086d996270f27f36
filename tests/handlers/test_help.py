"""What may be said, by example: every example is understood; who somebody is; the menu of each role.

What is asked of the database is the same in every language, so PostgreSQL is asked in one of them.
"""

import re
from html import unescape

import pytest

from handlers.help import menu
from handlers.routes import commands_of
from handlers.texts import Voice
from languages import SPOKEN, tongue
from parsing import several_customers
from storage.database import Database
from tests.handlers.lines import too_much
from tests.handlers.newcomers import Account, Company

ROLES = {
    "salesperson": ("salesperson",),
    "manager": ("manager",),
    "admin": ("admin",),
    "all": ("admin", "manager", "salesperson"),
}
BOOK = {"zh": ("海岳食品", "百禾乳业"), "en": ("Seacrest Foods", "Meadow Dairy")}


@pytest.fixture
def company(database: Database) -> Company:
    return Company(database)


def examples(text: str) -> list[str]:
    """Everything that a message shows as something to type."""
    return [unescape(found) for found in re.findall(r"<code>(.*?)</code>", text)]


@pytest.mark.parametrize(
    ("language", "database_url"),
    [("zh", "sqlite"), ("zh_tw", "sqlite"), ("en", "sqlite"), ("en", "postgresql")],
    indirect=["database_url"],
)
@pytest.mark.parametrize("roles", ROLES)
def test_help_fits_on_a_phone_and_every_example_in_it_is_understood(
    company: Company, language: str, roles: str
) -> None:
    who = company.hire("Ann", *ROLES[roles], language=language)
    for name in BOOK[tongue(language)]:
        company.customer(who, name, "王建国" if tongue(language) == "zh" else "Peter Wong")
    said = company.say(who, "/help")
    assert not too_much(said)
    for words in examples(said.text):
        heard = company.say(who, words)
        assert heard.rows[0].view not in ("NotUnderstood", "NotForYourRole", "CommandUnknown"), words
        assert not any(row.view == "Recorded" and (row.facts or {})["customer"] is None for row in heard.rows), words


@pytest.mark.parametrize(
    ("language", "database_url"),
    [*((each, "sqlite") for each in SPOKEN), ("en", "postgresql")],
    indirect=["database_url"],
)
def test_what_joining_and_inviting_show_as_examples_is_understood(company: Company, language: str) -> None:
    tom = company.set_up(Account(7, "吴桐", language))
    for text in (company.say(tom, "/start").text, company.say(tom, "/invite").text):
        for words in examples(text):
            assert company.say(tom, words).rows[0].view in ("Recorded", "Invited"), words
    assert several_customers("海岳食品 王总 13800138000 宁波")[0].name == "海岳食品"


def test_me_says_who_somebody_is(company: Company) -> None:
    mia = company.hire("陈静", "salesperson")
    company.customer(mia, "百禾乳业")
    assert company.say(mia, "/me").text.splitlines()[0] == "陈静 · 销售"
    assert company.say(mia, "/me").text.splitlines()[-1] == "1 家客户"


@pytest.mark.parametrize("language", SPOKEN)
def test_a_menu_has_what_a_role_can_use_and_nothing_else(language: str) -> None:
    voice = Voice(language)
    seller, admin = menu(voice, commands_of({"salesperson"})), menu(voice, commands_of({"admin"}))
    assert {"today", "settings", "help", "me", "undo"} <= seller.keys()
    assert not {"invite", "company", "team", "tiers"} & seller.keys()
    assert {"invite", "company"} <= admin.keys()
    assert all(meaning for meaning in [*seller.values(), *admin.values()])
    assert menu(Voice("en"), ("today",)) == {"today": "Today's list"}
