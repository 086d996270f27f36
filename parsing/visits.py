"""Visits: the words that tell of one, on either side's ground, by chance, at table or on site, and of one in vain."""

from parsing.patterns import pattern

_SOME = r"(?:了|过|完|着|上|到)?(?:[一两二三几]?[个次顿场碗杯餐回]|[一半]天|一?上午|一?下午|会儿?|下|点儿?)?"
_PLACE = (
    r"(?:公司|厂里?|工厂|车间|现场|店里?|新店|门店|总部|办公室|工地|仓库|项目部?|展厅|展位|门口|家里?|那边|那儿|那里|这边|基地"
    r"|园区|酒店|医院|学校)"
)
_AREA = (
    r"(?:office|plant|factory|site|shop|store|warehouse|showroom|clinic|premises|hq|headquarters|branch|yard|depot|kitchen"
    r"|booth|stand|place|farm|outlet|mall|lab|school|hotel|restaurant|bakery|gate|workshop)"
)

WORDS = pattern(rf"""
    拜访|拜会|走访|探[店访]|上门|登门|回访|家访|面访|到访|来访|来参观|参观|面谈|面聊|面见|会面|会见|约见|会谈|洽谈
    |巡[店视检访]|巡(?:了|过)?(?:个|一?[圈趟下])?店|见{_SOME}\S{{0,2}}?面|碰{_SOME}(?:头|面)|(?:[见碰]的[头面]|吃的饭|喝的[茶酒])
    |去(?=\S{{0,4}}?(?:家里|那[儿边里]|厂里|店里|公司)(?:讲|谈|聊|看|坐|送|拿|签|装|修|做|拜|演))|见(?:到|过|着
    |上)?了?(?!效|底|面|[好外谅])(?=他|她|\x00|\h)|(?<!没)见上(?=[了面])|(?<!没)(?:碰|遇|撞)(?:到|见|上)了?(?=\x00
    |\h{{0,8}}?\x00|他|她|\h)|(?:堵|逮|候|守|蹲|等)(?:到了?|着了?|住了?|在了?)(?=\x00|\h{{0,3}}(?:门|\x00))|没(?:堵
    |逮|见|碰|遇)(?:到|着|上)|去了?趟|去(?:了|过)(?!个?电话|电)|去的(?=\x00)|去(?=\x00)
    |(?<![早晚马加网线路身手\d一二三四五六])上(?=\x00{{1,40}}{_PLACE})|(?:飞|赴|奔|赶到|赶去|赶往|前往|杀到|直奔
    |拐(?:到|去|进)|绕(?:到|去)|溜达到|驱车(?:去|到|前往)?|开车(?:去|到)|专程\S{{0,2}}|特[地意]\S{{0,2}}|跟?陪(?:着
    |了|同)?(?:领导|老板|老大|经理)?)了?(?:\S{{0,3}})(?=\x00)|跑了(?!单|了|路|量)|跑(?:一?趟|一下
    |[一两二三几]趟)?(?=\x00)|(?<![改约推等收送到直货回提拖延寄转跟做])到了?(?=\x00)|到\S{{0,4}}{_PLACE}(?=看|谈|聊
    |拜|考|参|拿|见|试|转|坐|走|装|修|调|$)|来(?:我们|咱们|我|咱)?{_PLACE}|(?:到|进|来)店(?!了?[货里员])|过来(?:看|聊
    |谈|坐|参观|试|签|考察)|(?:坐|转|逛|走|待|呆|看|跑)了(?:[一半]圈|一?[坐会下趟]|[转坐逛走待呆看跑]|[一半]天
    |一?(?:上午|下午)|[一两几半]个?多?(?:钟头|小时))|坐坐|(?:坐|转|逛|待|呆)了(?=$|[，,。\s])
    |(?<=\x00)(?:的)?{_PLACE}\S{{0,2}}?(?:坐|转|逛|待|呆|走|跑|看)(?:了|过|完)|带(?:着
    |了)?\x00{{1,40}}\S{{0,6}}?(?:看|参观|逛|走|去)|看了(?=\x00)|去\x00{{1,40}}看(?:了|下|看)
    |顺[便路道]\S{{0,2}}(?:看|拜|去|到|拐|进|找)了?|路过\x00{{1,40}}\S{{0,4}}?(?:看|坐|聊|进去了|转|打了?个?招呼|拜
    |瞧|见|谈)|看了看(?=$|[,，。\s])|看望|请我们?(?:去|到|吃|喝|参观)|(?:带|领)(?:着)?\S{{0,8}}来(?:看|试|咱|我|参|考
    |的|了)|试听课?|看了?一?下?(?:工厂|现场|新店|展厅|样板|场地|厂房|设备|车间)|看(?:场地|现场|房|厂|样板间)
    |吃{_SOME}\S{{0,2}}?(?:饭|面(?!包|条机)|火锅|早茶|夜宵|宵夜|早餐|午餐|晚餐|烧烤|串|酒席|breakfast|lunch|dinner)
    |撸{_SOME}\S{{0,2}}?串|搓了一顿|唱(?:了)?[kK歌]|(?:钓了\S?|去钓)鱼|打(?:了)?\S{{0,2}}(?:高尔夫|羽毛球|麻将|牌)
    |(?:偶|巧)遇|撞见|饭局|应酬|酒局|聚餐|宴请|请\x00{{1,40}}\S{{0,3}}?(?:吃|喝|唱)
    |(?<!喜欢)(?<!爱)喝{_SOME}\S{{0,2}}?(?:茶|咖啡|酒)|(?:做|搞|开|办){_SOME}(?:\S{{0,2}}?)(?:演示|讲解|培训|调研
    |考察|交流|巡检|勘察|路演|推介|技术交流|宣讲)(?!会议室)|demo|演示|路演|考察|调研|勘[察测查]|踏勘|验厂
    |量(?:了)?尺(?:寸)?|调试|驻[场店]|进场|入户|送了?样[品机]?(?=$|[,，])|送(?:了|去|过去)样|开{_SOME}(?!线上|视频
    |电话)\S{{0,6}}?会(?!员|所|议室|计)|参加(?:了|过|完)?\S{{0,48}}?(?:会(?!员)|展|活动|仪式|典礼)
    |给\x00{{1,40}}\S{{0,2}}?送(?:了|去|过去)(?!\S{{0,3}}(?:报价|方案|合同))|现场|在(?:\x00{{1,40}}|客户|他们?
    |对方)的?{_PLACE}|来(?:展[会位厅]|现场|工地|门店)(?:上)?(?:看|聊|谈|转|试|参观)|约在\S{{0,6}}?见
    |在\s?(?=\x00{{1,40}}[，,])|(?<=一起)[谈聊]的(?=$|[，,。])|在(?:茶楼|茶馆|咖啡[厅馆]|饭店|餐厅|酒店|展会上?|车间
    |工地|会上)(?:\S{{0,2}}?了)?|展会上?\S{{0,4}}?(?:碰|见|遇|认识|聊)|饮(?:咗|过|了)?茶|睇(?:咗|过)?(?:现场|场|楼
    |货)|(?:倾|食)(?:咗)?(?:饭|茶|过)?(?:咗|过)|从\x00\S{{0,4}}?(?:出来|回来)|(?:刚)?(?:离开|出了?)(?=\x00)
    |接待(?!是)|扑空|扑了个空|白跑|闭门羹|门口(?:等|堵|守|蹲)|来了?(?:我们|咱们)?\s?(?:公司|厂里?|店里?|office
    |展厅)\s?\S{{0,3}}?(?:坐|看|转|逛|聊|谈)|bai ?fang|jian ?mian|(?:visit|meet|lunch|demo|drop by|walk in
    |onsite)\s?(?:了|过|完)|\b(?:visit(?:ed|ing|s)?|tried to (?:visit|see|meet)|(?:walk|wander|stroll)(?:ed)? (?:the
    |in(?:to)?|over to|around|round|through|\x00+ (?:through|thru|around))|walked (?:me|us|him|her|them) (?:through
    |around|round)|viewings?|viewed|show(?:ed|n)?(?= \x00| (?:him|her|them)\b| (?:me|us) (?:a|ro))
    |met(?: up)?(?: with)?(?! (?:the|our|their|his|her) (?:deadline|target|criteria|spec))|meet(?:ing|s)?|(?:had|have
    |has|having) (?:a |an )?(?:\w+ )?(?:sitting|sit-?down|session|workshop|tour|walk-?through|get-?together)
    |lunch(?:ed)?|dinner|breakfast|brunch|supper|coffee|drinks?|(?:beers?|tea|bite|meal) with|dropped (?:by|in|into
    |off at|round|samples)|drop (?:by|in|off)|stop(?:ped)? (?:by|in|at|over|off)|pop(?:ped)? (?:in|into|by|over|round
    |down)|sw(?:ung|ing) (?:by|past|round|over)|(?:nipp|duck|look)ed in(?:to| on| at)?|called in (?:on|at|to see)|saw
    |see(?! (?:how|if|what|whether|you|about|that|where|when|why|the (?:attached|email|point)))|sat (?:down|with)
    |sit down|caught up|catch up|on[- ]?site|in person|in-person|tour(?:ed)?|hosted|entertained|demo(?:ed|'d)?
    |demonstrated|presented|presentation|site (?:visit|survey|inspection|walk)|inspect(?:ed|ion)|survey(?:ed)?
    |came (?:by|in(?! with)|over|round|down|out|to (?:see|visit|our))|(?:went|go|going|drove|drive|driving|flew|fly
    |flying|travell?ed|travel|rode|cycled|headed|heading|trip|hopped|dashed|ran)(?: all the way| down| up| out| over
    | across| back| round)* (?:to|over to|into|by|round to|past)(?! (?:voice|vm|spam|print|tender|waste|legal
    |a competitor|another|someone|buy|order|sign|pay|need|be|do|have|call|email|send|ask|check|think))|(?:was|were
    |been|'m|am) (?:over |out |down |up |back )*at(?= (?:the |their |his |her )?(?:\x00|{_AREA}))
    |at (?:the |their |his |her |\x00+(?:['’]s)? )?{_AREA}(?= (?:today|yesterday|this|all|for|just))|(?:reached
    |got to|arrived at|made it to) (?:the |their |\x00+ ?(?:'s |’s )?)?{_AREA}|attend(?:ed|ing)|install(?:ed
    |ing) (?:the |a |our )?(?:demo|sample|trial|test|first|new)|waited (?:\S+ ){{1,3}}?(?:at|in|outside)|arrived at
    |paid (?:\S+ )?(?:a |another )?visit|checked in (?:on|at)|looked in|called on(?= \x00)|(?:called|calling) round
    |stopped off|bumped into|ran into|came across|crossed paths
    |spent (?:the |an? |all |half |\d+ |two |three )*(?:morning|afternoon|day|hours?|evening)|took (?:\x00+|him|her
    |them) (?:to|out|for|around|through)|gave (?:me|us|him|her|them|\x00+) (?:a |the )?(?:tour|demo|presentation
    |walk)|putting in|no[- ]show|face[- ]to[- ]face|f2f|trade show|showroom|golf|karaoke|banquet|door[- ]knock\w*
    |knocked on|walk[- ]?in)\b
""")
