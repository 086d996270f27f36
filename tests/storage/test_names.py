"""Names among very many: found by their keys, only within the asker's scope, and kept right by every change."""

import pytest
from sqlalchemy.orm import Session

from storage import customers, names
from storage.database import Database
from storage.models import Person
from storage.scope import scope_of
from tests.office import Office


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


def found(office: Office, who: Person, words: str, how: str = "near") -> list[str]:
    def asked(db: Session) -> list[str]:
        scope = scope_of(db, who, office.now)
        rows = names.near(db, scope, words, 5) if how == "near" else names.named(db, scope, words)
        return [row.name for row in rows]

    with office.database.reading() as db:
        return asked(db)


@pytest.mark.parametrize("words", ["海岳食品", "海岳", "haiyue", "宁波海岳食品有限公司", "海嶽", "hysp"])
def test_a_name_is_near_the_words_that_mean_it(office: Office, words: str) -> None:
    mia = office.hire("陈静", "salesperson")
    for name in ("海岳食品", "华星科技", "Acme Trading"):
        office.customer(mia, name)
    assert found(office, mia, words) == ["海岳食品"]


def test_a_text_names_those_whose_short_names_stand_in_it(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    for name in ("宁波海岳食品有限公司", "华星科技", "Acme Trading"):
        office.customer(mia, name)
    assert set(found(office, mia, "拜访了海岳，下午又去了Acme，聊报价", "named")) == {
        "宁波海岳食品有限公司",
        "Acme Trading",
    }
    assert found(office, mia, "今天下雨", "named") == []


def test_only_what_the_asker_may_see_is_near(office: Office) -> None:
    mia, ben = office.hire("陈静", "salesperson"), office.hire("周航", "salesperson")
    grace = office.hire("林岚", "manager")
    office.customer(mia, "海岳食品")
    assert found(office, ben, "海岳食品") == found(office, ben, "拜访海岳食品", "named") == []
    assert found(office, grace, "海岳食品") == found(office, grace, "拜访海岳食品", "named") == ["海岳食品"]


def test_another_name_is_another_key(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    number = office.customer(mia, "海岳食品")
    with office.database.transaction() as db:
        customers.call(db, customers.by_ids(db, scope_of(db, mia, office.now), [number])[0], "澜石机械")
    assert found(office, mia, "海岳") == []
    assert found(office, mia, "澜石") == ["澜石机械"]


def test_a_scope_of_very_many_is_told_from_one_that_fits_a_book(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    for name in ("海岳食品", "华星科技"):
        office.customer(mia, name)
    with office.database.reading() as db:
        scope = scope_of(db, mia, office.now)
        assert names.more_than(db, scope, 1)
        assert not names.more_than(db, scope, 2)
