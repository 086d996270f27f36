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


FILTERS = {"phone": phone, "masked": masked}
