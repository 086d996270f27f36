"""Firms that no book knows, by how a firm's name looks: Sharma Electricals, Bäckerei Vogt, 宏远装饰."""

import re
from dataclasses import dataclass

from parsing import people
from parsing.patterns import each, pattern

NEAR = 800
"""Letters in which a message names its customer."""

_WORD = rf"(?!(?:{people.NOT_NAMES})\b)[A-ZÄÖÜÉ][A-Za-zÀ-ÿ'’&-]{{0,20}}"
KIND = (
    r"(?:Electricals?|Electronics|Engineering|Engineers|Traders?|Trading|Enterprises?|Industries|Precision|Foods?|Bakery"
    r"|Bakers|Logistics|Textiles?|Garments|Motors?|Tools|Plastics?|Polymers|Chemicals?|Pharma(?:ceuticals?)?|Pharmacy"
    r"|Hardware|Agencies|Stores?|Mart|Supermarkets?|Clinic|Dental|Hotels?|Resorts?|Cafe|Café|Kitchens?|Restaurant"
    r"|Constructions?|Builders?|Robotics|Systems|Solutions|Technolog(?:y|ies)|Labs?|Laborator(?:y|ies)|Machinery"
    r"|Machines|Metals?|Steels?|Packaging|Verpackung|Maschinenbau|Printers?|Printing|Holdings|Group|Partners|Associates"
    r"|Consulting|Consultants|Services|Supplies|Supply|Distributors?|Exports?|Imports?|Furniture|Interiors|Designs?"
    r"|Studios?|Academy|Learning|Brewery|Winery|Farms?|Dairy|Ltd|Limited|LLC|Inc|Corp|Co|GmbH|AG|Pte|Sdn|Bhd|PLC|Plc"
    r"|School|College|University|Institute|Hospital|Bank|Shipping|Marine|Autos?|Garage|Salon|Spa|Gym|Fitness|Florist"
    r"|Butchers|Deli|Diner|Grill|Bistro|Inn|Lodge|BV|SRL|Oy|AB|Worldwide|International)\b"
)
KINDS = pattern(KIND)
"""The words that end a Latin firm's name."""
LATIN = pattern(
    rf"""
    \b{_WORD}(?: (?:& )?{_WORD}){{0,3}}? {KIND}(?: (?:& )?{KIND}){{0,3}}\.?
    |(?<![A-Za-z])(?:Bäckerei|Metzgerei|Autohaus|Gasthof|Boulangerie|Ristorante|Panadería|Hotel
    |Café) {_WORD}(?: {_WORD})?
    |(?:^|[,.;:，。；：] |\bfrom |\bat |\bto )(?P<named>[A-Z][A-Za-z'’&-]{{1,20}}(?: [A-Z][A-Za-z'’&-]{{1,20}}){{1,2}})
    (?=,\s
    (?:the |their )?(?:owner|boss|founder|manager|manageress|landlord) [A-Z])
""",
    cased=True,
)
"""A run of capitalised words that ends like a firm's name, begins like one, or has an owner told beside it."""

SOLD = pattern(r"""
    (?:\b(?:wants?|needs?|order(?:ed|s)?|b(?:uys?|ought)|sells?|sold|interested in|our|some|more|took)
    |\d|[要订买卖])\s?$
""")
"""Before what is a ware in capitals and no firm: wants Cooling Systems."""
LED = re.compile(r"^.*(?:[在去到跟给和从约找了我趟]|拜访|离开|拿下|[案价料品同票货][发送寄]|打给)")
"""What stands before a Chinese firm's name in the same run of letters."""
COUNTED = re.compile(r"[一两二三四五六七八九十几多\d][家个间台套批箱件款种]")
"""Before firms that are only counted: 两家工厂."""
MANY = ("市场", "城", "街", "展", "行业")
"""After the name of a trade that is none of a firm: 城南建材市场."""
FEWEST = 3
"""Letters of a Chinese firm's name that is found inside a longer run."""


@dataclass(frozen=True)
class Firm:
    """A firm's name and its place; `owned` where its owner is told right after it."""

    start: int
    end: int
    words: str
    owned: bool = False


def latin(masked: str) -> Firm | None:
    """The first firm told by the look of its name; the company's own names are masked."""
    for match in each(LATIN, masked[:NEAR]):
        group = "named" if match["named"] else 0
        if SOLD.search(masked, max(0, match.start() - 16), match.start()):
            continue
        return Firm(match.start(group), match.end(group), match[group], group == "named")
    return None


def inside(words: str, start: int) -> Firm | None:
    """The firm at the end of a run of Chinese letters, without what leads to it: 我现在在|宏远装饰."""
    if COUNTED.search(words):
        return None
    led = LED.match(words[:-2])
    left = words[led.end() :] if led else words
    return Firm(start + len(words) - len(left), start + len(words), left) if len(left) >= FEWEST else None
