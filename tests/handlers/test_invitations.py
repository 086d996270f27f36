"""Invitations: one message each, ready to pass on; the card follows what becomes of them."""

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.models import Membership, Outbox, Person
from storage.scope import roles_of
from tests.handlers.lines import too_much
from tests.handlers.newcomers import Account, Company, link_of

TOM = {"zh": Account(7, "吴桐"), "en": Account(7, "Tom", "en")}
BEN, SAM, GRACE = Account(11, "Ben", "en"), Account(12, "Sam", "en"), Account(13, "Grace", "en")


@pytest.fixture
def company(database: Database) -> Company:
    return Company(database)


def test_three_invitations_are_ready_to_pass_on_in_chinese(company: Company) -> None:
    said = company.say(company.set_up(TOM["zh"]), "邀请 周航、许言 销售，林岚 主管")
    assert said.text == "3 条邀请，各用一次，3 天内有效：\n1 周航 · 销售\n2 许言 · 销售\n3 林岚 · 主管"
    assert list(said.buttons) == ["发给周航", "发给许言", "发给林岚", "都作废"]
    assert len(link_of(said, "发给周航")) == 32
    assert not too_much(said)


def test_three_invitations_are_ready_to_pass_on_in_english(company: Company) -> None:
    said = company.say(company.set_up(TOM["en"]), "/invite Ben, Sam sales; Grace manager")
    assert said.text.splitlines() == [
        "3 invitations, one use each, 3 days:", "1 Ben · salesperson", "2 Sam · salesperson", "3 Grace · manager",
    ]  # fmt: skip
    assert list(said.buttons) == ["Send Ben", "Send Sam", "Send Grace", "Cancel all"]
    assert not too_much(said)


def test_what_is_handed_on_says_who_what_and_until_when(company: Company) -> None:
    from urllib.parse import parse_qs, urlsplit

    said = company.say(company.set_up(TOM["zh"]), "邀请 周航 销售")
    url = next(tap.url or "" for one in said.spoken for row in one.rows for tap in row if tap.label == "发给周航")
    text = parse_qs(urlsplit(url).query)["text"][0]
    assert text == "周航，我们用「回访」记客户和提醒。\n点上面的链接加入。\n只能用一次，11月21日前有效。"


def test_names_are_handed_on_as_they_are_written(company: Company) -> None:
    from urllib.parse import parse_qs, urlsplit

    said = company.say(company.set_up(TOM["en"]), "invite O'Hara & Ben sales")
    url = next(tap.url or "" for row in said.spoken[0].rows for tap in row if tap.label == "Send O'Hara")
    assert parse_qs(urlsplit(url).query)["text"][0].startswith("O'Hara, we use Huifang for customers.\n")


def test_the_card_changes_as_they_join(company: Company) -> None:
    tom = company.set_up(TOM["zh"])
    said = company.say(tom, "邀请 周航、许言 销售，林岚 主管")
    links = [link_of(said, f"发给{name}") for name in ("周航", "许言", "林岚")]
    company.sent()
    company.wait(minutes=24)
    came = company.knock(BEN, f"/start {links[0]}")
    assert [(row.kind, row.chat_id, row.edits_outbox_id) for row in came.rows[:1]] == [("edit", 7, said.rows[0].id)]
    assert came.spoken[0].text.splitlines()[1:] == [
        "1 周航 · 销售 · 10:05 加入 ✅", "2 许言 · 销售 · 还没点开", "3 林岚 · 主管 · 还没点开",
    ]  # fmt: skip
    came = company.knock(GRACE, f"/start {links[2]}")
    assert [tap.label for row in came.spoken[0].rows for tap in row] == ["再发给许言", "作废许言"]
    assert not too_much(came)


def test_roles_and_team_are_those_of_the_invitation(company: Company) -> None:
    tom = company.set_up(TOM["en"])
    said = company.say(tom, "invite Ben sales; Grace manager and sales")
    for account, name in ((BEN, "Ben"), (GRACE, "Grace")):
        company.knock(account, f"/start {link_of(said, f'Send {name}')}")
    with company.database.reading() as db:
        ben, grace = company.person(BEN), company.person(GRACE)
        assert (roles_of(db, ben.id), roles_of(db, grace.id)) == ({"salesperson"}, {"manager", "salesperson"})
        leads = {row.person_id: row.leads for row in db.scalars(select(Membership))}
        assert (leads[ben.id], leads[grace.id]) == (False, True)


def test_links_are_forgotten_once_one_of_them_is_used(company: Company) -> None:
    tom = company.set_up(TOM["en"])
    said = company.say(tom, "invite Ben, Sam sales")
    links = [link_of(said, "Send Ben"), link_of(said, "Send Sam")]
    company.sent()
    company.knock(BEN, f"/start {links[0]}")
    with company.database.reading() as db:
        kept = [str(row.facts) for row in db.scalars(select(Outbox))]
    assert not [facts for facts in kept if any(link in facts for link in links)]
    assert company.knock(SAM, f"/start {links[1]}").rows[-1].view == "Greeting"


def test_sending_again_makes_a_new_link_and_the_old_one_dies(company: Company) -> None:
    tom = company.set_up(TOM["en"])
    said = company.say(tom, "invite Ben, Sam sales")
    old = link_of(said, "Send Sam")
    company.knock(BEN, f"/start {link_of(said, 'Send Ben')}")
    card = company.shown(TOM["en"])
    again = company.tap(tom, f"resend:{card['batch']}:{card['invites'][1]['id']}")
    new = link_of(again, "Send Sam")
    assert company.knock(SAM, f"/start {old}").rows[0].view == "InvitationNotValid"
    assert company.knock(SAM, f"/start {new}").rows[-1].view == "Greeting"


def test_sending_again_revives_one_that_is_over(company: Company) -> None:
    tom = company.set_up(TOM["en"])
    said = company.say(tom, "invite Ben sales")
    company.wait(days=4)
    shown = company.tap(tom, said.buttons["Cancel Ben"].replace("cancel", "resend"))
    assert shown.text.splitlines()[1] == "1 Ben · salesperson · not opened yet"
    assert company.knock(BEN, f"/start {link_of(shown, 'Send Ben')}").rows[-1].view == "Greeting"


def test_all_or_one_are_cancelled(company: Company) -> None:
    tom = company.set_up(TOM["en"])
    said = company.say(tom, "invite Ben, Sam sales; Grace manager")
    company.knock(BEN, f"/start {link_of(said, 'Send Ben')}")
    card = company.shown(TOM["en"])
    one = company.tap(tom, f"cancel:{card['batch']}:{card['invites'][1]['id']}")
    assert one.text.splitlines()[2] == "2 Sam · salesperson · cancelled"
    every = company.tap(tom, said.buttons["Cancel all"])
    assert [line.rpartition(" · ")[2] for line in every.text.splitlines()[1:]] == [
        "joined 09:41 ✅",
        "cancelled",
        "cancelled",
    ]
    assert every.buttons == {}
    for account, name in ((SAM, "Sam"), (GRACE, "Grace")):
        assert company.knock(account, f"/start {link_of(said, f'Send {name}')}").rows[0].view == "InvitationNotValid"


def test_many_come_on_several_cards(company: Company) -> None:
    said = company.say(company.set_up(TOM["en"]), "invite Ann, Bo, Cy, Di, Ed, Fay, Gus as sales")
    assert [len((row.facts or {})["invites"]) for row in said.rows] == [5, 2]
    assert not too_much(said)


def test_only_managers_and_admins_invite_and_only_admins_make_admins(company: Company) -> None:
    tom = company.set_up(TOM["zh"])
    mia, grace = company.hire("陈静", "salesperson"), company.hire("林岚", "manager")
    assert company.say(mia, "邀请 周航 销售").rows[0].view == "NotForYourRole"
    assert company.say(grace, "邀请 周航 销售").rows[0].view == "Invited"
    assert company.say(grace, "邀请 周航 管理员").text == "只有管理员能邀请管理员。"
    assert company.say(tom, "邀请 周航 管理员").rows[0].view == "Invited"


def test_nobody_taps_on_somebody_elses_invitations(company: Company) -> None:
    said = company.say(company.set_up(TOM["zh"]), "邀请 周航、许言 销售")
    grace = company.hire("林岚", "manager")
    assert company.tap(grace, said.buttons["都作废"]).rows[0].view == "OldCard"


def test_without_names_it_says_how(company: Company) -> None:
    tom = company.set_up(TOM["zh"])
    assert company.say(tom, "/invite").rows[0].view == "InviteAsked"
    assert company.say(tom, "邀请").rows[0].view == "InviteAsked"


def test_who_has_left_comes_back_as_who_they_were(company: Company) -> None:
    tom = company.set_up(TOM["en"])
    company.knock(BEN, f"/start {link_of(company.say(tom, 'invite Ben sales'), 'Send Ben')}")
    ben = company.person(BEN)
    with company.database.transaction() as db:
        db.get_one(Person, ben.id).left_at = company.now
    assert company.knock(BEN, "today").rows[0].view == "StrangerHere"
    company.knock(BEN, f"/start {link_of(company.say(tom, 'invite Ben manager'), 'Send Ben')}")
    with company.database.reading() as db:
        assert company.person(BEN).id == ben.id
        assert roles_of(db, ben.id) == {"manager"}


def test_a_link_opened_by_somebody_who_is_here_is_not_used_up(company: Company) -> None:
    tom = company.set_up(TOM["en"])
    link = link_of(company.say(tom, "invite Ben sales"), "Send Ben")
    company.say(tom, f"/start {link}")
    assert company.knock(BEN, f"/start {link}").rows[-1].view == "Greeting"


def test_the_same_update_twice_lets_one_person_in_once(company: Company) -> None:
    tom = company.set_up(TOM["en"])
    link = link_of(company.say(tom, "invite Ben sales"), "Send Ben")
    sender = {"id": 11, "is_bot": False, "first_name": "Ben"}
    message = {"message_id": 1, "date": int(company.now.timestamp()), "text": f"/start {link}", "from": sender}
    update = {"message": {**message, "chat": {"id": 11, "type": "private"}}}
    assert company.hear(update, tom, number=900).rows
    assert not company.hear(update, tom, number=900).rows
    assert company.count(Person) == 2
