"""Dates of customers and reminders of one's own, from the words to the push: kept, said, listed, ended."""

from datetime import UTC, datetime
from html import unescape

import pytest

from storage.models import Occasion, Person, Reminder
from tests.handlers.lines import too_much
from tests.office import Office, Said


@pytest.fixture
def seacrest(office: Office, mia: Person) -> int:
    return office.customer(mia, "海岳食品", "王总")


def of(said: list[Said], view: str) -> list[Said]:
    return [one for one in said if one.rows[0].view == view]


def test_a_birthday_is_kept_and_said_on_the_day(office: Office, mia: Person, seacrest: int) -> None:
    kept = office.say(mia, "王总生日 11月20日")
    assert kept.text.splitlines() == ["✅ 海岳食品", "王总生日：11月20日 周五，每年", "当天提醒"]
    assert not too_much(kept)
    assert "王总生日 11月20日" in office.tap(mia, f"history:{seacrest}:0").text
    (comes,) = of(office.until("2026-11-21", "09:00"), "OccasionComes")
    assert comes.text.splitlines() == ["海岳食品", "王总生日：就是今天"]
    assert comes.rows[0].due_at == datetime(2026, 11, 20, 0, 30, tzinfo=UTC)
    ended = office.tap(mia, comes.buttons["不用再提醒"])
    assert ended.text == "海岳食品 王总生日：不再提醒"
    assert office.tap(mia, ended.buttons["恢复"]).text == "✅ 海岳食品 王总生日：照旧提醒"


def test_the_end_of_a_contract_is_said_ahead_and_on_the_day(office: Office, mia: Person, seacrest: int) -> None:
    kept = office.say(mia, "海岳合同 2026-11-30 到期, 提前10天提醒")
    assert kept.text.splitlines() == ["✅ 海岳食品", "合同到期：11月30日 周一", "提前 10 天和当天提醒"]
    said = of(office.until("2026-12-02", "09:00"), "OccasionComes")
    assert [one.text.splitlines()[1] for one in said] == ["合同到期：还有 10 天，11月30日 周一", "合同到期：就是今天"]


def test_whose_date_it_is_is_asked_and_it_can_be_undone_and_redone(office: Office, mia: Person, seacrest: int) -> None:
    office.say(mia, "拜访海岳")
    asked = office.say(mia, "合同 2027-06-30 到期, 提前30天提醒")
    assert asked.text == "合同到期：是哪家客户的？"
    kept = office.tap(mia, asked.buttons["海岳食品"])
    undone = office.tap(mia, kept.buttons["撤销"])
    assert office.count(Occasion) == 0
    again = office.tap(mia, undone.buttons["恢复"])
    assert (again.text, office.count(Occasion)) == (kept.text, 1)


def test_english_words_keep_dates_and_reminders_too(office: Office) -> None:
    ann = office.hire("Ann", "salesperson", language="en")
    office.customer(ann, "Acme", "Mr Wong")
    kept = office.say(ann, "Acme contract ends 30 June 2027, remind me 30 days before")
    assert "contract ends: Wed 30 Jun 2027" in kept.text
    birthday = office.say(ann, "Mr Wong's birthday is 8 March")
    assert "Mr Wong's birthday: Mon 8 Mar 2027, every year" in unescape(birthday.text)
    asked = office.say(ann, "remind me in 2 hours to call Acme")
    assert asked.text.splitlines() == ["⏰ Wed 18 Nov 11:41", "call Acme"]
    assert not too_much(kept) + too_much(asked)
    (comes,) = of(office.until("2026-11-18", "12:00"), "ReminderComes")
    assert list(comes.buttons) == ["Done", "In 1 hour", "Tomorrow", "Open"]


def test_a_weekly_reminder_comes_every_week_until_it_is_ended(office: Office, mia: Person) -> None:
    kept = office.say(mia, "每周五提醒我整理报价")
    assert kept.text.splitlines() == ["⏰ 每周五 09:00", "整理报价"]
    said = of(office.until("2026-12-05", "09:00"), "ReminderComes")
    assert [one.rows[0].due_at.day for one in said] == [20, 27, 4]
    listed = office.tap(mia, said[-1].buttons["以后不提醒"])
    assert listed.text == "没有提醒。发一句就行：每周五提醒我报价"
    assert not of(office.until("2026-12-19", "09:00"), "ReminderComes")


def test_the_list_has_what_is_to_come_and_takes_off_by_tap(office: Office, mia: Person, seacrest: int) -> None:
    office.say(mia, "明天下午3点提醒我给海岳打电话")
    office.say(mia, "每个工作日17:30提醒我看邮件")
    listed = office.say(mia, "提醒")
    assert listed.text.splitlines()[1:] == ["1 工作日 17:30 看邮件", "2 11月19日 15:00 给海岳打电话"]
    off = office.tap(mia, listed.buttons["1"])
    assert off.text.splitlines()[1:] == ["1 11月19日 15:00 给海岳打电话"]
    assert office.tap(mia, off.buttons["恢复刚才那条"]).text == listed.text
    assert not too_much(listed) + too_much(off)
    ben = office.hire("周航", "salesperson")
    assert office.tap(ben, listed.buttons["1"]).rows[0].kind == "toast"


def test_it_is_put_off_by_an_hour_and_rings_at_night_and_on_leave(office: Office, mia: Person) -> None:
    office.say(mia, "今天起休假到周五")
    office.say(mia, "今晚10点半提醒我看展会资料")
    (comes,) = of(office.until("2026-11-18", "22:31"), "ReminderComes")
    office.tap(mia, comes.buttons["1 小时后"])
    (again,) = of(office.until("2026-11-19", "08:00"), "ReminderComes")
    assert again.rows[0].due_at == datetime(2026, 11, 18, 15, 31, tzinfo=UTC)


def test_a_person_who_moves_keeps_local_hours_and_hears_nothing_twice(office: Office, mia: Person) -> None:
    office.say(mia, "每天20:00提醒我写小结")
    assert len(of(office.until("2026-11-18", "21:00"), "ReminderComes")) == 1
    office.say(mia, "时区 伦敦")
    said = of(office.until("2026-11-20", "23:59", "Europe/London"), "ReminderComes")
    assert [one.rows[0].due_at.hour for one in said] == [20, 20]


def test_a_customer_without_a_time_of_day_is_a_plan_as_before(office: Office, mia: Person, seacrest: int) -> None:
    assert office.say(mia, "提醒我周五联系海岳").rows[0].view == "Recorded"
    assert office.count(Reminder) == 0
