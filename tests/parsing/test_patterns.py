"""Patterns are compiled late, so here is where a wrong one is found."""

import pkgutil
from importlib import import_module

import pytest

import parsing
from parsing.patterns import Pattern

MODULES = [f"parsing.{module.name}" for module in pkgutil.iter_modules(parsing.__path__)]


def patterns(kept: object) -> list[Pattern]:
    """All patterns in something that a module keeps."""
    if isinstance(kept, Pattern):
        return [kept]
    several = kept.values() if isinstance(kept, dict) else kept if isinstance(kept, tuple | list) else ()
    return [found for one in several for found in patterns(one)]


@pytest.mark.parametrize("module", MODULES)
def test_every_pattern_compiles(module: str) -> None:
    for found in patterns(list(vars(import_module(module)).values())):
        assert found.flags
