"""`bot.py` as it is, but for Telegram's speed limits: no message waits for its second, as the echo's don't.

Telegram takes about 30 messages a second from any bot. What is measured is what the bot could do, and what it costs.
"""

import runpy
from functools import partial
from pathlib import Path

from transport import sender
from transport.gates import Limits

BOT = Path(__file__).parent.parent / "bot.py"
MANY = 100_000


def run() -> None:
    """The bot, until it is ended."""
    vars(sender)["Limits"] = partial(Limits, overall=MANY, burst=MANY)
    runpy.run_path(str(BOT), run_name="__main__")


if __name__ == "__main__":
    run()
