"""What may go wrong between a bot and Telegram, on demand.

A fault is an object `{"kind": ..., ...}`:

- `refuse` with `code` (429 with `retry_after`, 403, 500, 502 ...) and perhaps `description`: not acted on;
- `lose`: acted on, and the connection is cut without an answer;
- `drop`: the connection is cut before anything is done;
- `delay` with `ms`: the answer comes that much later;
- `duplicate`, `reorder`, `again`: updates come twice in a batch, in disorder, or once more after they were confirmed.

It strikes calls of `method` (any by default), in `chat`, whose parameters contain `contains`; `times` (1; null: until
it is taken away), with probability `chance`, after letting `skip` of them pass. A 429 silences the chat until
`retry_after` is over, or with `"everybody": true` the whole bot. `{"kind": "latency", "ms": 40}` is a round trip for
every call, `{"kind": "limits", "overall": 30, "chat": 1, "group": 20}` enforces Telegram's own limits, and
`{"kind": "none"}` ends all.
"""

import random
from dataclasses import dataclass, field, fields
from typing import Any

from demo.telegram.asked import Asked
from demo.telegram.limits import EVERYBODY, Limits
from demo.telegram.plain import Plain
from demo.telegram.refusals import Refused, bad, too_many

WORDS = {401: "Unauthorized", 403: "Forbidden: bot was blocked by the user", 409: "Conflict: terminated by other "
         "getUpdates request; make sure that only one bot instance is running", 500: "Internal Server Error",
         502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}  # fmt: skip
KINDS = {"refuse", "lose", "drop", "delay", "duplicate", "reorder", "again"}


@dataclass
class Fault:
    """One thing that goes wrong; see above."""

    kind: str
    method: str = "*"
    chat: int | None = None
    contains: str = ""
    times: int | None = 1
    chance: float = 1.0
    skip: int = 0
    code: int = 500
    description: str = ""
    retry_after: int = 1
    everybody: bool = False
    ms: float = 0.0

    def fits(self, method: str, asked: Asked) -> bool:
        """Whether the call is one that it strikes."""
        if self.method != "*" and self.method.lower() != method:
            return False
        if self.chat is not None and self.chat != asked.number("chat_id"):
            return False
        return not self.contains or self.contains in str(asked.given)


@dataclass
class Faults:
    """The faults that lie in wait."""

    limits: Limits
    seed: int = 0
    waiting: list[Fault] = field(default_factory=list)
    latency: float = 0.0
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    def add(self, kind: str, **wanted: Any) -> None:
        """A fault by its fields; 400 for one that there isn't."""
        if kind == "none":
            self.clear()
        elif kind == "latency":
            self.latency = float(wanted["ms"]) / 1000
        elif kind == "limits":
            self.limits.enforce(**wanted)
        elif kind in KINDS and wanted.keys() <= {one.name for one in fields(Fault)}:
            self.waiting.append(Fault(kind, **wanted))
        else:
            raise bad(f"there is no fault {kind} with {', '.join(wanted)}")

    def clear(self) -> None:
        """All is well again."""
        self.waiting.clear()
        self.latency = 0.0
        self.limits.lift()

    def shown(self) -> list[Plain]:
        """Those that still wait."""
        return [vars(fault) for fault in self.waiting]

    def struck(self, kind: str, method: str, asked: Asked) -> Fault | None:
        """The fault of that kind that strikes this call, used up once."""
        for fault in self.waiting:
            if fault.kind == kind and fault.fits(method, asked) and self.happens(fault):
                return fault
        return None

    def happens(self, fault: Fault) -> bool:
        """Whether it strikes this time."""
        if fault.skip > 0:
            fault.skip -= 1
            return False
        if fault.chance < 1.0 and self.chance.random() >= fault.chance:
            return False
        if fault.times is not None:
            fault.times -= 1
            if fault.times <= 0:
                self.waiting.remove(fault)
        return True

    def refuse(self, method: str, asked: Asked) -> None:
        """Raise the refusal that strikes this call, if one does."""
        fault = self.struck("refuse", method, asked)
        if fault is None:
            return
        if fault.code == 429:
            scope = EVERYBODY if fault.everybody else asked.number("chat_id")
            raise too_many(self.limits.ban(scope or EVERYBODY, fault.retry_after))
        raise Refused(fault.code, fault.description or WORDS.get(fault.code, "Bad Request: refused on demand"))

    def disturbed(self, batch: list[Any], confirmed: list[Any], asked: Asked) -> list[Any]:
        """A batch of updates as the bot gets it: some twice, some once more, in disorder."""
        if batch and self.struck("again", "getupdates", asked):
            batch = [*self.chance.sample(confirmed, min(len(confirmed), 3)), *batch]
        if batch and self.struck("duplicate", "getupdates", asked):
            batch = [*batch, *self.chance.sample(batch, (len(batch) + 1) // 2)]
        if len(batch) > 1 and self.struck("reorder", "getupdates", asked):
            batch = self.chance.sample(batch, len(batch))
        return batch
