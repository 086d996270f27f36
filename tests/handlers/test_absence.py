"""A manager sets leave for one of the team, with who covers; both hear of it, and it is taken back by a tap."""

import pytest

from storage.database import Database
from storage.models import Person
from tests.handlers.lines import too_much
from tests.handlers.test_requests import to
from tests.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def people(office: Office) -> tuple[Person, Person, Person]:
    ben, sam = office.hire("周航", "salesperson"), office.hire("许言", "salesperson")
    office.customer(ben, "海岳食品")
    return ben, sam, office.hire("林岚", "manager")


@pytest.mark.parametrize("words", ["周航明天请假，许言代", "周航 is on leave tomorrow, 许言 covers"])
def test_leave_is_set_for_a_colleague(office: Office, people: tuple[Person, Person, Person], words: str) -> None:
    ben, sam, grace = people
    said = office.say(grace, words)
    assert to(said, grace).text.splitlines() == ["✅ 周航 休假：11月19日 周四，许言代", "已告诉 TA 和许言。"]
    assert to(said, ben).text.splitlines()[0] == "林岚给你记了休假：11月19日 周四"
    assert to(said, sam).rows[0].view == "DeputyTold"
    assert not too_much(said)
    ended = office.tap(grace, to(said, grace).buttons["取消休假"])
    assert to(ended, grace).text.splitlines()[0] == "✅ 周航：没有休假了"
    assert to(ended, ben).text == "林岚取消了你的休假。"


def test_only_a_manager_and_only_for_the_team(database: Database, people: tuple[Person, Person, Person]) -> None:
    office = Office(database)
    ben, sam, grace = people
    assert office.say(sam, "周航明天请假，许言代").rows[0].view != "AbsenceSet"
    assert office.tap(sam, f"present:{ben.id}").rows[0].view == "NotForYourRole"
    assert office.tap(grace, "present:987").rows[0].view == "OldCard"
    assert office.say(grace, "周航明天请假，王二代").rows[0].view == "ColleagueUnknown"
