"""`export` writes everybody to a file that a spreadsheet opens and `import` understands again."""

import csv
from pathlib import Path

import pytest
from sqlalchemy import select

from sheets import read
from storage import own_fields
from storage.database import Database
from storage.models import Customer
from tests.commands.conftest import Machine

LIST = """客户,联系人,电话,负责人,地区,城市,行业,最近联系
海岳食品,王总,13800138000,陈静,华东,宁波,餐饮,2026-01-06
"=HYPERLINK(""http://x"")",,+442071838750,林岚,,,,
"""


@pytest.fixture
def listed(staffed: Machine) -> Machine:
    """A machine with two customers, one of them of a name that a spreadsheet would run."""
    staffed.file("list.csv", LIST)
    assert staffed.type("import", "list.csv") == 0
    return staffed


def lines(file: Path) -> list[list[str]]:
    """The lines of a CSV."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.reader(opened))


def test_everybody_is_in_the_file_with_what_is_known(listed: Machine) -> None:
    assert listed.document("export", "out.csv") == {"file": "out.csv", "customers": 2}
    first, seacrest, _ = lines(listed.folder / "out.csv")
    found = dict(zip(first, seacrest, strict=True))
    assert found["客户"] == "海岳食品"
    assert (found["负责人"], found["地区"], found["城市"], found["行业"]) == ("陈静", "华东", "宁波", "餐饮")
    assert (found["等级"], found["最近联系"]) == ("C", "2026-01-06")


def test_no_cell_is_a_formula(listed: Machine) -> None:
    listed.type("export", "out.csv")
    cells = [cell for line in lines(listed.folder / "out.csv") for cell in line]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@")]


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_what_was_exported_is_recognised_when_it_comes_in_again(listed: Machine, name: str) -> None:
    listed.type("export", name)
    again = listed.document("import", name)
    assert (again["created"], again["already_there"]) == (0, 2)


def test_headings_are_in_the_language_that_the_company_proposes_first(listed: Machine) -> None:
    listed.file("config.toml", '[company]\nlanguages = ["en"]\n')
    listed.type("export", "out.csv")
    assert lines(listed.folder / "out.csv")[0][:5] == ["Customer", "Contact", "Phone", "Owner", "Region"]
    assert listed.document("import", "out.csv")["created"] == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_it_works_while_the_bot_writes_and_overwrites_nothing(listed: Machine, database: Database) -> None:
    database.hold()
    assert listed.type("export", "out.csv") == 0
    assert listed.type("export", "out.csv") == 1
    assert "exists already" in listed.err


OWN = (("合同号", "Contract number", "text"), ("门店数", "Shops", "number"), ("到期日", "Expires on", "date"))
OWN_LIST = """客户,合同号,门店数,到期日,联系人
海岳食品,A-17,12,2027-06-30,王总
澜石机械,=1+1,不详,改天,
"""


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_own_fields_go_out_typed_and_come_in_by_their_names(staffed: Machine, database: Database, name: str) -> None:
    with database.transaction() as db:
        for zh, en, kind in OWN:
            own_fields.add(db, zh, en, kind)
    staffed.file("list.csv", OWN_LIST)
    told = staffed.document("import", "list.csv")
    assert [(one["line"], one["what"], one["value"]) for one in told["remarks"]] == [
        (3, "number_unreadable", "不详"),
        (3, "date_unreadable", "改天"),
    ]
    assert told["kept_as_words"] == []
    assert held(database) == {
        "海岳食品": {"contract_number": "A-17", "shops": "12", "expires_on": "2027-06-30"},
        "澜石机械": {"contract_number": "=1+1"},
    }
    before = held(database)
    staffed.type("export", name)
    headings, seacrest, _ = read(staffed.folder / name)
    assert headings.cells[-3:] == ("合同号", "门店数", "到期日")
    assert [str(cell) for cell in seacrest.cells[-3:]] == ["A-17", "12", "2027-06-30"]
    with database.transaction() as db:
        for row in db.scalars(select(Customer)):
            row.erased_at = row.created_at
    assert staffed.document("import", name)["created"] == 2
    assert held(database) == before


def held(database: Database) -> dict[str, dict[str, str]]:
    """What the customers that are there have in the company's own fields."""
    with database.reading() as db:
        return {row.name: row.fields for row in db.scalars(select(Customer).where(Customer.erased_at.is_(None)))}
