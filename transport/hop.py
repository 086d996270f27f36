"""How this room reaches the database: through the desk, which is handed in."""

from typing import Any, Protocol


class Do(Protocol):
    """Run a function of `storage/` in a transaction of its own, off the event loop; its result when committed."""

    async def __call__(self, action: Any, /, *args: Any, **kwargs: Any) -> Any:
        """The first argument of `action` is the session."""
