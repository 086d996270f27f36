"""Recognises names: knows no database, no chat and no clock.

    book = Book([Entry(1, "海岳食品", contacts=("王建国",)), Entry(2, "Acme Corp")])
    book.spot("拜访了海岳的王总")     # where names stand in a message, and whose they may be
    book.find("acme")                 # who is meant by a bare name
    keys("宁波海岳食品有限公司")      # under which short keys a name is stored and sought
    rank("海岳", entries)             # the likeliest of some candidates first

A homophone or a typing slip is only ever a proposal: 华星 is not 华兴.
"""

from lookup.book import Book
from lookup.cities import same as same_city
from lookup.entries import CERTAIN, LIKELY, Candidate, Entry, Spot
from lookup.keys import keys
from lookup.names import brand, core, shorter
from lookup.ranking import rank
from lookup.runs import runs
from lookup.writing import normal

__all__ = [
    "CERTAIN",
    "LIKELY",
    "Book",
    "Candidate",
    "Entry",
    "Spot",
    "brand",
    "core",
    "keys",
    "normal",
    "rank",
    "runs",
    "same_city",
    "shorter",
]
