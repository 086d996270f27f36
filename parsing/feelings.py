"""Feelings: the sentiment of a record, the intent level of an interaction, satisfaction, potential."""

from parsing.patterns import each, pattern

NEGATIVE = pattern(r"""
    出差了|不在(?!乎|话|意|考虑|同|说)(?!.{0,8}见[了到])|没让进|没进去|没谈拢|谈不拢|谈不下来|没谈下来|没看上|看不上
    |没批下来|被否|没戏|砍了|砍掉|不要(?!紧|求|钱|忘)|不太?高兴|不开心|不爽|太复杂|太麻烦|太慢|太远|太小|太大|改天再来|下次再来|停机|空号
    |色差|退了|换了别|不打算|不太想|兴致不高|没什么反应|没反应|没下文|没兴趣|不感兴趣|不太感兴趣|兴趣不大|没什么兴趣
    |不满意|不太满意|不满|太贵|嫌贵|嫌\S{0,6}[贵高]|价格太?高|不考虑|暂不|暂时不|没谈成|谈崩|黄了|丢单|丢了|流失|取消
    |没人接|没接|未接|没打通|打不通|关机|占线|拒接|挂了我?|没见到|没碰到|不见|扑空|没人|白跑|拒绝|不需要|不想|没预算
    |没有预算|不会有预算|预算不[够足]|欠款|欠着|欠[了我]|拖着?|拖欠|又催|催发票|催货|催款|(?<!过)没过|(?<!批)没批
    |没有意向|没意向|无意向|意向不[强大高]|意向低|意向差|放一放|搁置|以后再说|再说吧|不合适|失望|犹豫|不行|不好|失败
    |没戏|竞争对手|选了别家|换供应商|换了别家|被抢|停了|倒闭|很难|难搞|太差|很差|生气|冷淡|敷衍|pass\s?了|不签
    |\b(?:not (?:convinced|impressed|signing|buying|ready|sure|keen|renewing|ordering|a fit|satisfied|pleased
    |for (?:us|them))|said no|says no|nothing|didn'?t (?:sign|buy|order|want|show|renew|bite)|doesn'?t (?:want|like
    |need)|don'?t (?:want|like|need)|going with (?:someone|somebody|another|a )|went with (?:someone|somebody
    |another)|out sick|off sick|(?:was|is) closed|hesitant|hesitat\w+|doubtful|sceptical|skeptical|worried|concerned
    |frustrat\w+|ghosted|ghosting|not interested|no interest|not keen|uninterested|no answer|no reply|no one|nobody
    |voice ?mail|unavailable|not available|not in|wasn'?t (?:in|there)|too (?:high|expensive|risky|pricey|much|slow)
    |expensive|unhappy|unsatisfied|dissatisfied|upset|angry|furious|annoyed|disappointed|lost|reject(?:ed|s)?
    |declin(?:ed|es)|refus(?:ed|es)|cancel(?:led|ed)?|competitor|no budget|budget cut|won'?t|can'?t afford|cold
    |on hold|stalled|bad|poor|problem|issues?|late|overdue|owes?|unpaid|didn'?t (?:answer|pick|go well|like)
    |went badly|no-show|no show|stood (?:me|us) up|not happy|not now|not going|walked away|passed on|hung up
    |unreachable)\b
""")
POSITIVE = pattern(r"""
    (?<!没)(?<!没有)批(?:下来|准|复)了?|没(?:有)?(?:意见|异议)|(?:聊|谈|玩|吃|喝|处)得(?:很|挺|蛮|非常|特别
    |都)?(?:开心|好|不错|愉快|投机|来|高兴|顺)|开心|高兴|蛮好|挺强|看中|看上了|终于见上|意向(?:很|非常|比较
    |特别)?[强高大]|意向中等|有意向|感兴趣|有兴趣|很满意|挺满意|非常满意|满意|不错|还行|可以接受|认可|看好|很好|挺好
    |顺利|成功|愉快|谈妥|谈成|谈得(?:很|挺)?好|同意|通过|批了|搞定|拿下|点头|喜欢|欢迎|热情|积极|靠谱|推荐|介绍了
    |准备下单|打算下单|预计\S{0,8}下单|要下单|想下单|就签|就下单|就定|要进|准备签|愿意|(?<![a-z])ok\b|没问题|解决了
    |好评|表扬|感谢|谢谢|点赞|👍|😊|😀|🎉|要试用|想试用|再要|加购|\b(?:adores?|adored|all good|thumbs up|thanks
    |thank you|super happy|on track|sold on|very interested|interested|keen|happy|great|good|excellent|positive
    |excited|impressed|loved?|likes?|liked|satisfied|pleased|approved|agreed|agree|promising|well|smooth(?:ly)?
    |success(?:ful)?|ready to (?:buy|order|sign)|wants? to (?:order|buy|reorder|sign|proceed|go ahead)|reorder
    |go ahead|green light|verbal yes|on board|warm|hot|thrilled|delighted|perfect|awesome|fantastic|nice|sign(?= *$)
    |trial)\b
""")
DENIED = pattern(r"""
    (?:不|没|没有|未|不太|不怎么|不够|not|n't|never|no|less)\s?(?:太|很|大|是很|so|very|that|really|too)?\s?$
""")
QUOTE_WANTED = pattern(r"要\S{0,14}(?:的)?报价|\bwants? (?:an? )?(?:quote|proposal|offer)\b")
HOT = pattern(r"""
    意向(?:很|非常|特别|比较)?[强高大]|非常感兴趣|很感兴趣|特别感兴趣|急着?要|着急要|马上要|势在必得|[aA]类意向
    |\b(?:very (?:interested|keen)|hot|ready to (?:buy|order|sign)|eager|super keen|urgent(?:ly)?)\b
""")
WARM = pattern(r"""
    意向(?:中等|一般|还行|尚可)|(?<!不)(?<!不太)感兴趣|有兴趣|有意向|考虑中|在考虑|想了解|\b(?:interested|keen|warm
    |considering|curious|evaluating)\b
""")
COLD = pattern(r"""
    没兴趣|不感兴趣|不太感兴趣|兴趣不大|没意向|没有意向|无意向|意向(?:低|不强|不大|差)|不考虑|不需要
    |\b(?:not interested|no interest|not keen|cold|uninterested)\b
""")
SATISFACTION = pattern(r"""
    (?:满意度|评分|打分|打了|给了?|评了|satisfaction|rated?(?: us| it)?|score[d]?|csat)\s?(?:是|为|[:：]|of|was|us
    |is)?\s?([1-5]|[一二三四五])\s?(?:分|星|/\s?5|out of 5|stars?|(?=[,，。\s]|$))
""")
BIG = pattern(r"""
    潜力(?:很|非常|比较)?大|潜力高|大客户|重点客户|高潜|潜在大单|\b(?:high potential|big potential|huge potential
    |key account|big account)\b
""")
MIDDLE = pattern(r"潜力(?:中等|一般|还行)|\bmedium potential\b")
SMALL = pattern(r"潜力(?:不大|小|低|有限)|没什么潜力|小客户|\b(?:low|little|no) potential\b")


def sentiment(text: str, intent: str) -> str:
    """Positive, neutral or negative: a purchase is good, a complaint bad; else the words tell, the bad ones first."""
    if intent in ("query", "new_customer"):
        return "neutral"
    if intent in ("purchase", "complaint"):
        return "positive" if intent == "purchase" else "negative"
    good = any(not DENIED.search(text[max(0, hit.start() - 12) : hit.start()]) for hit in each(POSITIVE, text))
    if NEGATIVE.search(text) and not (good and _mended(text)):
        return "negative"
    return "positive" if good or (intent == "visit" and QUOTE_WANTED.search(text)) else "neutral"


def _mended(text: str) -> bool:
    """Bad news followed by good: 嫌贵，最后还是同意了."""
    bad = max((hit.end() for hit in each(NEGATIVE, text)), default=0)
    return any(hit.start() >= bad for hit in each(POSITIVE, text))


def level(text: str) -> str | None:
    """How warm the customer is for this: hot, warm or cold."""
    for name, words in (("cold", COLD), ("hot", HOT), ("warm", WARM)):
        if words.search(text):
            return name
    return None


def satisfaction(text: str) -> int | None:
    """A mark from one to five that the customer gave."""
    found = SATISFACTION.search(text)
    return ("一二三四五".index(found[1]) + 1 if found[1] in "一二三四五" else int(found[1])) if found else None


def potential(text: str) -> str | None:
    """High, medium or low, where it was said."""
    for name, words in (("low", SMALL), ("medium", MIDDLE), ("high", BIG)):
        if words.search(text):
            return name
    return None
