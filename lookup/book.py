"""The customers that one person may name, and which of them a message means."""

from collections.abc import Iterable, Iterator

from lookup import ranking
from lookup.entries import Candidate, Entry, Id, Spot
from lookup.hits import Hit, agreed, chosen, of_cities
from lookup.index import Index
from lookup.reading import read
from lookup.spotting import hits
from lookup.writing import Token, spelled, tokens

MOST_WORDS = 500
"""Names are looked for in this many words and characters of a message."""

MOST_NAMESAKES = 50
"""Of so many customers that share a name the first ones are looked at."""


class Book:
    """Names, aliases and contacts of customers, ready to be recognised.

    Built once from entries and never changed. Contacts are also known by surname and title (王总 for 王建国,
    Ms Low for Mary Low), companies by their shorter forms (海岳 for 海岳食品, Acme for Acme Corp).
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._index = Index(entries)

    def __len__(self) -> int:
        return len(self._index.entries)

    def spot(self, text: str) -> list[Spot]:
        """The names seen inside a text, none overlapping, in its order.

        Where names overlap the longest and surest stands. Names side by side settle each other (华星 beside 刘敏
        is the one where 刘敏 works), and so does a customer's city; what stays open has several ids. A pinyin,
        initials, typo or homophone hit is a proposal: see `CERTAIN` and `LIKELY`.
        """
        found = tokens(text)[:MOST_WORDS]
        reading = read(text, found)
        seen = agreed(chosen(hits(reading, self._index)))
        settled = of_cities(seen, self._index.cities, spelled(reading.words)) if self._index.cities else seen
        return [_spot(text, found, hit) for hit in settled]

    def find(self, words: str, *, limit: int = 10) -> list[Candidate]:
        """Whom a bare name may mean, the surest first; empty when it means nobody here."""
        if not (spelling := "".join(token.word for token in tokens(words))):
            return []
        likely = [self._index.entries[at] for at in ranking.nearest(words, self._index.spelled)]
        named = [self._index.entry[one] for one in self._named(words, spelling)]
        return ranking.rank(words, dict.fromkeys((*named, *likely)), limit=limit)

    def _named(self, words: str, spelling: str) -> Iterator[Id]:
        """Customers that these words may name by what they are, sound like or begin with."""
        for hit in hits(read(words, tokens(words)), self._index):
            yield from hit.ids[:MOST_NAMESAKES]
        yield from (naming.id for naming in self._index.initials.get(spelling, ()))


def _spot(text: str, found: list[Token], hit: Hit) -> Spot:
    """A hit as the place and words of the text."""
    start, end = found[hit.first].start, found[hit.last - 1].end
    end += hit.cut and text[end : end + 1] == "."
    return Spot(start, end, text[start:end], hit.ids, hit.how, hit.certainty)
