"""People at a customer: 王总, 采购小刘, 联系人李明, Mr Wong, Jane Doe from Acme, Bill not available."""

import re
from dataclasses import dataclass
from functools import lru_cache

from parsing import everyday
from parsing.masks import overlaps
from parsing.patterns import each, pattern

SURNAMES = (
    "简王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾"
    "季窦童阮饶霍阎佟虞卓喻娄宗屠岑巩席晏柏桑楚瞿荀荆茅蒲蔺谌邬郁闻阚雍鞠佘仲冉匡卞敖芮艾苟贝郜穆檀"
    "龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦骆鲍盛齐梅庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪靳裴甘欧翁符单仇查区解纳占阳麦尚柳邢路岳宁蓝甄柯桂巫闵游缪储成戚屈乐冷华褚"
)
COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|夏侯|南宫"
TITLES = (
    "护理长|护士长|总经理|董事长|副总经理|副总|总监|老板娘|老板|经理|主任|主管|店长|厂长|科长|处长|局长|院长|校长|所长|站长|部长|组长|行长|会长|社长|园长|馆长|书记|队长|主席|教授|博士|医生|医师|律师|会计|秘书|助理|采购"
    "|老师|先生|女士|小姐|太太|师傅|老总|总|董|工|姐|哥|叔|姨|嫂|妹|弟|局|处|科|院|校|所|生(?![日产意病气活])|sir"
)
PINYIN_TITLES = "zong|gong|jie|laoban|jingli|zhuren|xiansheng|nvshi|xiaojie|laoshi|dong"
TITLED = pattern(rf"""
    (?:(?:{COMPOUND}|[{SURNAMES}])(?:\h{{1,2}}?)?
    |\b[a-z]{{2,6}}\s?)(?:{TITLES})(?![单程作地厂人件具会理办部裁店监体结])|\b[a-z]{{2,6}} (?:{PINYIN_TITLES})\b
    |\b[a-z]{{2,6}}(?:zong|laoban|jingli)\b
""")
NICKNAMED = pattern(
    rf"""(?:(?<![大])小|(?<![古])老|阿)[{SURNAMES}强明华伟军平红梅芳](?![家店客户公司乡板师总工]|面馆)""",
    cased=True,
)
FULL = pattern(rf"(?:{COMPOUND})\h{{1,2}}|[{SURNAMES}]\h{{1,2}}", cased=True)
_ROLE = (
    r"(?:采购|老板|经理|主管|主任|前台|财务|技术|会计|助理|秘书|店长|厂长|负责人|同事|总监|工程师|老总|新来的"
    r"|徒弟|手下|的|是|叫|他们|他|她|佢个?|了|到|\s|[:：])"
)
_NAME = rf"(?:{COMPOUND}|[{SURNAMES}])\h{{1,2}}"
PERSON = rf"(?:[小老阿][{SURNAMES}强明华伟军平红梅芳]|(?:{COMPOUND}|[{SURNAMES}])\h{{0,2}}?(?:{TITLES})|{_NAME})"
LABELLED = pattern(
    rf"""
    (?:(?:联系人|对接人|接口人|负责人|联络人|窗口|法人)(?:是|为|[:：])?(?:\h{{0,3}}[部科室处]的?)?|采购部?|老板
    |[店园校厂院]长|总监|主任|经理|主管|行政|财务|会计|助理|介绍(?:了)?(?:个|一个|位)?(?:朋友|人|客户)?[，,]?\s?(?:叫
    |是)|(?:改成|换成|改为|换了)|名?字?叫|姓名)(?:是|叫|改成|换成|改为|[:：])?\s?({PERSON}|[小阿]\h(?=[，,。\s]
    |$))(?!\h{{0,1}}[公店厂])
""",
    cased=True,
)
MET = pattern(
    rf"""
    (?:见到?了?|见着|接待的是|跟|和|与|同|找|约了?|给
    |问了?)(?:\x00{{1,40}}的)?{_ROLE}{{0,4}}({PERSON})(?=[聊谈说通打开吃见碰，,。\s的]|$|电话|微信|一起|沟通|发|了解
    |对接|交流|视频|喝|约|确认|讨论)
""",
    cased=True,
)

_CAP = r"[A-Z][a-zA-Z'’-]{1,15}"
SPEAKING = pattern(
    rf"""
    (?:^|[，,。；;:：\s\x00])({PERSON})(?=说|讲(?!解)|觉得|表示|提出|提到|答应|同意|嫌|反映|反馈|抱怨|吐槽|回复|回话
    |催|不在|出差|也说|直说|跟我说|告诉|请我|带我|问我)
""",
    cased=True,
)
HONORIFIC = pattern(
    r"""
    \b[A-Z][a-z]{2,15} (?:ji|bhai|sahib)\b
    |\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Mdm|Madam|Sir|Herr|Frau)\b\.? ?[A-Z][a-zA-Z'’-]{0,15}(?: [A-Z][a-z'’-]{1,15})?
    |\b(?:mr|mrs|ms|dr|mdm)\b\.? ?[a-z][a-z'’-]{1,15}
""",
    cased=True,
)
NOT_NAMES = (
    "Mr|Mrs|Ms|Dr|Prof|Mdm|Rang|Rung|Swung|Caught|Saw|Sat|Held|Bought|Sold|Won|Lost|Spent|Wrote|Heard|Found|Told|Made|Brief|Long|Short|Zoom|Teams|Skype|Breakfast|Beers|Voicemail|Morning|Afternoon|Evening|Deposit|Competitors?|Procurement|Finance|Legal|Management|Accounts?|Kindly|Pls|Renewal|Delivery|Visited|Met|Called|Phoned|Spoke|New|Add|Quote|Budget|Follow|Next|Last|This|The|They|She|He|We|It|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun"
    "|January|February|March|April|May|June|July|August|September|October|November|December|Today|Tomorrow|Yesterday|Order|Deal|Call|Meet|Visit|Demo|Lunch|Dinner|Coffee|PO|CEO|CFO|CTO|VP|Price|Payment|Send|Note|Not|No|Yes"
    r"|Very|Wants|Need|Needs|Said|Will|Reminder|Remind|Complaint|Customer|Client|Product|Sample|Samples|Meeting|Good|Great|Interested|Who|What|When|Why|How|Show|List|In|On|At|For|From|To|And|But|I|My|Our|Their|His|Her|Asked|Also|Still|Just|Had|Left|Paid|Signed|Bought|Check|Cheque|Quick|Great|Finally|Sent|Got|Ran|Drove|Flew|Went|Came|Took|Gave|Telephone|Phone|Email|Text|Talk|Chat|Site|Office|Plant|Shop|Store|Boss|Owner|Manager|Buyer|Director|Engineer|Auntie|Uncle|Complaint|Refund|Invoice|Contract|Received|Waiting|Still|Maybe|Perhaps|Please|Thanks|Hi|Hello|Hey|Set|Book|Bring|Buy|Pay|Sign|Ask|Tell|Get|Give|Make|Take|Go|See|Try|Check|Keep|Put|Let|Can|Could|Should|Would|May|Might|Must|Has|Have|Is|Are|Was|Were|Do|Does|Did|All|Any|Some|Every|Both|Two|Three|Four|Five|Ten|Half|Full|First|Second|Third|Final|Back|After|Before|Since|Until|About|Over|Under|Only|Really|Super|Big|Small|Old|Hot|Cold|Bad|Nice|Wrong|Late|Early|Soon|Now|Then|There|Here|Our|Your|Sorry|Update|Reminder|Christmas|Easter|English|Chinese|Board|Team|Group|Sales|Support|Service|Warehouse|Factory|Landed|(?!(?:Ahmed|Mohamm?ed|Fred|Ted|Ned|Reed|Alfred|Jared|Syed|Saeed|Rasheed|Javed|Majed|Khaled|Walid)\b)[A-Z][a-z]+ed"
)
ENGLISH_NAME = rf"(?!(?:{NOT_NAMES})\b){_CAP}(?: (?!(?:{NOT_NAMES})\b){_CAP}){{0,2}}"
ENGLISH = (
    pattern(
        rf"""
        (?:\b(?:[Cc]ontact(?: person)?(?: is)?|[Aa]ttn|c/o|[Nn]ew contact
        |[Rr]eplaced by|(?:[Aa]ssistant|[Ss]ecretary
        |[Ss]uccessor|[Rr]eplacement|[Cc]olleague|[Bb]uyer|[Mm]anager) is(?: now)?|POC|[Bb]uyer|[Mm]anager|[Oo]wner
        |[Nn]ow talk to|[Nn]ame(?:'s| is)|[Aa]sk for|[Ss]peak to|[Dd]irector|[Ff]ounder|PIC)(?:[:,]| is)?
        |(?:搵|秘书|助理|店长|(?i:founder|owner|boss|contact|hr|director)(?= ?[叫是])|老板娘?|联系人|联络人|窗口
        |对接人?|负责人|经理|采购|主管|店长|园长|厂长|校长)(?:\s?[是叫:：])?)\s?(阿[A-Z][a-z]{{1,12}}|{ENGLISH_NAME})
    """,
        cased=True,
    ),
    pattern(r"\b(?:is|are|was|goes by) (?:called|named) ([A-Z][a-z]{1,12}(?: [A-Z][a-z]{1,12})?)\b", cased=True),
    pattern(rf"\b({ENGLISH_NAME})(?:,? (?:from|at|of)| @) (?=\x00|[A-Z])", cased=True),
    pattern(
        rf"""
        \b(?:[Mm]gr|[Mm]anager|[Dd]irector|[Oo]wner|[Bb]uyer|[Ee]ngineer|[Bb]oss|[Cc][ET]O|[Ll]ead|[Cc]hef|[Ff]oreman
        |[Ss]upervisor|[Cc]oordinator|[Rr]eceptionist|[Aa]ssistant|[Ss]ecretary|[Aa]ccountant
        |[Hh]ead of \w+) ({ENGLISH_NAME})
    """,
        cased=True,
    ),
    pattern(rf"(?:\x00|[A-Za-z])\s?的\s?({ENGLISH_NAME})", cased=True),
    pattern(
        rf"""
        \b(?:[Mm]et(?: up)?(?: with)?|[Ss]poke (?:to|with)|[Tt]alked (?:to|with)|[Ss]aw|[Cc]alled|[Ww]ith|w/
        |[Mm]eeting|[Ll]unch with|[Ii]ntroduced (?:me )?to|[Gg]ot hold of|[Pp]honed|[Tt]elephoned|[Ee]mailed
        |[Tt]exted|[Rr]each(?:ed)?|[Aa]sk for|[Pp]honed) ({ENGLISH_NAME})
    """,
        cased=True,
    ),
    pattern(
        rf"""
        (?:^|[.,;!:，。；！\x00]\s?)({ENGLISH_NAME})(?= (?:is|was|isn'?t|wasn'?t|not|says?|said|wants?|will|won'?t
        |keen|happy|unhappy|asked|likes?|liked|needs?|prefers?|out|away|on leave|not available|has|seems?|loved
        |agreed|promised|thinks|may|might|can|came|told|reckons|signed|paid|ordered|rang|called|confirmed|complained
        |walked|showed|took|gave|heard|couldn'?t|didn'?t|won'?t|warmed|nodded)\b|\s?(?:说|觉得|想|带|问|答应|表示|嫌
        |听|也|不在|没|让|要(?!求)))
    """,
        cased=True,
    ),
    pattern(rf"[,(，（] ?({_CAP} {_CAP}),? ?(?=\(?\x00)", cased=True),
    pattern(r"\x00的?([A-Z][a-z]{1,12}(?: [A-Z][a-z]{1,12})?)(?=说|要|想|觉|问|对|[，,\s])", cased=True),
)


CHINESE_FRAMES = (("label", LABELLED), ("met", MET), ("met", SPEAKING))
FRAMES = (
    ("label", LABELLED),
    ("label", ENGLISH[0]),
    ("met", MET),
    ("met", SPEAKING),
    *(("met", frame) for frame in ENGLISH[1:]),
)
"""What a person's name stands in, and how it tells of them; the English ones begin with a capital."""
SUREST = ("label", "met", "titled")
"""How a person was told, the surest first."""
CAPITAL = pattern(r"[A-Z][\w'’-]", cased=True)

HONOURED = pattern(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Mdm)\.? ?$", cased=True)
"""Ends before the rest of a name: Dr. Sharma is one."""
HONOURED_AFTER = pattern(r" (?:ji|bhai|sahib)\b")
OWNER = pattern(r"['’]s$")


@dataclass(frozen=True)
class Person:
    """A person's name and its place. how: label (联系人李明), met (met Jane) or titled (王总, Mr Wong)."""

    start: int
    end: int
    words: str
    how: str


@lru_cache(maxsize=16)
def find(masked: str) -> tuple[Person, ...]:
    """The people named in a folded text, its company's name masked: the called ones first, none inside another."""
    kept: list[Person] = []
    for person in [*_captured(masked), *_titled(masked)]:
        if not any(overlaps(person, other) for other in kept):
            kept.append(person)
    return tuple(kept)


def is_person(name: str) -> bool:
    """Whether a Chinese name is a person's: a surname and one or two letters, and no common word."""
    return FULL.fullmatch(name) is not None and name[-1] not in "的了吗们" and not everyday.nobody(name)


def is_titled(words: str) -> bool:
    """Whether some words are a person by title: 王总, wang总, Mr Wong."""
    return TITLED.fullmatch(words) is not None or HONORIFIC.fullmatch(words) is not None


def _captured(masked: str) -> list[Person]:
    return [
        _person(match, 1, how)
        for how, frame in (FRAMES if CAPITAL.search(masked) else CHINESE_FRAMES)
        for match in each(frame, masked)
        if not _common(match[1], masked[match.end(1) : match.end(1) + 1])
        and not HONOURED_AFTER.match(masked, match.end(1))
        and not HONOURED.search(masked, max(0, match.start(1) - 6), match.start(1))
    ]


def _person(match: re.Match[str], group: int, how: str) -> Person:
    """A person where a pattern found one, without the 's after the name."""
    words = OWNER.sub("", match[group])
    return Person(match.start(group), match.start(group) + len(words), words.strip(), how)


def _titled(masked: str) -> list[Person]:
    found = [
        _person(match, 0, "titled")
        for titles in (HONORIFIC, TITLED, NICKNAMED)
        for match in each(titles, masked)
        if not _common(match[0], masked[match.end() : match.end() + 1])
    ]
    return sorted(found, key=lambda person: person.start)


def _common(words: str, following: str) -> bool:
    """Whether these letters are no name but a common word, or the beginning of one: 方案, 小|程序, 区域经理."""
    if words[:1] in "小老阿":
        return everyday.begins_a_word(words, following)
    return words[:2] in everyday.TRADE or (FULL.fullmatch(words) is not None and everyday.nobody(words))
