"""What other currencies are worth: said by an admin in the chat, checked, counted by at once, and taken back."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from actions import company as companies
from parsing.rates import RateSaid, rate_of
from storage.models import Audit, Customer, Person, Standing
from tests.handlers.lines import too_much
from tests.office import Office

NOW = datetime(2026, 11, 18, 9, 41, tzinfo=ZoneInfo("Asia/Shanghai"))
sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("汇率 USD 7.1 从 2026-11-01", RateSaid("USD", 7.1, date(2026, 11, 1))),
        ("rate USD 7.1 from 2026-11-01", RateSaid("USD", 7.1, date(2026, 11, 1))),
        ("汇率：美元 7.1", RateSaid("USD", 7.1, None)),
        ("1 USD = 7.1", RateSaid("USD", 7.1, None)),
        ("exchange rate EUR 7.8 CNY since 1 Nov", RateSaid("EUR", 7.8, date(2026, 11, 1))),
        ("匯率 JPY 0.047 從11月1日起", RateSaid("JPY", 0.047, date(2026, 11, 1))),
        ("rate USD none", RateSaid("USD", None, None)),
        ("rate USD 0", None),
        ("rate XXX 7.1", None),
        ("rate USD 7.1 from whenever", None),
        ("rate USD", None),
    ],
)
def test_a_rate_is_read(words: str, said: RateSaid | None) -> None:
    assert rate_of(words, "CNY", NOW, "CN") == said


def rates(office: Office) -> dict[str, tuple[tuple[date, float], ...]]:
    with office.database.reading() as db:
        return dict(companies.in_force(db).rates)


def revenue(office: Office, number: int) -> int:
    with office.database.reading() as db:
        return db.get_one(Standing, number).revenue_minor


@pytest.mark.parametrize("language", ["zh", "en"])
@sqlite
def test_sales_count_at_the_new_rate_at_once_and_undo_takes_it_back(office: Office, language: str) -> None:
    tom = office.hire("吴桐", "admin", language=language)
    mia = office.hire("陈静", "salesperson")
    number = office.customer(mia, "海岳食品")
    office.say(mia, "海岳成交 1000 美元")
    assert revenue(office, number) == 100_000
    said = office.say(tom, {"zh": "汇率 USD 7.1 从 2026-11-01", "en": "rate USD 7.1 from 2026-11-01"}[language])
    first = {"zh": ["✅ 改了 USD 的汇率", "1 1 USD = 7.1 CNY，11月1日 周日起"],
             "en": ["✅ USD: another rate", "1 1 USD = 7.1 CNY, from Sun 1 Nov"]}[language]  # fmt: skip
    assert said.text.splitlines() == first
    assert not too_much(said)
    assert revenue(office, number) == 710_000
    office.tap(tom, next(data for data in said.buttons.values() if data.startswith("rates_back")))
    assert (revenue(office, number), rates(office)) == (100_000, {})
    with office.database.reading() as db:
        assert [row.what for row in db.query(Audit).filter(Audit.what.like("company%"))] == [
            "company changed: rates"
        ] * 2


@sqlite
def test_rates_are_kept_by_their_days_shown_by_tap_and_removed(office: Office, tom: Person) -> None:
    office.say(tom, "汇率 USD 7.0")
    assert rates(office)["USD"] == ((date.min, 7.0),)
    office.tap(tom, "rate:USD")
    shown = office.say(tom, "7.1 从11月1日起")
    assert "1 USD = 7.1 CNY，11月1日 周日起" in shown.text
    assert rates(office)["USD"] == ((date(1970, 1, 1), 7.0), (date(2026, 11, 1), 7.1))
    asked = office.tap(tom, shown.buttons["1"])
    assert "现在：7.1" in asked.text
    gone = office.tap(tom, asked.buttons["删除"])
    assert rates(office) == {}
    assert "还没有" in gone.text
    back = office.tap(tom, gone.buttons["撤销"])
    assert "7.1" in back.text
    assert office.tap(tom, gone.buttons["撤销"]).rows[0].view == "OldCard"


@sqlite
def test_what_is_no_rate_is_said_and_changes_nothing(office: Office, tom: Person) -> None:
    mia = office.hire("陈静", "salesperson")
    for words in (
        "汇率 USD 0",
        "汇率 CNY 1.2",
        "rate XYZ 7.1",
        "汇率 USD 7.1 从 1950-01-01",
        "rate USD none",
        "rate EUR x y",
    ):
        assert office.say(tom, words).rows[0].view == "DontUnderstandField", words
    for words in ("/rates", "/rates USD 7.1"):
        assert office.say(mia, words).rows[0].view == "NotForYourRole"
    for data in ("rates:0", "rate:-", "end_rate:USD", "rates_back:1:USD"):
        assert office.tap(mia, data).rows[0].view == "NotForYourRole", data
    for data in ("rate:USD", "end_rate:USD", "rates_back:1:USD", "rates_back:99:USD"):
        assert office.tap(tom, data).rows[0].view == "OldCard", data
    assert rates(office) == {}
    assert office.say(tom, "/rates").rows[0].view == "RatesShown"
    assert office.count(Customer) == 0
