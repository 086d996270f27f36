""" "No, 60k" is about what the last card shows; a name that is only like another is asked about."""

import pytest
from sqlalchemy import select

from storage.models import Contact, Customer, Interaction, Outbox, Ownership, Person, Plan, Purchase
from tests.office import Office, Said


@pytest.fixture
def mia(office: Office) -> Person:
    person = office.hire("陈静", "salesperson")
    for name in ("海岳食品", "松川酒店", "华星科技"):
        office.customer(person, name)
    return person


def views(said: Said) -> list[str]:
    return [row.view for row in said.rows if row.view]


def sums(office: Office) -> list[int | None]:
    with office.database.reading() as db:
        return [*db.scalars(select(Interaction.amount_minor).order_by(Interaction.id))]


def whose(office: Office) -> list[str]:
    with office.database.reading() as db:
        rows = select(Customer.name).join(Interaction, Customer.id == Interaction.customer_id)
        return list(db.scalars(rows.order_by(Interaction.id)))


def test_it_is_about_the_last_card(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了海岳，报价5万")
    office.say(mia, "拜访了松川，报价2万")
    office.say(mia, "不对，是3万")
    assert sums(office) == [5_000_000, 3_000_000]


@pytest.mark.parametrize("last", ["拜访了松川", "松川", "随便记一句给谁的"])
def test_never_about_another_customers_sum(office: Office, mia: Person, last: str) -> None:
    office.say(mia, "拜访了海岳，报价5万")
    office.say(mia, last)
    asked = office.say(mia, "no, 60k")
    assert views(asked) == ["WhichRecord"]
    assert 6_000_000 not in sums(office)
    office.tap(mia, asked.buttons["海岳食品 ¥5万"])
    assert sums(office)[0] == 6_000_000
    assert views(office.tap(mia, asked.buttons["海岳食品 ¥5万"])) == ["OldCard"]


def test_what_is_undone_is_asked_about(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了海岳，报价5万")
    office.say(mia, "撤销")
    assert views(office.say(mia, "不对，是3万")) == ["EditedUndone"]


def test_what_is_older_than_the_day_is_asked_about(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了海岳，报价5万")
    office.wait(days=1)
    assert views(office.say(mia, "不对，是3万")) == ["WhichRecord"]
    assert sums(office) == [5_000_000]


def test_the_record_that_is_replied_to_is_meant(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了海岳，报价5万", message_id=500)
    office.say(mia, "拜访了松川，报价2万")
    office.say(mia, "不对，是3万", reply_to_message={"message_id": 500})
    assert sums(office) == [3_000_000, 2_000_000]


def test_a_name_that_is_only_like_one_is_asked_about(office: Office, mia: Person) -> None:
    asked = office.say(mia, "拜访了华兴科技，聊了报价")
    assert (views(asked), office.count(Interaction)) == (["NewCustomerProposed"], 0)
    office.tap(mia, asked.buttons["华星科技"])
    assert whose(office) == ["华星科技"]


def test_another_customer_is_asked_about_where_the_name_is_only_like_one(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了海岳，聊了报价")
    asked = office.say(mia, "不对，是华兴科技")
    assert (views(asked), whose(office)) == (["WhoInstead"], ["海岳食品"])
    office.tap(mia, asked.buttons["新客户「华兴科技」"])
    assert whose(office) == ["华兴科技"]
    office.say(mia, "撤销")
    assert (office.named("华兴科技"), office.count(Interaction)) == (None, 0)


def test_who_was_met_comes_along(office: Office, mia: Person) -> None:
    office.say(mia, "拜访海岳李工，聊了报价")
    office.say(mia, "不对，是松川酒店")
    with office.database.reading() as db:
        person, met = db.scalars(select(Contact)).one(), db.scalars(select(Interaction)).one()
        assert (person.name, person.customer_id, met.contact_id) == ("李工", met.customer_id, person.id)
    office.say(mia, "撤销")
    assert office.count(Contact) == 0


def test_who_stays_with_others_is_named_at_the_other_customer_too(office: Office, mia: Person) -> None:
    office.say(mia, "拜访海岳李工，聊了报价")
    office.say(mia, "拜访海岳李工，送了样品")
    office.say(mia, "不对，是松川酒店")
    with office.database.reading() as db:
        assert [one.customer_id for one in db.scalars(select(Contact).order_by(Contact.id))] == [1, 2]


def test_a_newcomer_that_was_misheard_is_called_otherwise(office: Office, mia: Person) -> None:
    office.say(mia, "新客户 蓝磨坊 张总", message_id=500)
    office.edit(mia, 500, "新客户 蓝磨坊食品 李总")
    asked = office.say(mia, "不对，是青峰科技")
    office.tap(mia, asked.buttons["改名「青峰科技」"])
    with office.database.reading() as db:
        assert [one.name for one in db.scalars(select(Contact))] == ["李总"]
    assert (office.count(Customer), office.count(Ownership)) == (4, 4)
    assert office.named("青峰科技") is not None


def test_a_newcomer_who_turns_out_to_be_known_leaves_nobody_behind(office: Office, mia: Person) -> None:
    office.say(mia, "新客户 蓝磨坊 张总，想要报价")
    office.say(mia, "不对，是海岳食品")
    assert office.named("蓝磨坊") is None
    office.say(mia, "撤销")
    assert office.count(Customer) == 3


def test_money_that_went_back_stays_below_zero(office: Office, mia: Person) -> None:
    office.say(mia, "海岳退款5000")
    office.say(mia, "不对，是4000")
    with office.database.reading() as db:
        assert db.scalars(select(Purchase.amount_minor)).one() == -400_000


def test_signed_at_a_visit_is_a_sale_and_a_visit(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了海岳，当场签了5万")
    with office.database.reading() as db:
        met, sold = db.scalars(select(Interaction)).one(), db.scalars(select(Purchase)).one()
        assert (met.channel, met.amount_minor, sold.amount_minor) == ("visit", None, 5_000_000)


def test_words_that_wait_in_a_question_are_put_right(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了松川，报价2万")
    office.say(mia, "拜访了华兴科技，报价3万")
    office.say(mia, "不对，是4万")
    assert sums(office) == [2_000_000]
    office.say(mia, "不对，是海岳食品")
    assert (sums(office), whose(office)) == ([2_000_000, 4_000_000], ["松川酒店", "海岳食品"])


def test_redo_brings_back_what_was_undone_last_on_its_own_card(office: Office, mia: Person) -> None:
    assert views(office.say(mia, "恢复")) == ["NothingToRedo"]
    card = office.say(mia, "拜访了海岳，聊了报价", message_id=500).rows[0].id
    with office.database.transaction() as db:
        db.get_one(Outbox, card).message_id = 5000
    office.say(mia, "删除刚才那条")
    assert office.count(Interaction) == 0
    asked = office.edit(mia, 500, "拜访了海岳，聊了价格")
    restored = office.tap(mia, asked.buttons["恢复"], message_id=77)
    assert [(row.view, row.edits_message_id) for row in restored.rows] == [("Recorded", 5000), ("ChangedAbove", 77)]
    assert office.count(Interaction) == 1
    office.say(mia, "拜访了松川，聊了样品")
    office.say(mia, "删除海岳的")
    assert whose(office) == ["松川酒店"]


def test_somebody_else_there_is_who_was_met(office: Office, mia: Person) -> None:
    office.say(mia, "拜访海岳李工，聊了报价")
    office.say(mia, "不对，是张总")
    with office.database.reading() as db:
        met = db.scalars(select(Interaction)).one()
        assert (met.customer_id, db.get_one(Contact, met.contact_id).name) == (1, "张总")


def test_another_date_for_the_next_follow_up_takes_the_place_of_the_one_before(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了松川酒店，聊了报价，下周三再跟进")
    office.tap(mia, "next:2")
    moved = office.say(mia, "下周五")
    assert "下次跟进：11月27日 周五" in office.say(mia, "松川酒店").text
    office.tap(mia, moved.buttons["撤销"])
    assert "下次跟进：11月25日 周三" in office.say(mia, "松川酒店").text


def test_a_day_gone_by_is_when_it_happened_not_when_to_be_back(office: Office, mia: Person) -> None:
    office.say(mia, "拜访了松川酒店，聊了报价")
    office.say(mia, "不对，是昨天")
    with office.database.reading() as db:
        assert [row.made_on.isoformat() for row in db.scalars(select(Interaction))] == ["2026-11-17"]
        assert db.scalars(select(Plan)).all() == []
