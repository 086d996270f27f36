"""Where a sentence names what is sold, and the words there that name nothing."""

from parsing.patterns import pattern

_END = r"[，,。;；、\s!！?？\x00（(\d👍😊]|$"
_ZH = r"([a-z]{0,6}\h{1,7}?)"
_ZH_OR_LATIN = r"((?:[a-z]{2,6}\s?)?\h{1,7}?|[a-z][a-z-]{2,18})"
_LATIN_MIXED = r"([a-z][a-z-]{3,18}(?: [a-z]{3,12})?)"
_DET = r" (?:the |our |your |some |a |an |new |more |another |their )*"
_DET_MAY = r"(?:half |all |the |our |your |new |their )*"
_EN = (
    r"((?!half\b|all\b|the\b|our\b|new\b)[a-z][a-z-]{2,18}(?: (?!(?:and|but|at|in|for|from|by|on|to|of|with|this"
    r"|next|will|who|he|she|they)\b)[a-z][a-z-]{2,18}){0,2}?)"
)
_STOP = (
    r"[,.;:!?)\x00]|$|\s?[-\x00]|\s(?:and|but|at|in|for|from|by|on|to|this|next|last|said|will|who|he|she|they|w|with"
    r"|budget|keep|asap|when|if|because|so)\b"
)

FRAMES = (
    pattern(r"""
        (?:聊|谈|讨论|沟通|商量|介绍|推荐|推|discussed?|about
        |re:?)了?(?:一下)?(?:我们的?)?\s?(\h{2,6}?)(?:的)?(?:报价|价格|方案|合同|订单|项目|需求)
    """),
    pattern(r"""
        (?:^|[,;] )(?:an? |the |our )?([a-z][a-z-]{2,15}) (?:quote|order|pricing|proposal|price|demo)(?=[,.;]|$)
    """),
    pattern(
        r"""
        对(?:我们|咱们)?的?(?:新款|新的?)?(\h{2,10}?|[A-Za-z]{3,20})(?:很|比较|非常|挺|特别|不太|都)?(?:感?有?兴趣
        |满意|认可)
    """,
        cased=True,
    ),
    pattern(r"""interested in (?:our |the |new )*\s?(?:新款|新的?)?(\h{2,8})"""),
    pattern(r"""
        (?:来|电话|想)?(?:问|咨询|询价|了解)(?:一下|了|我们的?)?(\h{2,6}?)(?:的)?(?:价格?|报价|多少钱|参数|交期|库存
        |，|,|$)(?!发票)
    """),
    pattern(r"做(\h{2,8})的(?:$|[，,。\s])"),
    pattern(r"""
        (?:反馈|投诉|抱怨|说)(?:我们的?|上次\S{0,3}的)?(\h{2,5}?)(?:有?异响|漏水|漏油|坏了|破损|有?质量|有问题|不好用
        |故障|生锈|leak)
    """),
    pattern(r"投诉\s?(\h{2,4}?)\s?(?=leak|漏|破|[a-z])"),
    pattern(r"(?:上次|之前|刚)(?:送|买|发|装|换|给)的(\h{1,6}?)(?:有|坏|破|质量|很|不|出|，)"),
    pattern(r"(?:进|要|订|买|采购|需要)一?(?:批|些|点)(\h{1,6}?)(?:$|[，,。的])"),
    pattern(r"要的是\S{0,12}的(\h{1,6}?)(?:$|[，,。])"),
    pattern(
        r"""(?:看|送了?|寄|要|拿|试|把)(?:一下|些|点)?\s?(样[品机本]|samples?|brochure|catalogue|proforma)(?!费)"""
    ),
    pattern(r"""
        \b(?:dropped|left|sent|bring|brought|took|deliver(?:ed)?)(?: \x00+)?(?: off)? (?:the |some |our
        |new )*(samples?)\b
    """),
    pattern(r"(\h{2,4})样品"),
    pattern(r"\b(?:about|for|on|with) (?:the |our )?(model [\w-]{1,12})\b"),
    pattern(rf"""
        (?:我们|咱们|我司)(?:公司|家)?(?:的|那个|那款|这款|那批)+\s?{_ZH}(?=很|挺|比较|非常|特别|蛮|太|不|没|有|用|还
        |都|也|{_END})
    """),
    pattern(rf"对(?:我们|咱们)?(?:的|那个)?{_ZH}(?:的?报价|的?价格)?(?:没有?|无)(?:异议|意见|问题)"),
    pattern(rf"""
        (?:把|对|谈|聊|说|关于|\x00|^|[\s，,])(?:的|那边|把)?{_ZH}(?:的|那个|这个)?(?:报价|价格|方案
        |的?事情?)(?!单位)
    """),
    pattern(rf"""
        (?:说|反映|反馈|抱怨|投诉|觉得|嫌)(?:我们的?|那个|这批|新的?|上次的?)*{_ZH}(?:用得?|用了|用着|收到|坏|死机
        |故障|接触|质量|效果|味道|太|很|挺|不行|不好|色差|[一二三两几]天|总是|老是|经常|还要|\x00{{1,12}}[再才到要]
        |有问题|没问题|出问题|掉|断|裂|卡)
    """),
    pattern(rf"""
        (?:想|(?<!需)要(?!求)|想要|需要|打算|准备|考虑)(?:换|买|装|订|加购|采购|购买|购|进|试用|了解
        |要)(?:一?[些批点套台个款]|新的?)?\s?{_ZH_OR_LATIN}(?={_END})
    """),
    pattern(rf"""
        (?:^|[\s，,。\x00])(?:他|她|对方)?(?:想|想要|要(?!求)|需要|缺)(?:一?[些批点]
        |新的?)?\s?{_ZH_OR_LATIN}(?={_END})
    """),
    pattern(rf"""
        (?:拿货|拿了?|下单|订了?|买了?|试吃了?|试用了?|看中的?)(?:我们的?|那套|那款|那个|新的?|两
        |[一三四五六])?[套款台件]?{_ZH}(?={_END})
    """),
    pattern(rf"看(?:了|中|过)?\h{{0,4}}?[这那][套款台辆]{_ZH}(?={_END})"),
    pattern(rf"{_ZH}(?:用了[一二两三几半\d]|他不要|她不要|全退了|用得|演示完?|的钱|的保费|下月|\x00再送)"),
    pattern(rf"(?:聊|谈|讨论|推荐|推|介绍)了?(?:一下)?(?!得|个|一|好|很)(?:我们的?)?(\h{{3,7}}?)(?={_END})"),
    pattern(rf"(?:^|[\s，,\x00])的?{_ZH}(?=\x00{{0,12}}(?:到期|续保|续费|续期))"),
    pattern(rf"""
        \b(?:interested in|keen on|(?:happy|thrilled|pleased|satisfied|delighted|ok) (?:with|w/?)|impressed (?:by
        |with)|loved?|likes?|liked|adored|not convinced (?:about|by)|convinced about|ask(?:ed|ing|s)? (?:about|for)
        |looking for|enquir\w{{2,4}} about|re:|regarding|needs?|wants?|about|buying|sells?|demo(?:ed)? (?:of )?
        |viewing of|tour of|trial of|after){_DET}{_EN}(?={_STOP})
    """),
    pattern(rf"""
        \b(?:(?:showed|walked|pitched|sold|offered) (?:\x00+|him|her|them)|demoed)(?: through
        | thru)?{_DET}{_EN}(?={_STOP})
    """),
    pattern(rf"\x00 ?(?:usd |total |all in )?for{_DET}{_EN}(?={_STOP})"),
    pattern(rf"\b(?:took|signed up for|went for|down (?:\x00|\d+%) on|% on){_DET}{_EN}(?={_STOP})"),
    pattern(rf"""
        (?:^|[,:;.] |says |said |half ){_DET_MAY}{_EN} (?:keeps?|arrived|crash|leaks?|leaked|broke|was soaked|stopped
        |failed|came (?:broken|damaged|wrong|late)|is (?:broken|leaking|down|faulty)|are (?:broken|leaking|down
        |faulty)|jams|jammed|rattles?|overheats?)
    """),
    pattern(r"\b([a-z][a-z-]{2,18}) \d{1,6} ?(?:pcs|units|pieces|sets|boxes)\b"),
    pattern(rf"{_LATIN_MIXED}(?:很|非常|挺|比较|特别)?\s?(?:感兴趣|有兴趣|interested|满意|坏|漏|leak)"),
    pattern(rf"(?:对|要租|租|要|想要|换|买|问|聊|下单)(?:我们的?)?\s?{_LATIN_MIXED}(?={_END})"),
    pattern(r"""
        \b(?:asked for|send|wants?|needs?|bring|about)(?: \x00+)? (?:an? |the |some |our |more )?(brochure|samples?
        |catalogue|catalog|proforma|price ?list|data ?sheet|spare parts)\b
    """),
    pattern(r"""
        \b(?:replaced|installed|delivered|repaired|fixed
        |tested) (?:the |their |our )?([a-z][a-z-]{2,18}(?: [a-z]{3,12})?)(?=[,.;]|$)
    """),
)
"""Where a sentence names what is sold, the surest places first."""

NOT_PRODUCTS = pattern(r"""
    视频|什么时候\S{0,6}|delay|delays|noise|smell|times?|过期|退货|换货|破损|坏|新|大|小|我们|你们|他们|报价|价格
    |合同|方案|订单|产品|东西|货|单子|项目|年度|交期|服务|条件|付款|结果|领导|老板|客户|情况|时间|这个|那个|什么|问题
    |一下|发票|质量|送货|详细|年度框架|技术|电话|的|样子|意思|需求|想法|进度|the|our|new|final|revised|first|big
    |repeat|next|last|good|great|follow|up|price|latest|his|her|their|this|that|discount|discounts|delivery|payment
    |terms?|meeting|contract|deal|invoice|money|decision|answer|idea|plan|renewal|phone|number|email|address|info
    |information|details|quality|service|support|visit|bit|lot|everything|nothing|something|anything|proposal|offer
    |offers|pricing|prices|week|month|day|year|time|today|tomorrow|yesterday|team|boss|manager|company|business
    |competitor|competition|others?|one|ones|go|try|talk|wait|think|see|know|come|check|move|change|start|stop|refund
    |replacement|results?|progress|options?|way|chance|look|same|much|well|long|hard|soon|late|later|early|ahead
    |further|forward|approval|budget|reference|references|feedback|issue|issues|problem|problems|complaint|approved
    |ready|busy|away|out|off|done|signed|delayed|cancelled|closed|open|sure|happy|interested|convinced|better|worse
    |cheaper|lower|higher|faster|a|an|to|of|and|or|if|how|why|what|when|where|who|which|not|no|yes|ok|okay|very
    |really|all|any|some|both|each|every|lunch|dinner|coffee|breakfast|golf|drinks|demo|trial|training|installation
    |maintenance|预算|时间|总部|领导|质量|效果|味道|发货|意见|异议|进度|结果|消息|答复|回复|样|货款|尾款|定金|订金|钱
    |款|货|人|事|事情|话|东西|优惠|折扣|便宜|账期|月结|发票|资料|目录|图纸|报告|证书|协议|会议|电话|微信|地址|老总
    |老公|老婆|同事|朋友|竞品|对手|同行|市场|行情|生意|客户|订单量|数量|规格|型号|颜色|尺寸|交货|到货|物流|运费|安装
    |培训|维修|保养|配送|试用|样板|明细|清单|说明|介绍|参考|了解|沟通|考虑|商量|研究|决定|确定|确认|申请|审批|招标
    |投标|开会|见面|吃饭|出差|休假|报销|回款|付款|签约|续约|合作|对接|跟进|联系|拜访|回访|lines?|pcs|pieces|units?
    |items?|it|them|more|less|time|quote|order|back|another|call|visit|\S{0,4}订单|leaks?|quotes?|demos?|酒店|餐饮
    |宾馆|饭店|烘焙|服装店|生意|买卖|贸易|外贸|零售|批发|装修|工程|物流|教育|培训|\S{0,4}(?:进度|那边|这边|钟头|小时
    |试试)|跨境|payments?|pages?|engineers?|paperwork|车|充不进电|returns?|re-?bid
""")
"""Words in a product's place that name none."""

VERBS = pattern(r"""
    (?:去|来|看|等|给|跟|和|与|发(?!电|动|光|泡|酵|热)|送|寄|报|签|付|退|办|做|说|问|谈|聊|想|要|能|会|可以|可能|应该
    |必须|让|叫|请|帮|找|带|拿(?!铁)|催|改(?!性)|约|回(?!转)|打(?!印|包|磨|孔|标|码)|开(?!关|水|门机|发板)|定(?!位|时
    |子)|再|先|还|就|才|都|也|表示|什么|何时|多久|怎么|为什么|一|两|半|很|挺|太|更|最|不(?!锈|干胶|粘)|没|别
    |多(?!功能|媒体|层|轴|联)|少|尽快|马上|下(?!水)|上(?!衣|料)|今|明|昨|后天|周|月|年|价|预算|时间|总(?!线)|全部
    |所有|他|她|我|你|对|比|被|把|从|到|在(?!线)|用|收(?!银|纳|割|音)|加价|降价|涨价|便宜|贵|好|坏|快(?!递柜)|慢|晚
    |早|远|近|难|急|忙|谁|哪|几|这|那)|(?:not|no|to|a|an|the|some|any|be|is|are|was|were|it|him|her|them|us|me|you
    |this|that|these|those|my|his|their|more|less|better|cheaper|lower|higher|sign|buy|order|visit|call|meet|talk
    |think|see|get|have|go|come|know|wait|try|discuss|pay|send|proceed|renew|switch|reorder|follow|hear|confirm|check
    |decide|start|stop|move|how|what|when|why|who|where|which|if|whether|being|having|doing|getting|very|really|too
    |so|just|still|only|also|both|all|everything|nothing|something|early|late|next|last|end)\b
""")
"""A product's name doesn't begin like these."""

HEADS = frozenset("line lines unit units items samples system plan service".split())  # noqa: SIM905
"""Words that name nothing alone but do after another: armor line, health plan."""

SHORT = frozenset("砖布酒茶纸油米面车肉鱼灯锁门窗管线表泵阀床桌椅柜鞋包书药菜蛋奶糖盐煤钢铁铜铝板棉纱衣胶漆膜")
"""Products of one letter."""

POINTED = pattern(r"^.*[这那][套个款台批种些]")
"""Points at a thing: 滨江那套."""

TALK = frozenset("delivery payment contract price quote order invoice meeting".split())  # noqa: SIM905
"""What begins with these is talked about, not sold: delivery times."""
