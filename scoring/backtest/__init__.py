"""The proof: whether the tiers of a day foretold what the customers did next.

Importing this needs scipy (and reading a file, pandas); `import scoring` needs neither.
"""

from scoring.backtest.document import to_json
from scoring.backtest.measures import auc, auc_gain
from scoring.backtest.proposal import FEWEST_CUSTOMERS, FEWEST_REPEATS, Proposal, proposed
from scoring.backtest.purchases import Purchases, PurchasesUnreadable, purchases, read_purchases
from scoring.backtest.run import Backtest, TierFigures, backtest, tier_figures

__all__ = [
    "FEWEST_CUSTOMERS",
    "FEWEST_REPEATS",
    "Backtest",
    "Proposal",
    "Purchases",
    "PurchasesUnreadable",
    "TierFigures",
    "auc",
    "auc_gain",
    "backtest",
    "proposed",
    "purchases",
    "read_purchases",
    "tier_figures",
    "to_json",
]
