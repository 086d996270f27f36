"""Cities: where a customer is, when the text says so."""

import re

CHINESE = (
    "北京 上海 天津 重庆 香港 澳门 台北 新北 台中 台南 高雄 桃园 新竹 广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 "
    "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 张家港 江阴 常熟 太仓 宜兴 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 慈溪 余姚 "
    "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 石狮 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 "
    "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 "
    "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 南宁 柳州 桂林 梧州 北海 钦州 贵港 玉林 百色 海口 三亚 "
    "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 遵义 六盘水 安顺 毕节 昆明 曲靖 玉溪 保山 丽江 大理 拉萨 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 "
    "兰州 嘉峪关 天水 武威 张掖 酒泉 西宁 银川 乌鲁木齐 克拉玛依 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 晋中 运城 临汾 呼和浩特 包头 赤峰 鄂尔多斯 "
    "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 长春 吉林 四平 通化 哈尔滨 齐齐哈尔 牡丹江 佳木斯 大庆 雄安 新加坡 吉隆坡 曼谷 东京 大阪 首尔 伦敦 纽约 洛杉矶 旧金山 "
    "悉尼 墨尔本 多伦多 温哥华 巴黎 柏林 法兰克福 迪拜 河内 胡志明市 雅加达 马尼拉 九龙 新界 槟城 柔佛"
).split()
ENGLISH = (
    "Beijing|Shanghai|Shenzhen|Guangzhou|Hong Kong|Hongkong|Macau|Taipei|Kaohsiung|Hangzhou|Suzhou|Nanjing|Ningbo|Chengdu|Chongqing|Wuhan|Xiamen|Qingdao|Tianjin|Dongguan|Foshan|Dalian|Singapore|Jurong|Woodlands|Tampines|Bedok|Changi"
    "|Tuas|Kuala Lumpur|KL|Penang|Johor Bahru|Johor|Bangkok|Jakarta|Surabaya|Manila|Cebu|Hanoi|Ho Chi Minh City|Saigon|Tokyo|Osaka|Nagoya|Seoul|Busan|Delhi|New Delhi|Mumbai|Bangalore|Chennai|Hyderabad|Pune|Kolkata|Dubai|Abu Dhabi"
    "|Riyadh|Doha|Tel Aviv|Istanbul|Cairo|Lagos|Nairobi|Johannesburg|Cape Town|London|Manchester|Birmingham|Leeds|Glasgow|Edinburgh|Bristol|Liverpool|Sheffield|Cardiff|Belfast|Dublin|Cork|Galway|Paris|Lyon|Marseille|Toulouse"
    "|Nice|Lille|Berlin|Munich|München|Hamburg|Frankfurt|Cologne|Köln|Stuttgart|Düsseldorf|Dusseldorf|Leipzig|Dresden|Hanover|Nuremberg|Bremen|Vienna|Wien|Graz|Salzburg|Zurich|Zürich|Geneva|Basel|Bern|Lausanne|Milan|Rome|Turin|Naples"
    "|Florence|Venice|Bologna|Madrid|Barcelona|Valencia|Seville|Bilbao|Malaga|Lisbon|Porto|Amsterdam|Rotterdam|Utrecht|Eindhoven|The Hague|Brussels|Antwerp|Ghent|Luxembourg|Copenhagen|Aarhus|Stockholm|Gothenburg|Malmo|Oslo|Bergen|Helsinki"
    "|Warsaw|Krakow|Wroclaw|Prague|Brno|Budapest|Bucharest|Sofia|Athens|Zagreb|Belgrade|Kyiv|Moscow|St Petersburg|Riga|Vilnius|Tallinn|New York|NYC|Los Angeles|LA|San Francisco|SF|Chicago|Houston|Dallas|Austin|Phoenix|Philadelphia"
    "|San Antonio|San Diego|San Jose|Boston|Seattle|Denver|Portland|Atlanta|Miami|Orlando|Tampa|Detroit|Minneapolis|Cleveland|Pittsburgh|Cincinnati|Columbus|Indianapolis|Nashville|Memphis|Charlotte|Raleigh|Baltimore|Washington DC|Washington"
    "|St Louis|Kansas City|Salt Lake City|Las Vegas|Sacramento|Oakland|Palo Alto|Mountain View|Sunnyvale|Santa Clara|Brooklyn|Queens|Newark|Scranton|Buffalo|New Orleans|Honolulu|Toronto|Montreal|Vancouver|Calgary|Ottawa|Edmonton|Quebec|Winnipeg"
    "|Mexico City|Monterrey|Guadalajara|Sao Paulo|São Paulo|Rio de Janeiro|Buenos Aires|Santiago|Bogota|Bogotá|Lima|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Auckland|Wellington|Christchurch"
).split("|")
_CANONICAL = {name.lower(): name for name in ENGLISH}
_SHORT = frozenset(("la", "sf", "kl", "nice", "cork", "bergen", "queens", "phoenix", "buffalo", "columbus"))
IN = r"(?:in|at|from|to|near|based in|office in|based)"
BY_PLACE = re.compile(
    rf"\b(?:{IN}) ({'|'.join(re.escape(name) for name in sorted(ENGLISH, key=len, reverse=True))})\b",
    re.IGNORECASE | re.ASCII,
)
ANYWHERE = re.compile(
    rf"\b({'|'.join(re.escape(name) for name in sorted(ENGLISH, key=len, reverse=True) if name.lower() not in _SHORT)}|LA|NYC|SF|KL)\b"
)
_CHINESE = re.compile("|".join(sorted(CHINESE, key=len, reverse=True)))
GUARD = re.compile(r"(?<=长)安|吉林(?=总)|大理(?=石)|中山(?=装)|日照(?=时)")


def find(masked: str) -> str | None:
    """The first city named outside the names of customers, as written; Berlin for a lower-case berlin."""
    for match in _CHINESE.finditer(masked):
        if masked[match.end() : match.end() + 1] not in ("石", "路", "街", "银") and not masked.startswith(
            "总", match.end()
        ):
            return match[0]
    found = BY_PLACE.search(masked) or ANYWHERE.search(masked)
    return written(found[1]) if found else None


def inside(name: str) -> str | None:
    """The city that a Chinese company name begins with."""
    match = _CHINESE.match(name)
    return match[0] if match and match.end() < len(name) else None


def known(words: str) -> str | None:
    """The city that these words are, and nothing else."""
    words = words.strip()
    if _CHINESE.fullmatch(words.removesuffix("市")):
        return words.removesuffix("市")
    return written(words) if words.lower() in _CANONICAL else None


def written(name: str) -> str:
    """A city's usual spelling; abbreviations stay as written."""
    return _CANONICAL.get(name.lower(), name) if name.islower() else name
