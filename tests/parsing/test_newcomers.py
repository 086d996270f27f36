"""A new customer told in few words: the name first, then who is there, a number as its country writes it, the place."""

import pytest

from tests.parsing.saying import one

TOLD = {
    "New acct: Harbour Lane Dental, contact Priya Nair, 020 7946 0812, London": (
        "Harbour Lane Dental", "Priya Nair", "+442079460812", "London",
    ),
    "new one from the trade show: Oak & Ember Cafe, Tomasz, 07400 123456, Leeds": (
        "Oak & Ember Cafe", "Tomasz", "+447400123456", "Leeds",
    ),
    "add prospect Lim Wei Ting, hp 9127 4480, Singapore": ("Lim Wei Ting", None, "+6591274480", "Singapore"),
    "名片 鑫源电镀 葛军 13812345678 苏州 新客户": ("鑫源电镀", "葛军", "+8613812345678", "苏州"),
    "card from the trade fair: Ferndale Plastics, Joan Willis, (312) 555-0147, Chicago. new customer pls add": (
        "Ferndale Plastics", "Joan Willis", "+13125550147", "Chicago",
    ),
    "617-555-0188, Tom Okafor, new customer, runs a bakery in Boston": ("Tom Okafor", None, "+16175550188", "Boston"),
    "录个新的 童画幼儿园 园长叫沈月 昆明 15288340716": ("童画幼儿园", "沈月", "+8615288340716", "昆明"),
    "加个lead：启明双语学校 Mr Brooks 重庆": ("启明双语学校", "Mr Brooks", None, "重庆"),
    "new客户 Sunrise Bakery，老板娘Grace Koh，+65 8123 7745": ("Sunrise Bakery", "Grace Koh", "+6581237745", None),
    "新户 鑫达紧固件 贺老板 13787654321 长沙": ("鑫达紧固件", "贺老板", "+8613787654321", "长沙"),
    "新增客户一家：郑州瑞丰检测技术有限公司，联系人秦晓东": ("郑州瑞丰检测技术有限公司", "秦晓东", None, "郑州"),
    "昨天展会上加了个客户，叫甜心烘焙，店长小鱼，在成都": ("甜心烘焙", "小鱼", None, "成都"),
    "開個新客：旺角數碼坊，搵阿Ken": ("旺角數碼坊", "阿Ken", None, None),
    "新lead：Nova Robotics，founder叫Eric Zhao，在苏州": ("Nova Robotics", "Eric Zhao", None, "苏州"),
    "New cust: Jia Jia Bakery, Mdm Lim, +65 9123 4567": ("Jia Jia Bakery", "Mdm Lim", "+6591234567", None),
    "Pls add new party Lakshmi Traders, Venkat Rao, +91 98450 12345": (
        "Lakshmi Traders", "Venkat Rao", "+919845012345", None,
    ),
    "New contact from trade fair: Herr Stefan Brandt, company Brandt Verpackung, Hamburg": (
        "Brandt Verpackung", "Stefan Brandt", None, "Hamburg",
    ),
    "walk-in lead: Dave Kowalski, roofing guy, 303 555 0111": ("Dave Kowalski", None, "+13035550111", None),
    "香港的新客户 陈生 13800138000": ("陈生", None, "+8613800138000", "香港"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "want"), TOLD.items())
def test_a_new_customer_is_introduced(text: str, want: tuple[str | None, ...]) -> None:
    said = one(text)
    assert said.intent == "new_customer"
    assert (said.customer, said.contact, said.phone, said.city) == want


def test_something_new_is_no_new_customer() -> None:
    assert one("Meadow has a new one, called him").customer == "Meadow"


FIRMS = {
    "Called Sharma ji at Sharma Electricals, he is telling payment will be done": ("Sharma Electricals", "Sharma ji"),
    "Customer Bäckerei Vogt is not satisfied, the oven makes noise": ("Bäckerei Vogt", None),
    "Herr Vogt say the new machine is too big": ("Herr Vogt", "Herr Vogt"),
    "Went to see a café, Bean There, owner Gareth wasn't convinced": ("Bean There", "Gareth"),
    "Order confirmed from Patel Engineering: 25 nos. batteries": ("Patel Engineering", None),
    "visit 了苏州的 Delta Precision，factory 很新，采购 Lily 要我们先登记": ("Delta Precision", "Lily"),
    "我现在在宏远装饰楼下刚跟董小姐聊完": ("宏远装饰", "董小姐"),
    "鲁南服装厂 朱厂长 打样费800块 让免": ("鲁南服装厂", "朱厂长"),
    "called Mary at Hilltop School, follow up Friday": ("Hilltop School", "Mary"),
    "Called Mr Tan, he wants Cooling Systems": ("Mr Tan", None),
    "Drove out to Larkmead yesterday and Tobias stood me up": ("Larkmead", "Tobias"),
    "拜访恒泽陶瓷蒲厂长，让出方案": ("恒泽陶瓷", "蒲厂长"),
    "visited Pierside Cold, quote 80k": ("Pierside Cold", None),
    "市四院合同盖章了，输液泵二十台": ("市四院", None),
    "门头的照片": (None, None),
    "给自己买杯咖啡": (None, None),
    "今天跑了两家工厂都没见到人": (None, None),
    "跑了一趟城南建材市场挨家发了名片": (None, None),
    "Competitor is quoting 8% less": (None, None),
    "给他们报了轴承，等回复": (None, None),
    "给他看了设备，挺满意": (None, None),
    "去市场看了涂料，没什么新的": (None, None),
}


@pytest.mark.parametrize(("text", "want"), FIRMS.items())
def test_a_firm_outside_the_book_is_known_by_its_name(text: str, want: tuple[str | None, str | None]) -> None:
    said = one(text)
    assert (said.customer, said.contact) == want
