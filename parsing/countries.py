"""Countries: the one that a text speaks of by its name, a big city of it or its money: for numbers written as there."""

import re
from functools import cache

from parsing.patterns import pattern

WORDS = {
    "GB": "london leeds manchester birmingham bham glasgow edinburgh bristol liverpool sheffield cardiff belfast"
    " newcastle nottingham leicester coventry bradford southampton portsmouth plymouth reading derby norwich oxford"
    " cambridge brighton bath york hull exeter swansea aberdeen dundee uk england scotland wales £ 英国 伦敦 曼彻斯特"
    " 利兹 伯明翰",
    "SG": "singapore s'pore spore sg jurong tuas woodlands tampines changi bedok s$ sgd 新加坡 狮城",
    "HK": "hong_kong hongkong hk kowloon hk$ hkd 香港 九龙 新界 中环 观塘 荃湾 港岛",
    "MO": "macau macao 澳门 氹仔",
    "TW": "taiwan taipei taichung kaohsiung hsinchu nt$ 台湾 台北 新北 台中 台南 高雄 新竹 桃园",
    "MY": "malaysia kuala_lumpur kl penang johor jb melaka ipoh rm 马来西亚 吉隆坡 槟城 新山",
    "AU": "australia sydney melbourne brisbane perth adelaide canberra hobart geelong ballarat bendigo wagga a$ aud"
    " 澳洲 澳大利亚 悉尼 墨尔本",
    "NZ": "new_zealand auckland wellington christchurch hamilton tauranga nz nz$ 新西兰 奥克兰",
    "IE": "ireland dublin cork galway limerick tralee waterford kilkenny sligo 爱尔兰 都柏林",
    "IN": "india mumbai delhi bangalore bengaluru pune chennai hyderabad kolkata gurgaon noida lakh lakhs crore ₹ inr"
    " 印度 孟买",
    "DE": "germany berlin munich hamburg frankfurt cologne stuttgart 德国 柏林 慕尼黑 汉堡",
    "FR": "france paris lyon marseille 法国 巴黎",
    "JP": "japan tokyo osaka 日本 东京 大阪",
    "AE": "dubai abu_dhabi uae aed 迪拜",
}
HANDPHONE = pattern(r"\bh/?p\b")
"""What a mobile is called in Singapore and Malaysia."""


def told(plain: str) -> str | None:
    """The region (ISO 3166) whose name, city or money comes first in a folded text."""
    found = _words().search(plain.lower())
    if found:
        return _regions()[found[0].replace(" ", "_")]
    return "SG" if HANDPHONE.search(plain) else None


@cache
def _regions() -> dict[str, str]:
    return {word: region for region, words in WORDS.items() for word in words.split()}


@cache
def _words() -> re.Pattern[str]:
    names = sorted(_regions(), key=len, reverse=True)
    latin = "|".join(
        re.escape(name.replace("_", " ")) for name in names if (name.isascii() and name.isalpha()) or "_" in name
    )
    others = "|".join(re.escape(name) for name in names if not (name.isascii() and name.isalpha()) and "_" not in name)
    return re.compile(rf"(?<![a-z])(?:{latin})(?![a-z'])|{others}")
