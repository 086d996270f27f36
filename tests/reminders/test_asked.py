"""Dates of customers and reminders of one's own: on which days they come."""

from datetime import UTC, date, datetime, time, timedelta

from reminders import Asked, Calendar, Marked, Person, Rules, Span, Standing, Wanted, planned, still_true
from reminders.pushes import Push

MIA = Person(1, "Asia/Shanghai", Calendar(), wants_agenda=False)
MONDAY = date(2026, 11, 23)


def pushed(wanted: Wanted, on: date, person: Person = MIA) -> list[Push]:
    return [push for push in planned(person, on, wanted, Rules()) if push.kind in ("occasion", "asked")]


def test_a_birthday_comes_every_year_also_on_a_day_off() -> None:
    birthday = Wanted(marked=(Marked(3, 7, date(2026, 3, 8), yearly=True),))
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(800)]
    assert [str(day) for day in days if pushed(birthday, day)] == ["2026-03-08", "2027-03-08", "2028-03-08"]


def test_the_end_of_a_contract_is_told_ahead_and_on_the_day() -> None:
    contract = Marked(3, 7, date(2027, 1, 10), ahead=30)
    assert contract.days_to(date(2026, 12, 11)) == 30
    assert contract.days_to(date(2027, 1, 10)) == 0
    assert contract.days_to(date(2026, 12, 12)) is None
    assert contract.days_to(date(2028, 1, 10)) is None


def test_what_is_told_ahead_of_a_yearly_date_may_lie_in_the_year_before() -> None:
    assert Marked(3, 7, date(2020, 1, 5), yearly=True, ahead=10).days_to(date(2026, 12, 26)) == 10


def test_29_february_is_the_28th_in_a_common_year() -> None:
    leap = Marked(3, 7, date(2024, 2, 29), yearly=True)
    assert [leap.days_to(day) for day in (date(2027, 2, 28), date(2028, 2, 28), date(2028, 2, 29))] == [0, None, 0]
    assert str(leap.next_from(date(2026, 11, 20))) == "2027-02-28"


def test_a_reminder_of_ones_own_comes_as_often_as_was_said() -> None:
    days = [MONDAY + timedelta(days=n) for n in range(70)]
    workdays = Calendar(holidays=frozenset({date(2026, 11, 25)}))
    comes = {
        every: [day for day in days if Asked(1, MONDAY, time(9), "Asia/Shanghai", every).falls_on(day, workdays)]
        for every in (None, "day", "workday", "week", "month")
    }
    assert comes[None] == [MONDAY]
    assert comes["day"] == days
    assert comes["workday"][:3] == [MONDAY, date(2026, 11, 24), date(2026, 11, 26)]
    assert {day.weekday() for day in comes["week"]} == {0}
    assert comes["month"] == [MONDAY, date(2026, 12, 23), date(2027, 1, 23)]


def test_a_monthly_one_of_the_31st_comes_on_the_last_day_of_shorter_months() -> None:
    monthly = Asked(1, date(2026, 12, 31), time(9), "Asia/Shanghai", "month")
    assert monthly.falls_on(date(2027, 2, 28), Calendar())
    assert not monthly.falls_on(date(2027, 1, 30), Calendar())


def test_it_rings_at_that_time_on_leave_and_in_quiet_hours_but_not_before_it_was_asked_for() -> None:
    away = Person(1, "Asia/Shanghai", Calendar(leave=(Span(MONDAY, MONDAY),)))
    made_at = datetime(2026, 11, 23, 2, tzinfo=UTC)
    night = Asked(1, MONDAY, time(23), "Asia/Shanghai", made_at=made_at)
    morning = Asked(2, MONDAY, time(9), "Asia/Shanghai", "day", made_at)
    (push,) = pushed(Wanted(asked=(night, morning)), MONDAY, away)
    assert (push.subject, push.due_at) == ("1@23:00", datetime(2026, 11, 23, 15, tzinfo=UTC))
    assert still_true(push, away, Standing(push.due_at), Rules())


def test_the_date_of_a_customer_keeps_out_of_quiet_hours_and_of_leave() -> None:
    early = Person(1, "Asia/Shanghai", Calendar(), agenda_at=time(6))
    (push,) = pushed(Wanted(marked=(Marked(3, 7, MONDAY),)), MONDAY, early)
    assert push.due_at == datetime(2026, 11, 23, tzinfo=UTC)
    away = Person(1, "Asia/Shanghai", Calendar(leave=(Span(MONDAY, MONDAY),)))
    assert still_true(push, away, Standing(push.due_at), Rules()).reason == "on_leave"
