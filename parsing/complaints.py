"""Complaints: whether a customer complains, or one that was open is over."""

from parsing import clauses
from parsing.patterns import each, pattern

COMPLAINT = pattern(r"""
    投诉|客诉|抱怨|质量有?问题|质量不行|质量差|要求?(?:退货|换货|退款|赔偿|赔)|退货|索赔|破损|碎了|坏了|裂了|漏(?:水
    |油|了)|异响|发错|送错|少发|漏发|缺货了|很生气|发火|发飙|非常不满|太差|骂|差评|不良率|返修|故障|死机|接触不良
    |磨没了|磨坏|断裂|开裂|掉色|褪色|色差|串味|卡死|卡顿|烧了|烧坏|全退了|生锈|过期了|变质|发霉|有异物|受潮
    |\b(?:complain(?:s|ed|ing|t|ts)?|furious|angry|wrong (?:items?|order|goods|parts?|size|colou?r)|damaged
    |defect(?:s|ive)?|broken|faulty|not working|stopped working|crash(?:es|ed|ing)?|late delivery|shipment is late
    |delivered late|leak(?:s|ed|ing)|soaked|rebooting|keeps? (?:failing|breaking|crashing|stopping|freezing)
    |arrived (?:late|wet|dirty)|money back|(?:his|her|their) (?:\x00 ?)+back|overheat(?:s|ed|ing)?|jams|jammed|rusted
    |rusty|cracked|mou?ldy|expired goods|unacceptable|fed up|returning the|escalat(?:e|ed|ing)|poor quality
    |bad quality|missing parts?|upset about|unhappy about)\b
""")
REFUND = pattern(r"\brefund\b")
DEMANDED = pattern(r"""
    要求?|想|希望|申请|催|\b(?:wants?|wanted|ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|insists?
    |insisted|expects?|needs?|claims?|claiming|threatens?|or else|if|asap|when|where)\b
""")
"""Then the money is only asked for."""

NONE = pattern(
    r"(?:没有?(?!解决|处理)|无|不是)\S{0,4}(?:投诉|抱怨|质量问题)|\b(?:no|without|zero) (?:more )?complaints?\b"
)

_OVER = (
    r"结案|了结|销案|撤诉|闭环|(?:解决|处理|搞|平息|摆平|关闭|关|结|撤销|撤回|撤|消除|化解)(?:好|完|妥|掉|定|毕|完毕)?了"
    r"|(?:解决|处理|搞|摆)(?:好|完|妥|定|平|完毕)|已(?:经)?\S{0,3}?(?:解决|处理|关闭|撤销|撤回|了结)|(?:解决|关闭|撤销)(?=\s*$)"
)
_DONE = (
    r"(?:solved|resolved|closed|settled|sorted|fixed|handled|cleared|withdrawn|withdrew|dropped|dealt with|done|over"
    r"|finished|taken care of|took care of|put right)"
)
SOLVED = pattern(rf"""
    (?:投诉|客诉|抱怨)[^。;；!！?？\n]{{0,24}}?(?:{_OVER})|(?:{_OVER})[^，,。;；!！?？\n]{{0,14}}(?:投诉|客诉)
    |^(?:结案|关闭|了结|结束|解除|撤销)[^，,。;；!！?？\n]{{0,14}}(?:投诉|客诉)|^结案|结案了?[\s。.!！]{{0,2}}$
    |\bcomplaint\b[^.;!?\n]{{0,40}}?\b{_DONE}\b|\b{_DONE}\b[^,.;!?\n]{{0,40}}\bcomplaint\b
    |^(?:please )?(?:close|resolve|settle|end)\b[^,.;!?\n]{{0,40}}\bcomplaint\b
""")
OPEN = pattern(r"""
    没|未|不|尚|等|待|需|想|希望|催|尽快|正在|如何|怎么|快|将|才能|争取|答应|承诺|[一二三四五六日天号底末点]前
    |\b(?:not|never|yet|to be|will|wants?|until|before|soon|should|needs?|must|if|when|trying|hope\w*|how|promised
    |asked)\b|n't
""")
"""Then it is not over yet."""


def complains(text: str) -> bool:
    """Whether a customer complains: strong words only, being unhappy in a call is not yet one."""
    return COMPLAINT.search(text) is not None and not (NONE.search(text) or solved(text))


def solved(text: str) -> bool:
    """Whether a complaint is over, and no other one is told beside it."""
    end = _end(text)
    return end is not None and not any(
        COMPLAINT.search(part.words) for part in clauses.split(text) if part.start >= end[1] or part.end <= end[0]
    )


def wants_money_back(text: str) -> bool:
    """Whether money back is asked for: a refund that was paid is none of it."""
    return REFUND.search(text) is not None and DEMANDED.search(text) is not None


def _end(text: str) -> tuple[int, int] | None:
    """The place of the words that tell of a complaint's end."""
    parts = clauses.split(text)
    for match in each(SOLVED, text):
        if not OPEN.search(text[clauses.at(parts, match.start()).start : match.end()]):
            return match.span()
    return None
