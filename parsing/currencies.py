"""Currencies as people name them: ¥, S$, RMB, 块, 美金, quid."""

from parsing.patterns import pattern

DOLLARS = frozenset(["USD", "SGD", "HKD", "AUD", "CAD", "NZD", "TWD", "BND", "FJD"])
YUAN = frozenset(["CNY", "TWD", "HKD", "MOP", "SGD"])
"""Companies that say 元 and 块 for their own money."""

KRONA = frozenset(["SEK", "NOK", "DKK", "ISK"])
"""Companies that say kr for their own money; to the others it names none."""

OWN_DOLLAR, OWN_YUAN, OWN_YEN, OWN_KRONA = "$", "元", "¥", "kr"
"""Signs that mean the company's own currency where it is of that family."""

SHARED = ("$", "¥", "￥")
"""Signs that don't say whose."""

NAMES: dict[str, str | None] = {
    "us$": "USD", "usd": "USD", "美元": "USD", "美金": "USD", "美刀": "USD", "刀": "USD", "u.s. dollars": "USD",
    "us dollars": "USD", "s$": "SGD", "sg$": "SGD", "sgd": "SGD", "新币": "SGD", "新元": "SGD", "坡币": "SGD",
    "新加坡元": "SGD", "hk$": "HKD", "hkd": "HKD", "港币": "HKD", "港元": "HKD", "港纸": "HKD", "蚊": "HKD",
    "nt$": "TWD", "ntd": "TWD", "twd": "TWD", "台币": "TWD", "新台币": "TWD", "a$": "AUD", "au$": "AUD", "aud": "AUD",
    "澳元": "AUD", "澳币": "AUD", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "加元": "CAD", "加币": "CAD", "nz$": "NZD",
    "nzd": "NZD", "r$": "BRL", "brl": "BRL", "rm": "MYR", "myr": "MYR", "马币": "MYR", "令吉": "MYR",
    "ringgit": "MYR", "thb": "THB", "泰铢": "THB", "฿": "THB", "baht": "THB", "€": "EUR", "eur": "EUR",
    "euro": "EUR", "euros": "EUR", "欧元": "EUR", "欧": "EUR", "£": "GBP", "gbp": "GBP", "英镑": "GBP", "镑": "GBP",
    "pounds": "GBP", "quid": "GBP", "jpy": "JPY", "yen": "JPY", "日元": "JPY", "日币": "JPY", "日圆": "JPY",
    "円": "JPY", "krw": "KRW", "₩": "KRW", "韩元": "KRW", "韩币": "KRW", "won": "KRW", "vnd": "VND", "₫": "VND",
    "越南盾": "VND", "idr": "IDR", "inr": "INR", "₹": "INR", "卢比": "INR", "rupees": "INR", "php": "PHP",
    "₱": "PHP", "chf": "CHF", "瑞郎": "CHF", "rub": "RUB", "卢布": "RUB", "aed": "AED", "dirham": "AED",
    "迪拉姆": "AED", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "zł": "PLN", "pln": "PLN", "rmb": "CNY", "cny": "CNY",
    "cn¥": "CNY", "人民币": "CNY", "yuan": "CNY", "kuai": "CNY", "元整": OWN_YUAN, "元": OWN_YUAN, "圆整": OWN_YUAN,
    "块钱": OWN_YUAN, "块": OWN_YUAN, "元人民币": "CNY", "¥": OWN_YEN, "$": OWN_DOLLAR, "dollars": OWN_DOLLAR,
    "dollar": OWN_DOLLAR, "bucks": OWN_DOLLAR, "mop": "MOP", "rs": "INR", "rs.": "INR",
    "圆": OWN_YUAN, "澳门元": "MOP", "葡币": "MOP", "瑞士法郎": "CHF", "泰币": "THB", "印尼盾": "IDR", "韩圆": "KRW",
    "奈拉": "NGN", "雷亚尔": "BRL", "里拉": "TRY", "兰特": "ZAR", "里亚尔": "SAR", "坚戈": "KZT", "沙特里亚尔": "SAR",
    "印度卢比": "INR",
    "us dollar": "USD", "american dollars": "USD", "hong kong dollars": "HKD", "hk dollars": "HKD",
    "singapore dollars": "SGD", "sing dollars": "SGD", "australian dollars": "AUD", "aussie dollars": "AUD",
    "canadian dollars": "CAD", "new zealand dollars": "NZD", "chinese yuan": "CNY", "japanese yen": "JPY",
    "pounds sterling": "GBP", "british pounds": "GBP", "₤": "GBP",
    "swiss francs": "CHF", "indian rupees": "INR", "rupee": "INR", "thai baht": "THB", "dirhams": "AED",
    "kč": "CZK", "lei": "RON", "zloty": "PLN", "forint": "HUF", "руб": "RUB", "рубль": "RUB", "рубля": "RUB",
    "рублей": "RUB", "р": "RUB", "₽": "RUB", "грн": "UAH", "₴": "UAH", "₪": "ILS", "shekels": "ILS",
    "tl": "TRY", "₺": "TRY", "lira": "TRY", "rp": "IDR", "rupiah": "IDR", "reais": "BRL", "rand": "ZAR", "₡": "CRC",
    "₾": "GEL",
    "₭": "LAK", "₦": "NGN", "naira": "NGN", "₵": "GHS", "cedis": "GHS", "₸": "KZT", "₮": "MNT", "riyals": "SAR",
    "kr": OWN_KRONA, "kronor": OWN_KRONA, "kroner": OWN_KRONA, ":-": OWN_KRONA, ",-": None, ".-": None,
}  # fmt: skip

CODES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP"
    " CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF"
    " IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD"
    " MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB"
    " RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU"
    " UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
)
ISO = frozenset(CODES.split())
"""The codes of the world's currencies (ISO 4217)."""

TRADED = (
    "AED|ARS|AUD|BDT|BGN|BHD|BND|BRL|CAD|CHF|CLP|CNY|COP|CZK|DKK|DOP|DZD|EGP|EUR|GBP|GHS|HKD|HUF|IDR|ILS|INR|IQD|ISK|JOD"
    "|JPY|KES|KHR|KRW|KWD|KZT|LAK|LKR|MAD|MMK|MNT|MOP|MXN|MYR|NGN|NOK|NPR|NZD|OMR|PHP|PKR|PLN|QAR|RON|RSD|RUB|SAR|SEK|SGD"
    "|THB|TND|TRY|TWD|TZS|UAH|UGX|USD|UYU|UZS|VND|XAF|XOF|ZAR|TL"
)
"""Codes that mean money beside a number where they are in capitals; others (AWG, TOP) mean something else."""
_LATIN = [
    name for name in NAMES if name.isascii() and name.islower() and name.replace(" ", "").isalpha() and name != "tl"
]
_WORDS = "|".join(sorted(_LATIN, key=len, reverse=True))

SIGNS = pattern(rf"""
    (?<![a-z])(?:(?:us|sg?|hk|nt|au?|ca?|nz|r)\$|(?:us|u\.s\.?|sg|hk|nt|au|ca|nz) \$|u\.s\.?\$|cn¥
    |[€£¥₩₫₹₱฿$₤₽₴₪₺₡₾₭₦₵₸₮]
    |rm|rp\.?|грн\.?|(?:usd|sgd|hkd|ntd|twd|aud|cad|nzd|brl|myr|thb|eur|gbp|jpy|krw|vnd|idr|inr|php|chf|rub|aed|sek
    |nok|dkk|pln|czk|huf|ron|rmb|cny|mop|(?-i:{TRADED})) ?\$?|rs\.?|人民币|美[元金]|港[币元]|新?台币|新币|坡币|欧元|英镑
    |日[元币]|马币|澳[元币]|加[元币])[:：]?\s?$
""")
"""Ends right before a sum: S$3,200 · RMB 86,000 · 人民币1,260,000."""

UNITS = pattern(rf"""
    (?:(?:[.,:]-{{1,2}})?\s?(?:(?:{_WORDS}|u\.s\. dollars|czk|huf|ron|(?-i:{TRADED}))(?![a-z])|kč
    |руб(?:л[ья]|лей)?\.?|р\.|грн\.?|人民币|元人民币|美[元金刀]|刀(?!具|片|头)|新加坡元|港[币元纸]|蚊|新?台币|新[币元]|坡币|澳[元币]|加[元币]
    |马币|令吉|泰铢|欧元|英镑|镑|日[元币圆]|円|韩[元币]|越南盾|卢[比布]|瑞郎|瑞士法郎|泰币|印尼盾|韩圆|奈拉|雷亚尔|里拉|兰特|(?:沙特)?里亚尔|坚戈|印度卢比|迪拉姆|澳门元
    |葡币|[元圆]整?
    |块钱?(?!板|地|布)|欧(?![洲式标美亚])|€(?=\d\d(?![\d,.]|\s?€))|[€£¥₩₫₹₱฿$₤₽₴₪₺₡₾₭₦₵₸₮](?!\d)|zł)|[.,:]-(?![\d-]))
""")
"""Begins right after a sum: 8000块 · 4.8万美金 · 600 USD · 12.500 € · 49,-."""


def code(words: str, own: str) -> str | None:
    """The ISO code of a currency's name, where ¥, $, 元 and kr may mean the company's own; null where it names none."""
    words = words.strip().rstrip(":：").strip().lower().replace("u.s", "us").lstrip(".,:-") or words.strip()
    plain = words.strip().rstrip(".").replace("us. ", "us ")
    name = next((one for one in (plain, plain.replace(" ", ""), plain.rstrip("$ ")) if one in NAMES), None)
    if name is None:
        return plain.rstrip("$ ").upper()
    return _own(NAMES[name], own)


def beside(sign: str | None, unit: str | None, own: str) -> str | None:
    """The currency of a sum by what stands before it and after it: 港币2960元 is in Hong Kong dollars."""
    if sign and unit and NAMES.get(unit.strip()) == OWN_YUAN and sign.strip() not in SHARED:
        return code(sign, own)
    return code(unit or sign or "", own) if unit or sign else None


def _own(named: str | None, own: str) -> str | None:
    if named == OWN_YEN:
        return own if own == "JPY" else "CNY"
    if named == OWN_DOLLAR:
        return own if own in DOLLARS else "USD"
    if named == OWN_YUAN:
        return own if own in YUAN else "CNY"
    if named == OWN_KRONA:
        return own if own in KRONA else None
    return named
