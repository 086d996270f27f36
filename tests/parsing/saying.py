"""What the tests say, when and to whose book."""

from datetime import datetime
from zoneinfo import ZoneInfo

from lookup import Book, Entry
from parsing import Moment, Said, understand

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
"""A Wednesday morning."""

BOOK = Book(
    [
        Entry(1, "海岳食品", contacts=("王建军",), city="宁波"),
        Entry(2, "百禾乳业", contacts=("刘姐",)),
        Entry(3, "澜石机械", contacts=("李明",)),
        Entry(4, "Seacrest Foods", contacts=("Mr Wong",)),
        Entry(5, "Meadow Dairy", contacts=("Ms Low",)),
        Entry(6, "Lanstone"),
        Entry(7, "Blue Mill"),
        Entry(8, "青屿酒店"),
    ]
)


def hear(text: str, *, now: datetime = NOW, currency: str = "CNY", region: str = "CN") -> tuple[Said, ...]:
    """Every fact of a message."""
    return understand(text, heard=now, book=BOOK, currency=currency, region=region)


def one(text: str, *, now: datetime = NOW, currency: str = "CNY", region: str = "CN") -> Said:
    """The only fact of a message."""
    (said,) = hear(text, now=now, currency=currency, region=region)
    return said


def day(moment: Moment | None) -> str | None:
    """A moment in short: 11-25, 11-25 15:00."""
    if moment is None:
        return None
    return moment.on.strftime("%m-%d") + (moment.at.strftime(" %H:%M") if moment.at else "")
