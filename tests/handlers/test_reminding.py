"""What is typed and tapped about reminders goes where it belongs: nothing that was said becomes something else."""

from datetime import date

import pytest

from storage.database import Database
from storage.models import Interaction, Later, Plan
from tests.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


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
