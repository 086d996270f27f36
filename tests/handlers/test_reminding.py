"""What is typed and tapped about reminders goes where it belongs: nothing that was said becomes something else."""

from datetime import date

import pytest

from storage.models import Interaction, Later, Plan
from tests.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.mark.parametrize(
    "words",
    ["下午拜访百禾乳业，想换大流量的", "给百禾乳业发了微信，约了下周二上午10点电话", "海岳食品签了，下周二送货"],
)
def test_a_record_typed_while_a_date_is_awaited_is_a_record(office: Office, words: str) -> None:
    mia = office.hire("陈静", "salesperson")
    for name in ("海岳食品", "百禾乳业"):
        office.customer(mia, name)
    assert "什么时候再试？" in office.say(mia, "海岳食品没人接").text
    assert "推迟" not in office.say(mia, words).text
    assert office.count(Later) == 0


def test_a_date_alone_answers_when_to_try_again(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, "海岳食品没人接")
    assert "推迟到 11月24日 周二" in office.say(mia, "下周二").text


def test_what_was_written_to_a_customer_is_a_touch_and_its_date_a_plan(office: Office) -> None:
    mia = office.hire("Mia", "salesperson", language="en")
    office.customer(mia, "Meadow Dairy")
    said = office.say(mia, "emailed Meadow the quote, decision by Friday")
    assert said.text.startswith("✅ Meadow Dairy · message")
    with office.database.reading() as db:
        assert db.query(Interaction).one().channel == "message"
        assert db.query(Plan).one().due_on == date(2026, 11, 20)


def list_of(said: list) -> str:  # type: ignore[type-arg]
    """The agenda among what was said by itself."""
    return str(next(one.text for one in said if "先联系这" in one.text))


def test_i_am_back_leaves_a_leave_that_lies_ahead(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.say(mia, "下周一到下周三休假")
    assert "休假：11月23日到11月25日" in office.say(mia, "我回来了").text
    assert "休假：没有" in office.say(mia, "取消休假").text


def test_i_am_back_ends_a_leave_that_has_begun(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.say(mia, "明天起休假两天")
    office.wait(days=1)
    assert "休假：没有" in office.say(mia, "我回来了").text


def test_a_list_of_yesterday_is_an_old_card_once_todays_is_there(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.say(mia, "新客户 海岳食品")
    office.say(mia, "海岳食品 明天电话")
    before = office.until("2026-11-19", "08:31")[-1].buttons["1"]
    assert "海岳食品" in office.tap(mia, before).text
    office.until("2026-11-20", "08:29")
    assert "海岳食品" in office.tap(mia, before).text, "nothing newer is there yet"
    office.until("2026-11-20", "08:31")
    assert "旧了" in office.tap(mia, before).text


def test_a_line_for_a_complaint_is_done_when_that_is_closed_in_words(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, "海岳食品投诉漏水")
    assert "海岳食品 C · 投诉第 2 天：漏水" in list_of(office.until("2026-11-19", "08:31"))
    said = office.say(mia, "海岳食品投诉解决了")
    assert "✅ 海岳食品" in said.text
    assert "投诉还没结" not in office.say(mia, "今天").text


def test_a_try_in_vain_reopens_no_settled_line(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    for name in ("海岳食品", "百禾乳业"):
        office.customer(mia, name)
        office.say(mia, f"{name} 明天跟进")
    office.until("2026-11-19", "08:31")
    office.say(mia, "给海岳食品打了电话，聊了报价")
    office.wait(hours=1)
    said = office.say(mia, "海岳食品没人接")
    assert "✅ 海岳食品 · 08:31 打了电话" in said.text
    assert "没联系上 0" not in said.text


def test_an_agreed_time_that_went_by_says_on_which_day_it_was(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, "约了海岳食品周五15:00拜访")
    assert "约好今天 15:00 拜访" in list_of(office.until("2026-11-20", "08:31"))
    assert "约好上周五 15:00 拜访" in list_of(office.until("2026-11-23", "08:31"))


def test_a_try_by_message_instead_waits_as_a_message_today(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, "海岳食品 明天跟进")
    line = office.until("2026-11-19", "08:31")[-1].buttons["1"]
    missed = office.tap(mia, office.tap(mia, line).buttons["没联系上"])
    assert "打算今天发微信" in office.tap(mia, missed.buttons["换微信"]).text


def test_what_was_put_off_until_today_says_so(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, "答应海岳食品明天报价")
    line = office.until("2026-11-19", "08:31")[-1].buttons["1"]
    later = office.tap(mia, office.tap(mia, line).buttons["推迟"])
    office.tap(mia, later.buttons["下周一"])
    assert "答应 11月19日报价，已晚 4 天" in list_of(office.until("2026-11-23", "08:31"))


def test_why_on_a_line_says_why_today_and_leads_back(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.say(mia, "答应海岳食品明天报价")
    line = office.until("2026-11-19", "08:31")[-1].buttons["1"]
    why = office.tap(mia, office.tap(mia, line).buttons["为什么"])
    assert "答应过：报价" in why.text
    assert "海岳食品" in office.tap(mia, why.buttons["‹"]).text


def test_a_day_report_tells_sales_from_refunds_and_names_the_next_day(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    for name in ("海岳食品", "百禾乳业"):
        office.customer(mia, name)
    office.wait(days=2)
    for words in ("海岳食品成交5000", "给海岳食品退款2000", "百禾乳业没人接", "答应百禾乳业下周一报价"):
        office.say(mia, words)
    report = office.say(mia, "日报").text
    assert "成交 1 家：海岳食品，¥5,000" in report
    assert "退款 1 家：海岳食品，¥2,000" in report
    assert "没联系上 1 家：百禾乳业" in report
    assert "11月23日 周一：要交 百禾乳业 报价" in report
    assert "明天：" not in report


def test_the_brief_of_an_agreed_time_says_what_for_and_what_was(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品", "王总", "李工")
    for words in ("拜访海岳食品，聊了方案", "给海岳食品打了电话，要样品", "答应海岳食品下周五报价", "海岳食品投诉漏水"):
        office.say(mia, words)
    office.say(mia, "约了海岳食品李工明天下午3点拜访，带新滤芯样品")
    brief = office.until("2026-11-19", "14:01")[-1].text
    for words in (
        "15:00 海岳食品 C",
        "李工",
        "这次：带新滤芯样品",
        "答应的还没做：报价",
        "投诉没结：漏水",
        "电话：要样品",
    ):
        assert words in brief, brief


@pytest.mark.parametrize("hour", [0, 5, 9])
def test_a_visit_told_as_done_is_a_visit_at_any_hour(office: Office, hour: int) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品")
    office.wait(hours=hour)
    assert "第 1 次拜访" in office.say(mia, "下午拜访了海岳食品，想换大流量的，预算3万").text


def test_a_new_complaint_is_on_the_next_days_list_however_much_else_is_due(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    for n in range(8):
        office.customer(mia, name := f"客户{'甲乙丙丁戊己庚辛'[n]}食品")
        office.say(mia, f"{name} 明天跟进" if n < 6 else f"拜访了{name}")
    office.say(mia, "客户辛食品投诉漏水")
    assert "客户辛食品 C · 投诉第 2 天：漏水" in list_of(office.until("2026-11-19", "08:31"))


def test_what_a_plan_is_for_is_no_line_of_the_day_report(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "海岳食品", "李工")
    office.say(mia, "约了海岳食品李工明天下午3点拜访，带新滤芯样品")
    office.say(mia, "拜访了海岳食品，聊了方案")
    assert "备注" not in office.say(mia, "日报").text


def test_the_week_ahead_names_for_each_day_who_will_be_on_its_list(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    for n in range(14):
        office.customer(mia, name := f"客户{'甲乙丙丁戊己庚辛壬癸子丑寅卯'[n]}食品")
        office.say(mia, f"{name} 下周一跟进" if n < 2 else f"新客户 {name}")
    office.say(mia, "周日发下周预览")
    ahead = office.until("2026-11-22", "19:01")[-1].text
    monday = next(line for line in ahead.split("\n") if line.startswith("周一"))
    shown = list_of(office.until("2026-11-23", "08:31"))
    assert all(name in shown for name in monday.removeprefix("周一 ").split(" 等")[0].split("、"))


def test_an_open_complaint_is_on_every_list_until_it_is_closed(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    for n in range(7):
        office.customer(mia, name := f"客户{'甲乙丙丁戊己庚'[n]}食品")
        office.say(mia, f"{name} 周五跟进")
    office.say(mia, "客户庚食品投诉漏水")
    office.say(mia, "给客户庚食品打了电话，约了下周三上门看")
    assert "1 客户庚食品 C · 投诉第 2 天：漏水" in list_of(office.until("2026-11-19", "08:31"))
    assert "1 客户庚食品 C · 投诉第 3 天：漏水" in list_of(office.until("2026-11-20", "08:31"))
    assert "11月18日的投诉，已结案" in office.say(mia, "客户庚食品投诉解决了").text
    assert "投诉" not in list_of(office.until("2026-11-23", "08:31"))


def test_what_was_agreed_for_an_earlier_day_is_named_with_its_time(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    for n in range(7):
        office.customer(mia, name := f"客户{'甲乙丙丁戊己庚'[n]}食品")
        office.say(mia, f"约了{name}明天10:00电话" if n < 6 else f"{name} 周五跟进")
    office.until("2026-11-19", "20:00")
    listed = list_of(office.until("2026-11-20", "08:31"))
    assert "约好昨天 10:00 打电话" in listed
    assert "更早约好：客户" in listed
    assert "（昨天 10:00）" in listed


def test_a_day_report_says_to_whom_and_what_tomorrow_holds(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    for name in ("海岳食品", "百禾乳业", "松川酒店", "露桥酒店"):
        office.customer(mia, name)
    office.say(mia, "松川酒店投诉漏水")
    for words in ("答应海岳食品明天报价", "约了百禾乳业明天10:00拜访", "露桥酒店明天跟进", "松川酒店投诉解决了"):
        office.say(mia, words)
    report = office.say(mia, "日报").text
    assert "答应：海岳食品 报价，11月19日 周四" in report
    assert "投诉结案：松川酒店" in report
    assert "明天：10:00 百禾乳业；要交 海岳食品 报价；露桥酒店" in report
