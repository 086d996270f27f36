"""The company of these tests: an office, and who works there; a file that wants somebody else says so itself."""

import pytest

from storage.database import Database
from storage.models import Person
from tests.office import Office


@pytest.fixture
def office(database: Database) -> Office:
    """A company founded this morning, without anybody."""
    return Office(database)


@pytest.fixture
def tom(office: Office) -> Person:
    """Its admin, who has neither customers nor a team."""
    return office.hire("吴桐", "admin")


@pytest.fixture
def mia(office: Office) -> Person:
    """Somebody who sells."""
    return office.hire("陈静", "salesperson")


@pytest.fixture
def ben(office: Office) -> Person:
    """Who sells beside her."""
    return office.hire("周航", "salesperson")


@pytest.fixture
def grace(office: Office) -> Person:
    """Their manager."""
    return office.hire("林岚", "manager")
