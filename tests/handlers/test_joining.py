"""At the door: the set-up code, an invitation, the first customers; in both languages."""

from typing import Any

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.models import Audit, Customer, Invitation, Ownership, Person, Standing
from storage.scope import roles_of
from tests.handlers.lines import too_much
from tests.handlers.newcomers import Account, Company, link_of

TOM, MIA, BEN = Account(7, "吴桐"), Account(8, "Mia C.", "en"), Account(9, "周")
INVALID = "InvitationNotValid"


@pytest.fixture
def company(database: Database) -> Company:
    return Company(database)


def invited(company: Company, account: Account = MIA, words: str = "邀请 陈静 销售") -> Person:
    """Somebody who came in by invitation."""
    tom = company.set_up(TOM)
    said = company.say(tom, words)
    company.knock(account, f"/start {link_of(said, '发给陈静')}")
    return company.person(account)


def standing(company: Company, name: str) -> Standing:
    found = company.named(name)
    assert found
    with company.database.reading() as db:
        return db.get_one(Standing, found.id)


def test_a_wrong_code_and_no_code_let_nobody_in(company: Company) -> None:
    code = company.open()
    assert company.knock(TOM, "/start 7F3K-92QX").rows[0].view == INVALID
    assert company.knock(TOM, "/start").rows[0].view == "StrangerHere"
    assert company.knock(TOM, "拜访了华星").rows[0].view == "StrangerHere"
    assert company.count(Person) == 0
    assert company.knock(TOM, f"/start {code.lower()}").rows[0].view == "CompanyAsked"


def test_the_set_up_code_works_once(company: Company) -> None:
    code = company.open()
    company.knock(TOM, f"/start {code}")
    assert company.knock(BEN, f"/start {code}").rows[0].view == INVALID
    assert company.count(Person) == 1


def test_the_first_person_has_all_roles_and_leads_the_team(company: Company) -> None:
    tom = company.set_up(TOM)
    with company.database.reading() as db:
        assert roles_of(db, tom.id) == {"admin", "manager", "salesperson"}


def test_an_invitation_greets_in_the_phones_language_and_offers_the_others(company: Company) -> None:
    tom = company.set_up(TOM)
    link = link_of(company.say(tom, "邀请 陈静 销售"), "发给陈静")
    said = company.knock(MIA, f"/start {link}")
    assert said.spoken[-1].text == "Hi 陈静, I'm Huifang.\n吴桐 added you to 清源净水, sales."
    assert list(said.buttons)[-3:] == ["简体中文", "繁體中文", "English"]
    said = company.tap(company.person(MIA), "language:zh")
    assert said.spoken[0].text == "你好陈静，我是回访。\n吴桐请你加入「清源净水」，做销售。"
    assert said.spoken[1].text == (
        "好。见完客户，发我一句话就行，\n像发给同事一样。记录和提醒归我。\n你最重要的 3 到 5 家客户是？"
    )
    assert list(said.buttons) == ["先跳过", "时区：上海"]


def test_customers_passed_on_before_are_counted_in_the_greeting(company: Company) -> None:
    mia = invited(company)
    company.customer(mia, "百禾乳业")
    company.customer(mia, "明湾医疗")
    assert "The 2 customers passed to you are here." in company.say(mia, "/start").text


@pytest.mark.parametrize("how", ["used", "cancelled", "over", "never"])
def test_an_invitation_that_is_used_cancelled_over_or_was_never_given_is_one_answer(company: Company, how: str) -> None:
    tom = company.set_up(TOM)
    said = company.say(tom, "邀请 陈静 销售")
    link = link_of(said, "发给陈静")
    if how == "used":
        company.knock(BEN, f"/start {link}")
    elif how == "cancelled":
        company.tap(tom, said.buttons["作废陈静"])
    elif how == "over":
        company.wait(hours=72, seconds=1)
    else:
        link = "A" * 32
    answer = company.knock(MIA, f"/start {link}")
    assert (answer.rows[0].view, answer.rows[0].facts) == (INVALID, {})
    assert answer.text == "This invitation is used, cancelled or over.\nAsk your manager for a new one."


def test_an_invitation_holds_until_its_last_second(company: Company) -> None:
    tom = company.set_up(TOM)
    link = link_of(company.say(tom, "邀请 陈静 销售"), "发给陈静")
    company.wait(hours=72, seconds=-1)
    assert company.knock(MIA, f"/start {link}").rows[-1].view == "Greeting"


def test_only_the_hash_of_a_token_is_kept_beside_the_message_that_hands_it_on(company: Company) -> None:
    tom = company.set_up(TOM)
    link = link_of(company.say(tom, "邀请 陈静 销售"), "发给陈静")
    with company.database.reading() as db:
        kept = db.scalars(select(Invitation)).one()
    assert link not in (kept.token_hash, kept.name)
    assert len(kept.token_hash) == 44


def test_first_customers_in_chinese_are_a_for_now(company: Company) -> None:
    mia = invited(company)
    company.tap(mia, "language:zh")
    said = company.say(mia, "海岳食品 王总 13800138000 宁波，\n澜石机械，松川酒店")
    assert said.text == (
        "✅ 建好 3 家，先按 A 级提醒你\n1 海岳食品 · 王总 · 宁波\n2 澜石机械\n3 松川酒店\n"
        "查过了，没有同事在跟。\n记录够了，等级就按分数算。"
    )
    assert list(said.buttons) == ["改一下", "撤销"]
    row = standing(company, "澜石机械")
    assert (row.tier, row.manual_reason, str(row.manual_until)) == ("A", "named", "2027-02-16")
    assert str(row.due_on) == "2026-11-19"
    assert company.person(MIA).stage == "ready"


def test_first_customers_in_english_are_a_for_now(company: Company) -> None:
    mia = invited(company)
    company.tap(mia, "language:en")
    said = company.say(mia, "Seacrest Foods, Mr Wong +65 8123 4567, Jurong; Lanstone; Pinewood Hotel")
    assert said.text.splitlines() == [
        "✅ 3 added, treated as A for now", "1 Seacrest Foods · Mr Wong · Jurong", "2 Lanstone", "3 Pinewood Hotel",
        "Checked: no colleague has them.", "With more records, points decide.",
    ]  # fmt: skip
    assert list(said.buttons) == ["Edit", "Undo"]
    assert not too_much(said)


def test_the_next_visit_says_that_the_letter_is_for_now(company: Company) -> None:
    mia = invited(company)
    company.tap(mia, "language:zh")
    company.say(mia, "海岳食品 王总，澜石机械")
    assert "A 级（暂定）· 今天联系过" in company.say(mia, "拜访海岳王总，聊了滤芯报价").text


def test_undo_takes_all_of_them_away_and_redo_brings_them_back_as_a(company: Company) -> None:
    mia = invited(company)
    company.tap(mia, "language:zh")
    said = company.say(mia, "海岳食品 王总 13800138000 宁波，澜石机械，松川酒店")
    undone = company.tap(mia, said.buttons["撤销"])
    assert undone.text.splitlines()[0] == "↩ 已撤销：第一批客户"
    assert company.count(Customer) == company.count(Ownership) == company.count(Standing) == 0
    redone = company.tap(mia, undone.buttons["恢复"])
    assert redone.text.splitlines()[:2] == ["✅ 3 家已恢复，先按 A 级", "1 海岳食品 · 王总 · 宁波"]
    assert (standing(company, "澜石机械").tier, standing(company, "澜石机械").manual_reason) == ("A", "named")


def test_one_of_them_is_written_anew_or_taken_away(company: Company) -> None:
    mia = invited(company)
    company.tap(mia, "language:zh")
    said = company.say(mia, "海岳食品，兰石机械，松川酒店")
    which = company.tap(mia, said.buttons["改一下"])
    assert list(which.buttons) == ["1", "2", "3", "‹"]
    company.tap(mia, which.buttons["2"])
    changed = company.say(mia, "澜石机械 李工 13900139000 苏州")
    assert "2 澜石机械 · 李工 · 苏州" in changed.text
    assert [row.kind for row in changed.rows] == ["edit", "react"]
    asked = company.tap(mia, which.buttons["3"])
    gone = company.tap(mia, asked.buttons["不要这家"])
    assert "松川酒店" not in gone.text
    assert (company.named("松川酒店"), company.named("兰石机械")) == (None, None)
    company.tap(mia, said.buttons["撤销"])
    assert company.count(Customer) == 0


def test_one_that_has_records_by_now_stays(company: Company) -> None:
    mia = invited(company)
    company.tap(mia, "language:zh")
    said = company.say(mia, "海岳食品，澜石机械")
    company.say(mia, "拜访了澜石机械，聊了报价")
    which = company.tap(mia, said.buttons["改一下"])
    asked = company.tap(mia, which.buttons["2"])
    answer = company.tap(mia, asked.buttons["不要这家"])
    assert (answer.rows[0].kind, answer.text) == ("toast", "澜石机械 已经有记录了，不能去掉。")


def test_a_colleagues_customer_is_told_and_not_created(company: Company) -> None:
    mia = invited(company)
    ben = company.hire("周航", "salesperson")
    company.customer(ben, "澜石机械")
    company.tap(mia, "language:zh")
    said = company.say(mia, "海岳食品，澜石机械")
    assert said.spoken[0].text.splitlines() == [
        "✅ 建好 1 家，先按 A 级提醒你", "1 海岳食品", "同事在跟，没建：澜石机械（周航）", "记录够了，等级就按分数算。",
    ]  # fmt: skip
    assert [(row.view, row.person_id) for row in said.rows[1:]] == [
        ("DuplicateAsked", ben.id),
        ("ColleagueHasThem", mia.id),
    ]
    assert company.count(Customer) == 2
    assert [row.what for row in all_of(company, Audit)] == ["duplicate told"]
    asked = company.tap(mia, said.buttons["申请一起跟"])
    heard = {row.person_id: row.view for row in asked.rows}
    assert heard == {ben.id: "RequestHeard", mia.id: "RequestMade"}
    agree = next(tap.data for one in asked.spoken for row in one.rows for tap in row if tap.label == "同意一起跟")
    assert "陈静一起跟" in company.tap(ben, agree or "").text
    assert company.say(mia, "澜石机械").rows[0].view == "CustomerCard"


def test_each_of_several_colleagues_customers_may_be_asked_for_or_be_another(company: Company) -> None:
    mia = invited(company)
    ben = company.hire("周航", "salesperson")
    for name in ("澜石机械", "松川酒店"):
        company.customer(ben, name)
    company.tap(mia, "language:zh")
    said = company.say(mia, "海岳食品，澜石机械，松川酒店 王总")
    cards = [one for row, one in zip(said.rows, said.spoken, strict=True) if row.view == "ColleagueHasThem"]
    assert [one.text.splitlines()[0] for one in cards] == ["澜石机械，同事已经在跟。", "松川酒店，同事已经在跟。"]
    labels = ["申请一起跟", "申请转给我", "不是同一家", "我有异议"]
    assert [[tap.label for row in one.rows for tap in row] for one in cards] == [labels, labels]
    another = next(tap.data for row in cards[1].rows for tap in row if tap.label == "不是同一家")
    assert company.tap(mia, another or "").text.startswith("✅")
    assert company.count(Customer) == 4


def test_a_customer_that_is_theirs_already_becomes_a_for_now_and_is_not_made_twice(company: Company) -> None:
    mia = invited(company)
    company.customer(mia, "百禾乳业")
    company.tap(mia, "language:zh")
    said = company.say(mia, "百禾乳业，澜石机械")
    assert said.text.splitlines()[0] == "✅ 这 2 家先按 A 级提醒你"
    assert (company.count(Customer), standing(company, "百禾乳业").tier) == (2, "A")
    company.tap(mia, said.buttons["撤销"])
    assert (company.count(Customer), standing(company, "百禾乳业").tier) == (1, "C")


def test_only_five_are_a_for_now(company: Company) -> None:
    mia = invited(company)
    company.tap(mia, "language:en")
    said = company.say(mia, "Alder Mill; Birch Foods; Cedar Paper; Dogwood Hotel; Elm Clinic; Fir Farm; Gorse Bank")
    assert not too_much(said)
    tiers = [row.tier for row in all_of(company, Standing)]
    assert tiers == ["A"] * 5 + ["C"] * 2


def test_a_visit_is_a_visit_also_while_favourites_are_asked_for(company: Company) -> None:
    mia = invited(company)
    company.customer(mia, "百禾乳业")
    company.tap(mia, "language:zh")
    assert company.say(mia, "拜访了百禾乳业，聊了报价").rows[0].view == "Recorded"
    assert company.say(mia, "海岳食品，澜石机械").rows[0].view == "FirstCustomers"


def test_skipping_says_what_may_be_said_instead(company: Company) -> None:
    mia = invited(company)
    company.tap(mia, "language:en")
    said = company.tap(mia, "favourites:skip")
    assert [row.view for row in said.rows] == ["FavouritesAsked", "Ready"]
    assert company.say(mia, "/start").rows[0].view == "Ready"


def test_the_zone_is_the_companys_until_they_say_another(company: Company) -> None:
    mia = invited(company)
    company.tap(mia, "language:en")
    company.tap(mia, "zone")
    company.say(mia, "Tokyo")
    assert company.person(MIA).zone == "Asia/Tokyo"
    assert company.say(mia, "Seacrest Foods; Lanstone").rows[0].view == "FirstCustomers"


def test_a_manager_who_does_not_sell_is_not_asked_for_customers(company: Company) -> None:
    grace = invited(company, words="邀请 陈静 主管")
    said = company.tap(grace, "language:zh")
    assert [row.view for row in said.rows] == ["Greeting", "Ready"]
    assert company.person(MIA).stage == "ready"


def all_of(company: Company, model: Any) -> list[Any]:
    with company.database.reading() as db:
        return list(db.scalars(select(model)))


def test_an_edited_message_names_others(company: Company) -> None:
    mia = invited(company)
    company.tap(mia, "language:zh")
    company.say(mia, "海岳食品 王总，兰石机械，松川酒店", message_id=800)
    company.say(mia, "拜访了松川酒店，聊了报价")
    said = company.edit(mia, 800, "海岳食品 王总，澜石机械，百禾乳业")
    assert [row.kind for row in said.rows] == ["edit", "react"]
    assert said.text.splitlines()[1:4] == ["1 海岳食品 · 王总", "2 澜石机械", "3 松川酒店"]
    assert (company.named("兰石机械"), standing(company, "百禾乳业").tier) == (None, "A")
    assert (standing(company, "澜石机械").tier, company.count(Customer)) == ("A", 4)
