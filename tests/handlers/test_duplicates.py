"""Doubles found afterwards: pairs with what speaks for it, merged after a look, undone, old buttons lead on."""

import pytest
from sqlalchemy import delete, select

from storage.models import Interaction, Membership, Person, Plan, Standing
from tests.handlers.lines import too_much
from tests.office import Office

PHONE = "+8613800138000"


class Doubles:
    """Mia's and Ben's customers that are one."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.mia, self.ben = office.hire("陈静", "salesperson"), office.hire("周航", "salesperson")
        self.grace = office.hire("林岚", "manager")
        self.first = office.customer(self.mia, "海岳食品", "王总", city="宁波", phone=PHONE)
        self.second = office.customer(self.ben, "海岳食品贸易", "王总", phone=PHONE)
        office.say(self.mia, "拜访了海岳食品，报价5万")
        office.say(self.ben, "拜访了海岳食品贸易，周五前寄样品")

    def merged(self) -> dict[str, str]:
        """The buttons after merging into the first one."""
        said = self.office.tap(self.grace, f"merge:{self.first}:{self.second}")
        return self.office.tap(self.grace, said.buttons["合并"]).buttons

    def sees(self, who: Person, number: int) -> str:
        """The first line of the card that a button with this number leads to."""
        return self.office.tap(who, f"customer:{number}").text.splitlines()[0]


@pytest.fixture
def doubles(office: Office) -> Doubles:
    return Doubles(office)


def test_what_may_be_one_is_listed_with_what_speaks_for_it(doubles: Doubles) -> None:
    office = doubles.office
    office.customer(doubles.mia, "青屿酒店", city="宁波")
    office.customer(doubles.ben, "青屿大酒店", city="宁波")
    listed = office.say(doubles.grace, "查重")
    assert listed.text.splitlines() == [
        "可能是同一家，2 对：",
        "1 海岳食品 / 海岳食品贸易 · 电话相同",
        "2 青屿酒店 / 青屿大酒店 · 名称相近，同城",
    ]
    pair = office.tap(doubles.grace, listed.buttons["1"])
    assert pair.text.splitlines() == [
        "同一家吗？电话相同",
        "1 海岳食品 · 陈静 · 宁波 · 138****8000",
        "1 条记录 · 11月18日联系",
        "2 海岳食品贸易 · 周航 · 138****8000",
        "1 条记录 · 约好 1 件 · 11月18日联系",
    ]
    assert not too_much(pair)
    left = office.tap(doubles.grace, office.tap(doubles.grace, listed.buttons["2"]).buttons["不是同一家"])
    assert left.text.splitlines()[0] == "可能是同一家，1 对："


def test_merging_takes_everything_along(doubles: Doubles) -> None:
    office = doubles.office
    preview = office.tap(doubles.grace, f"merge:{doubles.first}:{doubles.second}")
    assert preview.text.splitlines()[2] == "负责人 陈静，周航一起跟。"
    doubles.merged()
    with office.database.reading() as db:
        rows = [
            (row.customer_id, row.first_customer_id) for row in db.scalars(select(Interaction).order_by(Interaction.id))
        ]
        plans = [row.customer_id for row in db.scalars(select(Plan))]
        due = {row.customer_id: row.due_on for row in db.scalars(select(Standing))}
    assert rows == [(doubles.first, doubles.first), (doubles.first, doubles.second)]
    assert plans == [doubles.first]
    assert (due[doubles.first] is not None, due[doubles.second]) == (True, None)
    for who in (doubles.mia, doubles.ben, doubles.grace):
        assert doubles.sees(who, doubles.second).startswith("海岳食品 ·")
    assert office.say(doubles.ben, "海岳食品贸易").text.startswith("海岳食品 ·")
    assert office.say(doubles.grace, "/duplicates").text == "没有看起来重复的客户。"
    assert office.say(doubles.ben, "给海岳食品贸易打了电话").text.startswith("✅ 海岳食品 · 电话")


def test_what_a_merge_does_not_bring_is_not_spoken_of(doubles: Doubles) -> None:
    office = doubles.office
    first, second = office.customer(doubles.mia, "青屿酒店"), office.customer(doubles.ben, "青屿酒店")
    preview = office.tap(doubles.grace, f"merge:{first}:{second}")
    assert "青屿酒店 还没有记录。" in preview.text.splitlines()
    merged = office.tap(doubles.grace, preview.buttons["合并"])
    assert merged.text.splitlines() == ["✅ 两家 青屿酒店 合成一家了", "24 小时内可以撤销。"]


def test_a_merge_is_undone_for_a_day(doubles: Doubles) -> None:
    office = doubles.office
    before = office.say(doubles.ben, "海岳食品贸易").text
    buttons = doubles.merged()
    undone = office.tap(doubles.grace, buttons["撤销"])
    assert undone.text.splitlines()[0] == "↩ 已撤销合并：海岳食品、海岳食品贸易"
    assert office.say(doubles.ben, "海岳食品贸易").text == before
    assert doubles.sees(doubles.ben, doubles.first) == "没找到。" or "海岳" not in doubles.sees(
        doubles.ben, doubles.first
    )
    with office.database.reading() as db:
        assert {row.customer_id for row in db.scalars(select(Plan))} == {doubles.second}
    again = doubles.merged()
    office.wait(hours=25)
    assert office.tap(doubles.grace, again["撤销"]).rows[0].view == "UndoTooLate"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_only_managers_merge_and_only_what_they_see(doubles: Doubles) -> None:
    office = doubles.office
    alien = office.hire("外人", "salesperson")
    with office.database.transaction() as db:
        db.execute(delete(Membership).where(Membership.person_id == alien.id))
    foreign = office.customer(alien, "海岳食品厂", phone=PHONE)
    for verb in ("merge", "merged", "double", "two"):
        assert office.tap(doubles.mia, f"{verb}:{doubles.first}:{doubles.second}").rows[0].view == "NotForYourRole"
        views = {office.tap(doubles.grace, f"{verb}:{doubles.first}:{n}").rows[0].view for n in (foreign, 999)}
        assert views == {"CustomerUnknown"}, verb
        assert office.tap(doubles.grace, f"{verb}:{doubles.first}:{doubles.first}").rows[0].view == "OldCard"
    assert "海岳食品厂" not in office.say(doubles.grace, "/duplicates").text
