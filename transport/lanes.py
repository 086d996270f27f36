"""Which message leaves next: in each chat one after the other, replies before pushes, none before its gate opens."""

import heapq
from collections import deque
from collections.abc import Iterator

from storage.models import Outbox

from .gates import Gates

CHANGES = frozenset({"edit", "buttons", "react"})
"""The kinds that change what is there; all others add a message."""


def adds_a_message(row: Outbox) -> bool:
    """Whether the chat will be one message longer."""
    return row.kind not in CHANGES


class Lane:
    """What waits for one chat. While `busy`, one of its messages is on its way."""

    __slots__ = ("busy", "not_before", "pushes", "queued", "replies", "shut")

    def __init__(self) -> None:
        self.replies: deque[Outbox] = deque()
        self.pushes: deque[Outbox] = deque()
        self.busy = False
        self.queued = False
        self.shut = False
        self.not_before = float("-inf")

    @property
    def next(self) -> Outbox | None:
        """The message whose turn it is."""
        return self.replies[0] if self.replies else self.pushes[0] if self.pushes else None

    def take(self) -> Outbox:
        """Take it out."""
        return self.replies.popleft() if self.replies else self.pushes.popleft()

    def __iter__(self) -> Iterator[Outbox]:
        yield from self.replies
        yield from self.pushes


class Lanes:
    """All chats with something to say. Times are machine time, handed in."""

    def __init__(self, gates: Gates) -> None:
        self._gates = gates
        self._lanes: dict[int, Lane] = {}
        self._replies: deque[int] = deque()
        self._pushes: deque[int] = deque()
        self._shut: list[tuple[float, int]] = []

    def __bool__(self) -> bool:
        return bool(self._lanes)

    def put(self, row: Outbox, now: float) -> None:
        """This waits for its turn, behind what already waits in its chat."""
        lane = self._lanes.setdefault(row.chat_id, Lane())
        (lane.pushes if row.kind == "push" else lane.replies).append(row)
        if lane.queued and lane.next is row:
            self._replies.append(row.chat_id)  # a reply came to a chat that stood among the pushes
        self._line_up(row.chat_id, lane, now)

    def put_back(self, row: Outbox, chat_id: int, now: float, seconds: float = 0.0) -> None:
        """It could not leave `chat_id`: it stays the first, and its chat, perhaps with a new number, waits so long."""
        lane = self._lanes[chat_id]
        (lane.pushes if row.kind == "push" else lane.replies).appendleft(row)
        lane.not_before = now + seconds
        if row.chat_id == chat_id:
            self.free(chat_id, now)
        else:
            self._move(chat_id, row.chat_id, now)

    def free(self, chat_id: int, now: float) -> None:
        """The message on its way arrived or was given up: the chat's next may go."""
        lane = self._lanes[chat_id]
        lane.busy = False
        if lane.next is None:
            del self._lanes[chat_id]
        else:
            self._line_up(chat_id, lane, now)

    def take(self, now: float) -> Outbox | None:
        """The message that leaves now, its chat busy from here on; None when all gates are shut or nothing waits."""
        self._open(now)
        for queue in (self._replies, self._pushes):
            while queue:
                lane = self._lanes.get(queue.popleft())
                if lane is not None and lane.queued:
                    lane.queued, lane.busy = False, True
                    return lane.take()
        return None

    def opens_at(self) -> float | None:
        """When the next shut chat opens; None when none is shut."""
        return self._shut[0][0] if self._shut else None

    def outdates(self, row: Outbox) -> bool:
        """Whether a later change of the same message waits behind this one."""
        return row.kind == "edit" and any(_same_message(row, later) for later in self._lanes[row.chat_id])

    def _move(self, old: int, new: int, now: float) -> None:
        for row in self._lanes.pop(old):
            row.chat_id = new
            self.put(row, now)

    def _line_up(self, chat_id: int, lane: Lane, now: float) -> None:
        if lane.busy or lane.queued or lane.shut or lane.next is None:
            return
        opens = max(lane.not_before, now + self._gates.wait_in(chat_id, now, new=adds_a_message(lane.next)))
        if opens > now:
            lane.shut = True
            heapq.heappush(self._shut, (opens, chat_id))
            return
        lane.queued = True
        (self._replies if lane.replies else self._pushes).append(chat_id)

    def _open(self, now: float) -> None:
        while self._shut and self._shut[0][0] <= now:
            _, chat_id = heapq.heappop(self._shut)
            if (lane := self._lanes.get(chat_id)) and lane.shut:
                lane.shut = False
                self._line_up(chat_id, lane, now)


def _same_message(row: Outbox, later: Outbox) -> bool:
    if later.kind != "edit":
        return False
    by_number = row.edits_message_id is not None and later.edits_message_id == row.edits_message_id
    return by_number or (row.edits_outbox_id is not None and later.edits_outbox_id == row.edits_outbox_id)
