"""What a company's name is made of: a city before it, the trade and the legal form after it."""

from collections.abc import Iterator
from functools import lru_cache

from lookup.writing import is_han, spelled, words

CITIES = frozenset(
    """
    中国 北京 上海 天津 重庆 广州 深圳 苏州 杭州 宁波 南京 无锡 常州 南通 徐州 扬州 镇江 泰州 盐城 嘉兴 绍兴
    温州 金华 台州 湖州 义乌 青岛 济南 烟台 潍坊 威海 临沂 淄博 大连 沈阳 长春 哈尔滨 石家庄 唐山 保定 太原
    呼和浩特 包头 郑州 洛阳 开封 武汉 宜昌 襄阳 长沙 株洲 湘潭 岳阳 南昌 九江 赣州 合肥 芜湖 福州 厦门 泉州 漳州
    莆田 东莞 佛山 珠海 中山 惠州 江门 汕头 湛江 南宁 桂林 柳州 海口 三亚 成都 绵阳 德阳 贵阳 遵义 昆明 大理
    拉萨 西安 咸阳 兰州 西宁 银川 乌鲁木齐 香港 澳门 台北 台中 台南 高雄 新竹 桃园 基隆 新加坡 昆山 张家港 江阴
    宜兴 常熟 太仓 余姚 慈溪 诸暨 海宁 桐乡 晋江 石狮 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东
    河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 宁夏 新疆 台湾
    """.split()  # noqa: SIM905
)
"""Places written before a Chinese company's name, each also with 市 or 省 after it."""

LEGAL = frozenset(
    """
    股份有限公司 有限责任公司 集团有限公司 控股有限公司 有限公司 分公司 总公司 子公司 公司 集团 控股 股份 总部
    总店 分店 事务所 合伙企业 个体工商户
    """.split()  # noqa: SIM905
)
"""The legal form after a Chinese company's name."""

TRADES = frozenset(
    """
    科技 贸易 食品 餐饮 电子 物流 环保 地产 纺织 石材 配件 配套 激光 智能 装备 模具 机械 酒店 宾馆 医疗 医院
    诊所 门诊 门诊部 药业 制药 药房 乳业 纸业 包装 家具 家居 家电 电器 电气 电力 能源 新能源 光伏 材料 新材料
    建材 化工 塑料 塑胶 橡胶 五金 工具 钢铁 金属 铝业 矿业 农业 农牧 养殖 种业 饲料 粮油 水产 海鲜 生鲜 果业
    茶业 茶叶 茶饮 咖啡 饮品 饮料 酒业 酒庄 啤酒 烘焙 糕点 面包 面馆 火锅 饭店 餐厅 酒楼 小吃 快餐 厨房 之家
    商贸 商业 商场 百货 超市 便利 便利店 连锁 零售 电商 网络 信息 软件 数据 通信 通讯 传媒 广告 文化 文创 影视
    设计 印刷 印务 出版 教育 培训 学校 学院 幼儿园 体育 健身 健身房 健康 养老 美容 美业 美发 化妆品 日化 服饰
    服装 鞋业 皮革 箱包 珠宝 首饰 眼镜 钟表 玩具 礼品 工艺 汽车 汽配 汽贸 汽修 轮胎 船舶 航运 航空 运输 货运
    快递 速递 供应链 冷链 仓储 港务 建筑 建设 工程 装饰 装修 园林 景观 物业 置业 房产 房地产 不动产 投资 基金
    金融 保险 租赁 咨询 服务 管理 人力 人力资源 法律 律所 会计 旅游 旅行社 旅行 民宿 度假村 会展 娱乐 仪器 仪表
    精密 自动化 机电 电机 设备 制造 制冷 空调 暖通 阀门 水泵 泵业 轴承 电缆 线缆 照明 灯饰 光电 半导体 芯片 生物
    生物科技 生科 技术 研究院 研究所 实验室 实业 产业 工业 企业 发展 国际 进出口 外贸 花艺 花卉 宠物 母婴 孕婴
    书店 文具 办公 安防 消防 净水 水务 工坊 工厂 工作室 食堂 牙科 口腔 眼科 洗衣 家政 摄影 婚庆 造纸 玻璃 陶瓷
    涂料 油漆 木业 竹业 布艺 家纺 羽绒 印染 毛纺
    """.split()  # noqa: SIM905
)
"""What a Chinese company does, written after its brand."""

LATIN_LEGAL = frozenset(
    """
    ltd limited inc incorporated corp corporation co company llc llp plc pte pty sdn bhd gmbh ag kg ohg ug se sa
    sas sarl srl spa bv nv ab oy as aps kk kft holdings holding group
    """.split()  # noqa: SIM905
)
"""The legal form after an English or European company's name."""

LATIN_TRADES = frozenset(
    """
    foods food trading trade logistics industries industry enterprises enterprise technologies technology tech
    systems solutions services service international global electronics electric engineering manufacturing
    packaging paper dairy hotel hotels hospitality resort catering restaurant restaurants cafe coffee bakery
    kitchen clinic clinics medical dental pharma pharmaceuticals health healthcare hospital school academy
    education institute college furniture interiors design designs studio studios media print printing press
    textiles apparel fashion shoes motors automotive auto marine shipping freight transport cold storage
    warehouse construction builders building property properties realty estate capital partners associates
    consulting consultants advisory insurance bank labs laboratories biotech energy power solar chemicals
    plastics steel metals tools hardware machinery machines instruments supply supplies supermarket market mart
    store stores shop retail sons bros brothers fitness gym spa beauty pets farm farms fisheries seafood
    beverages brewery winery tea software networks digital and the of
    """.split()  # noqa: SIM905
)
"""What an English company does, written after its brand."""

LONGEST_LEGAL, LONGEST_TRADE = max(map(len, LEGAL)), max(map(len, TRADES))

SHORTEST = 2
"""A Chinese brand has at least two characters."""


@lru_cache(maxsize=16384)
def core(name: str) -> str:
    """The name without the city before it and the legal form after it, in normal spelling.

    宁波海岳食品有限公司 is 海岳食品, "Acme Trading Pte. Ltd." is "acme trading". A name is never emptied:
    天津公司 stays 天津公司.
    """
    return spelled(_core(words(name)))


@lru_cache(maxsize=16384)
def brand(name: str) -> str:
    """The core without what the company does: 海岳食品 is 海岳, "Acme Trading" is "acme"."""
    return shorter(name)[-1] if shorter(name) else core(name)


@lru_cache(maxsize=16384)
def shorter(name: str) -> tuple[str, ...]:
    """Every shorter form that people use for a company, longest first, without the full name itself.

    天津港务物流 is also 天津港务, 港务物流 and 港务; 中科智能装备 is also 中科智能 and 中科.
    """
    whole = words(name)
    formed = _without_legal(whole)
    forms = [form for start in (formed, _core(whole)) for form in (start, *_peeled(start))]
    said = dict.fromkeys(spelled(form) for form in forms if form != whole)
    return tuple(sorted(said, key=len, reverse=True))


def _core(whole: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without city and legal form."""
    formed = _without_legal(whole)
    for length in (5, 4, 3, 2):
        rest = formed[length:]
        if len(rest) >= SHORTEST and _is_city("".join(formed[:length])) and not _only_trade(rest):
            return rest
    return formed


def _is_city(said: str) -> bool:
    """Whether these characters are a place, with or without 市 or 省."""
    return said in CITIES or (said[-1] in "市省" and said[:-1] in CITIES)


def _only_trade(rest: tuple[str, ...]) -> bool:
    """Whether nothing but a trade or a legal form would be left: 上海机械 keeps its city."""
    return "".join(rest) in TRADES | LEGAL


def _without_legal(whole: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without its legal form."""
    rest = whole
    while rest and (shorter_by := _legal_length(rest)) and len(rest) > shorter_by:
        rest = rest[:-shorter_by]
    return rest if _stands_alone(rest) else whole


def _legal_length(rest: tuple[str, ...]) -> int:
    """How many words at the end are a legal form."""
    return 1 if rest[-1] in LATIN_LEGAL else _tail(rest, LEGAL, LONGEST_LEGAL)


def _tail(rest: tuple[str, ...], endings: frozenset[str], longest: int) -> int:
    """How many characters at the end are one of these endings, the longest first; 0 for none."""
    if not is_han(rest[-1]):
        return 0
    return next((n for n in range(min(longest, len(rest)), 0, -1) if "".join(rest[-n:]) in endings), 0)


def _peeled(rest: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The name with one trade word after the other taken off its end, while a brand is left."""
    while rest and (length := _trade_length(rest)):
        rest = rest[:-length]
        if not _stands_alone(rest):
            return
        yield rest


def _trade_length(rest: tuple[str, ...]) -> int:
    """How many words at the end say what the company does, the longest trade first."""
    if len(rest) > 1 and (rest[-1] in LATIN_TRADES or rest[-1] in LATIN_LEGAL):
        return 1
    return _tail(rest, TRADES, LONGEST_TRADE)


def _stands_alone(rest: tuple[str, ...]) -> bool:
    """Whether this is enough to be called by: two characters, or a word that isn't a city."""
    return (len(rest) >= SHORTEST and "".join(rest) not in CITIES) or (bool(rest) and not is_han(rest[0]))
