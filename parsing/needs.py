"""Needs: what a customer wants, in the text's own words."""

from parsing.patterns import pattern

NEED = pattern(r"""
    (?:有?需求是?[:：]?|需要|想要|想换|想买|想装|想订|想进|想做|想找|急需|缺|打算买|打算换|准备换|想了解|想试试?
    |要(?=\d|[一二两三几]?[台套个批条]|换|装|加|进))([^，,。;；!！\n\x00]{2,24})|\b(?:wants?|needs?|looking for
    |interested in|would like|asked for|asks for|after)(?: to (?:buy|have|get|try|replace|order))? ((?!to\b
    |the invoice|refund)[^,.;!\n\x00]{3,48})
""")
KEPT = pattern(r"^(?:想换|想买|想装|换|装)")
TIME = pattern(r"\s?(?:by|before|on|in|at|for|from|next|this)?\s*$")


def find(text: str, masked: str) -> str | None:
    """What the customer needs or wants, or null."""
    match = NEED.search(masked)
    if match is None:
        return None
    group = 1 if match[1] else 2
    start = match.start(group)
    if masked[max(0, start - 2) : start] in ("想换", "想买", "想装"):
        start -= 1
    return TIME.sub("", text[start : match.end(group)]).strip() or None
