"""What a date ahead is about: another time for what is agreed already, and what is to be done then."""

from parsing.patterns import pattern

MOVED = pattern(r"""
    改[到期至]|改约|挪[到至]|推(?:迟|后)?到|延(?:期|后)?到|提前到|(?:改[成为在]|换[到成])(?=.{0,8}[天周週月日号號点點])|顺延到
    |\b(?:reschedul\w*|postpone\w*|(?:moved?|push(?:ed)?|put off|put back|shift(?:ed)?|changed?)
    (?:\s\S+){0,5}?\s(?:to|until|till)|instead of)\b
""")
"""What says that something agreed has another time."""

AHEAD = {
    "visit": pattern(r"""
        再(?:去|来|拜访|上门)|(?:约|上门|登门).{0,18}?(?:拜访|上门|见面?|会面|面谈|参观)
        |\b(?:go(?:ing)? back|drop(?:ping)?\sby|visit(?:ing)?\sagain
        |(?:agreed|booked|fixed|arranged|set up|scheduled)\b.{0,18}?\bvisit)\b
    """),
    "call": pattern(r"""
        再(?:打|电话|通话|致电)|约.{0,18}?(?:电话|通话)
        |\b(?:call(?:ing)?\s(?:back|again)|(?:agreed|booked|fixed|arranged|set up|scheduled)\b.{0,18}?\bcall)\b
    """),
    "message": pattern(r"再发(?:微信|消息)|约.{0,12}微信|\b(?:message|text|write)\sagain\b"),
}
"""What says how the next contact is to be."""


def is_moved(text: str) -> bool:
    """Do these words give what was agreed another time?"""
    return MOVED.search(text) is not None


def kind_ahead(text: str) -> str | None:
    """How the next contact is to be: visit, call or message; None where nothing says so. What is said last counts."""
    found = [(match.end(), kind) for kind, words in AHEAD.items() for match in words.finditer(text)]
    return max(found)[1] if found else None
