"""New rules for everybody: tried, judged in chunks, counted anew in other money; and the proof on own purchases."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

import scoring
from actions import backtests, columns, counting, errands, judging, regrading, weighing, whatif
from actions import company as companies
from actions.backtests import BacktestShown
from actions.errands import Errand
from actions.money import rate, rates_of
from actions.night import CHUNK
from config import Settings
from storage import customers, doings
from storage import rules as kept
from storage.database import Database
from storage.models import Outbox, Person, Purchase, Standing
from storage.scope import Scope
from tests.handlers.pasts import past
from tests.office import Office

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def grace(office: Office) -> Person:
    return office.hire("林岚", "manager", "salesperson")


@pytest.fixture
def three(office: Office, grace: Person) -> list[int]:
    """Customers of three tiers, one with an open complaint."""
    best = past(office, grace, "百禾乳业", range(3, 120, 10), [(5, 200_000), (60, 200_000)], potential="high")
    middle = past(office, grace, "澄湖纸业", range(12, 120, 21), [(30, 20_000)], complaint="漏水")
    return [best, middle, past(office, grace, "栈桥冷链", [90], [])]


def everything(office: Office) -> Scope:
    return Scope.everything("a test", office.now)


def test_columns_hold_what_the_standings_hold(office: Office, three: list[int]) -> None:
    with office.database.reading() as db:
        found = columns.everybody(db, everything(office))
        again = columns.recounted(db, everything(office), companies.in_force(db), office.today)
        rows = [judging.standing(db, number) for number in three]
        for known in (found, again):
            assert known.ids.tolist() == three
            scores = scoring.points(known.known, scoring.Rules(), office.today).total
            assert scores.tolist() == [row.score for row in rows]


def test_what_if_says_what_publishing_does(office: Office, grace: Person, three: list[int]) -> None:
    with office.database.transaction() as db:
        old = companies.in_force(db)
        wanted = replace(old, rules=replace(old.rules, cut_a=90, cut_b=30, cadence_c=60))
        told = whatif.effects(db, everything(office), old, wanted, office.today)
        new = companies.publish(db, {"rules": wanted.rules.to_mapping()}, office.now)
        found = regrading.verdicts(db, old, new, office.today, office.now)
        moved = regrading.keep(db, old, new, office.today, office.now, found)
        after = [row.tier for row in db.scalars(select(Standing))]
        assert tuple(after.count(tier) for tier in "ABC") == told.after
        assert moved == sum(step.customers for step in told.steps) == len(told.movers)
        again = whatif.effects(db, everything(office), new, new, office.today)
        assert again.week_before == told.week_after
        assert not again.steps


def test_judging_by_new_rules_twice_moves_nobody_twice(office: Office, three: list[int]) -> None:
    with office.database.transaction() as db:
        old = companies.in_force(db)
        new = companies.publish(db, {"rules": {"cut_a": 90.0}}, office.now)
        counts = []
        for _ in range(2):
            found = regrading.verdicts(db, old, new, office.today, office.now)
            counts.append(regrading.keep(db, old, new, office.today, office.now, found))
        assert counts == [1, 0]


def test_sums_in_other_money_follow_the_rates_end_to_end(office: Office, grace: Person) -> None:
    """A visit and a purchase in dollars; a rate comes with the file, is tried, published and changed again."""
    office.say(grace, "新客户 海岳食品")
    office.say(grace, "海岳食品下单5000美元")
    with office.database.reading() as db:
        (purchase,) = db.scalars(select(Purchase))
        assert (purchase.currency, purchase.amount_minor) == ("USD", 500_000)
        customer = purchase.customer_id
    for worth in (7.1, 8.0):
        file = Settings().seed()
        file["company"] = {**file["company"], "rates": {"USD": worth}}
        with office.database.transaction() as db:
            assert companies.seed(db, file, office.now)
        draft = office.tap(grace, "draft")
        assert "汇率 有改动" in draft.text
        office.tap(grace, draft.buttons["发布"])
        with office.database.reading() as db:
            row = judging.standing(db, customer)
            assert (row.spend, row.revenue_minor) == (5000 * worth, round(500_000 * worth))
            again = scoring.points(counting.aggregate_of(row), companies.in_force(db).rules, office.today).total
            assert row.score == again


def test_rates_in_the_configuration_hold_from_the_first_day(database: Database) -> None:
    file = Settings().seed()
    office = Office(database, company={**file["company"], "rates": {"USD": 7.0}})
    grace = office.hire("Grace", "manager", "salesperson", language="en")
    office.say(grace, "new customer Seacrest Foods")
    office.say(grace, "Seacrest Foods ordered US$1,000")
    with office.database.reading() as db:
        (row,) = db.scalars(select(Standing))
        assert (row.spend, row.revenue_minor) == (7000.0, 700_000)
    said = office.say(grace, "tiers")
    assert "¥7,000" in said.text


def test_an_amount_counts_at_the_rate_of_its_day(database: Database) -> None:
    """The rate changes on 10 November; what was bought before stays at the old one, in every figure."""
    dated = {"USD": {"2026-01-01": 7.0, "2026-11-10": 8.0}}
    office = Office(database, company={**Settings().seed()["company"], "rates": dated})
    grace = office.hire("Grace", "manager", "salesperson", language="en")
    office.say(grace, "new customer Seacrest Foods")
    office.say(grace, "Seacrest Foods ordered US$1,000 on 5 November")
    with office.database.reading() as db:
        (row,) = db.scalars(select(Standing))
        assert row.revenue_minor == 700_000
    office.say(grace, "Seacrest Foods ordered US$100")
    with office.database.reading() as db:
        (row,) = db.scalars(select(Standing))
        assert row.revenue_minor == 780_000
        known = counting.history(db, row.customer_id, companies.in_force(db))[1]
        assert sorted(each.amount for each in known) == [800.0, 7000.0]
    assert "¥7,800" in office.say(grace, "tiers").text


@pytest.mark.parametrize(
    ("on", "worth"),
    [(date(2020, 1, 1), 7.0), (date(2026, 11, 9), 7.0), (date(2026, 11, 10), 8.0), (date(2030, 1, 1), 8.0)],
)
def test_before_the_first_day_the_first_rate_holds(on: date, worth: float) -> None:
    rates = rates_of({"USD": {"2026-11-10": 8.0, "2026-01-01": 7.0}, "JPY": 0.047})
    assert (rate(rates, "USD", on), rate(rates, "JPY", on), rate(rates, "EUR", on)) == (worth, 0.047, None)


@ON_SQLITE
def test_a_large_company_is_tried_and_judged_by_errands(office: Office, grace: Person, three: list[int]) -> None:
    with office.database.transaction() as db:
        old = companies.in_force(db)
        new = companies.publish(db, {"rules": {"cut_a": 90.0}}, office.now, grace.id)
        facts = {"what": "regrade", "old": old.version, "new": new.version}
        question = kept_errand(office, grace, facts, db)
    errand = Errand(question, "regrade", facts, office.now)
    found = errands.there(office.database.url, errand, office.now)
    parts = errands.parts(errand, found)
    assert [len(part) for part in parts] == [3]
    assert all(len(part) <= CHUNK for part in parts)
    for part in parts:
        with office.database.transaction() as db:
            errands.keep(db, errand, part, office.now)
    with office.database.transaction() as db:
        (told,) = errands.tell(db, errand, None, office.now)
        assert (told.view, told.facts) == ("Regraded", {"version": 2, "customers": 3, "up": 0, "down": 1})
        assert not errands.tell(db, errand, None, office.now)


@ON_SQLITE
def test_proposals_and_effects_are_found_by_a_child_process_too(
    office: Office, grace: Person, three: list[int]
) -> None:
    url = office.database.url
    for what, of in (("cuts", None), ("scale", None), ("preset", "retail")):
        with office.database.transaction() as db:
            question = kept_errand(office, grace, {"what": "propose", "proposal": what, "of": of}, db)
            here = weighing.proposed(db, companies.in_force(db), office.now, what, of)
        (errand,) = [each for each in waiting(office) if each.id == question]
        found = errands.there(url, errand, office.now)
        assert found == here
        with office.database.transaction() as db:
            (told,) = errands.tell(db, errand, found, office.now)
            assert (told.view, told.facts["origin"] if told.facts else None) == ("DraftShown", what)
            row = kept.waiting(db)
            assert row is not None
            draft, edition, effects = row.id, row.body["edition"], row.body["effects"]
        weigh = Errand(0, "weigh", {"draft": draft, "edition": edition}, office.now)
        assert errands.there(url, weigh, office.now) == effects


@ON_SQLITE
def test_the_back_test_tells_the_tiers_of_a_quarter_ago_from_one_another(office: Office, grace: Person) -> None:
    many_buyers(office, grace, 240)
    office.tap(grace, office.tap(grace, "propose:cuts").buttons["发布"])
    found = backtests.there(office.database.url, office.now)
    assert isinstance(found, BacktestShown)
    assert (found.customers, found.cut) == (240, office.today - timedelta(days=90))
    assert found.verdict == "ordered"
    assert sum(tier.customers for tier in found.tiers) == 240
    assert found.found is not None
    assert found.found > 60
    proposed = backtests.predicted_there(office.database.url, office.now)
    assert proposed["rules"]["prospect_points"] > 0
    with office.database.transaction() as db:
        question = kept_errand(office, grace, {"what": "prediction"}, db)
    errand = Errand(question, "prediction", {"what": "prediction"}, office.now)
    with office.database.transaction() as db:
        (told,) = errands.tell(db, errand, proposed, office.now)
        assert told.facts is not None
        assert told.facts["origin"] == "prediction"


def waiting(office: Office) -> list[Errand]:
    with office.database.reading() as db:
        return errands.waiting(db)


def kept_errand(office: Office, who: Person, facts: dict[str, object], db: Session) -> int:
    """An errand of somebody."""
    return doings.note(db, who.telegram_id or 0, who.id, kept.ERRAND, facts, office.now).id


def many_buyers(office: Office, owner: Person, count: int) -> None:
    """Customers of whom a fifth buy much and often, three tenths some, the others once."""
    with office.database.transaction() as db:
        company = companies.in_force(db)
        for n in range(count):
            every, amount = (((14, 90_000),) * 2 + ((45, 30_000),) * 3 + ((400, 5_000),) * 5)[n % 10]
            created = office.now - timedelta(days=300)
            row = customers.add(db, f"买家{n}", owner.id, created, fields={})
            whose = {"customer_id": row.id, "first_customer_id": row.id, "author_id": owner.id, "sources": {}}
            for ago in range(n % 13 + (150 if every == 400 else 0), 290, every):
                on = office.today - timedelta(days=ago)
                db.add(Purchase(**whose, made_on=on, recorded_at=office.now, amount_minor=amount * 100, currency="CNY"))
            judging.refresh(db, row, company, office.today, office.now)
    assert office.count(Outbox) == 0
