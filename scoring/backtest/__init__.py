"""The proof: whether the tiers of a day foretold what the customers did next.

Importing this needs scipy (and reading a file, pandas); `import scoring` needs neither.
"""

from scoring.backtest.document import to_json
from scoring.backtest.proposal import Proposal, proposed
from scoring.backtest.purchases import Purchases, PurchasesUnreadable, purchases, read_purchases
from scoring.backtest.run import Backtest, backtest

__all__ = [
    "Backtest",
    "Proposal",
    "Purchases",
    "PurchasesUnreadable",
    "backtest",
    "proposed",
    "purchases",
    "read_purchases",
    "to_json",
]
