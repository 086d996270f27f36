"""Words of a bad outcome and of a good one, as customers show them and sellers tell them."""

from parsing.patterns import pattern

NEGATIVE = pattern(r"""
    出差了|不在(?!乎|话|意|考虑|同|说)(?!.{0,8}见[了到])|没让进|没进去|没谈拢|谈不拢|谈不下来|没谈下来|没看上|看不上
    |没批下来|被否|没戏|不太?有戏|砍了|砍掉|不要(?!紧|求|钱|忘)|不太?高兴|不开心|不爽|不悦|不乐意|不情愿|不愿|勉强
    |太(?:长|久|贵|高(?!兴)|差|慢|远|小(?!心)|大(?!方)|麻烦|复杂|深|浅|薄|厚|吵|旧|重(?!要|视)|轻|紧|严|苛刻|保守|难
    |黑|狠|死板|被动)(?!了?[才还])|改天再来|下次再来|停机|空号|色差|退了|换了别|不打算|不太想|没想|不想|兴致不高
    |兴趣缺缺|没什么反应|没反应|没下文|没动静|没结果|没回[音应复信]|石沉大海|没兴趣|不感兴趣|不太感兴趣|兴趣不大
    |没什么兴趣|没聊出|没聊成|没谈出|没进展|不满|嫌(?!疑)|价格太?高|不考虑|暂不|暂时不|短期(?:内)?不|先不(?!急)
    |没谈成|谈崩|黄了|丢单|丢了|流失|取消|作废|没人接|没接|未接|没打通|打不通|没人应|忙音|转语音|关机|占线|拒接
    |挂了我?|被挂|挂断|没见[到着]|没碰[到着上]|没堵[到着]|没约[到上]|约不[到上出]|不见|扑空|没人|白跑|闭门羹
    |没空(?!.{0,4}改)|没时间|在忙|忙着呢|没功夫|抽不开身|出国了|休假了|请假|离职|换人了|拒绝|回绝|婉拒|谢绝|推掉
    |不需要|用不[上着]|没预算|没有预算|不会有预算|预算\S{0,4}(?:不[够足]|砍|紧|缩|冻结|没了|用完|超)|超预算|没钱|缺钱
    |资金(?:紧|不足|链)|手头紧|周转不|欠款|欠着|欠[了我]|拖(?!拉|把|车|鞋)着?|推迟|延期|延后|拖欠|又催|催发票|催货
    |催款|(?<!过)没过(?!几)|(?<!批)没批|未通过|没通过|驳回|否决|没入围|没中标|流标|落标|出局|淘汰|没有意向|没意向
    |无意向|意向不[强大高]|意向低|意向差|放一放|搁置|搁浅|冻结|缓一缓|以后再说|再说吧|再等等|观望|不合适|失望|犹豫
    |动摇|纠结|为难|犯难|顾虑|担心|担忧|怀疑|质疑|不放心|信不过|不行|不好(?!意思)|失败|竞争对手|选了别家|别家|别处
    |另一家|同行(?:低价|抢|报)|低价抢|换供应商|换了别家|换一家|被抢|抢走|抢了|挖走|转投|投靠|停了|倒闭|关门|关张|裁员
    |亏损|亏了|下滑|惨淡|少了一半|压着|积压|卡着|卡住|卡在|压价|砍价|杀价|还价太|不松口|没松口|咬死|不让步|不接受
    |接受不了|不同意|不答应|不认可|不认(?!识)|不买账|不肯|不依|等不[了及]|很难|难搞|太差|很差|生气|火了|火大|发火|怒
    |骂|翻脸|不耐烦|没好气|冷淡|冷冰冰|敷衍|打太极|踢皮球|爱答不理|爱理不理|态度(?:差|冷|强硬|恶劣|不好|一般)
    |pass\s?了|不签|不续|没续|不再(?:合作|续|进|订|买|需要|用)|在别家续|断保|退保|唉|哎(?!呀?呀)|悬(?!念|挂)|泡汤
    |打水漂|告吹|吹了|凉了|没达标|不达标|不合格|不过关|freeze\s?了|re-?bid|(?:cancel|delay|reject|postpone|hold|lose
    |lost|drop|churn)\s?了|\b(?:not (?:convinced|impressed|signing|buying|ready|sure|keen|renewing|ordering|a fit
    |satisfied|pleased|for (?:us|them)|enough|good|great|worth|moving|budgeted|a priority|answering|working)
    |decided (?:not to|against)|chose not to|opted (?:out|against)|said no|says no|said nah|(?:order|bought|buy
    |sign)(?:ed)? nothing|didn'?t (?:sign|buy|order|want|show|renew|bite|work out|go well|go anywhere)
    |doesn'?t (?:want|like|need|see|care|fit)|don'?t (?:want|like|need)|going with (?:someone|somebody|another|a )
    |went with (?:someone|somebody|another|a )|went (?:elsewhere|to (?:a |the )?competit\w+)|lost (?:to|it|them|the)
    |out sick|off sick|on leave|on vacation|on holiday|(?:was|were|is|are) (?:out|away|off|gone|busy|closed|not in)
    |(?:boss|owner|manager|he|she) not in|too busy|no time|in a meeting|hesitant|hesitat\w+|doubtful|doubts?
    |sceptical|skeptical|worried|worries|concern(?:ed|s)|frustrat\w+|ghosted|ghosting|not interested|no interest
    |not keen|uninterested|lukewarm|unimpressed|no answer|no reply|no one|nobody|voice ?mail|disconnected
    |switched off|line busy|unavailable|not available|not in|wasn'?t (?:in|there)|turned (?:us|me|him|her) away
    |kept (?:me|us) waiting|without meeting|wasted (?:trip|journey)|for nothing|had (?:already )?left|gone home
    |left early|no luck|in vain|gate was (?:closed|shut)|too (?:high|expensive|risky|pricey|much|slow|long|small|big
    |late|far|complicated|heavy|steep)|so ex\b|over-?priced|no joy|brushed off|expensive|pricey|steep|over budget
    |out of budget|balk\w*|unhappy|unsatisfied|dissatisfied|upset|angry|furious|livid|mad|annoyed|irritated|grumpy
    |disappointed|lost|reject(?:ed|s)?|declin(?:ed|es)|refus(?:ed|es)|cancel(?:led|ed|s|ling)?|competitor
    |cheaper (?:elsewhere|offer|quote|supplier)|undercut|no budget|no money|budget (?:cut|freeze|frozen|gone)
    |froze(?:n)?|freeze|cuts?|wo?n['’]?t|wouldn['’]?t|can'?t (?:afford|decide|commit)|cold|on hold
    |putting .{1,30} hold|park(?:ed)? (?:it|this)|shelved|scrapped|killed|is dead|fell through|fallen through
    |backed out|pulled out|called (?:it )?off|stalled|stalling|dragging|delay(?:ed|s)?|postponed|pushed (?:back|out)
    |bad|poor|terrible|awful|problem|issues?|trouble|late|overdue|owes?|unpaid|behind on|didn'?t (?:answer|pick|like
    |turn up|come)|went badly|no-show|no show|stood (?:me|us) up|not happy|not now|not going|not this (?:year|time
    |quarter)|walked away|passed on|turned (?:us |it |me )?down|hung up|unreachable|dead end|dead lead|no progress
    |no movement|radio silence|no response|unresponsive|tough|struggl\w+|layoffs?|laid off|bankrupt|closing down
    |shutting down|switch(?:ed|ing) (?:supplier|vendor|to another|away)|churn\w*|second thoughts|cold feet|wah so)\b
""")
POSITIVE = pattern(r"""
    (?<!没)(?<!没有)批(?:下来|准|复)了?|没(?:有|什么|啥)?(?:大)?(?:意见|异议|问题|毛病)|挑不出(?:毛病|问题)|(?:聊|谈
    |玩|吃|喝|处)得(?:很|挺|蛮|非常|特别|都)?(?:开心|好|不错|愉快|投机|来|高兴|顺|透|深|细)|开心|高兴|蛮好|挺强|看中
    |看上了|终于见上|意向(?:很|非常|比较|特别)?[强高大]|意向中等|有意向|感兴趣|有兴趣|兴趣(?:很|挺)?(?:大|浓|高)
    |来了兴趣|很满意|挺满意|非常满意|满意|不错|还行|还可以|可以接受|能接受|接受了|认可|认同|赏识|看好|很好|挺好|蛮好
    |真好|好极|太好|超好|顺利|成功|愉快|谈妥|谈成|谈拢|谈下来|谈得(?:很|挺)?好|同意|通过了?|批了|过会|立项|搞定|拿下
    |敲定|定了|成了|稳了|妥了|点头|松口|松动|喜欢(?![喝吃打钓抽听踢跑爬唱看去])|欢迎|热情|客气|积极|靠谱|放心|信任
    |信得过|爽快|痛快|干脆|二话不说|惊喜|兴奋|激动|惊艳|赞不绝口|(?<!点)赞|夸|推荐|转介绍|介绍了(?!半|一下|我们|新
    |产)|有戏|有眉目|有谱|有希望|有门|有苗头|十拿九稳|八成|大概率|估计(?:会|能|可以)|差不多(?:定|成|可以)|基本(?:定
    |上?同意|ok|没问题|agree|可以|谈妥)|想(?:要)?(?:再|多|进一步)?了解|问得?(?:很|特|挺|非常|特别)?(?:细|仔细|详细)
    |上心|(?:很|挺|特别|非常)(?:重视|配合|主动|关注|期待|看重|心动)|心动|动心|留(?:我们?|咱们?)\S{0,3}(?:吃|喝)
    |准备下单|打算下单|预计\S{0,8}下单|要下单|想下单|就签|就下单|就定|要进|准备签|愿意|乐意
    |(?<!我)(?<!我们)答应(?!.{0,12}付)|应允|觉得(?:可以|行|还行|挺|合适|划算|值)|(?:首付|价格|条件)\S{0,6}可以
    |可以(?:定|签|接受|谈|试试)|倾向(?:于)?(?:我们|咱)|优先考虑(?:我们|咱)|首选|(?<![a-z])ok\b|没问题|解决了|好评
    |表扬|感谢|谢谢|点赞|👍|😊|😀|🎉|🙂|😄|❤|💪|要试用|想试用|想试|试用(?:了|一下)|再要|加购|加急|急要|急着要|等着用
    |追着|主动(?:联系|问|找|提|打)|走得快|卖得(?:很|挺|不|还)?(?:好|快|不错|火)|好卖|热销|反馈(?:很|挺|都)?(?:好
    |不错)|反应(?:很|挺)?(?:好|热烈|不错)|效果(?:很|挺)?(?:好|不错|明显)|评价(?:很|挺)?(?:高|好|不错)|做工不错|入围
    |中标|(?<!不想)(?<!不打算)(?<!暂时不)(?:扩产|扩建)|开新店|长期合作|签了|(?<![确承误否])认了|他认|她认|(?:想|要
    |打算|准备)(?:再)?(?:换|装|订|定|加|买|进|上|开|添|采购|install|order|buy|try|renew)(?=一?[台套个批条辆些]|\d
    |[两三四五六七八九十几]|新|\h|了|$)(?!别|供应商|人|一家|发票|会)|要(?=\d+[台套个件]
    |[两三四五六七八九十几]+[台套个件])|(?:excited|happy|agree|approve|interested|positive|impressed|love|like)\s?了
    |\b(?:adores?|adored|all good|thumbs up|thanks|thank you|super happy|on track|sold on|very interested|interested
    |keen|happy|glad|great|good|excellent|positive|excited|impressed|loved?|loves|likes?|liked|satisfied|pleased
    |approved|agreed|agrees|agree|promising|well|smooth(?:ly)?|success(?:ful)?|ready to (?:buy|order|sign)
    |wants? to (?:order|buy|reorder|sign|proceed|go ahead|see (?:the|our|a|more)|try|test|expand|upgrade|start|visit
    |meet)|reorder|go ahead|green ?light|verbal yes|on board|warm|hot|thrilled|delighted|perfect|awesome|fantastic
    |(?<!be )nice|sign(?= *$)|trial|amazing|brilliant|superb|terrific|stoked|wonderful|lean(?:ing|s) (?:our way
    |towards?|to us)|in our favou?r|on our side|won (?:him|her|them|\x00+) over|all in|(?:fine|ok|okay|cool
    |comfortable|good) with|shortlist(?:ed)?|front ?runner|preferred|budget (?:approved|is there|available
    |signed off)|approve[sd]?|can get .{1,20}approved|verbal(?:ly)?|(?:sa(?:y|ys|id)) (?:can|ok|okay|yes)|can lah
    |handshake|shook (?:hands )?on|committed|recommend(?:ed|s)?|refer(?:red|ral)|introduc(?:ed|ing) (?:me|us) to
    |looking forward|can'?t wait|bullish|blown away|hopeful|likely to|bright|big potential
    |wants? (?:a |an |the |our |us to |another |some |more )?(?:price|quote|quotation|demo|trial|proposal|offer
    |estimate|pilot|sample order|\d+(?! samples?))|needs? (?:\d+|another|more)|(?:they|he|she|we)['’]d need
    |would need|asks? for (?:a )?(?:quote|demo|trial|proposal|price)|asked for (?:a )?(?:demo|trial|proposal|pilot)
    |eager|enthusias\w+|warmed up|came round|friendly|better than expected|works? (?:great|well|fine|perfectly)
    |no (?:complaints|issues|problems|objections?)|praised|compliment\w*|renewing|expanding|hint(?:s
    |ed) (?:that )?(?:\w+['’]d|at) (?:sign|buy|order|renew)\w*|upsell)\b
""")
