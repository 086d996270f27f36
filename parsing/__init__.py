"""Words become requests, in Chinese, English and both mixed; no clock, no database, no chat.

`understand` reads a message; `correction`, `moment` and `several_customers` read the short answers, `smalltalk` what is
only a greeting or thanks.
"""

from parsing.corrections import correction, moment
from parsing.said import Book, Candidate, Correction, Moment, NewCustomer, Said, Spot
from parsing.several import several_customers
from parsing.smalltalk import smalltalk
from parsing.understanding import understand

__all__ = [
    "Book", "Candidate", "Correction", "Moment", "NewCustomer", "Said", "Spot",
    "correction", "moment", "several_customers", "smalltalk", "understand",
]  # fmt: skip
