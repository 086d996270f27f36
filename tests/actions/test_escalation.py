"""An A customer that stays late: the owner first, then the manager, then another owner; an answer stops it."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from actions.saying import judge_again
from storage.database import Database
from storage.models import Interaction, Occurrence, Ownership, Person, Plan, Standing
from tests.handlers.lines import too_much
from tests.office import Office, Said

FRIDAY = datetime(2026, 11, 13, 0, tzinfo=UTC)


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database, FRIDAY)


def an_a(office: Office, owner: Person, name: str, due_on: date = date(2026, 11, 13)) -> int:
    """An A customer that has been due since a date."""
    known = office.named(name)
    number = known.id if known else office.customer(owner, name)
    with office.database.transaction() as db:
        standing = db.get_one(Standing, number)
        standing.tier, standing.status, standing.due_on, standing.due_because = "A", "active", due_on, "cadence"
        standing.last_touch_on, standing.rhythm, standing.score = date(2026, 10, 14), 12, 80
    return number


def escalations(said: list[Said]) -> list[Said]:
    """What tells that somebody stays late: a message of its own, or the list with a line that the manager will see."""
    return [one for one in said if one.rows[0].view in ("StillLate", "TeamLate", "LateCounted") or "会列给" in one.text]


def told(said: list[Said], who: Person) -> list[str]:
    return [one.text for one in escalations(said) if one.rows[0].person_id == who.id]


def test_the_owner_is_told_first_and_the_manager_at_five_working_days(
    office: Office, ben: Person, grace: Person
) -> None:
    an_a(office, ben, "澄湖纸业")
    assert not escalations(office.until("2026-11-18", "08:00"))
    third_day = office.until("2026-11-18", "18:00")
    assert told(third_day, ben) == [
        "早，周航。今天先联系这 1 家：\n1 澄湖纸业 A · 35 天没联系，平时 12\n澄湖纸业：周五会列给林岚看。"
    ]
    assert not told(third_day, grace)
    assert not too_much(escalations(third_day)[0])
    assert not escalations(office.until("2026-11-20", "08:00"))
    fifth_day = office.until("2026-11-20", "18:00")
    assert told(fifth_day, grace) == ["这家 A 级还没联系：\n1 澄湖纸业 · 37 天 · 周航"]
    assert next(iter(escalations(fifth_day)[0].buttons)) == "问负责人"


def test_it_is_said_once_and_reassign_is_offered_at_ten(office: Office, ben: Person, grace: Person) -> None:
    an_a(office, ben, "澄湖纸业")
    said = office.until("2026-11-26", "18:00")
    assert (len(told(said, ben)), len(told(said, grace))) == (1, 1)
    later = office.until("2026-12-04", "18:00")
    assert len(told(later, grace)) == 1
    card = office.tap(grace, escalations(later)[0].buttons["1"])
    assert list(card.buttons)[:2] == ["问周航", "转给别人"]
    assert not too_much(card)
    assert not escalations(office.until("2026-12-18", "18:00"))


def test_after_an_outage_the_owner_is_still_told_before_the_manager(office: Office, ben: Person, grace: Person) -> None:
    an_a(office, ben, "澄湖纸业")
    office.until("2026-11-17", "18:00")
    office.wait(days=9)
    back = office.until("2026-11-26", "18:30") + office.until("2026-11-27", "18:00")
    assert [one.rows[0].person_id for one in escalations(back)] == [ben.id, grace.id]


@pytest.mark.parametrize("words", ["拜访了澄湖纸业，聊了报价", "澄湖纸业 下周三跟进"])
def test_a_touch_or_a_plan_stops_it(office: Office, ben: Person, grace: Person, words: str) -> None:
    an_a(office, ben, "澄湖纸业")
    office.until("2026-11-18", "18:00")
    office.say(ben, words)
    assert not told(office.until("2026-11-24", "18:00"), grace)


def test_what_was_settled_in_the_last_minute_is_not_sent(office: Office, ben: Person, grace: Person) -> None:
    an_a(office, ben, "澄湖纸业")
    office.until("2026-11-20", "08:00")
    states = select(Occurrence.state).where(Occurrence.kind == "escalation", Occurrence.person_id == grace.id)
    with office.database.reading() as db:
        assert db.scalars(states).all() == ["planned"]
    office.say(ben, "拜访了澄湖纸业")
    assert not told(office.until("2026-11-20", "18:00"), grace)
    with office.database.reading() as db:
        assert db.scalars(states).all() == ["superseded"]


def test_today_and_a_reason_stop_it_by_tap_and_can_be_undone(office: Office, ben: Person, grace: Person) -> None:
    one, two = an_a(office, ben, "澄湖纸业"), an_a(office, ben, "青屿酒店")
    (both,) = escalations(office.until("2026-11-18", "18:00"))
    assert [line.split("：")[0] for line in both.text.splitlines()[-2:]] == ["澄湖纸业", "青屿酒店"]
    today = office.tap(ben, f"will:{one}:0")
    assert today.text == "✅ 澄湖纸业：说好今天联系"
    offered = office.tap(ben, f"reasons:{two}:0")
    kept = office.tap(ben, offered.buttons["项目暂停"])
    assert kept.text == "⏸ 青屿酒店 · 推迟到 12月2日 周三\n原因：项目暂停"
    assert not [problem for said in (today, offered, kept) for problem in too_much(said)]
    assert not told(office.until("2026-11-19", "16:00"), grace)
    office.tap(ben, kept.buttons["撤销"])
    with office.database.reading() as db:
        assert db.get_one(Standing, two).due_because != "later"
    assert not told(office.until("2026-11-20", "18:00"), grace)


def test_a_typed_reason_is_one_as_well_and_the_manager_reads_it(office: Office, ben: Person, grace: Person) -> None:
    for name in ("澄湖纸业", "青屿酒店"):
        an_a(office, ben, name)
    team = escalations(office.until("2026-11-20", "09:00"))[-1]
    questions = [one for one in office.tap(grace, team.buttons["问负责人"]).spoken if "想知道" in one.text]
    reasons = {tap.label: tap.data or "" for row in questions[0].rows for tap in row}
    offered = office.tap(ben, reasons["有原因"])
    assert not too_much(offered)
    kept = office.say(ben, "老板出国，月底回来")
    assert kept.text.splitlines() == ["⏸ 澄湖纸业 · 推迟到 12月4日 周五", "原因：老板出国，月底回来"]
    assert "澄湖纸业 · 周航：老板出国，月底回来" in office.until("2026-11-20", "18:30")[-1].text


def test_words_that_say_something_else_are_no_reason(office: Office, ben: Person) -> None:
    number = an_a(office, ben, "澄湖纸业")
    office.tap(ben, f"reasons:{number}:0")
    assert office.say(ben, "拜访了澄湖纸业，聊了报价").rows[0].view == "Recorded"


def test_what_waited_in_the_outbox_until_the_night_is_said_on_the_next_working_day(
    office: Office, ben: Person, grace: Person
) -> None:
    an_a(office, ben, "澄湖纸业", due_on=date(2026, 11, 17))
    office.until("2026-11-20", "08:00")
    (held,) = escalations(office.until("2026-11-20", "18:00"))
    office.until("2026-11-21", "00:05")
    with office.database.transaction() as db:
        assert judge_again(db, held.rows[0].id, office.now) is None
    assert not escalations(office.until("2026-11-22", "23:00"))
    assert len(told(office.until("2026-11-23", "09:00"), ben)) == 1


def test_leave_is_not_counted_as_late(office: Office, ben: Person, grace: Person) -> None:
    an_a(office, ben, "澄湖纸业")
    office.say(ben, "今天起休假到周五")
    assert not escalations(office.until("2026-11-24", "18:00"))
    assert told(office.until("2026-11-25", "18:00"), ben)


def test_without_a_manager_the_admin_gets_a_count_without_names(office: Office, ben: Person) -> None:
    tom = office.hire("吴桐", "admin")
    an_a(office, ben, "澄湖纸业")
    said = office.until("2026-11-20", "18:00")
    assert told(said, ben) == []
    assert told(said, tom)[0].startswith("1 家 A 级")
    assert "澄湖" not in "".join(told(said, tom))


def test_the_manager_asks_and_the_answers_come_at_the_end_of_the_day(
    office: Office, ben: Person, grace: Person
) -> None:
    for name in ("澄湖纸业", "青屿酒店", "云栎包装"):
        an_a(office, ben, name)
    team = escalations(office.until("2026-11-20", "09:00"))[-1]
    asked = office.tap(grace, team.buttons["问负责人"])
    assert asked.spoken[-1].text.splitlines()[0] == "已问周航。18:00 汇总。"
    questions = [one for one in asked.spoken if "想知道" in one.text]
    assert questions[0].text == "林岚想知道「澄湖纸业」怎么样了。\n37 天没联系，平时 12 天。"
    assert len(office.tap(grace, team.buttons["问负责人"]).spoken) == 1, "nobody is asked twice"
    buttons = [{tap.label: tap.data or "" for row in one.rows for tap in row} for one in questions]
    office.tap(ben, buttons[0]["今天联系"])
    assert office.tap(ben, buttons[1]["需要帮忙"]).text == "✅ 记下了，林岚会看到：需要帮忙。"
    assert office.tap(ben, buttons[1]["需要帮忙"]).rows[0].kind == "toast"
    summary = [one for one in office.until("2026-11-20", "18:30") if one.rows[0].view == "StatusAnswers"]
    assert [one.text.splitlines() for one in summary] == [
        ["你问的 3 家：", "1 青屿酒店 · 周航：需要帮忙", "2 云栎包装 · 周航还没回", "3 澄湖纸业 · 周航：今天联系"]
    ]
    assert not too_much(summary[0])


def test_a_customer_gets_another_owner_and_history_keeps_its_author(office: Office, ben: Person, grace: Person) -> None:
    mia = office.hire("陈静", "salesperson")
    number = an_a(office, ben, "澄湖纸业")
    office.say(ben, "拜访了澄湖纸业，聊了报价，12月25日再联系")
    an_a(office, ben, "澄湖纸业")
    late = [one for one in escalations(office.until("2026-12-04", "18:00")) if one.rows[0].person_id == grace.id]
    card = office.tap(grace, late[-1].buttons["1"])
    offered = office.tap(grace, card.buttons["转给别人"])
    done = office.tap(grace, next(data for label, data in offered.buttons.items() if label.startswith("陈静")))
    assert not too_much(offered) + too_much(done)
    assert {row.person_id: row.view for row in done.rows} == {
        ben.id: "HandedAway", mia.id: "HandedToYou", grace.id: "Transferred",
    }  # fmt: skip
    assert "约好：12月25日 周五" in done.text
    with office.database.reading() as db:
        owners = select(Ownership.person_id).where(Ownership.customer_id == number).order_by(Ownership.id)
        assert db.scalars(owners).all() == [ben.id, mia.id]
        assert set(db.scalars(select(Interaction.author_id))) == {ben.id}
        assert db.scalars(select(Plan.settled_on).where(Plan.customer_id == number)).all() == [None]
    assert office.say(ben, "澄湖纸业").rows[0].view != "CustomerCard"
    assert office.say(mia, "澄湖纸业").rows[0].view == "CustomerCard"
    back = office.tap(grace, done.buttons["撤销"])
    assert "「澄湖纸业」还是你负责。" in back.text
    assert office.say(ben, "澄湖纸业").rows[0].view == "CustomerCard"


def test_nobody_but_their_manager_gives_a_customer_away(office: Office, ben: Person, grace: Person) -> None:
    mia = office.hire("陈静", "salesperson")
    number = an_a(office, ben, "澄湖纸业")
    (card,) = [one for one in escalations(office.until("2026-11-20", "18:00")) if one.rows[0].person_id == grace.id]
    row = (card.rows[0].facts or {})["occurrence"]
    for who in (ben, mia):
        assert office.tap(who, f"hand_to:{row}:{number}:{mia.id}").rows[0].kind == "toast"


def test_after_a_contact_the_manager_sees_it_on_the_same_list_and_leave_is_out_of_the_days(
    office: Office, ben: Person, grace: Person
) -> None:
    number = an_a(office, ben, "澄湖纸业")
    with office.database.transaction() as db:
        row = db.get_one(Standing, number)
        row.manual_reason, row.manual_until = "strategic", date(2027, 1, 1)
    office.say(ben, "下周一起休假两天")
    assert told(office.until("2026-11-24", "18:00"), grace) == ["这家 A 级还没联系：\n1 澄湖纸业 · 39 天 · 周航"]
    said = office.say(ben, "拜访了澄湖纸业，聊了报价")
    edits = [one.text for row, one in zip(said.rows, said.spoken, strict=True) if row.person_id == grace.id]
    assert edits == ["这家 A 级还没联系：\n✅ 澄湖纸业 · 联系过了 · 周航"]


def test_a_complaint_of_this_morning_is_first_on_this_mornings_list(office: Office, ben: Person) -> None:
    an_a(office, ben, "澄湖纸业")
    office.customer(ben, "青屿酒店")
    office.until("2026-11-16", "08:31")
    said = office.say(ben, "青屿酒店投诉：三楼漏水")
    (edit,) = [one.text for row, one in zip(said.rows, said.spoken, strict=True) if row.view == "AgendaShown"]
    assert edit.splitlines()[1] == "1 青屿酒店 C · 投诉第 1 天：三楼漏水"
    card = office.say(ben, "去青屿酒店看了，换了阀门")
    assert "投诉解决了吗？" in card.text
    closed = office.tap(ben, card.buttons["投诉结案"])
    assert closed.rows[0].view == "ComplaintClosed"
