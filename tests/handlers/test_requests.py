"""A customer that a colleague has: asked for, shared, handed over, declined, withdrawn, passed on to the manager."""

from datetime import date

import pytest
from sqlalchemy import select

from storage.models import Audit, Customer, Interaction, Person, Request
from tests.handlers.lines import too_much
from tests.office import Office, Said

sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
NOTE = "新客户 远舟物流 赵经理，想换净水设备"


@pytest.fixture
def number(office: Office, ben: Person) -> int:
    return office.customer(ben, "远舟物流")


def to(said: Said, who: Person) -> Said:
    """What of it this person is told."""
    pairs = [(row, one) for row, one in zip((r for r in said.rows if r.view), said.spoken, strict=True)]
    return Said(
        [row for row, _ in pairs if row.person_id == who.id], [o for row, o in pairs if row.person_id == who.id]
    )


def asked(office: Office, mia: Person, label: str = "申请一起跟") -> Said:
    """Mia comes upon it and asks."""
    card = to(office.say(mia, NOTE), mia)
    return office.tap(mia, card.buttons[label])


def notes(office: Office) -> list[tuple[int, str, date]]:
    with office.database.reading() as db:
        return [(row.author_id, row.outcome or "", row.made_on) for row in db.scalars(select(Interaction))]


@sqlite
def test_the_owner_agrees_and_what_was_typed_is_recorded_as_its_authors(
    office: Office, mia: Person, ben: Person, grace: Person, number: int
) -> None:
    card = to(office.say(mia, NOTE), mia)
    assert list(card.buttons) == ["申请一起跟", "申请转给我", "不是同一家", "我有异议"]
    said = office.tap(mia, card.buttons["申请一起跟"])
    made, heard = to(said, mia), to(said, ben)
    assert made.text.splitlines() == ["已问周航，等到 11月20日 周五 18:00。", "到时没回，就请林岚定。"]
    assert heard.text.splitlines()[:2] == ["陈静想和你一起跟「远舟物流」。", "TA 今天听说：赵经理想换净水设备"]
    assert not too_much(said)
    assert office.count(Interaction) == 0
    office.wait(days=1)
    said = office.tap(ben, heard.buttons["同意一起跟"])
    assert to(said, mia).text.splitlines() == ["✅ 周航同意了，远舟物流 一起跟。", "你那条已经记上。负责人还是周航。"]
    assert notes(office) == [(mia.id, "想换净水设备", date(2026, 11, 18))]
    assert "负责人 周航" in office.tap(mia, to(said, mia).buttons["看客户"]).text
    assert "和陈静一起跟" in office.tap(ben, f"customer:{number}").text
    history = office.tap(mia, f"history:{number}:0").text
    assert all(line in history for line in ("陈静 一起跟", "陈静 申请一起跟"))
    assert to(office.tap(ben, heard.buttons["不同意"]), ben).rows[0].view == "OldCard"


def test_the_owner_takes_the_yes_back(office: Office, mia: Person, ben: Person, number: int) -> None:
    heard = to(asked(office, mia), ben)
    said = office.tap(ben, heard.buttons["同意一起跟"])
    back = office.tap(ben, to(said, ben).buttons["撤销"])
    assert office.count(Interaction) == 0
    assert office.tap(mia, f"customer:{number}").rows[0].view == "CustomerUnknown"
    again = office.tap(ben, to(back, ben).buttons["转给陈静"])
    assert to(again, mia).text.splitlines()[0] == "✅ 远舟物流 转给你了，周航同意的。"
    assert len(notes(office)) == 1
    assert office.tap(ben, f"customer:{number}").rows[0].view == "CustomerUnknown"


@sqlite
def test_a_wish_is_declined(office: Office, mia: Person, ben: Person, number: int) -> None:
    heard = to(asked(office, mia, "申请转给我"), ben)
    assert next(iter(heard.buttons)) == "转给陈静"
    said = office.tap(ben, heard.buttons["不同意"])
    assert to(said, mia).text.splitlines() == ["周航没同意：远舟物流 还是周航跟。", "你那条我还留着，没有记上。"]
    assert office.count(Interaction) == 0


@sqlite
@pytest.mark.parametrize(("label", "view"), [("我有异议", "RequestMade"), ("不是同一家", "Recorded")])
def test_after_a_no_one_may_object_or_say_that_it_is_another_company(
    office: Office, mia: Person, ben: Person, grace: Person, number: int, label: str, view: str
) -> None:
    declined = office.tap(ben, to(asked(office, mia, "申请转给我"), ben).buttons["不同意"])
    assert to(office.tap(mia, to(declined, mia).buttons[label]), mia).rows[0].view == view


@sqlite
def test_a_wish_is_withdrawn_and_asked_again(office: Office, mia: Person, ben: Person, number: int) -> None:
    said = asked(office, mia)
    withdrawn = office.tap(mia, to(said, mia).buttons["撤回"])
    assert to(withdrawn, ben).text.startswith("陈静撤回了")
    assert office.tap(ben, to(said, ben).buttons["同意一起跟"]).rows[0].view == "OldCard"
    again = office.tap(mia, to(withdrawn, mia).buttons["申请转给我"])
    assert to(again, ben).text.startswith("陈静想接手「远舟物流」。")


def test_after_two_working_days_the_manager_decides(
    office: Office, mia: Person, ben: Person, grace: Person, number: int
) -> None:
    asked(office, mia)
    said = office.until("2026-11-20", "18:01")
    views = {row.person_id: row.view for one in said for row in one.rows}
    assert views[mia.id] == views[ben.id] == "RequestPassedOn"
    card = next(one for one in said if one.rows[0].view == "OwnershipFile")
    assert card.rows[0].person_id == grace.id
    assert card.text.splitlines()[0] == "待定：远舟物流（陈静想一起跟，周航没回）"
    reason = office.tap(grace, card.buttons["两人一起跟"])
    given = office.tap(grace, reason.buttons["客户的意愿"])
    assert to(given, mia).text.splitlines()[0] == "「远舟物流」和周航一起跟。"
    assert len(notes(office)) == 1


@sqlite
def test_what_is_not_asked_can_not_be_answered(
    office: Office, mia: Person, ben: Person, grace: Person, number: int
) -> None:
    said = asked(office, mia)
    for data in to(said, ben).buttons.values():
        if not data.startswith("customer"):
            assert office.tap(mia, data).rows[0].view == "OldCard"
            assert office.tap(grace, data).rows[0].view in ("OldCard", "NotForYourRole")
    assert office.tap(ben, to(said, mia).buttons["撤回"]).rows[0].view == "OldCard"
    for forged in ("agree:1:open", "agree:1", "claim:1:steal", "claim:999:share", "unagree:1", "verdict:1:asker"):
        assert office.tap(ben, forged).rows[0].view in ("OldCard", "NotForYourRole"), forged
    with office.database.reading() as db:
        assert [row.state for row in db.scalars(select(Request))] == ["open"]


@sqlite
def test_no_question_no_request_about_a_customer_of_which_nothing_was_told(
    office: Office, mia: Person, ben: Person
) -> None:
    for n in range(6):
        office.customer(ben, f"云{n}包装")
        card = to(office.say(mia, f"新客户 云{n}包装"), mia)
    assert list(card.buttons) == ["不是同一家"]
    question = card.buttons["不是同一家"].split(":")[1]
    assert office.tap(mia, f"claim:{question}:share").rows[0].view == "OldCard"


@sqlite
def test_sharing_ends_by_either_and_comes_back(office: Office, mia: Person, ben: Person, number: int) -> None:
    office.tap(ben, to(asked(office, mia), ben).buttons["同意一起跟"])
    shares = office.tap(ben, office.tap(ben, f"customer:{number}").buttons["一起跟"])
    ended = office.tap(ben, shares.buttons["陈静"])
    assert to(ended, mia).text.splitlines()[0] == "「远舟物流」不再一起跟，周航定的。"
    assert office.tap(mia, f"customer:{number}").rows[0].view == "CustomerUnknown"
    office.tap(ben, to(ended, ben).buttons["撤销"])
    shares = office.tap(mia, office.tap(mia, f"customer:{number}").buttons["一起跟"])
    office.tap(mia, shares.buttons["不再一起跟"])
    assert office.tap(mia, f"customer:{number}").rows[0].view == "CustomerUnknown"


@sqlite
def test_everything_is_audited(office: Office, mia: Person, ben: Person, number: int) -> None:
    office.tap(ben, to(asked(office, mia), ben).buttons["同意一起跟"])
    with office.database.reading() as db:
        noted = list(db.scalars(select(Audit.what).order_by(Audit.id)))
    assert noted == ["duplicate told", "asked: share", "consent", "request shared"]


def test_whose_customer_is_undone_asks_for_nothing(office: Office, mia: Person, ben: Person) -> None:
    made = office.say(ben, "新客户 栈桥冷链")
    heard = to(asked_for(office, mia, "新客户 栈桥冷链"), ben)
    office.tap(ben, made.buttons["撤销"])
    assert office.count(Customer) == 0
    assert office.tap(ben, heard.buttons["同意一起跟"]).rows[0].view == "OldCard"


def asked_for(office: Office, who: Person, words: str) -> Said:
    return office.tap(who, to(office.say(who, words), who).buttons["申请一起跟"])


@sqlite
def test_the_owner_hears_of_a_shared_customer_and_who_shares_it_of_their_own_plans(
    office: Office, mia: Person, ben: Person, number: int
) -> None:
    office.tap(ben, to(asked(office, mia), ben).buttons["同意一起跟"])
    office.say(mia, "周五下午3点去远舟物流")
    said = office.until("2026-11-20", "14:01")
    rung = [(row.person_id, row.view) for one in said for row in one.rows]
    assert (mia.id, "AgreedTime") in rung
    assert (ben.id, "AgreedTime") not in rung
    agendas = {row.person_id: one.text for one in said for row in one.rows if row.view == "AgendaShown"}
    assert "远舟物流" in agendas[mia.id]
