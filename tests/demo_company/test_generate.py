"""The seeded company: always the same, believable, and nobody's real name or number."""

from collections import Counter
from dataclasses import fields
from datetime import date, timedelta

import phonenumbers
import pytest

import scoring
from demo.company import SeedCompany, SeedCustomer, generate
from demo.company.catalogue import PRODUCTS, cities, region_of
from demo.company.notes import CHANNELS_SAID, SENTIMENTS, lines, plans
from demo.company.workdays import after, at_or_before, works

START = date(2026, 11, 18)
RULES = scoring.Rules()


@pytest.fixture(scope="module")
def company() -> SeedCompany:
    return generate(7, START)


def known(customer: SeedCustomer, today: date) -> scoring.Aggregate:
    """What the scoring knows of a customer."""
    said = {kind: [f for f in customer.facts if f.kind == kind] for kind in ("potential", "satisfaction", "need")}
    return scoring.aggregate(
        [scoring.Touch(t.on, t.channel, True, t.channel == "visit") for t in customer.touches if t.answered],
        [scoring.Purchase(p.on, float(p.amount)) for p in customer.purchases],
        scoring.Facts(
            answers=tuple(scoring.Answer(f.on, float(f.value)) for f in said["satisfaction"]),
            potentials=tuple(scoring.Potential(f.on, f.value) for f in said["potential"]),
            needs=tuple(scoring.Span(f.on) for f in said["need"]),
            complaints=tuple(scoring.Span(c.opened_on, c.closed_on) for c in customer.complaints),
            created_on=customer.created_on,
        ),
        today,
        RULES,
    )


def tier(customer: SeedCustomer) -> str:
    total = scoring.points(known(customer, START), RULES, START).total
    return "A" if total >= RULES.cut_a else "B" if total >= RULES.cut_b else "C"


def status(customer: SeedCustomer) -> str:
    return str(scoring.status(known(customer, START), tier(customer), RULES, START, 0.0).word)


def test_the_same_seed_and_start_give_the_same_company(company: SeedCompany) -> None:
    assert generate(7, START) == company
    assert generate(8, START) != company
    assert generate(7, START + timedelta(days=1)) != company


def test_a_company_that_speaks_english_has_mostly_english_customers(company: SeedCompany) -> None:
    english = generate(7, START, language="en")
    assert [customer.name for customer in english.customers[:2]] == ["Meadow Dairy", "Seacrest Foods"]
    assert english.customers[0].alias == company.customers[0].name
    assert [contact.name for contact in english.customers[0].contacts] == ["Ms Low", "Gerald Koh"]
    share = sum(customer.language == "en" for customer in english.customers) / len(english.customers)
    assert 0.58 <= share <= 0.72
    assert all(customer.name.isascii() == (customer.language == "en") for customer in english.customers)
    assert [(c.owner, c.region, c.industry) for c in english.customers[:14]] == [
        (c.owner, c.region, c.industry) for c in company.customers[:14]
    ]


def test_the_people_read_the_companys_language(company: SeedCompany) -> None:
    english = generate(7, START, language="en")
    assert [person.name for person in english.people][:2] == ["Mia", "Ben"]
    assert [person.name for person in company.people][:2] == ["陈静", "周航"]


@pytest.mark.parametrize("count", [0, 1, 14, 50, 200, 1000])
def test_there_are_as_many_customers_as_wanted_each_with_its_own_name(count: int) -> None:
    customers = generate(3, START, count).customers
    assert len({customer.name for customer in customers}) == len(customers) == count
    assert [customer.number for customer in customers] == list(range(1, count + 1))


def test_about_two_thirds_of_the_names_are_chinese(company: SeedCompany) -> None:
    share = sum(customer.language == "zh" for customer in company.customers) / len(company.customers)
    assert 0.58 <= share <= 0.72
    assert all(customer.name.isascii() == (customer.language == "en") for customer in company.customers)
    assert all(customer.alias.isascii() != customer.name.isascii() for customer in company.customers)


def test_phones_are_valid_and_distinct_and_in_a_range_nobody_has(company: SeedCompany) -> None:
    phones = [contact.phone for customer in company.customers for contact in customer.contacts]
    assert len(set(phones)) == len(phones)
    assert all(phone[6:10] == "0000" and phonenumbers.is_valid_number(phonenumbers.parse(phone)) for phone in phones)


@pytest.mark.parametrize(("seed", "start"), [(7, START), (1, START), (42, date(2027, 3, 1)), (7, date(2026, 8, 9))])
def test_tiers_come_out_near_a_fifth_and_three_tenths(seed: int, start: date) -> None:
    customers = generate(seed, start).customers
    totals = [scoring.points(known(customer, start), RULES, start).total for customer in customers]
    assert 0.15 <= sum(total >= RULES.cut_a for total in totals) / len(totals) <= 0.25
    assert 0.22 <= sum(RULES.cut_b <= total < RULES.cut_a for total in totals) / len(totals) <= 0.38


def test_every_status_occurs_and_some_who_matter_are_silent(company: SeedCompany) -> None:
    seen = Counter((tier(customer), status(customer)) for customer in company.customers)
    assert {word for _, word in seen} == {"new", "active", "silent", "at_risk", "lost"}
    assert seen["A", "silent"] + seen["A", "at_risk"] >= 3
    assert seen["C", "lost"] >= 8


def test_a_few_complaints_are_open(company: SeedCompany) -> None:
    complaints = [complaint for customer in company.customers for complaint in customer.complaints]
    assert 3 <= sum(complaint.closed_on is None for complaint in complaints) <= 6
    assert sum(complaint.closed_on is not None for complaint in complaints) >= 3


def test_nothing_has_happened_yet_today(company: SeedCompany) -> None:
    for customer in company.customers:
        days = [customer.created_on, *(touch.on for touch in customer.touches), *(fact.on for fact in customer.facts)]
        days += [purchase.on for purchase in customer.purchases]
        assert max(days) < START
        assert all(works(day) for day in days)


def test_histories_are_in_the_order_of_time_and_belong_to_the_owner(company: SeedCompany) -> None:
    for customer in company.customers:
        assert [t.on for t in customer.touches] == sorted(t.on for t in customer.touches)
        assert {touch.author for touch in customer.touches} <= {customer.owner}
        assert {purchase.author for purchase in customer.purchases} <= {customer.owner}
        assert {touch.contact for touch in customer.touches} <= {contact.name for contact in customer.contacts}


def test_what_was_bought_is_in_the_catalogue_at_its_price(company: SeedCompany) -> None:
    prices = {product.zh: product.price for product in PRODUCTS}
    bought = [purchase for customer in company.customers for purchase in customer.purchases]
    assert all(purchase.amount == prices[purchase.product] * purchase.quantity for purchase in bought)
    assert len({purchase.product for purchase in bought}) == len(PRODUCTS)


def test_every_salesperson_has_plans_for_the_next_mornings(company: SeedCompany) -> None:
    due = Counter((plan.author, plan.due_on) for customer in company.customers for plan in customer.plans)
    coming = [after(START, n) for n in range(4)]
    for person in ("mia", "ben", "sam", "joy"):
        assert all(1 <= due[person, day] <= 3 for day in coming)


def test_notes_are_many_and_filled_in_and_hardly_repeated(company: SeedCompany) -> None:
    said = [touch.words for customer in company.customers for touch in customer.touches]
    assert not [words for words in said if "{" in words or "}" in words]
    assert len(set(said)) > len(said) * 0.5


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_are_at_least_sixty_sentences_in_each_language(language: str) -> None:
    assert len({line.words for line in lines(language)}) >= 60
    assert {(line.channel, line.sign) for line in lines(language)} >= set(CHANNELS_SAID)
    assert all(line.sign in SENTIMENTS for line in lines(language))
    assert len(plans(language)) >= 10


def test_both_languages_are_written(company: SeedCompany) -> None:
    said = [touch.words for customer in company.customers for touch in customer.touches]
    english = sum(words.isascii() for words in said) / len(said)
    assert 0.25 <= english <= 0.5


def test_regions_and_industries_are_in_the_catalogue(company: SeedCompany) -> None:
    terms = {(term.kind, term.zh) for term in company.terms}
    assert all(("region", customer.region) in terms for customer in company.customers)
    assert all(("industry", customer.industry) in terms for customer in company.customers)
    assert region_of("Xi'an") == region_of("西安") == "西部"
    assert ("西安", "Xi'an") in cities("西部")


def test_the_people_of_the_story_are_there(company: SeedCompany) -> None:
    roles = Counter(role for person in company.people for role in person.roles)
    assert roles == {"salesperson": 4, "manager": 1, "admin": 1}
    assert {"百禾乳业", "海岳食品", "华星科技", "Acme Trading"} <= {customer.name for customer in company.customers}


@pytest.mark.parametrize(("day", "open_"), [("2026-11-18", True), ("2026-11-21", False), ("2026-10-01", False)])
def test_clearspring_keeps_holidays(day: str, open_: bool) -> None:
    assert works(date.fromisoformat(day)) is open_


def test_working_days_are_found_both_ways() -> None:
    assert at_or_before(date(2026, 11, 22)) == date(2026, 11, 20)
    assert after(date(2026, 11, 21), 0) == date(2026, 11, 23)
    assert after(date(2026, 11, 20), 1) == date(2026, 11, 23)
    assert at_or_before(date(2027, 2, 8)) == date(2027, 2, 4)


def test_seeds_are_plain_and_frozen(company: SeedCompany) -> None:
    with pytest.raises(AttributeError):
        company.customers[0].name = "x"  # type: ignore[misc]
    assert all(field.name for field in fields(company))
