"""Times that were agreed: asked about once when they have passed, and told apart where two fall together."""

from datetime import UTC, datetime

import pytest

from storage.database import Database
from storage.models import Person, Plan
from tests.handlers.lines import too_much
from tests.office import Office, Said

WEDNESDAY = datetime(2026, 11, 18, 1, tzinfo=UTC)


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database, WEDNESDAY)


@pytest.fixture
def mia(office: Office) -> Person:
    mia = office.hire("陈静", "salesperson")
    office.customer(mia, "知味餐饮", "何姐")
    office.customer(mia, "明湾医疗", "沈院长")
    return mia


def asked(said: list[Said]) -> list[Said]:
    return [one for one in said if one.rows[0].view == "AgreedPassed"]


@pytest.mark.parametrize(
    ("words", "text", "at"),
    [
        ("约了知味餐饮明天14:30打电话", "14:30 知味餐饮 何姐，打了吗？", "2026-11-19T15:00"),
        ("约了明湾医疗明天下午3点拜访", "15:00 明湾医疗 沈院长，去了吗？", "2026-11-19T16:30"),
    ],
)
def test_a_time_that_has_passed_is_asked_about_once(
    office: Office, mia: Person, words: str, text: str, at: str
) -> None:
    office.say(mia, words)
    found = asked(office.until("2026-11-20", "18:00"))
    assert [(one.text, f"{one.rows[0].due_at.astimezone(UTC):%H:%M}") for one in found] == [
        (text, f"{datetime.fromisoformat(at + '+08:00').astimezone(UTC):%H:%M}")
    ]
    assert not too_much(found[0])


def test_what_was_told_or_moved_is_not_asked_about(office: Office, mia: Person) -> None:
    office.say(mia, "约了知味餐饮明天14:30打电话")
    office.say(mia, "约了明湾医疗明天下午3点拜访")
    office.until("2026-11-19", "14:40")
    office.say(mia, "给知味餐饮打了电话，下周签")
    office.say(mia, "明湾医疗改到后天下午3点拜访")
    assert not asked(office.until("2026-11-19", "20:00"))


def test_the_answer_is_one_tap(office: Office, mia: Person) -> None:
    office.say(mia, "约了明湾医疗明天下午3点拜访")
    found = asked(office.until("2026-11-19", "17:00"))[0]
    missed = office.tap(mia, found.buttons["没见到"])
    assert missed.text.startswith("明湾医疗 没联系上")
    assert not asked(office.until("2026-11-20", "20:00"))


def test_two_at_the_same_time_are_told_and_moved_by_tap(office: Office, mia: Person) -> None:
    office.say(mia, "约了知味餐饮明天10:00打电话")
    card = office.say(mia, "约了明湾医疗沈院长明天上午10点拜访")
    assert "同一时间：知味餐饮 10:00" in card.text
    assert [label for label in card.buttons if label.startswith("改到")] == ["改到 10:30", "改到 11:00"]
    moved = office.tap(mia, card.buttons["改到 10:30"])
    assert "10:30" in moved.text
    assert "同一时间" not in moved.text
    assert "同一时间" not in office.say(mia, "约了知味餐饮后天10:00打电话").text


def test_what_is_agreed_anew_takes_the_place_of_what_was_agreed(office: Office, mia: Person) -> None:
    office.say(mia, "约了明湾医疗明天下午3点拜访")
    office.say(mia, "明湾医疗改到周五下午4点")
    with office.database.reading() as db:
        plans = db.query(Plan).order_by(Plan.id).all()
    assert [(plan.due_on.day, plan.settled_by, plan.channel) for plan in plans] == [
        (19, "moved", "visit"),
        (20, None, "visit"),
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("给知味餐饮发了微信，约了下周二上午10点电话", "call"),
        ("拜访了知味餐饮，聊了换芯方案，下周三再去", "visit"),
        ("给知味餐饮打了电话，老板出差，下周四再打", "call"),
        ("给知味餐饮打了电话，下周四再看", None),
        ("messaged 知味餐饮, agreed a call next Tuesday at 10", "call"),
    ],
)
def test_it_is_kept_how_the_next_contact_is_to_be(office: Office, mia: Person, words: str, kind: str | None) -> None:
    office.say(mia, words)
    with office.database.reading() as db:
        assert [plan.channel for plan in db.query(Plan)] == [kind]


def test_a_try_in_vain_at_the_time_is_an_answer(office: Office, mia: Person) -> None:
    office.say(mia, "约了明湾医疗明天下午3点拜访")
    office.until("2026-11-19", "15:14")
    office.say(mia, "去了趟明湾医疗，老板不在，留了资料")
    assert not asked(office.until("2026-11-19", "20:00"))


def test_what_was_sent_is_a_message_whatever_went_over(office: Office, mia: Person) -> None:
    assert office.say(mia, "给明湾医疗发了微信，检测报告过去了").text.startswith("✅ 明湾医疗 · 微信")
    bare = office.say(mia, "给知味餐饮发了微信")
    assert bare.text.splitlines()[:2] == ["✅ 知味餐饮 · 微信", "C 级（暂定）· 今天联系过"]


def test_a_customers_deadline_is_followed_up_before_it(office: Office, mia: Person) -> None:
    said = office.say(mia, "拜访了明湾医疗，还在比价，月底前定")
    assert said.text.splitlines()[1:3] == ["还在比价，月底前定", "下次跟进：11月25日 周三"]
    office.until("2026-11-25", "08:00")
    agenda = next(one for one in office.until("2026-11-25", "09:00") if one.rows[0].view == "AgendaShown")
    assert "明湾医疗 C · 今天跟进：还在比价，月底前定" in agenda.text


def test_the_day_it_is_said_on_may_be_meant(office: Office, mia: Person) -> None:
    said = office.say(mia, "拜访了明湾医疗，周三前报价")
    assert "答应：11月25日 周三前报价" in said.text
    today = office.tap(mia, said.buttons["就是今天"])
    assert "11月18日 周三前报价" in today.text
    assert "就是今天" not in office.say(mia, "拜访了明湾医疗，下周三前报价").buttons
