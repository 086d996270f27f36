"""What a manager wants done with one customer: given to another, or graded by hand, from its card or in words."""

import pytest

from storage.models import Person, Standing
from tests.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

GIVE = (
    "百禾乳业转给Joy",
    "把百禾乳業轉給Joy。",
    "give 百禾乳业 to Joy",
    "Move 百禾乳业 to joy",
    "reassign 百禾乳业 to Joy.",
)
GRADE = ("百禾乳业改成B级", "百禾乳業調到Ｂ級", "make 百禾乳业 a B", "move 百禾乳业 to tier B")


@pytest.fixture
def joy(office: Office) -> Person:
    """Who sells beside Ben."""
    return office.hire("Joy", "salesperson")


@pytest.fixture
def meadow(office: Office, ben: Person) -> int:
    """A customer of Ben's."""
    return office.customer(ben, "百禾乳业")


def standing(office: Office, number: int) -> Standing:
    with office.database.reading() as db:
        return db.get_one(Standing, number)


@pytest.mark.parametrize("words", GIVE)
def test_a_customer_is_given_to_a_colleague_in_words_and_taken_back(
    office: Office, meadow: int, ben: Person, joy: Person, grace: Person, words: str
) -> None:
    done = office.say(grace, words)
    assert "✅ 百禾乳业：周航 → Joy" in done.text
    assert standing(office, meadow).owner_id == joy.id
    office.tap(grace, done.buttons["撤销"])
    assert standing(office, meadow).owner_id == ben.id


def test_a_customer_is_given_away_from_its_card(office: Office, meadow: int, joy: Person, grace: Person) -> None:
    card = office.say(grace, "百禾乳业")
    asked = office.tap(grace, card.buttons["转给别人"])
    assert asked.text.splitlines()[0] == "百禾乳业 转给谁？现在是周航。"
    assert office.tap(grace, asked.buttons["‹"]).text == card.text
    office.tap(grace, asked.buttons["Joy 0 家"])
    assert standing(office, meadow).owner_id == joy.id


@pytest.mark.parametrize("words", GRADE)
def test_a_tier_is_set_by_hand_in_words_with_reason_and_end(
    office: Office, meadow: int, grace: Person, words: str
) -> None:
    asked = office.say(grace, words)
    assert asked.text.splitlines()[0] == "百禾乳业 定为几级？现在 C 级。"
    assert "● B 级" in asked.buttons
    asked = office.tap(grace, asked.buttons["战略客户"])
    done = office.tap(grace, asked.buttons["到月底"])
    assert done.text.splitlines() == ["✅ 百禾乳业 · 保留 B 级", "战略客户 · 12月1日 周二起按分数算"]
    assert (standing(office, meadow).tier, standing(office, meadow).manual_reason) == ("B", "strategic")
    office.tap(grace, done.buttons["撤销"])
    assert standing(office, meadow).tier == "C"


def test_a_tier_is_set_from_the_points(office: Office, meadow: int, grace: Person) -> None:
    why = office.say(grace, "百禾乳业为什么是C")
    assert office.tap(grace, why.buttons["改等级"]).text.splitlines()[0] == "百禾乳业 定为几级？现在 C 级。"


@pytest.mark.parametrize("words", [*GIVE, *GRADE])
def test_who_manages_nobody_changes_nothing_by_words(office: Office, meadow: int, ben: Person, words: str) -> None:
    said = office.say(ben, words)
    assert said.text.startswith("百禾乳业 · C 级")
    assert not {"转给别人", "改等级"} & said.buttons.keys()
    assert (standing(office, meadow).owner_id, standing(office, meadow).tier) == (ben.id, "C")


@pytest.mark.parametrize("words", ["百禾乳业转给我", "give 百禾乳业 to me"])
def test_who_leads_and_sells_may_take_a_customer_over(office: Office, meadow: int, words: str) -> None:
    tom = office.hire("Tom", "manager", "salesperson")
    office.say(tom, words)
    assert standing(office, meadow).owner_id == tom.id


@pytest.mark.usefixtures("joy")
def test_who_only_leads_is_asked_who_else_may(office: Office, meadow: int, grace: Person) -> None:
    asked = office.say(grace, "百禾乳业转给我")
    assert asked.text.splitlines()[0] == "百禾乳业 转给谁？现在是周航。"
    assert "Joy 0 家" in asked.buttons
    assert standing(office, meadow).owner_id != grace.id


def test_forged_buttons_of_one_s_own_customer_are_refused(office: Office, meadow: int, ben: Person) -> None:
    for forged in (f"grade:{meadow}:A:deal:month", f"hand:0:{meadow}", f"hand_to:0:{meadow}:{ben.id}"):
        office.tap(ben, forged)
    assert (standing(office, meadow).owner_id, standing(office, meadow).tier) == (ben.id, "C")


def test_a_colleague_that_nobody_knows_is_named_as_such(
    office: Office, meadow: int, ben: Person, grace: Person
) -> None:
    assert "王小五" in office.say(grace, "百禾乳业转给王小五").text
    assert standing(office, meadow).owner_id == ben.id


@pytest.mark.parametrize(
    "asked",
    [
        "上次把百禾乳业转给Joy 是什么时候",
        "百禾乳业转给Joy了吗",
        "百禾乳业什么时候转给Joy ?",
        "百禾乳業轉給Joy了嗎",
        "百禾乳业转给周航",
        "did we give 百禾乳业 to Joy?",
        "move 百禾乳业 to Joy next week",
    ],
)
@pytest.mark.usefixtures("joy")
def test_a_question_about_it_gives_nothing_away(
    office: Office, meadow: int, ben: Person, grace: Person, asked: str
) -> None:
    office.say(grace, asked)
    assert standing(office, meadow).owner_id == ben.id
