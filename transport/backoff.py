"""How long to wait before trying again: twice as long each time, up to a limit, never in step with others."""

import random


def backoff(tries: int, most: float = 30.0) -> float:
    """Seconds before the next try, after `tries` that failed (1 and up)."""
    return min(most, 0.5 * 2.0 ** min(tries, 16)) * random.uniform(0.5, 1.0)  # noqa: S311 - jitter, not a secret
