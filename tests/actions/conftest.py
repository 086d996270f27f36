"""The company of these tests, and who works there, as in the tests of what is heard."""

from tests.handlers.conftest import ben, grace, mia, office

__all__ = ["ben", "grace", "mia", "office"]
