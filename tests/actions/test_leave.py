"""Leave with a deputy: the deputy's agenda has the lines, the person on leave hears nothing; afterwards all is back."""

from datetime import date

import pytest

from storage.models import Person, Standing
from tests.handlers.lines import too_much
from tests.office import Office, Said


@pytest.fixture
def seacrest(office: Office, mia: Person) -> int:
    number = office.customer(mia, "海岳食品", "王总")
    with office.database.transaction() as db:
        standing = db.get_one(Standing, number)
        standing.due_on, standing.due_because, standing.last_touch_on = date(2026, 11, 19), "cadence", date(2026, 11, 5)
    return number


def agendas(said: list[Said], who: Person) -> list[str]:
    return [one.text for one in said if one.rows[0].view == "AgendaShown" and one.rows[0].person_id == who.id]


def test_the_deputy_gets_the_lines_and_afterwards_the_owner_again(
    office: Office, mia: Person, ben: Person, seacrest: int
) -> None:
    said = office.say(mia, "明天起休假到周五，周航代")
    assert said.spoken[-1].text == "✅ 休假：11月19日到11月20日，周航代\n这几天你的客户提醒周航。"
    assert said.spoken[0].text.splitlines()[0] == "陈静休假，11月19日到11月20日你代跟。"
    assert not too_much(said)
    away = office.until("2026-11-20", "18:00")
    assert not agendas(away, mia)
    assert len(agendas(away, ben)) == 2
    assert "海岳食品" in agendas(away, ben)[0]
    assert office.say(ben, "海岳").rows[0].view == "CustomerCard"
    back = office.until("2026-11-24", "18:00")
    assert "海岳食品" in agendas(back, mia)[0]
    assert not agendas(back, ben)
    assert office.say(ben, "海岳").rows[0].view != "CustomerCard"


def test_before_the_leave_begins_the_deputy_sees_nothing(
    office: Office, mia: Person, ben: Person, seacrest: int
) -> None:
    office.say(mia, "明天起休假到周五，周航代")
    assert office.say(ben, "海岳").rows[0].view != "CustomerCard"
    assert "海岳食品" not in office.say(ben, "今天").text


def test_a_visit_by_the_deputy_settles_the_line_and_stays_theirs(
    office: Office, mia: Person, ben: Person, seacrest: int
) -> None:
    office.say(mia, "明天起休假到周五，周航代")
    office.until("2026-11-19", "09:00")
    assert office.say(ben, "拜访海岳王总，聊了报价，明天下午3点再去").rows[0].view == "Recorded"
    rings = [one for one in office.until("2026-11-20", "18:00") if one.rows[0].view == "AgreedTime"]
    assert [one.rows[0].person_id for one in rings] == [ben.id]
    assert "周航" in office.tap(mia, f"history:{seacrest}:0").text


def test_coming_back_early_ends_it_and_the_deputy_is_told(
    office: Office, mia: Person, ben: Person, seacrest: int
) -> None:
    office.say(mia, "明天起休假到周五，周航代")
    office.until("2026-11-19", "09:00")
    said = office.say(mia, "我回来了")
    assert "不用你代跟了" in said.text
    assert office.say(ben, "海岳").rows[0].view != "CustomerCard"
    assert "海岳食品" in agendas(office.until("2026-11-20", "18:00"), mia)[0]


def test_a_deputy_can_be_chosen_by_tap_and_an_unknown_one_changes_nothing(
    office: Office, mia: Person, ben: Person
) -> None:
    unknown = office.say(mia, "明天起休假到周五，李四代")
    assert unknown.text == "没找到同事「李四」。名字写全再发一次。"
    assert "休假：没有" in office.say(mia, "设置").text
    leave = office.say(mia, "明天起休假到周五")
    asked = office.tap(mia, leave.buttons["找人代"])
    chosen = office.tap(mia, asked.buttons["周航"])
    assert "休假：11月19日到11月20日，周航代" in chosen.text
    assert not too_much(asked) + too_much(chosen)
    english = office.hire("Ann", "salesperson", language="en")
    said = office.say(english, "away until Friday, 周航 covers")
    assert said.spoken[-1].text.splitlines()[0] == "✅ Away: 18 Nov to 20 Nov, 周航 covers"


def test_it_is_said_what_falls_into_a_leave_and_afterwards_what_became_of_it(
    office: Office, mia: Person, ben: Person, seacrest: int
) -> None:
    office.customer(mia, "知味餐饮", "何姐")
    office.say(mia, "约了海岳食品周五上午10点打电话")
    office.say(mia, "给知味餐饮打了电话，周四前报价")
    said = office.say(mia, "明天起休假到周五，周航代")
    assert said.spoken[-1].text.splitlines()[-1] == "也提醒周航：周四 知味餐饮 报价；周五 10:00 海岳食品。"
    office.until("2026-11-20", "09:00")
    office.say(ben, "给海岳食品打了电话，下月再说")
    back = office.until("2026-11-24", "18:00")
    assert agendas(back, mia)[0].splitlines()[1] == "休假时周航联系了 1 家：海岳食品。约好的还有 1 件没做。"
    assert "休假时" not in agendas(back, mia)[1]


def test_without_a_deputy_it_is_said_that_nobody_covers(office: Office, mia: Person, seacrest: int) -> None:
    office.say(mia, "约了海岳食品周五上午10点打电话")
    said = office.say(mia, "明天起休假到周五")
    assert "这几天约好，没人代：周五 10:00 海岳食品。" in said.text
    assert "取消休假" in said.buttons


def due(office: Office, customer: int) -> date | None:
    with office.database.reading() as db:
        return db.get_one(Standing, customer).due_on


def test_what_a_leave_moved_comes_back_with_its_end(office: Office, mia: Person, seacrest: int) -> None:
    office.say(mia, "海岳投诉漏水")
    assert due(office, seacrest) == date(2026, 11, 19)
    office.say(mia, "明天起休假到周五")
    assert due(office, seacrest) == date(2026, 11, 23)
    office.until("2026-11-19", "07:00")
    office.say(mia, "我回来了")
    assert due(office, seacrest) == date(2026, 11, 19)


def test_with_a_deputy_nothing_moves(office: Office, mia: Person, ben: Person, seacrest: int) -> None:
    office.say(mia, "海岳投诉漏水")
    office.say(mia, "明天起休假到周五，周航代")
    assert due(office, seacrest) == date(2026, 11, 19)
