"""`python -m tests.four_weeks.play`: plays the weeks in a folder of its own and prints the diary."""

import asyncio
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from commands.errands import Errands
from demo.telegram import LocalTelegram
from storage.migrations import migrate

from .salesperson import four_weeks
from .weeks import Weeks


async def played(url: str, folder: Path, errands: Errands, days: int = 28) -> Weeks:
    """So many days, to their end."""
    async with LocalTelegram("42:weeks", username="huifang_bot") as telegram:
        weeks = Weeks(telegram, url, folder, errands)
        with telegram.events.listening() as weeks.events:
            try:
                await four_weeks(weeks, days)
            finally:
                await weeks.stop()
        return weeks


def main() -> None:
    """In a folder of its own."""
    with tempfile.TemporaryDirectory() as folder, closing(Errands()) as errands:
        migrate(url := f"sqlite:///{folder}/huifang.db")
        weeks = asyncio.run(played(url, Path(folder), errands))
    for entry in weeks.diary.entries:
        sys.stdout.write(f"{entry.at:%a %d %b %H:%M} {entry.how}: {' / '.join(entry.lines)}\n")
    sys.stdout.write(f"{weeks.truth.checked} lines judged\n" + "\n".join(weeks.truth.untrue) + "\n")


if __name__ == "__main__":
    main()
