"""The alarms of the running bot: one reminder that can't be said holds up no other."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from commands.alarms import Alarms
from commands.errands import Errands
from desk import Desk
from storage.database import Database
from storage.models import Occurrence, Outbox
from tests.office import Office

NOON = datetime(2026, 11, 18, 4, tzinfo=UTC)

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def errands() -> Iterator[Errands]:
    with closing(Errands()) as opened:
        yield opened


async def test_a_reminder_that_fails_is_tried_later_and_the_others_are_said(
    database: Database, errands: Errands
) -> None:
    office = Office(database, NOON)
    mia = office.hire("陈静", "salesperson")
    office.say(mia, "10分钟后提醒我开会")
    said: list[Outbox] = []
    alarms = Alarms(Desk(database), errands, lambda: office.now, said.extend, every_seconds=3600)
    await alarms.tick()
    with database.transaction() as db:
        broken = {"person_id": mia.id, "kind": "asked", "subject": "9999", "on": office.today, "facts": {}}
        db.add(Occurrence(**broken, due_at=NOON, state="planned"))
    office.wait(minutes=11)
    await alarms.tick()
    assert [row.view for row in said] == ["ReminderComes"]
    with database.reading() as db:
        waiting = db.scalars(select(Occurrence).where(Occurrence.subject == "9999")).one()
        assert waiting.state == "planned"
        assert waiting.again_at is not None
        assert waiting.again_at - office.now == timedelta(minutes=10)
