"""The manager asks the owners of a list; one tap answers; what came back is told at the end of the day."""

import pytest

from storage import people
from storage.database import Database
from storage.models import Person, Plan
from tests.handlers.lines import too_much
from tests.handlers.pasts import past
from tests.handlers.test_figures import hired
from tests.handlers.test_silent import GRADINGS, company
from tests.office import Office, Said

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ASK = {"zh": "问负责人", "en": "Ask owners"}
SILENT = {"zh": "A 沉默", "en": "A silent"}
TOLD = {
    "zh": ["已问周航（2 家）、陈静（1 家）。", "他们点一下就能回，18:00 汇总。"],
    "en": ["Asked 周航 (2) and 陈静 (1).", "One tap for them. Summary at 18:00."],
}
HEARD = {
    "zh": ["林岚想知道「澄湖纸业」怎么样了。", "31 天没联系，平时 11 天。"],
    "en": ["林岚 asks how 澄湖纸业 is.", "31 days, usually 11."],
}
TAPS = {
    "zh": ["联系过，没记", "今天联系", "有原因", "需要帮忙"],
    "en": ["Did, not logged", "Will today", "There's a reason", "I need help"],
}
OPEN = {"zh": "这 3 家都问过了，还没回。", "en": "All 3 asked before, no answer yet."}
RECALLED = {
    "zh": "林岚撤回了，「澄湖纸业」不用回。",
    "en": "林岚 withdrew it: no answer needed on 澄湖纸业.",
}
ANSWERS = {
    "zh": ["你问的 3 家：", "1 云栎包装 · 周航：需要帮忙", "2 青屿酒店 · 陈静还没回", "3 澄湖纸业 · 周航：今天联系"],
    "en": [
        "3 you asked about:",
        "1 云栎包装 · 周航: needs help",
        "2 青屿酒店 · 陈静: not answered yet",
        "3 澄湖纸业 · 周航: today",
    ],
}


def ask(office: Office, grace: Person, language: str = "zh") -> Said:
    listed = office.say(grace, SILENT[language])
    return office.tap(grace, listed.buttons[ASK[language]])


def questions(said: Said, to: Person) -> list[tuple[str, dict[str, str]]]:
    """What the bot asked this owner, and the buttons of each."""
    return [
        (one.text, {tap.label: tap.data or "" for row in one.rows for tap in row})
        for row, one in zip(said.rows, said.spoken, strict=True)
        if row.person_id == to.id
    ]


def _of(said: Said, verb: str) -> str:
    """What the button with this verb sends."""
    return next(data for data in said.buttons.values() if data.partition(":")[0] == verb)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_owners_of_a_list_answer_by_one_tap(database: Database, language: str) -> None:
    office = Office(database)
    mia, ben, grace = company(office, language)
    asked = ask(office, grace, language)
    assert asked.spoken[-1].text.splitlines() == TOLD[language]
    (about, taps), (_, others) = questions(asked, ben)
    assert (about.splitlines(), list(taps)) == (HEARD[language], TAPS[language])
    assert len(questions(asked, mia)) == 1
    assert not any(too_much(one) for one in [asked])
    will, needs_help = TAPS[language][1], TAPS[language][3]
    office.tap(ben, taps[will])
    assert office.count(Plan) == 1
    office.tap(ben, others[needs_help])
    told = [one for one in office.until("2026-11-18", "18:00") if one.rows[0].view == "StatusAnswers"]
    assert [one.text.splitlines() for one in told] == [ANSWERS[language]]
    assert told[0].rows[0].person_id == grace.id


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_asked_twice_and_what_is_withdrawn_needs_no_answer(database: Database, language: str) -> None:
    office = Office(database)
    _, ben, grace = company(office, language)
    first = ask(office, grace, language)
    again = ask(office, grace, language)
    assert again.text == OPEN[language]
    assert not questions(again, ben)
    withdraw = next(data for label, data in first.buttons.items() if data.startswith("recall"))
    back = office.tap(grace, withdraw)
    assert RECALLED[language] in [text for text, _ in questions(back, ben)]
    assert back.rows[-1].view == "SilentListed"
    (_, taps), _ = questions(first, ben)
    assert office.tap(ben, taps[TAPS[language][3]]).rows[0].view == "OldCard"
    assert not [one for one in office.until("2026-11-18", "19:00") if one.rows[0].view == "StatusAnswers"]


def test_two_managers_hear_the_one_answer(database: Database) -> None:
    office = Office(database)
    _, ben, grace = company(office)
    tom = office.hire("吴桐", "manager")
    first = ask(office, grace)
    second = ask(office, tom)
    assert second.spoken[-1].text.splitlines() == TOLD["zh"]
    assert not questions(second, ben)
    (_, taps), _ = questions(first, ben)
    office.tap(ben, taps["需要帮忙"])
    told = [one for one in office.until("2026-11-18", "18:00") if one.rows[0].view == "StatusAnswers"]
    assert sorted(one.rows[0].person_id or 0 for one in told) == [grace.id, tom.id]
    assert all("1 澄湖纸业 · 周航：需要帮忙" in one.text for one in told)


def test_an_answer_after_the_summary_is_in_the_next_one(database: Database) -> None:
    office = Office(database)
    _, ben, grace = company(office)
    (_, taps), _ = questions(ask(office, grace), ben)
    office.until("2026-11-18", "18:30")
    office.tap(ben, taps["需要帮忙"])
    told = [one for one in office.until("2026-11-19", "18:00") if one.rows[0].view == "StatusAnswers"]
    assert [one.text.splitlines() for one in told] == [["你问的 1 家：", "1 澄湖纸业 · 周航：需要帮忙"]]


def test_from_a_customers_card_and_only_by_who_leads_its_owner(database: Database) -> None:
    office = Office(database)
    mia, ben, grace = company(office)
    card = office.say(grace, "澄湖纸业")
    asked = office.tap(grace, card.buttons["问周航"])
    assert asked.spoken[-1].text.splitlines()[0] == "已问周航：澄湖纸业。"
    assert "问周航" not in office.say(ben, "澄湖纸业").buttons
    assert office.tap(grace, asked.buttons["撤回"]).rows[-1].view == "CustomerCard"
    number = card.buttons["问周航"].partition(":")[2]
    for who, data in ((ben, f"ask_one:{number}"), (mia, "ask_list:-:s")):
        assert [row.view for row in office.tap(who, data).rows] == ["NotForYourRole"]


def test_an_owner_is_asked_about_three_of_a_list_at_most_at_once(database: Database) -> None:
    office = Office(database)
    mia = office.hire("陈静", "salesperson")
    grace = office.hire("林岚", "manager")
    for n in range(4):
        past(office, mia, f"客户{n}号", range(26 + n, 190, 10), [(106, 600_000)], GRADINGS, potential="high")
    asked = ask(office, grace)
    assert asked.spoken[-1].text.splitlines()[0] == "已问陈静（3 家）。"
    assert "还有 1 家没问，一人一次最多 3 家。" in asked.spoken[-1].text
    assert ask(office, grace).spoken[-1].text.splitlines()[0] == "已问陈静（1 家）。"


@pytest.mark.parametrize(
    ("language", "words", "about"),
    [
        ("zh", "投诉", ["林岚想知道「百禾乳业」怎么样了。", "投诉没结案。", "今天联系过，平时 17 天。"]),
        (
            "en",
            "complaints",
            ["林岚 asks how 百禾乳业 is.", "Complaint open.", "Contact today, usually every 17 days."],
        ),
        ("zh_tw", "客訴", ["林岚想知道「百禾乳业」怎麼樣了。", "客訴沒結案。", "今天聯絡過，平時 17 天。"]),
    ],
)
def test_the_owners_of_who_complained_are_asked_and_recalled(
    database: Database, language: str, words: str, about: list[str]
) -> None:
    office = Office(database)
    grace = hired(office, language)
    listed = office.say(grace, words)
    asked = office.tap(grace, _of(listed, "ask_among"))
    assert [
        one.text.splitlines() for row, one in zip(asked.rows, asked.spoken, strict=True) if row.view == "StatusAsked"
    ] == [about]
    assert not too_much(listed) + too_much(asked)
    assert office.tap(grace, _of(asked, "complaints")).text == listed.text
    assert office.tap(grace, _of(asked, "recall")).spoken[-1].text == listed.text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_owners_of_who_brings_most_of_the_sales_are_asked(database: Database, language: str) -> None:
    office = Office(database)
    grace = hired(office, language)
    listed = office.say(grace, "top")
    asked = office.tap(grace, _of(listed, "ask_among"))
    told = [row.facts["name"] for row in asked.rows if row.view == "StatusAsked" and row.facts]
    assert told == ["百禾乳业"]
    assert not too_much(listed)
    assert office.tap(grace, _of(asked, "top")).text == listed.text
    assert office.tap(grace, _of(asked, "recall")).spoken[-1].text == listed.text


def test_only_who_leads_may_ask_among_them(database: Database) -> None:
    office = Office(database)
    hired(office)
    tom = office.hire("吴桐", "salesperson")
    for data in ("ask_among:complaints:-", "ask_among:top:-"):
        assert [row.view for row in office.tap(tom, data).rows] == ["NotForYourRole"]
    grace = office.hire("高远", "manager")
    assert [row.view for row in office.tap(grace, "ask_among:x:-").rows] == ["OldCard"]


def test_another_teams_customer_is_asked_about_as_one_that_is_not_there(database: Database) -> None:
    office = Office(database)
    _, ben, grace = company(office)
    asked = ask(office, grace)
    theirs = asked.buttons["‹ 名单"].replace("list:0", "ask_list")
    with database.transaction() as db:
        other = people.add(db, "高远", ["manager"], office.now, telegram_id=77, language="zh", zone="Asia/Shanghai")
    number = office.named("澄湖纸业")
    assert number is not None
    told = [office.tap(other, f"ask_one:{one}") for one in (number.id, 987_654)]
    assert [row.view for one in told for row in one.rows] == ["CustomerUnknown"] * 2
    assert told[0].text == told[1].text
    assert not questions(office.tap(other, theirs), ben)
    assert office.tap(other, asked.buttons["撤回"]).rows[0].view == "OldCard"
