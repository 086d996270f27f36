"""Zones, countries and currencies by the names that people give them: 新加坡, Singapore, Asia/Singapore, S$, 美元."""

from functools import cache
from zoneinfo import available_timezones

from parsing import currencies, script


def _table(lines: str) -> dict[str, str]:
    """A line each: the zone or code, then the words for it."""
    return dict(line.split(" ", 1) for line in lines.strip().splitlines())


ZONES = _table("""
Asia/Shanghai 上海 北京 中国 深圳 广州 杭州 成都 beijing china shenzhen guangzhou
Asia/Hong_Kong 香港 hongkong
Asia/Taipei 台北 台湾 taiwan
Asia/Macau 澳门 macao
Asia/Singapore 新加坡 singapore sg
Asia/Kuala_Lumpur 吉隆坡 马来西亚 malaysia
Asia/Bangkok 曼谷 泰国 thailand
Asia/Jakarta 雅加达 印尼 indonesia
Asia/Ho_Chi_Minh 胡志明 胡志明市 越南 vietnam saigon
Asia/Manila 马尼拉 菲律宾 philippines
Asia/Tokyo 东京 日本 japan
Asia/Seoul 首尔 韩国 korea
Asia/Kolkata 印度 孟买 德里 india mumbai delhi bangalore
Asia/Dubai 迪拜 阿联酋 uae
Asia/Urumqi 乌鲁木齐 新疆 urumqi
Europe/London 伦敦 英国 uk england
Europe/Berlin 柏林 德国 慕尼黑 germany munich frankfurt
Europe/Paris 巴黎 法国 france
Europe/Amsterdam 阿姆斯特丹 荷兰
Europe/Madrid 马德里 西班牙 spain
Europe/Rome 罗马 意大利 米兰 italy milan
Europe/Moscow 莫斯科
America/New_York 纽约 波士顿 boston eastern
America/Chicago 芝加哥 central
America/Denver 丹佛 mountain
America/Los_Angeles 洛杉矶 旧金山 西雅图 pacific la sf seattle
America/Toronto 多伦多
America/Vancouver 温哥华
America/Sao_Paulo 圣保罗 巴西 brazil
Australia/Sydney 悉尼 澳洲 sydney
Australia/Melbourne 墨尔本
Pacific/Auckland 奥克兰 新西兰
UTC utc gmt
""")
COUNTRIES = _table("""
CN 中国 大陆 china
HK 香港 hongkong
TW 台湾 taiwan
MO 澳门 macau macao
SG 新加坡 singapore
MY 马来西亚 malaysia
TH 泰国 thailand
ID 印尼 印度尼西亚 indonesia
VN 越南 vietnam
PH 菲律宾 philippines
JP 日本 japan
KR 韩国 korea
IN 印度 india
AE 阿联酋 uae
US 美国 usa america
CA 加拿大 canada
GB 英国 uk britain england
DE 德国 germany
FR 法国 france
NL 荷兰 netherlands holland
ES 西班牙 spain
IT 意大利 italy
CH 瑞士 switzerland
AT 奥地利 austria
AU 澳大利亚 澳洲 australia
NZ 新西兰 newzealand
BR 巴西 brazil
MX 墨西哥 mexico
""")


def zone_of(words: str) -> str | None:
    """The IANA zone that these words name, by city, country or the zone's own name."""
    return _zones().get(_plain(words).removesuffix("time").removesuffix("时间").removesuffix("市"))


def country_of(words: str) -> str | None:
    """The country code that these words are or name; also of a part of one: DE-BY."""
    code = words.strip().upper()
    named = {name: known for known, names in COUNTRIES.items() for name in names.split()}
    found = named.get(_plain(words))
    return found or (code if code[:2].isalpha() and code.isascii() and len(code.partition("-")[0]) == 2 else None)


def currency_of(words: str, own: str) -> str | None:
    """The ISO code that these words are or name; $ and 元 mean the company's own where they can."""
    plain = script.fold(words).strip()
    if plain.lower() in currencies.NAMES:
        return currencies.code(plain, own)
    return plain.upper() if plain.upper() in currencies.ISO else None


@cache
def _zones() -> dict[str, str]:
    every = {name.lower(): name for name in available_timezones() if "/" in name and not name.startswith("Etc/")}
    cities = {_plain(name.rpartition("/")[2]): name for name in every.values()}
    known = {_plain(word): zone for zone, words in ZONES.items() for word in words.split()}
    return every | cities | {_plain(zone.rpartition("/")[2]): zone for zone in ZONES} | known


def _plain(words: str) -> str:
    return script.fold(words).strip().lower().replace(" ", "").replace("_", "")
