"""The people who work at Clearspring, and the customers that the documentation speaks of."""

from typing import NamedTuple

from demo.company.seeds import SeedPerson

MIA, BEN, SAM, JOY = "mia", "ben", "sam", "joy"
SALESPEOPLE = (MIA, BEN, SAM, JOY)

_PEOPLE = (
    (MIA, "陈静", "Mia", ("salesperson",)),
    (BEN, "周航", "Ben", ("salesperson",)),
    (SAM, "许言", "Sam", ("salesperson",)),
    (JOY, "苏晴", "Joy", ("salesperson",)),
    ("grace", "林岚", "Grace", ("manager",)),
    ("tom", "吴桐", "Tom", ("admin",)),
)


def people(language: str) -> tuple[SeedPerson, ...]:
    """Everybody, reading this language (zh or en)."""
    return tuple(SeedPerson(key, zh, en, roles, language) for key, zh, en, roles in _PEOPLE)


class Named(NamedTuple):
    """A customer with a given name and a given part in the story."""

    zh: str
    en: str
    industry: str
    city: str
    owner: str
    tier: str
    status: str
    contacts: tuple[str, ...]
    complaint: bool = False


NAMED = (
    Named("百禾乳业", "Meadow Dairy", "食品", "上海", MIA, "A", "active", ("刘姐", "高志远")),
    Named("海岳食品", "Seacrest Foods", "食品", "宁波", MIA, "A", "active", ("王总", "孙丽")),
    Named("明湾医疗", "Brightbay Clinic", "医疗", "杭州", MIA, "A", "active", ("沈院长",)),
    Named("松川酒店", "Pinewood Hotel", "酒店", "苏州", MIA, "B", "active", ("王经理", "钱敏")),
    Named("澜石机械", "Lanstone Machinery", "制造", "无锡", MIA, "B", "silent", ("赵工",)),
    Named("知味餐饮", "Savour Catering", "餐饮", "上海", MIA, "B", "active", ("何姐",)),
    Named("华星科技", "Starbright Technology", "科技", "上海", MIA, "B", "active", ("王建国", "刘敏")),
    Named("Acme Trading", "雅可贸易", "贸易", "Shanghai", MIA, "A", "silent", ("Jane Doe", "Bob Lee")),
    Named("澄湖纸业", "Clearlake Paper", "制造", "昆山", BEN, "A", "silent", ("周总",)),
    Named("云栎包装", "Oakleaf Packaging", "制造", "东莞", BEN, "B", "silent", ("罗经理",)),
    Named("远舟物流", "Harbourline Logistics", "物流", "宁波", BEN, "B", "active", ("赵经理",)),
    Named("青屿酒店", "Greenisle Hotel", "酒店", "厦门", SAM, "A", "silent", ("曾总", "柳青"), complaint=True),
    Named("禾木家具", "Hemwood Furniture", "家居", "佛山", SAM, "A", "active", ("单经理",)),
    Named("栈桥冷链", "Pierside Cold Chain", "物流", "青岛", SAM, "C", "new", ("仇主任",)),
)
"""The first name is the customer's; the second is its name in the other script."""

IN_ENGLISH = {
    "Meadow Dairy": ("Ms Low", "Gerald Koh"),
    "Seacrest Foods": ("Mr Wong", "Lily Sim"),
    "Brightbay Clinic": ("Dr Shum",),
    "Pinewood Hotel": ("Mr Wang", "Mina Chin"),
    "Lanstone Machinery": ("Mr Chiu",),
    "Savour Catering": ("Ms Ho",),
    "Starbright Technology": ("Kenneth Wang", "May Lau"),
    "Clearlake Paper": ("Mr Chow",),
    "Oakleaf Packaging": ("Mr Law",),
    "Harbourline Logistics": ("Mr Zhao",),
    "Greenisle Hotel": ("Mr Tsang", "Ivy Loo"),
    "Hemwood Furniture": ("Mr Sin",),
    "Pierside Cold Chain": ("Ms Chau",),
}
"""The contacts of the same customers where they go by their English names."""
