"""A complaint that is over, or taken back: its card and what the manager was told follow."""

from datetime import date

import pytest
from sqlalchemy import select

from storage.models import Complaint, Contact, Interaction, Person
from tests.office import Office, Said


@pytest.fixture
def mia(office: Office) -> Person:
    person = office.hire("陈静", "salesperson")
    office.customer(person, "海岳食品", "王总")
    office.customer(person, "松川酒店")
    return person


def closed_on(office: Office) -> list[date | None]:
    with office.database.reading() as db:
        return list(db.scalars(select(Complaint.closed_on).order_by(Complaint.id)))


def told(said: Said, who: Person) -> list[tuple[str, str]]:
    rows = [row for row in said.rows if row.person_id == who.id and row.view == "ComplaintHeard"]
    return [(row.kind, (row.facts or {})["state"]) for row in rows]


def test_words_close_it_and_undo_opens_it_again(office: Office, mia: Person, grace: Person) -> None:
    assert told(office.say(mia, "海岳投诉漏水"), grace) == [("push", "open")]
    office.wait(days=2)
    said = office.say(mia, "海岳的投诉解决了")
    assert said.text.splitlines()[0] == "✅ 海岳食品 · 投诉结案，2 天"
    assert (closed_on(office), told(said, grace)) == ([office.today], [("edit", "closed")])
    assert told(office.say(mia, "撤销"), grace) == [("edit", "open")]
    assert closed_on(office) == [None]
    office.say(mia, "恢复")
    assert closed_on(office) == [office.today]


def test_a_visit_that_settles_it_stays_a_visit(office: Office, mia: Person) -> None:
    office.say(mia, "海岳投诉漏水")
    said = office.say(mia, "拜访了海岳王总，投诉处理好了")
    assert [item["kind"] for item in (said.rows[0].facts or {})["entries"]] == ["visit"]
    assert closed_on(office) == [office.today]


def test_without_one_it_is_a_note_and_says_so(office: Office, mia: Person) -> None:
    said = office.say(mia, "海岳的投诉解决了")
    assert "没有未结的投诉，这句先记成备注。" in said.text
    assert (office.count(Complaint), office.count(Interaction)) == (0, 1)


def test_an_edit_that_says_it_no_more_opens_it_again(office: Office, mia: Person) -> None:
    office.say(mia, "海岳投诉漏水")
    office.say(mia, "海岳的投诉解决了", message_id=600)
    office.edit(mia, 600, "海岳说要看看新价格")
    assert closed_on(office) == [None]


def test_one_that_moves_to_another_customer_is_told_so(office: Office, mia: Person, grace: Person) -> None:
    office.say(mia, "海岳投诉漏水")
    said = office.say(mia, "不对，是松川酒店")
    row = next(row for row in said.rows if row.person_id == grace.id)
    assert (row.kind, (row.facts or {})["name"]) == ("edit", "松川酒店")


def test_a_complaint_whose_customer_is_tapped_is_a_complaint(office: Office, mia: Person, grace: Person) -> None:
    office.say(mia, "客户投诉漏水")
    assert told(office.tap(mia, "assign:1:1"), grace) == [("push", "open")]
    assert office.count(Complaint) == 1


def test_another_number_is_no_contact_and_the_old_one_is_kept(office: Office, mia: Person) -> None:
    office.say(mia, "新客户 百禾乳业 刘姐 13800138000")
    said = office.say(mia, "百禾刘姐换号码了，13900139000", message_id=700)
    assert said.text.splitlines() == ["✅ 百禾乳业 · 刘姐 换号码", "139 0013 9000", "以前是 138 0013 8000"]
    with office.database.reading() as db:
        note = db.scalars(select(Interaction)).one()
        assert (note.channel, note.outcome) == ("note", "刘姐 +8613800138000 → +8613900139000")
    office.edit(mia, 700, "百禾刘姐换号码了，13900139001")
    with office.database.reading() as db:
        assert "+8613900139001" in db.scalars(select(Contact.phone))
    office.say(mia, "撤销")
    with office.database.reading() as db:
        assert "+8613800138000" in db.scalars(select(Contact.phone))
    assert office.count(Interaction) == 0
