"""Names in their normal spelling, without city, legal form and trade, in both languages."""

import pytest

from lookup import brand, core, normal, shorter
from lookup.names import TRADES


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("华星科技", "华星科技"),
        ("華星科技", "华星科技"),
        (" 华星　科技 ", "华星科技"),
        ("ＡＣＭＥ  Corp.", "acme corp"),
        ("O'Reilly & Sons", "oreilly and sons"),
        ("O’Reilly and Sons", "oreilly and sons"),
        ("Café Müller", "cafe muller"),
        ("3M中国（有限）公司", "3m中国有限公司"),
        ("海嶽食品", "海岳食品"),
        ("台灣臺北", "台湾台北"),
        ("7-Eleven", "7 eleven"),
        ("！？…", ""),
        ("", ""),
    ],
)
def test_one_spelling_for_many(written: str, expected: str) -> None:
    assert normal(written) == expected


@pytest.mark.parametrize(
    ("name", "expected_core", "expected_brand"),
    [
        ("宁波海岳食品有限公司", "海岳食品", "海岳"),
        ("宁波市海岳食品股份有限公司", "海岳食品", "海岳"),
        ("海岳食品（宁波）有限公司", "海岳食品宁波", "海岳食品宁波"),
        ("天津港务物流", "港务物流", "港务"),
        ("上海机械", "上海机械", "上海机械"),
        ("中科智能装备", "中科智能装备", "中科"),
        ("老马面馆", "老马面馆", "老马"),
        ("精密模具", "精密模具", "精密"),
        ("天津公司", "天津公司", "天津公司"),
        ("欧阳锋", "欧阳锋", "欧阳锋"),
        ("Acme Trading Pte. Ltd.", "acme trading", "acme"),
        ("Acme Corp", "acme", "acme"),
        ("Tan Ah Kow Trading", "tan ah kow trading", "tan ah kow"),
        ("Stark Industries", "stark industries", "stark"),
        ("Müller GmbH & Co. KG", "muller gmbh and", "muller"),
        ("Company", "company", "company"),
    ],
)
def test_a_name_loses_its_city_its_legal_form_and_its_trade(name: str, expected_core: str, expected_brand: str) -> None:
    assert (core(name), brand(name)) == (expected_core, expected_brand)


def test_people_shorten_a_long_name_in_several_ways() -> None:
    assert shorter("天津港务物流") == ("天津港务", "港务物流", "港务")
    assert shorter("中科智能装备") == ("中科智能", "中科")


def test_a_trade_alone_is_never_emptied() -> None:
    assert all(core(trade) and brand(trade) for trade in TRADES)
