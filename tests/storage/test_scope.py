"""Who sees which customers: the same as a plain model says, on any company; and nobody asks around the scope."""

import ast
from pathlib import Path
from random import Random

import pytest

from storage.database import Database
from storage.models import Customer, Person
from storage.scope import Scope, customers_within, scope_of, visible
from tests.storage.worlds import NOW, World, build

STORAGE = Path(__file__).parents[2] / "storage"


@pytest.mark.parametrize("seed", range(12))
def test_everybody_sees_what_the_rules_say(database: Database, seed: int) -> None:
    world = World(Random(seed))
    build(database, world)
    with database.reading() as db:
        for number in world.roles:
            scope = scope_of(db, db.get_one(Person, number), NOW)
            assert {one.id for one in db.scalars(customers_within(scope))} == world.sees(number)
            seen = {one for one in world.owner if visible(db, scope, one) is not None}
            assert seen == world.sees(number)
        everything = Scope.everything("a test", NOW)
        assert {one.id for one in db.scalars(customers_within(everything))} == world.owner.keys() - world.gone


ASIDE = {
    "agendas.timed": "what a person agreed themselves",
    "covers.planned": "an owner's own customers, before a leave",
    "covers.met_by": "an owner's own customers, after a leave",
    "customers.same": "asked before creating; the answer reveals a name only when it was typed exactly",
    "nights.standing_and_customer": "the night judges everybody",
    "reports.timed_on_day": "what a person agreed themselves",
    "records.of_day": "a person's own records of a day",
    "records.created_on_day": "a count of a person's own",
    "records.promised_on_day": "what a person promised that day",
    "records.closed_on_day": "a person's own customers",
    "late.late": "the alarm that tells owners and their managers of their own",
    "tallies._states": "counts of everybody, no names",
    "moves.maker": "who did something, by its own number",
}
"""Questions that name customers without a scope, each with its reason."""


def test_no_question_about_customers_goes_around_the_scope() -> None:
    around = {name for file in sorted(STORAGE.glob("*.py")) for name in _around(file) if file.stem != "scope"}
    assert around - ASIDE.keys() == set()


def test_nobody_but_storage_writes_queries() -> None:
    rooms = [Path(__file__).parents[2] / room for room in ("actions", "handlers", "reminders", "scoring", "commands")]
    wrong = [file.name for room in rooms for file in room.rglob("*.py") if "import select" in file.read_text("utf-8")]
    assert wrong == []


def _around(file: Path) -> set[str]:
    """The functions of a file that select customers and mention no scope."""
    functions = [node for node in ast.parse(file.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)]
    return {f"{file.stem}.{one.name}" for one in functions if _selects_customers(one) and not _scoped(one)}


def _selects_customers(function: ast.FunctionDef) -> bool:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    asked = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) in ("select", "join")]
    return any(Customer.__name__ in _names(argument) for call in asked for argument in call.args)


def _scoped(function: ast.FunctionDef) -> bool:
    return bool(_names(function) & {"within", "each_within", "judged_within", "customers_within", "condition", "Scope"})


def _names(tree: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
