"""Colleagues and teams, as an admin sees and changes them by chat."""

import pytest
from sqlalchemy import select

from handlers import routes
from storage import people
from storage.models import Audit, Invitation, Membership, Outbox, Person, Role, Team
from tests.handlers.lines import too_much
from tests.office import Office, Said

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def grace(office: Office) -> Person:
    return office.hire("Grace", "manager", language="en")


def roles(office: Office, who: Person) -> set[str]:
    with office.database.reading() as db:
        return set(db.scalars(select(Role.role).where(Role.person_id == who.id)))


def noted(office: Office) -> list[tuple[str, int | None]]:
    with office.database.reading() as db:
        return [(row.what, row.subject_id) for row in db.scalars(select(Audit).order_by(Audit.id))]


def button(said: Said, label: str) -> str:
    return next(data for shown, data in said.buttons.items() if label in shown)


def test_an_admin_sees_who_is_here_invited_and_gone(office: Office, tom: Person, mia: Person) -> None:
    office.say(tom, "邀请 周航 销售")
    said = office.say(tom, "同事")
    assert "同事 2 人" in said.text
    assert "1 吴桐 · 管理员" in said.text
    assert "2 陈静 · 销售" in said.text
    waiting = office.tap(tom, button(said, "没来"))
    assert "1 周航 · 销售 · 11月21日前有效" in waiting.text
    one = office.tap(tom, waiting.buttons["1"])
    gone = office.tap(tom, one.buttons["作废"])
    assert "作废了" in gone.text
    assert "11月21日前有效" in office.tap(tom, gone.buttons["撤销"]).text
    with office.database.reading() as db:
        assert db.scalars(select(Invitation.cancelled_at)).all() == [None]


def test_a_role_is_given_taken_and_put_back(office: Office, tom: Person, mia: Person) -> None:
    card = office.tap(tom, f"colleague:{mia.id}")
    given = office.tap(tom, card.buttons["主管"])
    assert given.text.startswith("✅ 陈静 是主管了")
    assert roles(office, mia) == {"salesperson", "manager"}
    assert "✅ 陈静 不再是主管" in office.tap(tom, given.buttons["撤销"]).text
    assert roles(office, mia) == {"salesperson"}
    assert noted(office) == [("role given: manager", mia.id), ("role taken: manager", mia.id)]


def test_the_last_role_and_the_last_admin_stay(office: Office, tom: Person, mia: Person) -> None:
    assert "至少留一个角色" in office.tap(tom, f"role:{mia.id}:salesperson:off").text
    office.tap(tom, f"role:{tom.id}:salesperson:on")
    asks = office.tap(tom, f"role:{tom.id}:admin:off")
    assert "不做管理员了？" in asks.text
    assert "唯一的管理员" in office.tap(tom, asks.buttons["不做了"]).text
    assert "admin" in roles(office, tom)


def test_an_admin_steps_down_once_there_is_another(office: Office, tom: Person, mia: Person) -> None:
    office.tap(tom, f"role:{tom.id}:salesperson:on")
    office.say(tom, "陈静 设为管理员")
    assert "请陈静改" in office.tap(tom, f"role:{tom.id}:admin:sure").text
    assert "管理员的事" in office.say(tom, "同事").text


def test_who_is_paused_gets_in_no_more_and_hears_nothing(office: Office, tom: Person, mia: Person) -> None:
    office.customer(mia, "海岳食品", "王总")
    said = office.say(tom, "暂停 陈静")
    assert "⏸ 陈静 暂停了" in said.text
    assert "你的账号暂停了" in office.say(mia, "今天").text
    assert "你的账号暂停了" in office.say(mia, "拜访了海岳食品").text
    assert office.until("2026-11-26", "12:00") == []
    assert "✅ 陈静 恢复了" in office.tap(tom, said.buttons["撤销"]).text
    assert "海岳食品" in office.say(mia, "海岳食品").text
    assert [what for what, _ in noted(office)][:2] == ["paused", "resumed"]


def test_what_colleagues_tell_a_paused_person_waits_for_them(office: Office, tom: Person, mia: Person) -> None:
    ben = office.hire("周航", "salesperson")
    office.customer(mia, "远舟物流", "赵经理")
    office.say(tom, "pause 陈静")
    asked = office.say(ben, "新客户 远舟物流 赵经理，想换净水设备")
    office.tap(ben, button(asked, "申请一起跟"))
    with office.database.reading() as db:
        held = db.scalars(select(Outbox.state).where(Outbox.person_id == mia.id, Outbox.kind == "push")).all()
    assert held
    assert set(held) == {"paused"}
    office.say(tom, "恢复 陈静")
    with office.database.reading() as db:
        assert "paused" not in db.scalars(select(Outbox.state).where(Outbox.person_id == mia.id)).all()


def test_nobody_pauses_themselves(office: Office, tom: Person) -> None:
    assert "请别的管理员" in office.tap(tom, f"pause:{tom.id}:on").text


def test_a_name_is_put_right_and_back(office: Office, tom: Person, mia: Person) -> None:
    asked = office.tap(tom, f"call:{mia.id}")
    assert "陈静 叫什么？" in asked.text
    done = office.say(tom, "陈婧")
    assert "✅ 名字：陈婧" in done.text
    assert "✅ 名字：陈静" in office.tap(tom, done.buttons["撤销"]).text


def test_a_leader_sees_the_customers_of_the_teams_below(office: Office, tom: Person, grace: Person) -> None:
    ben = office.hire("Ben", "salesperson", language="en")
    office.customer(ben, "Seacrest Foods", "Mr Wong")
    office.say(tom, "新团队 华东组")
    office.say(tom, "新团队 上海组 属于 华东组")
    moved = office.say(tom, "Ben 调到 上海组")
    assert "✅ Ben 在上海组了" in moved.text
    with office.database.transaction() as db:
        team = people.team_of(db, grace.id)
        assert team is not None
        for row in db.scalars(select(Membership).where(Membership.person_id == grace.id)):
            db.delete(row)
    assert "Seacrest" not in office.say(grace, "customers").text
    assert "✅ Grace 带华东组" in office.say(tom, "Grace 带 华东组").text
    assert "Seacrest" in office.say(grace, "customers").text
    office.tap(tom, moved.buttons["撤销"])
    assert "Seacrest" not in office.say(grace, "customers").text


def test_only_managers_lead(office: Office, tom: Person, mia: Person) -> None:
    office.say(tom, "新团队 华东组")
    assert "陈静 还不是主管" in office.say(tom, "陈静 带 华东组").text


def test_teams_nest_but_never_in_a_circle(office: Office, tom: Person) -> None:
    made = office.say(tom, "new team East")
    assert "✅ 新团队 East" in made.text
    below = office.say(tom, "new team Shanghai under East")
    assert "（属于East）" in below.text
    east, shanghai = (team(office, name) for name in ("East", "Shanghai"))
    assert "不能属于自己" in office.tap(tom, f"nest:{east}:{shanghai}").text
    loose = office.tap(tom, f"nest:{shanghai}:0")
    assert "属于" not in loose.text
    assert "（属于East）" in office.tap(tom, loose.buttons["撤销"]).text
    assert "已经有叫「East」的了" in office.say(tom, "新团队 East").text


def test_a_team_is_renamed_by_typing_and_removed_when_it_is_empty(office: Office, tom: Person, mia: Person) -> None:
    office.say(tom, "新团队 华东组")
    number = team(office, "华东组")
    office.tap(tom, f"name_team:{number}")
    named = office.say(tom, "华东一组")
    assert "✅ 团队叫 华东一组 了" in named.text
    assert "✅ 团队叫 华东组 了" in office.tap(tom, named.buttons["撤销"]).text
    office.tap(tom, f"in_team:{mia.id}:{number}")
    assert "还有人" in office.tap(tom, f"end_team:{number}").text
    office.tap(tom, f"in_team:{mia.id}:{office.team}")
    gone = office.tap(tom, f"end_team:{number}")
    assert "华东组 没有了" in gone.text
    assert "✅ 新团队 华东组" in office.tap(tom, gone.buttons["撤销"]).text


def test_a_team_that_is_typed_for_somebody_is_made(office: Office, tom: Person, mia: Person) -> None:
    office.tap(tom, f"in_team:{mia.id}")
    assert "✅ 陈静 在华南组了" in office.say(tom, "华南组").text


def test_nobody_else_gets_at_colleagues(office: Office, tom: Person, mia: Person, grace: Person) -> None:
    before = roles(office, mia)
    for who, no in ((mia, "管理员的事"), (grace, "for the admin")):
        for words in ("/people", "/teams", "暂停 陈静", "make 陈静 an admin"):
            assert no in office.say(who, words).text, words
        for data in (f"role:{mia.id}:admin:on", f"pause:{tom.id}:on", "teams:0", f"colleague:{tom.id}", "new_team"):
            assert no in office.tap(who, data).text, data
    assert roles(office, mia) == before
    assert noted(office) == []


def test_words_about_customers_stay_records(office: Office, tom: Person, mia: Person) -> None:
    office.customer(mia, "海岳食品", "王总")
    for words in ("暂停 海岳食品", "陈静 加入 海岳食品", "move Ben to Seacrest"):
        assert "管理员" not in office.say(mia, words).text
        assert "✅ 陈静 在" not in office.say(tom, words).text


def test_the_admins_menu_has_them(office: Office) -> None:
    assert {"people", "teams", "invite", "company"} <= set(routes.commands_of({"admin"}))
    assert not {"people", "teams"} & set(routes.commands_of({"manager", "salesperson"}))


def team(office: Office, name: str) -> int:
    with office.database.reading() as db:
        return db.scalars(select(Team.id).where(Team.name == name)).one()


def test_who_leaves_is_let_go_from_their_card_but_not_the_last_admin(office: Office, tom: Person, mia: Person) -> None:
    leaver = office.tap(tom, office.tap(tom, f"colleague:{mia.id}:more").buttons["离职"])
    assert f"shut:{mia.id}" in leaver.buttons.values()
    office.tap(tom, f"shut:{mia.id}")
    gone = office.tap(tom, "staff:left:0")
    assert "1 陈静 · 销售" in gone.text
    assert "离开" in office.tap(tom, gone.buttons["1"]).text
    assert "陈静" in office.say(tom, "操作记录").text
    boss = office.hire("林岚二", "manager")
    with office.database.transaction() as db:
        db.merge(Membership(team_id=office.team, person_id=tom.id))
    assert "唯一的管理员" in office.tap(boss, f"shut:{tom.id}").text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_card_of_an_admin_fits_on_a_phone(office: Office, mia: Person, language: str) -> None:
    tom = office.hire("Thomas", "admin", language=language)
    ben = office.hire("Ben", "manager", language=language)
    for words in ("新团队 华东组", "new team Shanghai under 华东组", "新字段 合同号 / contract number"):
        office.say(tom, words)
    said = {words: office.say(tom, words) for words in ASKED}
    said |= {data: office.tap(tom, data) for data in (each.format(ben=ben.id) for each in TAPPED)}
    assert not {what: problem for what, one in said.items() for problem in too_much(one)}


ASKED = (
    "invite Sam sales", "people", "teams", "audit", "company", "/fields", "/strategy", "/catalogue",
    "make 陈静 a manager", "陈静 调到 华东组", "Ben leads 华东组", "pause 陈静", "strategy for B: call on Mondays",
    "rename Ben to Benno", "new product 滤芯 / Filters", "audit Benno", "company currency EUR", "new field boiler",
)  # fmt: skip
TAPPED = (
    "colleague:{ben}", "colleague:{ben}:more", "in_team:{ben}", "call:{ben}", "invited:1", "staff:invited:0",
    "staff:left:0", "a_team:2", "name_team:2", "leads:2", "nest:2", "new_team", "audit_of:0:-:0", "company:edit",
    "company:more", "catalogue:region:0", "term:1", "add_term:region", "strategy:A", "a_field:1", "company:name",
    "company:currency", "company:zone", "company:languages", "add_field", "name_field:1",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "listed", "shown", "noted_as"),
    [
        ("zh", "陈静 · 销售 · 收不到消息", "收不到消息：停用了机器人，或账号没了。", "系统 没送到 陈静：停用了机器人"),
        ("en", "陈静 · sales · gets nothing", "Gets nothing: bot blocked or account gone.",
         "no delivery to 陈静: bot blocked"),
    ],
)  # fmt: skip
def test_who_can_not_be_reached_is_told_to_the_admin(
    office: Office, language: str, listed: str, shown: str, noted_as: str
) -> None:
    admin = office.hire("吴桐", "admin", language=language)
    mia = office.hire("陈静", "salesperson")
    for hour in range(3):
        with office.database.transaction() as db:
            people.undelivered(db, mia.telegram_id or 0, "blocked", office.now)
        office.wait(hours=hour)
    with office.database.transaction() as db:
        people.undelivered(db, 999_999, "blocked", office.now)
    assert noted(office) == [("undelivered: blocked", mia.id)]
    people_here = office.say(admin, "/people")
    assert listed in people_here.text
    assert shown in office.tap(admin, f"colleague:{mia.id}").text
    audited = office.say(admin, "/audit")
    assert noted_as in audited.text
    office.say(mia, "今天")
    assert listed not in office.say(admin, "/people").text
