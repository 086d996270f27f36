"""The keys under which the names that stand in a message may be stored."""

from itertools import islice

from lookup import readings
from lookup.writing import is_han, tokens

MOST_WORDS = 200
"""Names are sought in this many words and characters of a message."""
LONGEST_HAN, LONGEST_LATIN, LONGEST_PINYIN = 10, 5, 3


def runs(text: str) -> frozenset[str]:
    """For every run of words that may be a name: the key of its core, and in Latin letters that of its pinyin."""
    words = [token.word for token in islice(tokens(text), MOST_WORDS)]
    return frozenset(key for at in range(len(words)) for key in _from(words[at : at + LONGEST_HAN]))


def _from(words: list[str]) -> list[str]:
    """The keys of the runs that begin with the first of these words."""
    longest = LONGEST_HAN if is_han(words[0][0]) else LONGEST_LATIN
    joined = ["".join(words[:size]) for size in range(1, min(longest, len(words)) + 1)]
    latin = [] if is_han(words[0][0]) else joined[:LONGEST_PINYIN]
    return [*(f"c:{run}" for run in joined), *(f"p:{readings.loose(run)}" for run in latin)]
