"""Purchases: the words that tell that something was ordered, signed, renewed or paid; and that money went back."""

from parsing.patterns import pattern

_NUMBER = r"(?:[\d\x00]|[一两二三四五六七八九十百千几])"
_FUNDS = r"(?:[定订押]金|[首预头]付款?|尾款|货款|余款|全款|进度款|工程款|保费|保证金|学费|会费|租金|款项?|钱)"
_OF_THEM = r"(?:the|an?|their|his|her|my|our|full|part|signed|written|official|first|big|partial|\d+%)"
_PAPER = r"(?:合同|协议|订单|采购单|po|保单)"

WORDS = pattern(rf"""
    下单|下了?(?:个|一个)?(?:大|小)?(?:订|采购)单了?|下了\S{{0,6}}单|下(?:了|过|好)?\s?po(?!lic)|拿货|拿了(?:货
    |{_NUMBER})|提(?:了|走)?(?:货|车)|提了{_NUMBER}|落(?:咗)?单|成交|成单|出单|开单|签约|签了(?!收|验收|到(?!手))|签下|签单
    |签[完好妥回成订过](?!后)|签合同|签字|签(?:的)?(?=合同|单|约|\x00)|下了?定(?!义|位|决|论|下)|(?:单子?|项目|合同
    |订单)\S{{0,3}}?落地|拿下|敲定(?!了?[^，,。]{{0,48}}?(?:时间|日期|日程|地点|行程|细节|见面|会议))|用印
    |返了\S{{0,3}}单|拍板|定下(?:来)?了|落定|{_PAPER}\S{{0,6}}?(?:寄回|签回|回传|签好|签妥|签完|盖章|生效|到手|拿到
    |落定)(?:来)?了?|盖了?章(?:了|的{_PAPER})|回款|回了(?=\x00)|到账|入账|进账|打款|打了款|打(?:来|过来
    |进来)了?(?=\x00|\S{{0,4}}款|$)|(?<=\x00)(?:块|元)?(?:都|也|已|已经)?(?:打|转|汇)(?:过来|来|进来|给我们?)了|汇款
    |付款(?!方式|条件|周期|计划|期|得|要|等|流程|账期)|付(?:了|清|完|讫|好|上)(?=$|\S)|付(?!款)(?={_FUNDS}(?!得|要
    |流程))|付全款|[已全]付|支付|预付(?!款?比例)|交(?:了|齐|清|完)?{_FUNDS}(?!时间|日期)|缴(?:费|款|了|清)
    |{_FUNDS}\S{{0,3}}?(?:进|到|收|付|打|交|结|清|入|给|转)(?:来|了|账|齐|清|妥|到|过来|进来)|收到\S{{0,10}}?(?:款
    |{_FUNDS}|wire|转账|汇款|支票)|收到(?=\x00{{1,40}}(?:块|元|$|[，,。]))|还了(?=\x00)|还清|收款|(?<!样品)(?<!资料)(?<!样)已收(?!到样|到资)|收讫
    |收齐|订了|订购
    |订货|预订了?|预定了?|订(?:下|好|妥)了?|定了(?=\d|\x00)|定(?:了|下)(?={_NUMBER}\S{{0,2}}[台套个件箱批辆份款平米吨桶])
    |(?<![新换名位个的管])采购(?![小老员部的单\x00]|经理|主管|总监|说|是|那边|流程)|购买|买了|买下|买走|购入
    |(?<!去)进了?(?:\S{{0,8}}?的)?货(?!架|物)|补了(?={_NUMBER})|补(?:了\S{{0,6}})?货|投(?:了
    |保)(?:了)?(?={_NUMBER}?[份个款]|$|[，,。\x00])|投保了|报(?:了|上)\S{{0,5}}?(?:名|班|课)|交了(?=\x00|\d)
    |交了\S{{0,4}}?{_FUNDS}|付的(?:现金|全款|定金|微信|支付宝)|(?:进|补|订|下|买|拿|提|加|定|购|续|采购|追加
    |要)了{_NUMBER}{{1,6}}\S{{0,2}}?[台套个件箱批辆份袋桶条支张吨斤把盒瓶包卷块组双对罐只根片架](?!电话|方案|会|头|月
    |星期|小时|客户)|确认了?订单|订单\S{{0,2}}?(?:确认|敲定|下来|到手)了?|续签|续约了|续[费保期租订](?!率|的事|方案)
    |续(?:了|上了)|中标|(?<!想)(?<!再)追加了?(?:订单)?|首单|现结|加(?:了)?[单购订](?!价)|加了(?={_NUMBER}\S{{0,2}}[台套个件箱批辆份])|返单
    |翻单|复购|再来(?=[\d一两二三四五六七八九十百]\S{{0,3}}[台套个件箱批辆份袋桶条])|刷了?卡|扫码付|转账|转了(?=\x00
    |\d|我)|转(?:给|来|过来)(?:我|我们)?(?=\x00)|结了?[款账]|结清|尾款(?=已|到|付|结|收)|充值|拍了|要(?:了|货)|包了
    |全要了|(?:fu ?kuan|xia ?dan|qian ?yue|qian ?le|hui ?kuan|dao ?zhang|da ?kuan)(?![a-z])|(?:sign|order|pay|paid
    |renew|settle|book|buy)\s?了|(?:deal|order|单子?)\s?close\s?了|\b(?:put down(?= \d| a deposit|\x00)|po came in
    |came in with (?:a |the )?po|order(?:ed|s)?(?! (?:nothing|number|form|book|status|history))|ordr|bought|buys?
    |purchased?|paid(?! (?:\S+ )?(?:a |another )?(?:visit|call|attention|respects))|pays?(?! attention)
    |payment(?! terms| plan| schedule| method| due| issue| date| gateway)|signed|signs?(?! of)|ink(?:ed|s)
    |countersigned|co-?signed|initialled|go(?:ne|es)? ahead with(?= the| our)|went ahead(?: with)?|pull(?:ed
    |s) the trigger|(?:is|are|they'?re|he'?s|she'?s) in for(?= another| \d| \x00| the)|settled?(?: up)?(?= (?:the|his
    |her|their|our)? ?(?:invoice|bill|balance|account|payment))|(?:check|cheque|payment|funds|money|wire|transfer
    |deposit|invoice|balance)(?: [^\s,.;]+){{0,3}}? (?:cleared|arrived|landed|received|came (?:in|through)
    |went through|is in|in the bank|settled|credited|hit)|(?:receiv(?:ed|ing)|got|collected|have|has
    |banked) (?:{_OF_THEM} ){{0,4}}(?:advance|payment|deposit|wire|transfer|po|purchase order|cheque|check
    |down ?payment|order|contract signed|signed contract|signature|money)(?! number| wrong| back| form| issue| terms)
    |sealed|clinched|landed|nailed|bagged|locked in|secured|po|deposit|won(?!['’]t| (?:him|her|them|me|us
    |\x00+) over)|(?<!was )(?<!were )(?<!is )(?<!are )(?<!office )(?<!not )closed(?: the)?(?: a)?(?: deal)?|clsoed
    |renewed|renews|reorder(?:ed)?|re-order(?:ed)?|placed an? (?:\w+ )?order|wired|transferred|remitted|settled
    |invoice paid|took delivery|(?<!n't )(?<!n’t )(?<!not )sold|(?:deal|contract|order|sale) (?:is )?(?:done|closed
    |won|signed|sealed|in the bag
    |confirmed|through)|done deal|topped up|prepaid|upgraded|went for(?= (?:the|our|an?|two|three
    |\d)\b)(?! (?:an? )?(?:lunch|coffee|dinner|drinks?|walk|meal|tea|beer|bite|competitor|someone|another))
    |confirmed(?=,? \d)|repeat order|sign(?:ed)? (?:off|up)|subscribed|enrol?led|took out|taken out|took up
    |snapped up|committed to|confirmed (?:the |an? |their |his |her )?(?:order|purchase|booking|po)
    |booked (?:the |an? )?(?:package|plan|course|order|\d)|picked up \d
    |extended (?:the |their |his |her )?(?:contract|lease|plan|subscription)|paid (?:up|off|in full)|coughed up
    |forked out|converted)\b
""")

BACK = pattern(r"""
    退了?(?:货|余|全|差|多付的?|预付)?款|退了?钱|退还|退(?:回|给|还)?了?(?=\x00)|退回\S{0,2}款|\b(?:refund(?:s|ed
    |ing)?|paid back|gave back|reimbursed|credit note)\b
""")
"""Money that went back."""
