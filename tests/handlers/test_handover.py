"""Everything of somebody goes to successors; whoever leaves is out at once, and the successor gets a brief on each."""

import pytest
from sqlalchemy import select

from storage import company, people
from storage.database import Database
from storage.models import Customer, Interaction, Invitation, Person, Plan
from tests.handlers.lines import too_much
from tests.handlers.test_requests import to
from tests.office import Office, Said

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Scene(Office):
    """Ben goes; Sam and Mia stay."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.ben, self.sam = self.hire("周航", "salesperson"), self.hire("许言", "salesperson")
        self.mia, self.grace = self.hire("陈静", "salesperson"), self.hire("林岚", "manager")
        self.numbers = [self.customer(self.ben, name, city="宁波") for name in ("海岳食品", "青屿酒店")]
        self.numbers += [self.customer(self.ben, "百禾乳业", "刘姐", city="上海")]
        self.customer(self.sam, "松川酒店")
        self.say(self.ben, "拜访了百禾刘姐，周五前寄样品")
        self.say(self.ben, "海岳食品下周三下午3点拜访")

    def owners(self) -> list[str]:
        """Who sees each of the three, of those who sell."""
        return [
            "".join(who.name[0] for who in (self.ben, self.sam, self.mia) if self.sees(who, n)) for n in self.numbers
        ]

    def sees(self, who: Person, number: int) -> bool:
        """Whether somebody sees a customer."""
        return self.tap(who, f"customer:{number}").rows[0].view == "CustomerCard"

    def given(self) -> Said:
        """Everything of Ben's goes to Mia."""
        shown = self.say(self.grace, "周航离职了")
        offered = self.tap(self.grace, shown.buttons["全部交接"])
        return self.tap(self.grace, offered.buttons["陈静 0 家"])


@pytest.fixture
def scene(database: Database) -> Scene:
    return Scene(database)


def test_who_leaves_is_out_at_once_and_everything_goes_along(scene: Scene) -> None:
    shown = scene.say(scene.grace, "周航离职了")
    assert shown.text.splitlines() == ["周航：名下 3 家", "C 3", "答应的 1 件 · 约好的 1 件，一起转。"]
    closed = scene.tap(scene.grace, shown.buttons["离开，马上关账号"])
    assert closed.text.splitlines()[0] == "周航 · 账号已关：名下 3 家"
    assert scene.say(scene.ben, "今天").rows[0].view == "StrangerHere"
    said = scene.given()
    assert to(said, scene.grace).text.splitlines()[0] == "✅ 周航 的 3 家转给陈静了"
    received = to(said, scene.mia)
    assert received.text.splitlines()[0] == "周航的 3 家转给你了，林岚定的。"
    assert received.text.splitlines()[1].startswith("1 百禾乳业")
    brief = scene.tap(scene.mia, received.buttons["1"])
    assert [line for line in brief.text.splitlines() if line.startswith(("刘姐", "11月18日 周航拜访", "答应："))]
    assert not too_much(brief)
    assert scene.owners() == ["陈"] * 3
    with scene.database.reading() as db:
        assert {row.author_id for row in db.scalars(select(Interaction))} == {scene.ben.id}
        assert {row.settled_on for row in db.scalars(select(Plan))} == {None}
    rung = scene.until("2026-11-25", "14:01")
    assert (scene.mia.id, "AgreedTime") in [(row.person_id, row.view) for one in rung for row in one.rows]
    assert scene.ben.id not in {row.person_id for one in rung for row in one.rows}


def test_parts_go_to_several(scene: Scene) -> None:
    scene.say(scene.grace, "交接 周航 上海 给 许言")
    assert scene.owners() == ["周", "周", "许"]
    said = scene.say(scene.grace, "交接 周航 C级 给 陈静")
    assert scene.owners() == ["陈", "陈", "许"]
    assert list(to(said, scene.grace).buttons) == ["关账号", "撤销"]


def test_a_hand_over_is_undone(scene: Scene) -> None:
    said = scene.given()
    undone = scene.tap(scene.grace, to(said, scene.grace).buttons["撤销"])
    assert scene.owners() == ["周"] * 3
    assert to(undone, scene.mia).text == "周航的 3 家转回去了。"
    assert scene.tap(scene.mia, to(said, scene.mia).buttons["1"]).rows[0].view == "OldCard"


def test_closing_was_a_mistake(scene: Scene) -> None:
    closed = scene.tap(scene.grace, scene.say(scene.grace, "交接 周航").buttons["离开，马上关账号"])
    scene.tap(scene.grace, closed.buttons["撤销"])
    assert scene.owners() == ["周"] * 3


def test_what_they_were_asked_goes_to_the_manager(scene: Scene) -> None:
    card = to(scene.say(scene.mia, "新客户 海岳食品 王总，想要滤芯"), scene.mia)
    scene.tap(scene.mia, card.buttons["申请一起跟"])
    scene.tap(scene.grace, scene.say(scene.grace, "交接 周航").buttons["离开，马上关账号"])
    views = [(row.person_id, row.view) for one in scene.ring() for row in one.rows]
    assert (scene.grace.id, "OwnershipFile") in views


def test_only_managers_and_admins_hand_over(scene: Scene) -> None:
    tom = scene.hire("吴桐", "admin")
    assert "海岳" not in scene.say(tom, "交接 周航").text
    for words in ("/handover 周航", "/handover 周航 给 陈静"):
        assert scene.say(scene.mia, words).rows[0].view == "NotForYourRole"
    ben = scene.ben.id
    for data in (f"shut:{ben}", f"heir:{ben}:all:{scene.mia.id}", f"part:{ben}:all", f"leaver:{ben}"):
        assert scene.tap(scene.mia, data).rows[0].view == "NotForYourRole", data
    for data in (
        "shut:999",
        f"heir:{ben}:all:999",
        f"heir:{ben}:火星:{scene.mia.id}",
        f"unheir:{ben}",
        f"briefs:{ben}:0",
    ):
        assert scene.tap(scene.grace, data).rows[0].view == "OldCard", data
    assert scene.tap(scene.grace, f"shut:{scene.grace.id}").rows[0].view == "NotForYourRole"
    assert scene.owners() == ["周"] * 3


GONE = {
    "zh": ("「海岳食品」的事，周航离开了。", "周航离开了，「松川酒店」不用回了。"),
    "en": ("海岳食品: 周航 has left.", "周航 left: 松川酒店, no answer needed."),
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_they_asked_and_were_asked_is_closed_with_a_word(database: Database, language: str) -> None:
    scene = Scene(database)
    tim = scene.hire("高远", "salesperson", language=language)
    with database.transaction() as db:
        db.get_one(Person, scene.sam.id).language = language
    ask = {"zh": "新客户 海岳食品，想要滤芯", "en": "new customer 海岳食品, wants filters"}[language]
    for who, words in ((tim, ask), (scene.ben, "新客户 松川酒店，想要滤芯")):
        met = scene.say(who, words)
        scene.tap(who, next(data for data in met.buttons.values() if data.endswith(":share")))
    closed = scene.tap(scene.grace, f"shut:{scene.ben.id}")
    assert to(closed, tim).text.splitlines()[0] == GONE[language][0]
    assert to(closed, scene.sam).text.splitlines()[0] == GONE[language][1]
    assert not too_much(closed)
    rung = scene.until("2026-11-20", "19:00")
    heard = [row.view for one in rung for row in one.rows if row.person_id == tim.id]
    assert "RequestPassedOn" not in heard
    assert "OwnershipFile" in [row.view for one in rung for row in one.rows if row.person_id == scene.grace.id]


def test_whom_they_invited_comes_in_no_more_until_it_was_a_mistake(database: Database) -> None:
    scene = Scene(database)
    tom = scene.hire("吴桐", "admin")
    with database.transaction() as db:
        people.give_roles(db, scene.ben.id, ["manager"])
    scene.say(scene.ben, "邀请 小李、小王 销售")

    def waiting() -> list[bool]:
        with database.reading() as db:
            return [row.cancelled_at is None for row in db.scalars(select(Invitation).order_by(Invitation.id))]

    assert waiting() == [True, True]
    closed = scene.tap(tom, f"shut:{scene.ben.id}")
    assert "TA 发出的 2 条邀请作废了。" in closed.text
    assert waiting() == [False, False]
    scene.tap(tom, closed.buttons["撤销"])
    assert waiting() == [True, True]


SAYINGS = {
    "把周航在上海的客户转给许言": ["周", "周", "许"],
    "周航的客户都给许言": ["许"] * 3,
    "把周航名下的C级客户全部交给许言": ["许"] * 3,
    "give 周航's customers in 上海 to 许言": ["周", "周", "许"],
    "move all of 周航's customers to 许言": ["许"] * 3,
    "把周航的冷链客户转给许言": ["许", "周", "周"],
}


@pytest.mark.parametrize("words", SAYINGS)
def test_a_part_is_handed_over_as_people_say_it(scene: Scene, words: str) -> None:
    with scene.database.transaction() as db:
        first = db.scalars(select(Customer).order_by(Customer.id)).first()
        assert first is not None
        first.industry_id = company.add_term(db, "industry", "冷链", "Cold chain").id
    scene.say(scene.grace, words)
    assert scene.owners() == SAYINGS[words]


def test_a_part_that_nobody_has_is_said(scene: Scene) -> None:
    said = scene.say(scene.grace, "把周航的纺织客户转给许言")
    assert said.text == "周航名下没有「纺织」的客户。"
    assert scene.owners() == ["周"] * 3
