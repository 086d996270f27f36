"""What Clearspring sells, to which industries, in which regions."""

from string import ascii_letters
from typing import NamedTuple

from demo.company.seeds import SeedTerm

LATIN = ascii_letters + "'"


class Product(NamedTuple):
    """A product with its price in yuan and how many a customer usually takes at once."""

    zh: str
    en: str
    price: int
    few: int
    many: int


PRODUCTS = (
    Product("RO反渗透滤芯", "RO cartridge", 420, 4, 40),
    Product("前置过滤器", "pre-filter", 680, 2, 20),
    Product("PP棉滤芯", "sediment cartridge", 65, 20, 120),
    Product("活性炭滤芯", "carbon cartridge", 180, 10, 60),
    Product("直饮机", "drinking fountain", 3680, 1, 12),
    Product("商用净水机", "commercial purifier", 8600, 1, 8),
    Product("管线机", "hot and cold dispenser", 1980, 2, 20),
    Product("中央净水系统", "central water system", 46000, 1, 2),
    Product("软水机", "water softener", 7200, 1, 6),
    Product("步进式开水器", "boiling water unit", 5400, 1, 8),
    Product("制冰机专用滤芯", "ice machine filter", 560, 4, 24),
    Product("年度保养", "yearly maintenance", 12000, 1, 2),
)

MACHINES = tuple(product for product in PRODUCTS if product.zh.endswith(("机", "器", "系统")))
"""What stands in a customer's kitchen, as against what is changed or done to it."""

REGIONS = {
    "华东": (
        "East China",
        "上海Shanghai 杭州Hangzhou 宁波Ningbo 苏州Suzhou 无锡Wuxi 南京Nanjing 昆山Kunshan 嘉兴Jiaxing 绍兴Shaoxing",
    ),
    "华南": ("South China", "深圳Shenzhen 广州Guangzhou 东莞Dongguan 佛山Foshan 珠海Zhuhai 厦门Xiamen 中山Zhongshan"),
    "华北": ("North China", "北京Beijing 天津Tianjin 青岛Qingdao 济南Jinan 石家庄Shijiazhuang"),
    "西部": ("West", "成都Chengdu 重庆Chongqing 西安Xi'an 昆明Kunming"),
}
"""Region: its English name, and its cities in both languages; the first regions are the busiest."""


def cities(region: str) -> list[tuple[str, str]]:
    """The cities of a region, in Chinese and in English."""
    return [(city.rstrip(LATIN), city[len(city.rstrip(LATIN)) :]) for city in REGIONS[region][1].split()]


def in_english(city: str) -> str:
    """The English name of a city of the catalogue. KeyError: there is no such city."""
    return dict(names for region in REGIONS for names in cities(region))[city]


def region_of(city: str) -> str:
    """The region in which a city lies, in either language."""
    return next(region for region in REGIONS if any(city in names for names in cities(region)))


class Industry(NamedTuple):
    """An industry: its English name, and what companies in it call themselves, in pairs of both languages."""

    en: str
    trades: tuple[tuple[str, str], ...]


INDUSTRIES = {
    "制造": Industry(
        "Manufacturing",
        (
            ("机械", "Machinery"),
            ("模具", "Tooling"),
            ("电子", "Electronics"),
            ("精工", "Precision"),
            ("电器", "Electric"),
        ),
    ),
    "餐饮": Industry("Catering", (("餐饮", "Catering"), ("茶饮", "Tea"), ("咖啡", "Coffee"), ("烘焙", "Bakery"))),
    "酒店": Industry("Hotels", (("酒店", "Hotel"), ("度假村", "Resort"), ("民宿", "Guesthouse"))),
    "医疗": Industry("Healthcare", (("医疗", "Medical"), ("口腔", "Dental"), ("药业", "Pharma"))),
    "食品": Industry("Food", (("食品", "Foods"), ("乳业", "Dairy"), ("水产", "Seafood"), ("饮品", "Beverages"))),
    "教育": Industry("Education", (("学校", "School"), ("幼儿园", "Nursery"), ("培训", "Academy"))),
    "物流": Industry("Logistics", (("物流", "Logistics"), ("冷链", "Cold Chain"), ("仓储", "Storage"))),
    "科技": Industry("Technology", (("科技", "Technology"), ("软件", "Software"), ("智能", "Systems"))),
    "贸易": Industry("Trading", (("贸易", "Trading"), ("商贸", "Trading"), ("百货", "Stores"))),
    "家居": Industry("Home", (("家具", "Furniture"), ("家纺", "Textiles"), ("建材", "Building Supplies"))),
    "物业": Industry("Property", (("物业", "Property"), ("置业", "Estates"))),
    "健身": Industry("Fitness", (("健身", "Fitness"), ("体育", "Sports"))),
}


def terms() -> tuple[SeedTerm, ...]:
    """The whole catalogue."""
    regions = [SeedTerm("region", zh, en) for zh, (en, _) in REGIONS.items()]
    industries = [SeedTerm("industry", zh, industry.en) for zh, industry in INDUSTRIES.items()]
    products = [SeedTerm("product", product.zh, product.en) for product in PRODUCTS]
    return (*regions, *industries, *products)
