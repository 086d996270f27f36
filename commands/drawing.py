"""Drawing, as it is done in the child process: matplotlib is imported there and nowhere else."""

from collections.abc import Mapping
from typing import Any


def picture(view: str, facts: Mapping[str, Any], language: str) -> bytes:
    """The picture of a result as PNG."""
    from pictures import draw

    return draw(view, facts, language)


def matplotlib() -> None:
    """Have what draws at hand, before somebody waits for it."""
    from pictures import ready

    ready()
