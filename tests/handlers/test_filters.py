"""Lists narrowed by the names of colleagues, cities, regions and industries, as words and as commands."""

import pytest

from storage import company
from storage.models import Customer, Person
from tests.handlers.pasts import past
from tests.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def grace(office: Office) -> Person:
    """A manager of two salespeople with silent customers of two cities, regions and trades."""
    grace = office.hire("林岚", "manager")
    mia, ben = office.hire("陈静", "salesperson"), office.hire("Ben Carter", "salesperson")
    for owner, name, city, industry in (
        (mia, "青屿酒店", "上海", ("酒店", "Hotels")),
        (ben, "澜石机械", "Shanghai", ("机械", "Machinery")),
        (ben, "栈桥冷链", "宁波", ("冷链", "Cold chain")),
    ):
        number = past(office, owner, name, range(60, 200, 15), city=city)
        with office.database.transaction() as db:
            row = db.get_one(Customer, number)
            row.industry_id = company.add_term(db, "industry", *industry).id
            row.region_id = company.add_term(db, "region", "华东", "East China").id
    return grace


WHO = {
    "沉默 陈静": ["青屿酒店"],
    "silent Ben Carter": ["栈桥冷链", "澜石机械"],
    "Ben Carter's silent customers": ["栈桥冷链", "澜石机械"],
    "/customers 陈静": ["青屿酒店"],
    "/silent 陈静": ["青屿酒店"],
    "silent Shanghai": ["澜石机械", "青屿酒店"],
    "沉默 上海": ["澜石机械", "青屿酒店"],
    "/silent ben carter shanghai": ["澜石机械"],
    "沉默 机械": ["澜石机械"],
    "silent machinery": ["澜石机械"],
    "华东 沉默": ["栈桥冷链", "澜石机械", "青屿酒店"],
    "silent 30 days 陈静": ["青屿酒店"],
}


@pytest.mark.parametrize("asked", WHO)
def test_names_narrow_a_list(office: Office, grace: Person, asked: str) -> None:
    said = office.say(grace, asked)
    assert sorted(line.split()[1] for line in said.text.splitlines()[1:]) == WHO[asked]


def test_the_head_says_what_it_is_narrowed_to_and_a_page_keeps_it(office: Office, grace: Person) -> None:
    said = office.say(grace, "沉默 Ben Carter 机械")
    assert said.text.splitlines()[0] == "Ben Carter 机械 沉默 1 家"
    [again] = [data for label, data in said.buttons.items() if label == "1"]
    assert "澜石机械" in office.tap(grace, again).text


def test_tiers_and_moves_of_one_person_and_of_a_city(office: Office, grace: Person) -> None:
    his = office.say(grace, "等级 Ben Carter")
    assert his.text.splitlines()[0] == "Ben Carter · 2 家 · 近 12 个月成交"
    assert office.say(grace, "tiers Shanghai").text.splitlines()[0] == "Shanghai · 2 家 · 近 12 个月成交"
    moves = next(data for label, data in his.buttons.items() if label.startswith("升降"))
    assert office.tap(grace, moves).text.startswith("Ben Carter · 11月")
    assert office.say(grace, "/moves 陈静").text.startswith("陈静 · 11月")


def test_a_salesperson_narrows_by_no_colleague(office: Office, grace: Person) -> None:
    sam = office.hire("Sam", "salesperson")
    assert "青屿" not in office.say(sam, "沉默 陈静").text


def test_words_that_nobody_knows_list_nobody(office: Office, grace: Person) -> None:
    assert office.say(grace, "/customers 木星贸易").rows[0].view != "CustomersListed"


@pytest.mark.parametrize(
    "data", ["tiers:-:-:99999999999999999999", "list:0:-:-:x", "moves:0:-:-:-:-:-:-:-:-:-:-", "people:0:-"]
)
def test_a_button_that_names_nobody_is_an_old_one_or_shows_nobody(office: Office, grace: Person, data: str) -> None:
    assert office.tap(grace, data).rows[0].view in ("OldCard", "ListedByPerson")
