"""The day report by itself, what is added to it, who gets it; and the coming week on Sundays."""

from datetime import UTC, datetime

from storage.models import Person
from tests.handlers.lines import too_much
from tests.office import Office, Said


def of(said: list[Said], view: str) -> list[Said]:
    return [one for one in said if one.rows[0].view == view]


def test_it_comes_at_the_time_that_was_asked_for_and_stops_by_tap(office: Office, mia: Person, grace: Person) -> None:
    office.customer(mia, "海岳食品", "王总")
    assert office.say(mia, "每天6点发日报").text == "✅ 日报：工作日 18:00"
    office.say(mia, "拜访海岳王总，聊了滤芯报价")
    assert not of(office.until("2026-11-18", "17:59"), "DayReport")
    (report,) = of(office.until("2026-11-18", "18:05"), "DayReport")
    assert report.text.splitlines()[:2] == ["今天的日报写好了：", "拜访 1 家：海岳食品，滤芯报价"]
    assert list(report.buttons) == ["复制", "补一行", "发给林岚", "以后不发"]
    copied = next(tap.copy for one in report.spoken for row in one.rows for tap in row if tap.copy)
    assert copied.splitlines() == report.text.splitlines()[1:]
    stopped = office.tap(mia, report.buttons["以后不发"])
    assert "日报：要了才写" in stopped.text
    office.say(mia, "拜访海岳王总")
    assert not of(office.until("2026-11-23", "20:00"), "DayReport")


def test_an_old_report_is_sent_for_the_day_that_it_shows(office: Office, mia: Person, grace: Person) -> None:
    office.customer(mia, "海岳食品", "王总")
    office.say(mia, "拜访海岳王总，聊了滤芯报价")
    report = office.say(mia, "日报")
    office.wait(days=1)
    office.say(mia, "给海岳王总打了电话")
    sent = office.tap(mia, report.buttons["发给林岚"])
    assert sent.spoken[0].text.splitlines() == ["11月18日 周三 的日报 1 份：", "1 陈静：联系 1 · 新 1"]


def test_asked_for_after_its_time_it_begins_the_next_day(office: Office, mia: Person) -> None:
    office.customer(mia, "海岳食品")
    office.say(mia, "拜访海岳")
    office.until("2026-11-18", "19:00")
    office.say(mia, "每天6点发日报")
    assert not of(office.until("2026-11-18", "23:00"), "DayReport")
    office.say(mia, "给海岳打了电话")
    office.until("2026-11-19", "09:00")
    office.say(mia, "拜访海岳")
    assert len(of(office.until("2026-11-19", "19:00"), "DayReport")) == 1


def test_a_day_without_a_record_has_no_report(office: Office, mia: Person) -> None:
    office.say(mia, "send my report at 18:00")
    assert not of(office.until("2026-11-19", "20:00"), "DayReport")


def test_lines_can_be_added_and_records_are_recorded(office: Office, mia: Person, grace: Person) -> None:
    office.customer(mia, "海岳食品")
    office.say(mia, "拜访海岳，聊了报价")
    report = office.say(mia, "日报")
    office.tap(mia, report.buttons["补一行"], message_id=77)
    added = office.say(mia, "整理了下周的报价单\n培训了半天")
    assert [row.kind for row in added.rows] == ["edit", "react"]
    assert added.rows[0].edits_message_id == 77
    assert added.text.splitlines()[2:4] == ["整理了下周的报价单", "培训了半天"]
    office.tap(mia, report.buttons["补一行"])
    assert office.say(mia, "拜访海岳，签了合同").rows[0].view == "Recorded"


def test_the_manager_gets_all_of_a_day_in_one_message(office: Office, mia: Person, grace: Person) -> None:
    ben = office.hire("周航", "salesperson")
    for who, name in ((mia, "海岳食品"), (ben, "百禾乳业")):
        office.customer(who, name)
        office.say(who, f"拜访{name}，聊了报价")
    first = office.tap(mia, office.say(mia, "日报").buttons["发给林岚"])
    second = office.tap(ben, office.say(ben, "日报").buttons["发给林岚"])
    to_grace = [[row for row in said.rows if row.person_id == grace.id] for said in (first, second)]
    assert [(rows[0].kind, rows[0].view) for rows in to_grace] == [
        ("push", "ReportsCollected"), ("edit", "ReportsCollected"),
    ]  # fmt: skip
    assert to_grace[1][0].edits_outbox_id == to_grace[0][0].id
    lines = second.text.splitlines()
    assert lines[:3] == ["11月18日 周三 的日报 2 份：", "1 陈静：联系 1 · 新 1", "2 周航：联系 1 · 新 1"]
    opened = office.tap(grace, second.buttons["2"])
    assert opened.text.splitlines()[0] == "周航的日报 · 11月18日 周三"
    again = office.tap(mia, office.say(mia, "日报").buttons["发给林岚"])
    assert "日报 2 份" in again.text
    assert office.tap(ben, second.buttons["2"]).rows[0].kind == "toast"


def test_the_coming_week_is_shown_on_sundays_to_those_who_want_it(office: Office, mia: Person) -> None:
    office.customer(mia, "海岳食品")
    assert office.say(mia, "周日发下周预览").text == "✅ 周日晚上发下周预览"
    (week,) = of(office.until("2026-11-23", "00:30"), "WeekAhead")
    assert week.text.splitlines() == ["下周排了 1 家：", "周三 海岳食品"]
    assert week.rows[0].due_at == datetime(2026, 11, 22, 11, tzinfo=UTC)
    assert not too_much(week)
    assert "周日预览" not in office.tap(mia, week.buttons["以后不发"]).text
    assert not of(office.until("2026-11-30", "00:30"), "WeekAhead")


def test_the_coming_week_names_what_is_agreed_by_its_time(office: Office, mia: Person) -> None:
    office.customer(mia, "海岳食品股份有限公司")
    office.customer(mia, "知味餐饮")
    office.say(mia, "周日发下周预览")
    office.say(mia, "约了海岳食品下周二上午10点打电话")
    office.say(mia, "给知味餐饮打了电话，下周二前报价")
    (week,) = of(office.until("2026-11-23", "00:30"), "WeekAhead")
    assert week.text.splitlines() == ["下周排了 2 家：", "周二 10:00 海岳食品；要交 知味餐饮 报价"]


def test_a_copy_holds_whole_lines_up_to_what_a_button_can(office: Office, mia: Person) -> None:
    for n in range(4):
        office.customer(mia, f"第{n}家非常长的名字食品有限公司")
        office.say(
            mia, f"拜访第{n}家非常长的名字食品有限公司，聊了很长很长的报价和很多很多的细节以及{'各种各样的事情' * 4}"
        )
    office.say(mia, "日报")
    office.tap(mia, "report_add")
    said = office.say(mia, "补充" + "一二三四五六七八九十" * 20)
    copied = next(tap.copy for one in said.spoken for row in one.rows for tap in row if tap.copy)
    assert len(copied) <= 256
