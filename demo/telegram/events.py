"""What happens in the chats, told at once to whoever looks at them: the page, and tests that wait for an answer."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from demo.telegram.plain import Plain

MOST_WAITING = 10_000
"""Events that a listener may lag behind before it is dropped; it then reads the state anew."""

Listener = asyncio.Queue[Plain | None]


class Events:
    """Everybody who listens, each with a queue of their own; None in it means: start over."""

    def __init__(self) -> None:
        self.listeners: set[Listener] = set()

    def tell(self, event: str, **fields: object) -> None:
        """Something happened."""
        for listener in tuple(self.listeners):
            self.tell_one(listener, {"event": event, **fields})

    def tell_one(self, listener: Listener, said: Plain) -> None:
        """Tell it to one of them; who lags too far behind is let go."""
        if listener.qsize() < MOST_WAITING:
            listener.put_nowait(said)
        else:
            self.listeners.discard(listener)
            listener.put_nowait(None)

    def stop(self) -> None:
        """Nothing more will happen."""
        for listener in self.listeners:
            listener.put_nowait(None)
        self.listeners.clear()

    @contextmanager
    def listening(self) -> Iterator[Listener]:
        """A queue of everything that happens from now on."""
        listener: Listener = asyncio.Queue()
        self.listeners.add(listener)
        try:
            yield listener
        finally:
            self.listeners.discard(listener)
