"""The ledger: every call that changed something, and every one that came before it was allowed again.

A harness counts here what was lost and what was said twice. Times (`at`) are the machine's, in seconds since 1970.
"""

import time
from collections import Counter

from demo.telegram.asked import Asked
from demo.telegram.plain import Plain

SILENT = {"sendchataction", "sendmessagedraft"}
WRITING = ("send", "edit", "copy", "forward", "delete", "answer", "setmessagereaction")
SAYING = ("send", "copy", "forward")
LONGEST = 400


class Ledger:
    """Lines in the order of acceptance, and how often each method was called, accepted or refused."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin to count anew."""
        self.accepted: list[Plain] = []
        self.violations: list[Plain] = []
        self.calls: Counter[str] = Counter()
        self.refused: Counter[int] = Counter()
        self.received = 0
        self.said = 0

    def accept(self, method: str, asked: Asked, result: object, answered: bool) -> None:
        """The call was acted on; `answered` is False if its answer was lost on the way."""
        self.calls[method] += 1
        if method.startswith(WRITING) and method not in SILENT:
            number = result.get("message_id") if isinstance(result, dict) else asked.number("message_id")
            words = (asked.text("text") or asked.text("caption"))[:LONGEST]
            line = {"n": len(self.accepted) + 1, "at": time.time(), "method": method, "chat": asked.number("chat_id"),
                    "message_id": number, "text": words, "answered": answered}  # fmt: skip
            self.accepted.append(line)
            self.said += method.startswith(SAYING)

    def refuse(self, method: str, code: int) -> None:
        """The call was turned down."""
        self.calls[method] += 1
        self.refused[code] += 1

    def violate(self, method: str, chat: int | None, early_by: float, since_told: float) -> None:
        """The call came `early_by` seconds before it was allowed, `since_told` seconds after that had been said."""
        self.violations.append(
            {"at": time.time(), "method": method, "chat": chat, "early_by": early_by, "since_told": since_told}
        )

    def shown(self, after: int = 0) -> Plain:
        """All of it, lines after number `after`."""
        return {
            "accepted": self.accepted[after:],
            "violations": self.violations,
            "calls": dict(self.calls),
            "refused": {str(code): times for code, times in self.refused.items()},
            "received": self.received,
            "said": self.said,
        }
