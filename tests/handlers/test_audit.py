"""What must be answerable for, as an admin reads it by chat."""

import pytest

from storage.models import Person
from tests.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def tom(office: Office) -> Person:
    return office.hire("Thomas", "admin", language="en")


def test_an_admin_reads_who_saw_a_number_without_the_customers_name(office: Office, tom: Person, mia: Person) -> None:
    number = office.customer(mia, "海岳食品", phone="+8613800138000")
    office.tap(mia, f"customer:{number}")
    said = office.say(tom, "audit")
    assert "陈静 saw a phone, a customer" in said.text
    assert "海岳" not in said.text


def test_who_may_see_the_customer_reads_its_name(office: Office, mia: Person) -> None:
    boss = office.hire("林岚", "admin", "manager")
    number = office.customer(mia, "海岳食品", phone="+8613800138000")
    office.tap(mia, f"customer:{number}")
    assert "陈静 看了电话 海岳食品" in office.say(boss, "操作记录").text


def test_it_is_narrowed_by_person_and_by_day(office: Office, tom: Person, mia: Person) -> None:
    office.say(tom, "pause 陈静")
    office.wait(days=1)
    office.say(tom, "resume 陈静")
    office.say(tom, "new team East")
    assert "Audit · 3" in office.say(tom, "/audit").text
    assert "Audit · 陈静 · 2" in office.say(tom, "/audit 陈静").text
    yesterday = office.say(tom, "audit yesterday")
    assert "Thomas paused 陈静" in yesterday.text
    assert "resumed" not in yesterday.text
    both = office.say(tom, "audit 陈静 yesterday")
    assert "陈静 · Wed 18 Nov · 1" in both.text
    assert "isn't clear" in office.say(tom, "/audit somebody").text


def test_it_is_asked_for_by_tap_and_answered_by_typing(office: Office, tom: Person, mia: Person) -> None:
    office.say(tom, "make 陈静 a manager")
    asked = office.tap(tom, office.say(tom, "audit").buttons["By person"])
    assert set(asked.buttons) == {"Thomas", "All"}
    assert "Thomas gave 陈静: manager" in office.tap(tom, asked.buttons["Thomas"]).text
    office.tap(tom, "audit_of:0:-:0")
    assert "Audit · 陈静 · 1" in office.say(tom, "陈静").text


def test_many_lines_come_in_pages(office: Office, tom: Person, mia: Person) -> None:
    for _ in range(3):
        office.say(tom, "pause 陈静")
        office.say(tom, "resume 陈静")
    first = office.say(tom, "audit")
    assert first.text.count("Thomas") == 5
    second = office.tap(tom, first.buttons["Older ›"])
    assert second.text.count("Thomas") == 1
    assert "‹ Newer" in second.buttons


def test_nobody_else_reads_it(office: Office, tom: Person, mia: Person) -> None:
    assert "管理员的事" in office.say(mia, "/audit").text
    assert "管理员的事" in office.tap(mia, "audit:0:-:0").text
    assert "管理员的事" in office.tap(mia, "audit_of:0:-:0").text
