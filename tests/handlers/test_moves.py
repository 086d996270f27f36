"""This month's moves: counted, explained exactly, and the old tier kept for now, undone and redone."""

import re

import pytest

from storage.database import Database
from storage.models import Person, Standing
from tests.handlers.pasts import past
from tests.handlers.test_silent import GRADINGS
from tests.office import Office, Said

LIST = {"zh": "升降", "en": "moves"}
# Oakleaf on 1 September: sales 21.2, activity 15.2, rhythm 20.0 ... = 71.8; on 1 November 16.6, 11.9, 0.0 ... = 43.9.
EXPLAINED = {
    "zh": [
        "云栎包装 · A → B · 11月1日评级",
        "71.8 → 43.9，连续两月低于 65",
        "节奏 −20.0：平时 19 天，当时 73 天",
        "成交 −4.6：6月那笔大单久了",
        "其余合计 −3.3",
        "因沉默才降：提醒仍按 A 级",
        "回到 A：联系一次 + 成交约 ¥10万",
    ],
    "en": [
        "云栎包装 · A → B · 1 Nov",
        "71.8 → 43.9, two months below 65",
        "Rhythm −20.0: usually 19 days, then 73",
        "Sales −4.6: the big June order is old",
        "All others −3.3",
        "Silence did it: reminders stay at A",
        "Back to A: one contact + ¥100,000",
    ],
}
KEEP = {
    "zh": ("先保留 A", "在谈大单", "到月底", "撤销", "恢复"),
    "en": ("Keep A for now", "Big deal open", "To month end", "Undo", "Redo"),
}


def company(office: Office, language: str = "zh") -> tuple[Person, Person]:
    ben = office.hire("周航", "salesperson", language=language)
    grace = office.hire("林岚", "manager", language=language)
    past(office, ben, "云栎包装", range(90, 311, 21), [(161, 300_000)], GRADINGS, satisfaction=5)
    past(office, ben, "百禾乳业", range(19, 160, 14), [(33, 150_000), (61, 120_000)], satisfaction=4, potential="high")
    return ben, grace


def opened(office: Office, who: Person, language: str = "zh", name: str = "云栎包装") -> Said:
    return office.tap(who, office.say(who, LIST[language]).buttons[name])


def standing(office: Office) -> Standing:
    with office.database.reading() as db:
        customer = office.named("云栎包装")
        assert customer is not None
        return db.get_one(Standing, customer.id)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_move_is_explained_by_the_points_that_went(database: Database, language: str) -> None:
    office = Office(database)
    _, grace = company(office, language)
    said = opened(office, grace, language)
    assert said.text.splitlines() == EXPLAINED[language]
    assert round(71.8 - 20.0 - 4.6 - 3.3, 1) == 43.9


def test_moves_are_counted_from_where_to_where(database: Database) -> None:
    office = Office(database)
    _, grace = company(office)
    assert office.say(grace, "升降").text.splitlines() == [
        "11月升降 2 家：升 1 · 降 1",
        "A→B 1 · C→A 1",
        "1 云栎包装 · A → B · 11月1日 按分数",
        "2 百禾乳业 · C → A · 11月18日 按分数",
    ]
    assert opened(office, grace, name="百禾乳业").text.splitlines()[1] == "按分数：77.3 分，A 级 70 分起"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_old_tier_is_kept_with_a_reason_and_an_end_and_undone(database: Database, language: str) -> None:
    office = Office(database)
    _, grace = company(office, language)
    keep, reason, span, undo, redo = KEEP[language]
    before = standing(office)
    asked = office.tap(grace, opened(office, grace, language).buttons[keep])
    chosen = office.tap(grace, asked.buttons[reason])
    assert f"● {reason}" in chosen.buttons
    held = office.tap(grace, chosen.buttons[span])
    row = standing(office)
    assert (row.tier, str(row.manual_until), row.manual_reason) == ("A", "2026-12-01", "deal")
    undone = office.tap(grace, held.buttons[undo])
    after = standing(office)
    for name in ("tier", "kept_tier", "lapses", "tier_since", "manual_until", "manual_reason", "status", "due_on"):
        assert getattr(after, name) == getattr(before, name), name
    assert opened(office, grace, language).text.splitlines() == EXPLAINED[language]
    office.tap(grace, undone.buttons[redo])
    assert standing(office).tier == "A"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_undo_in_words_means_the_tier_just_kept(database: Database) -> None:
    office = Office(database)
    _, grace = company(office)
    move = re.search(r"move:(\d+)", str(office.say(grace, "升降").buttons))
    assert move is not None
    office.tap(grace, f"hold:{move[1]}:strategic:quarter")
    assert str(standing(office).manual_until) == "2027-02-18"
    why = office.say(grace, "/why 云栎").text
    assert "A 级（保留）：11月18日你定的，战略客户。" in why
    assert "2月18日起按分数算。" in why
    assert "手动定级" in office.say(grace, "撤销").text
    assert standing(office).tier == "B"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_tier_by_hand_can_be_changed_or_left_to_the_points(database: Database) -> None:
    office = Office(database)
    _, grace = company(office)
    move = re.search(r"move:(\d+)", str(office.say(grace, "升降").buttons))
    assert move is not None
    office.tap(grace, f"hold:{move[1]}:deal:month")
    asked = office.tap(grace, office.say(grace, "/why 云栎").buttons["改等级"])
    assert list(asked.buttons) == ["B 级", "C 级", "按分数", "‹"]
    office.tap(grace, asked.buttons["C 级"])
    assert standing(office).tier == "C"
    by_points = office.tap(grace, asked.buttons["按分数"])
    assert (standing(office).tier, standing(office).manual_until) == ("B", None)
    assert "现在起按分数算" in by_points.text


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_only_who_leads_keeps_tiers_and_nobody_sees_others_moves(database: Database) -> None:
    office = Office(database)
    ben, _ = company(office)
    mia = office.hire("陈静", "salesperson")
    said = opened(office, ben)
    assert "先保留 A" not in said.buttons
    move = office.say(ben, "升降").buttons["云栎包装"].split(":")[1]
    assert office.tap(ben, f"hold:{move}:deal:month").rows[0].view == "NotForYourRole"
    assert office.tap(mia, f"move:{move}").rows[0].view == "CustomerUnknown"
    assert office.say(mia, "升降").text == "11月还没有升降。"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_was_moved_and_moved_back_is_no_move(database: Database) -> None:
    office = Office(database)
    ben, grace = company(office)
    before = office.say(grace, "升降").text
    said = office.say(ben, "拜访了云栎包装，成交 30万")
    assert "升 2" in office.say(grace, "升降").text or "降 0" in office.say(grace, "升降").text
    office.tap(ben, said.buttons["撤销"])
    assert office.say(grace, "升降").text == before
