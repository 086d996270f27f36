"""`import`: a list of customers comes in whole or not at all, twice is once, and nothing floods anybody."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from actions import newcomers
from actions.company import in_force
from actions.importing import Listed, plan
from commands.customerlist import Here, customers
from commands.headings import FIELDS, columns, spelling
from sheets import Line, SheetUnreadable
from storage.database import Database
from storage.models import Audit, Contact, Customer, Interaction, Move, Ownership, Person, Purchase, Row, Standing
from tests.commands.conftest import Machine

NOW = datetime(2026, 11, 18, 9, 41, tzinfo=ZoneInfo("Asia/Shanghai"))
TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date()
LONG_AGO = TODAY - timedelta(days=800)
LATELY = TODAY - timedelta(days=3)

LIST = f"""客户名称,联系人,手机,负责人,地区,行业,最近联系时间,备注,成交金额,微信
海岳食品,王总,138 0013 8000,陈静,华东,餐饮,{LATELY},喜欢早上,"12,500",wx
澜石机械,李经理,87654321,张三,浙江,制造,{TODAY + timedelta(days=9)},,3万,
海岳 食品,,,,,,,,,
,王五,13900000000,,,,,,,
松川酒店,,13800138000,,,,,,,
百禾乳业,,,陈静,,,{LONG_AGO},,,
"""


def rows(database: Database, model: type[Row]) -> list[Row]:
    with database.reading() as db:
        return list(db.scalars(select(model)))


def standing(database: Database, name: str) -> Standing:
    with database.reading() as db:
        mine = select(Standing).join(Customer, Customer.id == Standing.customer_id).where(Customer.name == name)
        return db.scalars(mine).one()


def whats(document: dict) -> list[tuple[int, str]]:  # type: ignore[type-arg]
    """(line, what) of every remark."""
    return [(one["line"], one["what"]) for one in document["remarks"]]


def test_everything_that_a_line_says_is_kept(staffed: Machine, database: Database) -> None:
    staffed.file("list.csv", LIST)
    assert staffed.document("import", "list.csv")["created"] == 3
    with database.reading() as db:
        seacrest = db.scalars(select(Customer).where(Customer.name == "海岳食品")).one()
        owner = db.scalars(select(Person.name).join(Ownership).where(Ownership.customer_id == seacrest.id)).one()
        contact = db.scalars(select(Contact)).first()
        bought = db.scalars(select(Purchase)).one()
        touched = db.scalars(
            select(Interaction).where(Interaction.channel == "message").order_by(Interaction.id)
        ).first()
    assert (owner, seacrest.phone) == ("陈静", "+8613800138000")
    assert "微信: wx" in (seacrest.raw or "")
    assert contact
    assert (contact.name, contact.phone) == ("王总", "+8613800138000")
    assert (bought.amount_minor, bought.currency, bought.made_on) == (1_250_000, "CNY", LATELY)
    assert touched
    assert (touched.made_on, touched.worded) == (LATELY, False)
    assert touched.recorded_at < datetime.now(UTC) - timedelta(days=2)
    assert len(rows(database, Audit)) == 1


def test_every_trouble_is_told_with_its_line(staffed: Machine) -> None:
    staffed.file("list.csv", LIST)
    told = staffed.document("import", "list.csv")
    assert whats(told) == [
        (3, "phone_unreadable"),
        (3, "date_ahead"),
        (3, "owner_unknown"),
        (3, "amount_undated"),
        (4, "same_in_list"),
        (5, "no_name"),
        (6, "same_in_list"),
    ]
    assert told["new_terms"] == [{"kind": "region", "name": "浙江"}]
    assert told["kept_as_words"] == ["微信"]


def test_a_dry_run_says_the_same_and_changes_nothing(staffed: Machine, database: Database) -> None:
    staffed.file("list.csv", LIST)
    would = staffed.document("import", "list.csv", "--dry-run")
    assert not rows(database, Customer)
    assert would | {"dry_run": False} == staffed.document("import", "list.csv")


def test_twice_is_once(staffed: Machine, database: Database) -> None:
    staffed.file("list.csv", LIST)
    staffed.type("import", "list.csv")
    before = {model: len(rows(database, model)) for model in (Customer, Contact, Interaction, Purchase, Standing)}
    again = staffed.document("import", "list.csv")
    assert (again["created"], {what for _, what in whats(again)}) == (0, {"already_there", "no_name"})
    assert {model: len(rows(database, model)) for model in before} == before


def test_a_status_is_right_from_the_start_and_nothing_moves(staffed: Machine, database: Database) -> None:
    staffed.file("list.csv", LIST)
    staffed.type("import", "list.csv")
    assert standing(database, "百禾乳业").status == "lost"
    assert standing(database, "海岳食品").status == "active"
    assert standing(database, "澜石机械").status == "new"
    assert not rows(database, Move)


def test_an_owner_who_is_not_here_is_stood_in_for_by_the_manager(staffed: Machine, database: Database) -> None:
    staffed.file("list.csv", "客户;负责人\n澜石机械;张三\n松川酒店;\n")
    staffed.type("import", "list.csv")
    with database.reading() as db:
        assert set(db.scalars(select(Person.name).join(Ownership))) == {"林岚"}


def test_a_failure_in_the_middle_leaves_nothing(staffed: Machine, database: Database) -> None:
    listed = [Listed(number, f"客户{number}号", touched_on=LATELY) for number in range(2, 12)]

    def fail(count: int) -> None:
        if count == 7:
            raise RuntimeError("the power is gone")

    with pytest.raises(RuntimeError), database.transaction() as db:
        newcomers.keep(db, plan(db, listed, NOW), in_force(db), NOW, fail)
    for model in (Customer, Ownership, Interaction, Standing, Audit):
        assert not rows(database, model)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_nothing_comes_in_while_the_bot_writes_but_a_dry_run_may_look(staffed: Machine, database: Database) -> None:
    staffed.file("list.csv", LIST)
    database.hold()
    assert staffed.type("import", "list.csv") == 1
    assert "already writes" in staffed.err
    assert staffed.type("import", "list.csv", "--dry-run") == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\n ,,\n", "is empty"),
        ("电话,备注\n1,2\n".encode(), "no column is called"),
        (bytes(range(256)), "UTF-8 or GB18030"),
        ('客户,备注\n"海岳,1\n'.encode(), "quotation mark"),
        ("客户,备注\n,没有名字\n".encode(), "line 2: no name"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_in_words(staffed: Machine, content: bytes, words: str) -> None:
    staffed.file("list.csv", content)
    assert staffed.type("import", "list.csv") == 1
    assert words in staffed.err + staffed.out


def test_somebody_must_have_joined(machine: Machine, database: Database) -> None:
    from tests.commands.conftest import hire

    hire(database, [])
    machine.file("list.csv", LIST)
    assert machine.type("import", "list.csv") == 1
    assert "nobody has joined" in machine.err


def test_a_database_without_settings_is_refused_in_words(machine: Machine, database: Database) -> None:
    machine.file("list.csv", LIST)
    assert machine.type("import", "list.csv") == 1
    assert "python bot.py run" in machine.err


HERE = Here(NOW, "CN")


def read(heading: str, cell: str | date, *, region: str = "CN") -> tuple[Listed, list[str]]:
    """A line with a name and one other cell, and what is wrong with it."""
    lines = [Line(1, ("客户", heading)), Line(2, ("海岳食品", cell))]
    listed, remarks, _ = customers(lines, Here(NOW, region))
    return listed[0], [one.what for one in remarks]


@pytest.mark.parametrize(
    ("cell", "on"),
    [
        ("2026-11-03", date(2026, 11, 3)),
        ("2026/11/3 14:05", date(2026, 11, 3)),
        ("2026年11月3日", date(2026, 11, 3)),
        ("20261103", date(2026, 11, 3)),
        ("11月20日", date(2025, 11, 20)),
        ("昨天", date(2026, 11, 17)),
        ("Nov 3, 2026", date(2026, 11, 3)),
        (date(2026, 11, 3), date(2026, 11, 3)),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(cell: str | date, on: date | None) -> None:
    assert (read("上次跟进", cell)[0].touched_on, read("上次跟进", cell)[1]) == (on, [])


@pytest.mark.parametrize(
    ("cell", "what"),
    [("soon", "date_unreadable"), ("2027-01-05", "date_ahead"), (date(1899, 12, 30), "date_unreadable")],
)
def test_a_day_that_cannot_be_is_told(cell: str | date, what: str) -> None:
    listed, whats = read("last touch", cell)
    assert (listed.touched_on, whats) == (None, [what])
    assert str(cell) in listed.raw


@pytest.mark.parametrize(("cell", "amount"), [("12,500.00", "12500"), ("¥3万", "30000"), ("1.2k", "1200"), ("0", None)])
def test_a_sum_is_read_as_people_write_it(cell: str, amount: str | None) -> None:
    assert read("金额", cell)[0].amount == (Decimal(amount) if amount else None)


def test_numbers_are_read_as_in_the_country_of_the_company() -> None:
    assert read("amount", "12.500,50 €", region="DE")[0].amount == Decimal("12500.50")
    assert read("phone", "030 1234567", region="DE")[0].phone == "+49301234567"


@given(
    heading=st.sampled_from(sorted(FIELDS)),
    written=st.sampled_from(["{}", " {}：", "{}(必填)", "*{}*", "{}\n", "[x]{}"]),
)
def test_a_heading_is_known_however_it_is_written(heading: str, written: str) -> None:
    wide = heading.upper().translate({ord(letter): ord(letter) + 0xFEE0 for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})
    for spelt in (heading, heading.title(), wide, " ".join(heading) if heading.isascii() else heading):
        assert FIELDS[spelling(written.format(spelt))] == FIELDS[heading]


@given(st.lists(st.text(max_size=20), max_size=8))
def test_any_headings_are_either_known_or_refused_in_words(headings: list[str]) -> None:
    try:
        place, fields = columns([Line(1, tuple(headings))])
    except SheetUnreadable:
        return
    assert place == 0
    assert all(0 <= at < len(headings) for at in fields.values())


@given(st.lists(st.one_of(st.text(max_size=60), st.dates()), min_size=11, max_size=11))
def test_any_cells_are_read_or_told_and_never_lost(cells: list[str | date]) -> None:
    headings = ("客户", "联系人", "电话", "负责人", "地区", "城市", "行业", "最近联系", "成交日期", "金额", "备注")
    listed, remarks, unused = customers([Line(1, headings), Line(2, tuple(cells))], HERE)
    assert not unused
    assert listed or remarks
    for one in listed:
        assert all(str(cell) in one.raw for cell in cells)
        assert not one.touched_on or one.touched_on <= NOW.date()


def test_a_list_may_begin_with_its_title_and_hold_traditional_headings() -> None:
    lines = [
        Line(1, ("客戶名單 2026",)),
        Line(3, ("客戶名稱", "聯絡人", "電話", "備註")),
        Line(4, ("海嶽食品", "王總", "", "")),
    ]
    listed, _, _ = customers(lines, HERE)
    assert [(one.line, one.name, one.contact) for one in listed] == [(4, "海嶽食品", "王總")]


def test_a_name_beside_a_company_is_the_contact() -> None:
    listed, _, _ = customers([Line(1, ("Name", "Company")), Line(2, ("Mia", "Acme"))], HERE)
    assert (listed[0].name, listed[0].contact) == ("Acme", "Mia")
