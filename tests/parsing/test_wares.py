"""What is sold, asked for or broken, where no number counts it; and what is only talked about."""

import pytest

from learning import examples as told
from parsing import understand
from tests.parsing.figures import MESSAGES, NOW
from tests.parsing.saying import one

WARES = {
    "海岳食品想要冰柜": "冰柜",
    "百禾乳业想加购传感器": "传感器",
    "海岳食品要不锈钢螺丝": "不锈钢螺丝",
    "海嶽食品要不鏽鋼螺絲": "不鏽鋼螺絲",
    "百禾乳业对我们的密封件很感兴趣": "密封件",
    "拜访海岳食品，对空压机报价没有异议": "空压机",
    "周五前把发电机方案发给百禾乳业": "发电机",
    "刘姐说滤袋用得很满意": "滤袋",
    "百禾乳业反映连接器接触不良": "连接器",
    "海岳食品投诉点餐机死机": "点餐机",
    "拜访海岳食品，模具钢的事没谈拢": "模具钢",
    "called Meadow, looking for air purifiers": "air purifiers",
    "Meadow is keen on the cloud backup": "cloud backup",
    "Seacrest is very happy with the oak panels, quote due Friday": "oak panels",
    "Quoted Meadow $75-80k for ERP software": "ERP software",
    "visited Meadow, not convinced about the fire insurance": "fire insurance",
    "Meadow says the routers keep rebooting": "routers",
    "complaint from Seacrest: jars arrived broken": "jars",
    "Meadow ordered 40 cheese graters, €1.240,00": "cheese graters",
    "showed Mr Wong the forklift yesterday": "forklift",
    "Meadow 下单 gasket 500pcs，共$600": "gasket",
}

TALK = [
    "海岳食品说要考虑一下，价格太高",
    "百禾乳业想要合同，周五前",
    "海岳食品要开发票",
    "海岳食品说他们老板出国了",
    "跟百禾乳业聊了合作的事",
    "拜访海岳食品，聊得很开心",
    "海岳来电，问什么时候发货",
    "百禾乳业对方案很满意",
    "海岳食品对价格没意见",
    "Meadow wants to visit our factory next week",
    "Seacrest is happy with the price",
    "called Meadow about the delay",
    "Meadow asked about delivery times",
    "talked to Meadow about the contract renewal",
    "Meadow likes our service",
    "Meadow is interested but no budget",
]


@pytest.mark.parametrize(("text", "ware"), WARES.items())
def test_what_is_sold_is_named(text: str, ware: str) -> None:
    assert one(text).product == ware


@pytest.mark.parametrize("text", TALK)
def test_what_is_only_talked_about_is_no_product(text: str) -> None:
    assert one(text).product is None


def test_what_is_sold_in_many_trades_is_named_and_nothing_else_is() -> None:
    lines = [line.split("|", 1) for line in (MESSAGES / "wares.txt").read_text(encoding="utf-8").splitlines()]
    known = told.book()
    found = {text: understand(text, heard=NOW, book=known)[0].product or "" for _, text in lines}
    assert {text: found[text] for ware, text in lines if found[text] != ware} == {}
