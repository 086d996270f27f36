"""Days on a picture, short: 9/28 in Chinese, 28 Sep in English, where 9/10 could be either."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(iso: str, language: str) -> str:
    """A day without its year."""
    _, month, number = map(int, iso.split("-"))
    return f"{number} {MONTHS[month - 1]}" if language == "en" else f"{month}/{number}"


def span(first: str, last: str, language: str) -> str:
    """From a day to another."""
    between = " – " if language == "en" else "–"
    return f"{day(first, language)}{between}{day(last, language)}"
