"""Exports of the chat: what each holds, within what its asker may see, phones masked but on one's own customers."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from actions import errands, orders
from commands.exports import made
from storage import own_fields
from storage.database import Database
from storage.models import Customer, Person
from tests.handlers.pasts import past
from tests.office import VOICES, Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


def people(office: Office) -> tuple[Person, Person, Person]:
    mia, ben = office.hire("陈静", "salesperson"), office.hire("周航", "salesperson")
    grace = office.hire("林岚", "manager", "salesperson")
    for owner, name in ((mia, "百禾乳业"), (ben, "澄湖纸业"), (grace, "明湾医疗")):
        number = past(office, owner, name, [0, 8, 40], [(8, 50_000)], complaint="漏水")
        with office.database.transaction() as db:
            db.get_one(Customer, number).phone = "+8613800138000"
    return mia, ben, grace


def sheets(office: Office, tmp_path: Path) -> tuple[list[str], dict[str, list[list[Any]]]]:
    """What was ordered, made, sent: the views that were said, and each sheet's rows."""
    with office.database.reading() as db:
        [errand] = errands.waiting(db)
    file = tmp_path / f"{errand.id}.xlsx"
    rows = made(office.database.url, errand, str(file), office.now)
    with office.database.transaction() as db:
        said = orders.finish(db, errand, str(file), "x.xlsx", rows, office.now)
    for row in said:
        assert VOICES[row.language].speak(row.view, row.facts or {}).text
    book = CalamineWorkbook.from_path(str(file))
    tables = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names if name != "图"}
    return [row.view for row in said], tables


def test_a_list_holds_the_askers_scope_with_phones_masked(office: Office, tmp_path: Path) -> None:
    mia, _, grace = people(office)
    with office.database.transaction() as db:
        for zh, en, kind in (("合同号", "No", "text"), ("门店数", "Shops", "number"), ("到期日", "Ends", "date")):
            own_fields.add(db, zh, en, kind)
        row = db.query(Customer).filter_by(name="百禾乳业").one()
        row.fields = {"no": "A-17", "shops": "12.5", "ends": "2027-06-30"}
    office.say(grace, "导出")
    views, tables = sheets(office, tmp_path)
    assert views == ["ExportBegun", "ExportMade"]
    phones = {row[0]: row[2] for row in tables["客户"][1:]}
    assert phones == {"百禾乳业": "138****8000", "澄湖纸业": "138****8000", "明湾医疗": "+8613800138000"}
    assert tables["说明"][0] == ["问的是", "客户"]
    assert tables["客户"][0][-3:] == ["合同号", "门店数", "到期日"]
    assert [row[-3:] for row in tables["客户"][1:]] == [["A-17", 12.5, date(2027, 6, 30)], ["", "", ""], ["", "", ""]]
    assert tables["说明"][1] == ["谁问的", "林岚"]
    office.say(mia, "/export")
    _, own = sheets(office, tmp_path)
    assert [row[0] for row in own["客户"][1:]] == ["百禾乳业"]
    assert own["客户"][1][2] == "+8613800138000"


ANSWERS = {"等级": "等级", "top": "成交", "coverage": "覆盖", "trend": "趋势", "sales": "成交", "投诉": "投诉"}


@pytest.mark.parametrize("words", ANSWERS)
def test_every_answer_has_its_sheet(office: Office, tmp_path: Path, words: str) -> None:
    *_, grace = people(office)
    office.tap(grace, office.say(grace, words).buttons["导出"])
    views, tables = sheets(office, tmp_path)
    assert views == ["ExportBegun", "ExportMade"]
    assert len(tables[ANSWERS[words]]) > 1


def test_coverage_is_typed_and_nothing_remains_below_zero(office: Office, tmp_path: Path) -> None:
    *_, grace = people(office)
    office.tap(grace, "sheet:coverage:-:-")
    _, tables = sheets(office, tmp_path)
    head, *rows = tables["覆盖"]
    assert head == ["客户", "负责人", "等级", "状态", "下次跟进", "本月该联系", "已联系", "还差"]
    assert all(isinstance(row[4], date) and row[7] == max(row[5] - row[6], 0) for row in rows)


@pytest.mark.parametrize("sheet", ["moves", "gaps", "list"])
def test_the_others_are_made_too(office: Office, tmp_path: Path, sheet: str) -> None:
    *_, grace = people(office)
    office.tap(grace, f"sheet:{sheet}:-:-")
    assert sheets(office, tmp_path)[0] == ["ExportBegun", "ExportMade"]


def test_nothing_is_sent_to_who_has_left(office: Office, tmp_path: Path) -> None:
    *_, grace = people(office)
    office.say(grace, "导出")
    with office.database.transaction() as db:
        [errand] = errands.waiting(db)
        db.get_one(Person, grace.id).left_at = office.now
        assert orders.finish(db, errand, "x", "x", 0, office.now) == []
        assert errands.waiting(db) == []


def test_progress_and_failure_are_told_in_place(office: Office) -> None:
    *_, grace = people(office)
    office.say(grace, "导出")
    with office.database.transaction() as db:
        [errand] = errands.waiting(db)
        [told] = orders.progress(db, errand, 500, office.now)
        assert (told.kind, told.edits_outbox_id, (told.facts or {})["rows"]) == ("edit", errand.facts["message"], 500)
        [no] = orders.fail(db, errand, office.now)
    assert (no.view, no.kind) == ("ExportNotMade", "edit")
