"""A silent A customer for whom the agenda has no place: one a day, at ten, by tap; the same one not for three days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from storage.database import Database
from storage.models import Person, Standing
from tests.handlers.lines import too_much
from tests.office import Office, Said

MONDAY = datetime(2026, 11, 16, 0, tzinfo=UTC)
NAMES = ("澄湖纸业", "青屿酒店", "云栎包装", "禾木家具", "明湾医疗", "海岳食品", "栈桥冷链")


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database, MONDAY)


def silent(office: Office, owner: Person, count: int) -> list[int]:
    """So many A customers, due today and silent, the first ones with the higher score."""
    numbers = [office.customer(owner, name, "王总") for name in NAMES[:count]]
    with office.database.transaction() as db:
        for n, number in enumerate(numbers):
            row = db.get_one(Standing, number)
            row.tier, row.status, row.due_on, row.due_because = "A", "silent", date(2026, 11, 16), "cadence"
            row.last_touch_on, row.rhythm, row.score = date(2026, 10, 14), 12, 90 - n
    return numbers


def nags(said: list[Said]) -> list[Said]:
    return [one for one in said if one.rows[0].view == "SilentCustomer"]


def test_who_has_no_place_on_the_agenda_is_spoken_of_at_ten(office: Office, ben: Person) -> None:
    silent(office, ben, 7)
    assert not nags(office.until("2026-11-16", "09:59"))
    (nag,) = nags(office.until("2026-11-16", "18:00"))
    assert nag.text.splitlines() == ["禾木家具 A · 33 天没联系，平时 12", "王总"]
    assert not too_much(nag)
    done = office.tap(ben, nag.buttons["打了电话"])
    assert done.text.splitlines()[0] == "✅ 禾木家具 · 电话"
    assert office.say(ben, "月底给答复").text.splitlines()[1] == "月底给答复"


def test_the_same_one_rests_for_three_days_and_a_day_has_one(office: Office, ben: Person) -> None:
    silent(office, ben, 7)
    said = {
        day: [one.text.split()[0] for one in nags(office.until(f"2026-11-{day}", "20:00"))] for day in range(16, 21)
    }
    assert all(len(names) <= 1 for names in said.values())
    heard = [(day, name) for day, names in said.items() for name in names]
    assert len(heard) >= 2
    gaps = [later - day for day, name in heard for later, other in heard if other == name and later > day]
    assert all(gap >= 3 for gap in gaps)


def test_whom_the_agenda_names_is_not_spoken_of_again(office: Office, ben: Person) -> None:
    silent(office, ben, 3)
    assert not nags(office.until("2026-11-16", "20:00"))


@pytest.mark.parametrize("words", ["拜访了禾木家具，聊了报价", "禾木家具下周三跟进"])
def test_what_happened_meanwhile_is_known(office: Office, ben: Person, words: str) -> None:
    silent(office, ben, 4)
    office.until("2026-11-16", "09:59")
    office.say(ben, words)
    assert not nags(office.until("2026-11-16", "20:00"))


def test_none_on_a_day_off_nor_after_its_hour(office: Office, ben: Person) -> None:
    silent(office, ben, 4)
    office.now += timedelta(days=5)
    assert not nags(office.until("2026-11-21", "20:00"))
    office.now += timedelta(hours=38, minutes=30)
    assert office.now.isoweekday() == 1
    assert not nags(office.ring())


def test_later_without_a_list_is_said_by_its_card(office: Office, ben: Person) -> None:
    silent(office, ben, 4)
    (nag,) = nags(office.until("2026-11-16", "18:00"))
    asked = office.tap(ben, nag.buttons["推迟"])
    assert office.tap(ben, asked.buttons["明天"]).spoken[-1].text == "⏸ 禾木家具 · 推迟到 11月17日 周二"
