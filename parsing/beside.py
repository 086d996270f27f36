"""Words that stand beside a ware's name and don't belong to it, or say that nothing is sold."""

import re

from parsing.patterns import pattern

LEAD = pattern(r"""
    ^.*(?:投诉|抱怨|反映|反馈|咨询|喜欢|喜爱|孩子|了解|考虑|打算|准备|计划|体验|参观|使用|关于|针对|升级|更新|维修
    |配送|购置|发现|觉得|认为|确认|对比|负责|经营|主营|生产|制造|代理|批发|零售|更换|办理|的话|询价|打听|看好|看中
    |相中|拿走|追加|急需|缺货|客户|老板|那边|这边)
""")
"""Words that lead to a ware's name."""

COUNTING = re.compile(
    r"[\d\x00一二两三四五六七八九十百千几半]\s?[箱桶袋瓶件盒包罐捆卷车筐篮打提板片根支瓣方本匹组双对扇樘棵粒份吨升斤把只条台套张批]$"
)

ENDED = frozenset(("下单", "的话", "加单", "补单", "追单", "问价", "报价", "询价", "到货", "催货", "断货", "发货"))
"""Pairs whose second letter is no beginning of a name."""

BUSINESS = pattern(r"""
    \s(?:chains?|shops?|stores?|compan(?:y|ies)|business|factory|factories|dealers?|distributors?|makers?
    |manufacturers?|suppliers?|industry|market|restaurants?|guys?|people|rep|vendor|exporters?|importers?
    |wholesalers?|bar|cafe)\b
""")
"""Then it is what the customer does."""

TRADE = re.compile(r"(?<![想要来])做$|(?<![试品])[吃喝][了个点过]?[顿杯碗口个桌]?$")
"""Before a ware's name: it is what somebody makes for a living, or what two people had together."""

TAIL = frozenset("门面盖")
"""Ends the name of a ware that stands before it: 冷库门."""

OTHERWISE = pattern(r"""
    具|工地|门口|楼下|厂|店|行(?!不)|业|公司|城|市场|展(?!示)|馆|街|园|部门|车间|科|师|商|老板|站|协会|集团|生意|村|区|庄|费|味|界|圈
    |大学|学校|医院|专业|过敏|师傅|工人
""")
"""After a ware's name: what the whole names is no ware (面粉厂, 牛奶味)."""

DRUNK = pattern(r"""
    (?:over|had|have|having|grab\w*|for|drank|drink\w*|sip\w*|shared?|quick|morning|afternoon|of)\s(?:an?\s|some\s
    |the\s|nice\s|quick\s|couple\s|few\s|cups?\s|of\s|my\s|his\s|her\s){0,3}$
    |[喝饮](?:了|过|咗)?(?:一?[杯个顿])?\s?$
""")

"""Before a drink that two people have together."""
CONTENT = pattern(r"\sof\s(?=[a-z])")

CONTAINERS = frozenset(
    "drum box case crate carton pallet bag sack roll sheet set pack bottle can jar tub tin tank bin tray".split()  # noqa: SIM905
)
"""Of a drum of oil the oil is sold."""

NEVER_ALONE = frozenset("phone desk line sign seat board plan bar post light card video hire cover bank part".split())  # noqa: SIM905
"""No wares without a word before them, even where they stand in Chinese."""

SHARED = pattern(r"\s(?:with|w/?|chat|break|date|catch|meeting)(?![a-z])")

DRINKS = frozenset("beer coffee tea juice wine milk whisky gin champagne cake".split())  # noqa: SIM905
"""Wares, but not where two people have one together."""

FUNCTION = pattern(r"""
    (?:the|teh|an?|our|your|their|his|her|my|its|this|that|these|those|some|any|no|all|both|each|every|another|other
    |more|few|several|many|much|most|less|of|for|from|to|at|in|on|by|with|about|over|under|into|onto|than|as|per|via
    |against|without|after|before|until|since|during|between|through|around|re|and|or|but|so|if|because|when|while
    |where|which|who|whom|whose|what|why|how|then|also|too|just|only|even|still|again|already|yet|now|soon|later|very
    |really|quite|not|n't|never|i|we|you|he|she|they|it|me|us|him|them|is|are|was|were|be|been|being|am|has|have|had
    |do|does|did|will|would|can|could|should|shall|may|might|must|let|lets|wants?|needs?|likes?|loves?|hates?|asks?
    |says?|said|told|tells?|thinks?|gets?|got|gave|gives?|takes?|took|made|makes?|goes|went|came|comes?|saw|sees?
    |shows?|brings?|brought|bought|buys?|sells?|sold|orders?|pays?|paid|sends?|sent|signs?|uses?|used|runs?|ran
    |complain(?:s|ed|ing)?|complaint|budget|about|re|put|puts|keeps?|kept|finds?|found|calls?|visits?|met|meets?
    |spoke|talks?|tries|tried|tests?|checks?|knows?|looks?|seems?|feels?|thinks?|agrees?|hopes?|plans|prefers?
    |quotes?|quoted|wins?|won|lost|loses?|fixe[sd]|returns?|replaces?|installs?|delivers?|ships?|moves?|new|old|good
    |bad|great|nice|big|small|large|little|first|second|third|last|next|same|different|whole|half|full|free|extra
    |final|latest|early|late|cheap|cheaper|expensive|better|best|worse|wrong|right|broken|faulty|damaged|ready|happy
    |keen|interested|sure|available|complete|entire|existing|current|own|two|three|four|five|six|seven|eight|nine|ten
    |dozen|hundred|thousand|couple|pcs|pieces?|units?|sets?|boxes|cases|pairs?|tons?|kg|usd|eur|rmb|sgd|gbp|k|m|today
    |out|off|up|down|fell|went|flat|whether|demo|using|having|getting|buying|selling|ordering|loves|loved|liked|needed
    |wanted|tested|fixed|install(?:ed|s)?|book(?:ed|s)?|ask(?:ed|ing)|phoned|rang|called|quoted|dropped|swapped|left
    |along|back|away|well|else|like|plus|minus|incl|including|regarding|towards|within|across|behind|beyond|near|above
    |below|once|twice|maybe|perhaps|probably|almost|nearly|exactly|roughly|around|approx|sorted|done|due|late|waiting
    |local|central|head|main|whose|ones?|such|enough|either|neither|per|missing|extra|nothing|something
    |anything|everything|cancel|switch|renew|replace|install|upgrade|supply|plus|empty|another
    |tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|week|month|year|mr
    |mrs|ms|dr|boss|manager|customer|client|guy|guys|people|team|ok|yes|please|pls|asap)
""")
"""Words that no ware's name begins with."""

DESCRIBING = frozenset(
    [
        "family",
        "assembly",
        "supply",
        "poly",
        "seed",
        "feed",
        "speed",
        "bed",
        "refrigerated",
        "printed",
        "corrugated",
        "galvanized",
        "galvanised",
        "insulated",
        "laminated",
        "coated",
        "tempered",
        "recycled",
        "branded",
        "customised",
        "customized",
        "automated",
        "integrated",
        "motorised",
        "forged",
        "dried",
        "smoked",
        "canned",
        "roasted",
        "baked",
        "salted",
        "organised",
        "powered",
        "chilled",
        "stretched",
        "reinforced",
        "shared",
        "dedicated",
        "managed",
        "bonded",
        "unlimited",
        "guided",
        "padded",
        "lined",
        "treated",
        "engineered",
        "monthly",
        "weekly",
        "yearly",
    ]
)
"""Words that describe a ware although they end like a verb or an adverb."""

PAIRED = frozenset(("first aid", "first class", "third party", "second hand", "new energy"))
"""Pairs whose first word belongs to a ware's name after all."""

NO = pattern(r"\b(?:no|not|without|zero|nothing)\s$")
