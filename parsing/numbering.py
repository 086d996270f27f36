"""Numbering plans: what written digits mean where they are dialled, as E.164."""

import re
from typing import TYPE_CHECKING

from parsing.patterns import pattern

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

CALLED = pattern(r"""
    (?:\b(?:tel|phone|telephone|ph|mobile|mob|cell|call(?:ed|ing)?|ring|dial|whatsapp|wa|viber|text(?:ed)?|sms|fax|reach(?:ed)?
    |number|num|line|direct|contact|handy|hotline)\b|电话|手机|号码?|联系方式|座机|热线|拨|致电)[^\d\n]{0,24}$
""")
"""Right before digits that are a phone number whatever they look like."""
PAPER = pattern(r"""
    \b(?:parts?|orders?|invoices?|inv|refs?|reference|sku|art(?:icle)?|serial|s/n|po|quotes?|tracking|booking|contract
    |iban|account|acct|vat|tax|batch|lot|model|job|ticket|case|policy)\b\.?\s?(?:no\.?|nr\.?|number|num|id|code)?
    \s?[:#]?\s?$
""")
"""Right before digits that number a paper or a thing."""
GROUP = re.compile(r"[\s./-]+\(?\d+\)?$")


def issued(words: str, region: str | None) -> str | None:
    """The number if that country's plan has it; with the 0 before it where one dials one."""
    import phonenumbers  # Only numbers from abroad need the world's numbering plans.

    number = _parsed(words, region)
    plan = phonenumbers.PhoneMetadata.metadata_for_region(region) if region else None
    trunk = plan is not None and plan.national_prefix == "0"
    bare = trunk and words.lstrip()[:1] not in ("0", "(", "+")
    return _written(number) if number and not bare and phonenumbers.is_valid_number(number) else None


def possible(words: str, region: str | None) -> str | None:
    """The number if it is as long as that country's numbers are, its area included."""
    import phonenumbers

    number = _parsed(words, region)
    if number is None:
        return None
    fits = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
    return _written(number) if fits else None


def read(words: str, region: str | None, *, called: bool = True) -> tuple[str, int] | None:
    """The number and how many letters of the words it takes: what follows it (a time, a count) is none of it.

    `called`: the words say that it is a phone number, so that being as long as one is enough.
    """
    shorter, longer = words, ""
    while len(shorter) > 6 and shorter != longer:
        if number := issued(shorter, region):
            return number, len(shorter)
        shorter, longer = GROUP.sub("", shorter), shorter
    whole = possible(words, region) if called else None
    return (whole, len(words)) if whole else None


def _parsed(words: str, region: str | None) -> "PhoneNumber | None":
    import phonenumbers

    try:
        return phonenumbers.parse(words, region)
    except phonenumbers.NumberParseException:
        return None


def _written(number: "PhoneNumber") -> str:
    import phonenumbers

    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
