"""Calls: the words that tell of one, by telephone or by video, answered or not."""

from parsing.patterns import pattern

_TIMES = r"(?:了|过|完|到|通|着)?(?:[一两二三几\d]?[个通次遍回]|半天|一会儿?)?"

WORDS = pattern(rf"""
    (?:打|拨|去|来|回|通|接|挂|讲|聊|煲|听){_TIMES}(?:\x00{{1,40}})?(?:[^\s\d]{{0,4}}?)(?:电话(?!销售|号|会员)|座机
    |语音(?:通话)?(?!信箱)|视频(?!号)|微信电话|长途)|通了?\S{{0,4}}电话|打通了?\S{{0,6}}电话|接到?了?\S{{0,6}}电话
    |电话会议?|(?<![\d十百几多]个)(?<![\d十百几多]通)电话(?!号|\s?[:：]?\s?[+\d\x00]|是|换|改|变|更|已|码|营销|簿|卡)
    |来电|打来|打给|打(?:过去|过来|进来|出去)(?![^，,。]{{0,4}}[款钱])|打了[一两二三四五六七八九十几\d]+[遍次通]|致电
    |去电|回电|再打|没打通|打不通|通话|通了话|电联|拨(?:了|打|通|过|给|号)|忙音|盲音|语音信箱|转语音|视频(?:会议?
    |通话|演示|聊|了|过|连|开)|语音(?:通话|聊|沟通|了)|(?:跟|和|给|与|同)\x00{{1,40}}\S{{0,4}}?(?:语音|视频|电话)(?=$
    |[,，。\s])|无法接通|连(?:了|上|过)?(?:个|一?下)?\S{{0,4}}?(?:线|视频|语音|zoom|teams)|腾讯会议|线上(?:开?会|会议
    |聊|沟通|交流|演示)|远程(?:会议|演示|沟通)|没人?接|未接|不接|无人接听|没人听|没人应|冇人听|关机|占线|拒接|停机
    |空号|挂(?:了|断)(?:我|电话)?|打(?=\x00)|打(?:咗|了)(?:个?电话)?[畀俾给](?=\x00|佢|他|她)
    |[跟和同与]\x00{{1,40}} ?sync(?:了|过|完|咗)|\blvm\b|倾电话|(?:da ?)?dian ?hua|(?:mei ?ren|没人?) ?jie|(?:ring
    |call|phone|zoom|dial)\s?(?:了|过|完)
    |(?<!be )(?<!is )(?<!are )(?<!was )(?<!'s )(?<!’s )(?<!so-)\bcalled(?: back)?\b|\bcalled in(?=,|\.|$| (?:asking
    |to ask|about|saying|to say|wanting|for))|\b(?:phoned|rang(?: up)?|ring(?: up)?|dial(?:l?ed|l?ing)?
    |calls?(?: back)?(?!ed| off| center| it a| sheet| for tender)|calling|buzz(?:ed)?(?= \x00| [A-Z]| him| her| them
    | me)|(?:gave|give|given|giving) (?:\S+ ){{1,4}}?(?:ring|buzz|bell|shout|tinkle)|phone(?: call| chat| meeting
    | catch[- ]?up| interview| conference)|phones?(?= \x00)|(?:by|over|on|off|via|through) (?:the |a )?(?:phone
    |telephone|line|blower|horn|zoom|teams|skype|webex|video)|spoke(?:n)?|talk(?:ed|ing)?|speak(?:ing)?|chatted
    |telephon(?:ed|e|ing|ically)|zoom(?:ed|ing)?(?: meeting| call)?|teams (?:call|meeting)|voice ?mail
    |answering machine|left (?:him |her |them |\x00+ )?(?:a |another )?(?:message|msg|vm)|(?:line|number|landline
    |mobile|phone|cell) (?:is |was |just )?(?:busy|dead|engaged|disconnected|off|switched off|out of service
    |not in service|unreachable|rang out)|landline|(?:no|never|without) (?:answer|reply|pick[- ]?up)
    |picked up(?! [a-z0-9])|pick up(?= the phone|\b[,.]|$)|no ?(?:body|one) (?:picks|picked|answers|answered)(?: up)?
    |got (?:hold of|through|cut off)|get hold of|hold of him|hold of her|reached(?= \x00+(?! ?(?:'s |’s )?(?:plant
    |office|site|factory|shop|warehouse|store|hq|premises|gate)))|hung up|hang up|on the phone|didn'?t (?:answer
    |pick)|(?:not|isn'?t|wasn'?t) (?:answering|picking)|won'?t pick|video (?:call|chat|conference|meeting)
    |conf(?:erence)? call|con[- ]?call|tele?[ -]?con\w*|facetime\w*|webex|webinar|google meet|couldn'?t (?:reach
    |get through)|can'?t (?:reach|get through)|unreachable|engaged tone|skyped?|cold[- ]?call(?:ed|ing)?
    |missed call)\b
""")
