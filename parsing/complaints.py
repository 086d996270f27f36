"""Complaints: whether a customer complains, or one that was open is over."""

from functools import lru_cache

from parsing import clauses
from parsing.patterns import each, pattern

ANGRY = pattern(r"""
    投诉|客诉|(?:抱怨|吐槽)(?!\S{0,4}(?:景气|生意|行情|市场|经济|天气|老板|领导|政策|竞争|同行|人手|房租|租金|订单少
    |堵车|孩子|工作))|质量有?问题|质量不行|质量差|品质(?:不行|太差|有问题)|要求?(?:退[货款钱费]|换货|赔偿?)|(?:要|想
    |得|必须|坚持|吵着|闹着)(?:我们|咱们?)?(?:退[货款钱费]|换货|赔)|退货|索赔|赔(?:偿|钱|付)|讨(?:个)?说法
    |给(?:个)?说法|律师函|起诉|曝光|12315|(?<!别)生气|很火大|火了(?!锅)|火大|发火|发飙|发脾气|翻脸|拍桌|炸了|骂(?:了
    |人|我|我们|咱)|差评|非常不满|忍(?:了|无可忍)|受不了|太差|服务\S{0,3}?(?:差|不行|恶劣)|(?:售后|客服)\S{0,6}?(?:差
    |慢|没人|占线|不行|不理|失联|推诿|永远)|对\S{0,8}(?:进度|服务|售后|质量|品质|理赔|交期|交货|态度|效果|处理|安装
    |物流|送货|发货)\S{0,2}?(?:很|非常|极|十分|相当|特别|太|超|都)(?:度|其|的)?不满|tou ?su|\b(?:complain(?:s|ed|ing
    |t|ts)?|furious|angry|livid|fuming|outraged|disgusted|pissed(?: off)?|mad (?:at|about|that)|unacceptable
    |unprofessional|appalling|terrible service|ridiculous|fed up|sick of|last straw|let (?:him|her|them|us) down
    |escalat(?:e|ed|es|ing)|money back|lawyer|legal action|compensat(?:e|es|ed|ion|ing)|(?:upset|unhappy|not happy
    |dissatisfied|annoyed|frustrated) (?:about|with|over|at) (?:our|the|your|their|his|her|this)(?! (?:\w+ )?(?:price
    |prices|pricing|quote|offer|terms|discount|rates?|costs?|proposal|margin|budget|figures?|numbers?))|upset about
    |unhappy about|(?:is|are|was) not satisfied
    |bad review|one[- ]star|threaten(?:s|ed|ing)? to (?:leave|cancel|sue|switch))\b|(?:escalate
    |complain)\s?了
""")
"""What an unhappy customer does or demands."""

BROKEN = pattern(r"""
    破损|破了|碎了|碎掉|坏了|就坏|[有带都]\S{0,2}(?:锈|污渍|划痕|裂缝|裂纹|破洞|虫|杂质|气泡|毛刺|瑕疵|毛病|油污|水渍
    |色斑|凹痕|磕碰)|装[歪反倒]|松动|脱胶|开胶|坏掉|老坏|又坏|裂[了开缝]|断(?:了(?!电话|线?联)|裂)
    |漏(?:[水油电气液风光墨粉]|了(?!电话))|渗[水漏]|异响|异味|怪味|霉味|馊|有(?:股)?(?:臭|霉|怪)?味道?(?=[,，。\s要]
    |$)|发霉|变质|过期了?(?=[,，。\s要]|$)|串味|有异物|吃出|受潮|进水|湿了|全湿|湿透|压坏|摔坏|刮花|划痕|变形|起泡
    |脱落|掉[色漆皮渣]|褪色|色差|生锈|锈了|开裂|断裂|磨没了|磨坏|烧[了坏]|冒烟|短路|跳闸|印[错反]|贴错|发错|送错|寄错|装错|做错
    |搞错(?:型号|尺寸|颜色|货)|发漏|[少漏](?:发|送|装|寄)
    |(?:孔距|孔位|间距|螺距|口径|接口|位置)\S{0,3}不[对符准]|装不[上进了]|对不[上准](?=\s|$)|[有都]\s?(?:scratch|crack|bug)
    |(?<!订单)少了(?=[一两二三四五六七八九十\d]+\S?[个件箱台套块袋包支根条瓶盒桶罐双张])|缺件|缺货了|短少|数量不[对够]|(?:尺寸
    |规格|型号|颜色|批次|标签)\S{0,5}?(?:不[对符]|错)|对不上(?=[,，。\s]|$)|货不对板|掉线|断线|断网|宕机|死机|黑屏
    |蓝屏|花屏|闪退|卡顿|卡死|崩溃|崩了|报错|故障|失灵|失效|(?<!卖得)(?<!谈得)不好使|不好用|用不了|打不开|开不了机
    |启动不了|充不[进上]|不制冷|不加热|转不动|噪音|噪声|太吵|结块|要求(?:处理|解决|说法|维修|更换|返工)|要(?:求)?\s?return\s?全部|要换(?=$
    |[,，。\s])|退保|接触不良|(?:老是?|总是?|一直|经常|天天|频繁|动不动|时不时)(?:就|会|要)?(?:卡|死|掉|断|坏|停|重启
    |漏|响|报错|堵|跳|闪|黑屏|出(?:问题|故障|错))|(?<!堵车)(?<!路上)堵了|重启好几|返[修工]|不良率|全退了|报废|延误|(?:晚|迟
    |拖)了(?:\S{0,3}[天周]|\S{0,3}月)|迟迟(?:不|没)|(?:还|一直|都|也)没(?:结果|人(?:管|处理|来|理)|发货|到货|修好
    |解决)|没人(?:管|处理|来修)|\b(?:wrong (?:\S+ ){0,2}?(?:items?|orders?|goods|parts?|sizes?|colou?rs?|voltage
    |units?|address|model|batch|specs?|quantity|invoice|product|label|amount)|damaged|defect(?:s|ive)?|broken|faulty
    |not working|doesn'?t work|don'?t work|stopped (?:working|after)|crash(?:es|ed|ing)?|malfunction\w*|(?:giving
    |gives|gave|having|causing)(?: \S+){0,2} (?:trouble|problems|issues|headaches)|late delivery|(?:shipment|delivery
    |order) (?:is|was|are|came|arrived) (?:\S+ )?late|delivered (?:late|to the wrong)|deliver(?:y
    |ed)? (?:to )?(?:the )?wrong|leak(?:s|ed|ing|y)?|soaked|rebooting|keeps? (?:on )?(?:failing|breaking|crashing
    |stopping|freezing|jamming|leaking|tripping|overheating|disconnecting|dropping|restarting|rattling|going (?:down
    |off))|arrived (?:late|wet|dirty|broken|damaged|cracked|short|incomplete|open)|(?:his|her|their) (?:\x00 ?)+back
    |overheat(?:s|ed|ing)?|jam(?:s|med)|rust(?:ed|y|ing)|cracked|mou?ldy|spoil(?:ed|t)|rotten|stale|dented|scratched
    |torn|bent|expired (?:goods|stock|products?)|returning the|poor quality|bad quality
    |mak(?:es?|ing) (?:a |an |strange |loud |weird |funny )*nois\w*
    |missing (?:parts?|items?
    |pieces|\d+|two|three|four|five|screws)|short[- ](?:shipped|delivered)|short delivery|broke(?= (?:after|again|in
    |on|twice|within)\b|[,.]|$)|broke(?:n)? down|logging \S+ out|left a mess|out of spec|off spec|reject(?:ed|s
    |ing) (?:the|our|a|this|\d+) (?:\w+ )?(?:batch|delivery|shipment|goods|lot|order|units?|parts?|pieces|samples?)
    |(?:(?:is|are|was|were) not|isn'?t|aren'?t|wasn'?t|weren'?t|won'?t|doesn'?t|don'?t|stopped) (?:cool|heat|charg
    |start|print|spin|pump|seal|clos|open|load|connect|drain|cut|sync|respond|turn(?:ing)? on|boot|run|freez|dry|lock
    |work|fit|hold)(?:e|ing|ning|ting)?(?= (?:properly|right|well|at all|any ?more|up)\b|$|[,.!])|mou?ld in|(?:found
    |has|have|with) (?:mou?ld|rust|cracks?|bugs|insects|hair|stains?|scratches|dents|holes)|(?:got|received|delivered
    |sent) \d+ .{0,24}instead of|instead of \d+|dead on arrival|doa|(?:went|goes|is|been|are|was) down(?= again
    | since| all|[,.]|$)|outage|downtime|never (?:arrived|showed up|turned up)|(?:hasn'?t|haven'?t|didn'?t
    |not) arrived?|overcharged|double[- ]charged|(?:charged|billed) twice|(?:him|her|them|it|those) (?:swapp?ed
    |replaced|exchanged)|no ?(?:body|one) (?:came|calls|comes|answers our|responds|responded|called back|fixed)
    |still (?:broken|not (?:fixed|working|repaired)))\b
""")
"""What is wrong with something delivered."""

REFUND = pattern(r"\brefund\b")
DEMANDED = pattern(r"""
    要求?|想|希望|申请|催|\b(?:wants?|wanted|ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|insists?
    |insisted|expects?|needs?|claims?|claiming|threatens?|or else|if|asap|when|where)\b
""")
"""Then the money is only asked for."""

NONE = pattern(
    r"(?:没有?(?!解决|处理)|无|不是|不)\S{0,4}(?:投诉|抱怨|质量问题)|\b(?:no|without|zero) (?:more )?complaints?\b"
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
    |\bcomplaint\b[^.;!?\n]{{0,40}}?\b{_DONE}\b|\b{_DONE}\b[^,.;!?\n]{{0,40}}\bcomplaint\b|^(?:please )?(?:close
    |resolve|settle|end)\b[^,.;!?\n]{{0,40}}\bcomplaint\b
""")
OPEN = pattern(r"""
    没|未|不|尚|等|待|需|想|希望|催|尽快|正在|如何|怎么|快|将|才能|争取|答应|承诺|[一二三四五六日天号底末点]前
    |\b(?:not|never|yet|to be|will|wants?|until|before|soon|should|needs?|must|if|when|trying|hope\w*|how|promised
    |asked)\b|n't
""")
"""Then it is not over yet."""


def denied(text: str) -> bool:
    """Whether it is said that there is no complaint."""
    return NONE.search(text) is not None


def complains(text: str) -> bool:
    """Whether a customer complains: strong words only, being unhappy in a call is not yet one."""
    return _complaint(text) and not (NONE.search(text) or solved(text))


def _complaint(text: str) -> bool:
    return ANGRY.search(text) is not None or BROKEN.search(text) is not None


@lru_cache(maxsize=16)
def solved(text: str) -> bool:
    """Whether a complaint is over, and no other one is told beside it."""
    end = _end(text)
    return end is not None and not any(
        _complaint(part.words) for part in clauses.split(text) if part.start >= end[1] or part.end <= end[0]
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
