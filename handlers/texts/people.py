"""Phone numbers as they are shown: full and tappable on one's own customer's card, masked everywhere else."""

import re

CHINA_MOBILE = re.compile(r"\+86(1\d{2})(\d{4})(\d{4})")


def phone(number: str | None) -> str:
    """A phone number as people read it aloud: 138 0013 8000; Telegram makes it tappable."""
    if not number:
        return ""
    if found := CHINA_MOBILE.fullmatch(number):
        return " ".join(found.groups())
    import phonenumbers

    parsed = phonenumbers.parse(number)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def masked(number: str | None) -> str:
    """A phone number for everybody else: 138****8000."""
    if not number:
        return ""
    if found := CHINA_MOBILE.fullmatch(number):
        return f"{found[1]}****{found[3]}"
    return f"{number[:3]}****{number[-4:]}"


LEGAL = re.compile(
    r"""(?<=\S\S)\s*(?:（[^（）]*）)?(?:股份有限公司|有限责任公司|集团有限公司|控股有限公司|有限公司|有限責任公司|股份公司)$
    |(?<=\S\S),?\s+(?:Co\.?,?\s*Ltd\.?|Pte\.?\s*Ltd\.?|Pty\.?\s*Ltd\.?|Sdn\.?\s*Bhd\.?|Ltd\.?|Limited|Inc\.?|LLC|GmbH|S\.?A\.?
    |B\.?V\.?|AG)$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a company is in law: nobody says it."""


def called(name: str) -> str:
    """A customer as people call it: 深圳岚田科技 for 深圳岚田科技有限公司, Acme for "Acme Pte. Ltd."."""
    return LEGAL.sub("", name) or name


FILTERS = {"called": called, "phone": phone, "masked": masked}
