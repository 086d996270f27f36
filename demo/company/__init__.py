"""A company to play with: 清源净水 / Clearspring sells water filters and dispensers.

    company = generate(seed=7, start=date(2026, 11, 18))

Everybody and everything in it is invented; phone numbers lie in a range that nobody has.
"""

from demo.company.founding import generate
from demo.company.seeds import (
    SeedCompany,
    SeedComplaint,
    SeedContact,
    SeedCustomer,
    SeedFact,
    SeedPerson,
    SeedPlan,
    SeedPurchase,
    SeedTerm,
    SeedTouch,
)

__all__ = [
    "SeedCompany",
    "SeedComplaint",
    "SeedContact",
    "SeedCustomer",
    "SeedFact",
    "SeedPerson",
    "SeedPlan",
    "SeedPurchase",
    "SeedTerm",
    "SeedTouch",
    "generate",
]
