"""How fast Telegram lets a bot speak, in machine time (seconds of one monotonic clock, handed in)."""

from collections import deque
from dataclasses import dataclass

CHATS_KEPT = 4096
SLACK = 1.05
"""Our seconds are a little longer than Telegram's: messages may travel at different speeds."""
OVERALL_SLACK = 1.02
"""So are those in which all chats are counted; among so many messages, less."""
LATE = 0.1
"""Seconds by which a message of many may leave late, as timers do, without slowing down the others."""


@dataclass(frozen=True)
class Limits:
    """Telegram's limits: about 30 messages a second, one a second in a private chat, 20 a minute in a group."""

    overall: int = 30
    """New messages and edits in any second."""
    at_once: int = 10
    """Of these, so many may leave together and the rest evenly: a clump that travels slowly would meet the next one."""
    burst: int = 3
    """Messages that a private chat may get at once; in the long run it gets one a second."""
    group: int = 20
    """Messages that a group may get in any minute."""


class Window:
    """At most `count` events in any `seconds`."""

    __slots__ = ("late", "seconds", "times")

    def __init__(self, count: int, seconds: float, slack: float = SLACK, late: float = 0.0) -> None:
        self.times: deque[float] = deque(maxlen=count)
        self.seconds, self.late = seconds * slack, late

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed; 0 when it is."""
        if len(self.times) < (self.times.maxlen or 1):
            return 0.0
        return max(0.0, self.times[0] + self.seconds - now)

    def take(self, now: float) -> None:
        """One more happened; being a little late for it doesn't make all that follow later."""
        opened = self.times[0] + self.seconds if len(self.times) == self.times.maxlen else now
        self.times.append(opened if opened <= now < opened + self.late else now)

    def rested(self, now: float) -> bool:
        """Whether everything that happened is forgotten."""
        return not self.times or self.times[-1] + self.seconds <= now


class Pace:
    """One event each `seconds` in the long run, `burst` of them at once."""

    __slots__ = ("ahead", "due", "seconds")

    def __init__(self, burst: int, seconds: float = SLACK) -> None:
        self.seconds, self.ahead = seconds, (burst - 1) * seconds
        self.due = float("-inf")

    def wait(self, now: float) -> float:
        """Seconds until one more is allowed; 0 when it is."""
        return max(0.0, self.due - self.ahead - now)

    def take(self, now: float) -> None:
        """One more happened."""
        self.due = max(self.due, now) + self.seconds

    def rested(self, now: float) -> bool:
        """Whether everything that happened is forgotten."""
        return self.due <= now


class Gates:
    """The gates of one bot: overall, per chat, and one for everything that Telegram itself closes with a 429."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._overall = Window(limits.overall, 1.0, OVERALL_SLACK, LATE)
        self._even = Pace(limits.at_once, OVERALL_SLACK / limits.overall)
        self._chats: dict[int, Window | Pace] = {}
        self._not_before = float("-inf")

    def close(self, seconds: float, now: float) -> None:
        """Nothing leaves for so long: Telegram said so, or cannot be reached."""
        self._not_before = max(self._not_before, now + seconds)

    def closed(self, now: float) -> float:
        """Seconds until anything at all may be sent; 0 when open."""
        return max(0.0, self._not_before - now)

    def wait(self, now: float) -> float:
        """Seconds until the next message may leave, whatever its chat."""
        return max(self.closed(now), self._overall.wait(now), self._even.wait(now))

    def wait_in(self, chat_id: int, now: float, *, new: bool) -> float:
        """Seconds until this chat may get a new message, or a change of one."""
        gate = self._chats.get(chat_id)
        return gate.wait(now) if gate and (new or chat_id < 0) else 0.0

    def take(self, chat_id: int, now: float, *, new: bool) -> None:
        """Something leaves now. Edits and reactions count overall, and in a chat only if it is a group."""
        self._overall.take(now)
        self._even.take(now)
        if new or chat_id < 0:
            self._gate(chat_id, now).take(now)

    def _gate(self, chat_id: int, now: float) -> Window | Pace:
        gate = self._chats.get(chat_id)
        if gate is None:
            if len(self._chats) >= CHATS_KEPT:
                self._chats = {chat: gate for chat, gate in self._chats.items() if not gate.rested(now)}
            gate = self._chats[chat_id] = self._new(chat_id)
        return gate

    def _new(self, chat_id: int) -> Window | Pace:
        return Window(self._limits.group, 60.0) if chat_id < 0 else Pace(self._limits.burst)
