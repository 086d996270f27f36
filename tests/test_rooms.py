"""The arrows between rooms point down only: each room imports what its line here allows, and nothing else of ours."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT: dict[str, set[str]] = {
    "config": {"languages"},
    "clock": set(),
    "languages": set(),
    "log": set(),
    "lookup": set(),
    "parsing": set(),
    "pictures": {"languages"},
    "reminders": set(),
    "scoring": set(),
    "sheets": set(),
    "storage": {"lookup"},
    "desk": {"storage"},
    "actions": {"languages", "lookup", "reminders", "scoring", "storage"},
    "transport": {"storage"},
    "handlers": {"actions", "languages", "parsing", "storage"},
    "learning": {"lookup", "parsing"},
    "demo": {"actions", "storage"},
    "bench": {
        "actions",
        "commands",
        "config",
        "demo",
        "lookup",
        "parsing",
        "desk",
        "reminders",
        "scoring",
        "storage",
        "transport",
    },
}
WIRING = {"bot", "commands", "tests"}
OURS = MAY_IMPORT.keys() | WIRING
FRAMES = {"pandas", "matplotlib"}


def files(room: str) -> list[Path]:
    """The Python files of a room that exists; a room not built yet has none."""
    return [ROOT / f"{room}.py"] if (ROOT / f"{room}.py").exists() else sorted((ROOT / room).rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    """The top-level name of every import below this node; relative ones stay inside their room."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def tree(file: Path) -> ast.Module:
    """A file as Python reads it."""
    return ast.parse(file.read_text("utf-8"), file.name)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_lies_below_it(room: str) -> None:
    allowed = MAY_IMPORT[room] | {room}
    wrong = {
        f"{file.relative_to(ROOT)} imports {name}"
        for file in files(room)
        for name in imported(tree(file))
        if name in OURS and name not in allowed
    }
    assert not wrong


def test_the_arrows_form_no_circle() -> None:
    left = {room: set(below) - WIRING for room, below in MAY_IMPORT.items()}
    while ground := {room for room, below in left.items() if not below}:
        left = {room: below - ground for room, below in left.items() if room not in ground}
    assert not left


def test_nothing_that_the_bot_loads_brings_frames_or_pictures_along() -> None:
    rooms = MAY_IMPORT.keys() - {"bench", "pictures"}
    wrong = {
        f"{file.relative_to(ROOT)} imports {name}"
        for file in (file for room in rooms | {"bot", "commands"} for file in files(room))
        for statement in tree(file).body
        if _is_import(statement)
        for name in imported(statement)
        if name in FRAMES
    }
    assert not wrong


def test_the_command_line_loads_the_rehearsal_only_when_asked_for_it() -> None:
    always = [file for file in files("bot") + files("commands") if file.name != "demo.py"]
    at_once = {name for file in always for part in tree(file).body if _is_import(part) for name in imported(part)}
    assert "demo" not in at_once


def test_every_room_is_known_here() -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")} | {path.stem for path in ROOT.glob("*.py")}
    assert rooms <= OURS


def _is_import(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Import | ast.ImportFrom)
