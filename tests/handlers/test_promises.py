"""What was promised in words doesn't vanish with the next contact: it is said which promise was taken as kept."""

from datetime import date

import pytest

from storage.models import Person, Plan
from tests.office import Office, Said

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def promised(office: Office, language: str = "zh") -> tuple[Person, list[Said]]:
    """A promise for tomorrow, and what is said by itself until then."""
    mia = office.hire("陈静", "salesperson", language=language)
    office.customer(mia, "海岳食品")
    office.say(mia, "答应海岳食品明天给合同草稿")
    return mia, office.until("2026-11-19", "08:31")


def plan_of(office: Office) -> Plan:
    with office.database.reading() as db:
        return db.query(Plan).filter(Plan.words.is_not(None)).one()


def test_a_contact_says_which_promise_it_took_as_kept(office: Office) -> None:
    mia, _ = promised(office)
    said = office.say(mia, "给海岳食品打了电话，问了滤芯库存")
    assert "当作已做：给合同草稿（说好 11月19日）" in said.text
    assert "还没给合同草稿" in said.buttons


def test_not_yet_opens_it_again_with_its_day(office: Office) -> None:
    mia, _ = promised(office)
    said = office.say(mia, "给海岳食品打了电话，问了滤芯库存")
    opened = office.tap(mia, said.buttons["还没给合同草稿"])
    assert "说好 11月19日，11月20日 周五再提醒" in opened.text
    assert "当作已做" not in opened.text
    assert plan_of(office).settled_on is None
    listed = next(one.text for one in office.until("2026-11-20", "08:31") if "先联系这" in one.text)
    assert "答应 11月19日给合同草稿，已晚 1 天" in listed


def test_a_bare_tap_says_it_on_the_list(office: Office) -> None:
    mia, rung = promised(office)
    line = office.tap(mia, rung[-1].buttons["1"])
    said = office.tap(mia, line.buttons["打了电话"])
    assert "打了电话，当作已做：给合同草稿" in said.text
    after = office.tap(mia, said.buttons["还没给合同草稿"])
    assert "当作已做" not in after.text
    assert plan_of(office).due_on == date(2026, 11, 20)


def test_the_customers_card_still_knows_it(office: Office) -> None:
    mia, _ = promised(office)
    office.say(mia, "给海岳食品打了电话，问了滤芯库存")
    office.wait(days=5)
    shown = office.say(mia, "海岳食品")
    assert "当作已做：给合同草稿（说好 11月19日）" in shown.text
    office.tap(mia, shown.buttons["还没给合同草稿"])
    assert plan_of(office).settled_on is None
    assert "当作已做" not in office.say(mia, "海岳食品").text


def test_undoing_the_contact_opens_the_promise_as_it_was(office: Office) -> None:
    mia, _ = promised(office)
    said = office.say(mia, "给海岳食品打了电话，问了滤芯库存")
    office.tap(mia, said.buttons["撤销"])
    assert (plan_of(office).due_on, plan_of(office).settled_on) == (date(2026, 11, 19), None)


def test_undoing_not_yet_takes_it_as_kept_again(office: Office) -> None:
    mia, _ = promised(office)
    said = office.say(mia, "给海岳食品打了电话，问了滤芯库存")
    opened = office.tap(mia, said.buttons["还没给合同草稿"])
    undo = next(Said([], [one]).buttons["撤销"] for one in opened.spoken if "11月20日" in one.text)
    office.tap(mia, undo)
    assert plan_of(office).settled_on == date(2026, 11, 19)


def test_a_stale_button_is_an_old_card(office: Office) -> None:
    mia, _ = promised(office)
    said = office.say(mia, "给海岳食品打了电话，问了滤芯库存")
    office.tap(mia, said.buttons["还没给合同草稿"])
    assert "旧了" in office.tap(mia, said.buttons["还没给合同草稿"]).text


def test_a_promise_that_is_put_off_keeps_the_day_on_which_it_was_due(office: Office) -> None:
    mia, rung = promised(office)
    line = office.tap(mia, rung[-1].buttons["1"])
    office.tap(mia, office.tap(mia, line.buttons["推迟"]).buttons["下周一"])
    listed = next(one.text for one in office.until("2026-11-23", "08:31") if "先联系这" in one.text)
    assert "答应 11月19日给合同草稿，已晚 4 天" in listed
    office.say(mia, "给海岳食品打了电话，问了滤芯库存")
    assert "（说好 11月19日）" in office.say(mia, "海岳食品").text


def test_it_is_said_in_english(office: Office) -> None:
    mia, _ = promised(office, "en")
    said = office.say(mia, "给海岳食品打了电话，问了滤芯库存")
    assert "Taken as kept: 给合同草稿 (19 Nov)" in said.text
    assert "Promised for 19 Nov, back Fri 20 Nov." in office.tap(mia, said.buttons["Not yet: 给合同草稿"]).text
