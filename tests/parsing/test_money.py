"""Sums of money: how they are written, in which currency, what they are for, and what is no money."""

from decimal import Decimal

import pytest

from tests.parsing.saying import one

SUMS = {
    "海岳4200/吨": "4200", "海岳还差2600没付": "2600", "报价9500元降到8800元": "8800", "预算7、8万": "70000",
    "付了千把块": "1000", "海岳20台×1500，共3万": "30000",
    "海岳付了六块四毛": "6.4", "垫片每个四毛五": "0.45", "袋子两毛钱一个": "0.2", "单价九块三毛五": "9.35",
    "海岳付了二百一十元五角": "210.5", "海岳付了2万零三百": "20300", "报价4万六": "46000", "报价2万三千五": "23500",
    "海岳付了7佰块": "700", "报价6——8万": "60000", "海岳付了41，300元": "41300", "预算十几万": "100000",
    "预算三十几万": "300000", "货款总数三万": "30000", "海岳付了七百圆": "700",
    "budget is one point five million": "1500000",
    "order confirmed, 5,700 total": "5700", "approx 12 lakhs": "1200000", "budget 2.5 crore": "25000000",
    "quoted 35p a bag": "0.35", "total ₹2,87,500": "287500", "海岳定了三百平单价两百六总共七万八": "78000",
    "刚才那条记错了不是七万八是八万七": "87000", "not $500 but $600": "600",
    "海岳下单 3.2万": "32000", "海岳下单3.2w": "32000", "报价2w4": "24000", "报价3万2": "32000",
    "海岳回款五万八": "58000", "欠款三十二万五": "325000", "到账 贰万伍仟元整": "25000", "预算一千二百万": "12000000",
    "合同额１２万": "120000", "一共¥8,600": "8600", "海岳下单8千": "8000", "预算1.2亿": "120000000",
    "预算三点五万": "35000", "定金两千五": "2500", "付了一百二十块": "120", "海岳付了1500块": "1500",
    "预算半个亿": "50000000", "报价30多万": "300000", "总价一万二": "12000", "合计人民币1,260,000元": "1260000",
    "预算5万左右": "50000", "差不多两百来万预算": "2000000", "成交价18.5万": "185000", "单价45": "45",
    "报了每平380": "380", "报价1500": "1500", "預算六萬": "60000", "落單2萬蚊": "20000", "海岳签了100w": "1000000",
    "收到货款 12,500.50 元": "12500.50", "budget 50k": "50000", "~$12.5k": "12500", "budget 2M USD": "2000000",
    "€8k deal": "8000", "two hundred dollars deposit": "200", "a quarter million budget": "250000",
    "half a million deal": "500000", "two and a half million": "2500000", "budget around 3 grand": "3000",
    "order $7,300.00": "7300", "paid S$3,200": "3200", "signed for 1.2 million": "1200000", "USD 4,980": "4980",
    "1,250.50 USD": "1250.50", "3 licences at 999 each": "999", "twenty five thousand dollars": "25000",
    "quoted 45,000 for 180 sensors": "45000", "HK$15,000": "15000", "NT$32萬": "320000", "deal size 约 30w": "300000",
    "payment 3.5w 到账": "35000", "RMB 86,000": "86000", "Rs 2 lakh": "200000", "refund of £450": "-450",
    "took 12 boxes, 3600": "3600", "price 28万 OK": "280000", "order worth 1.5m usd": "1500000", "$899/month": "899",
    "12.500 €": "12500", "海岳的灯珠单价0.38": "0.38", "外销谈到4.2美金一只": "4.2", "卖3块6一斤": "3.6",
    "海岳一年9600": "9600", "场地一个月4500他嫌贵": "4500", "海岳欠咱8700没给": "8700", "月租2600": "2600",
}  # fmt: skip

CURRENCIES = {
    "港币4100元": "HKD", "美金3万块": "USD", "新台币两万元": "TWD", "3万多欧元": "EUR", "十几块钱": "CNY",
    "2万瑞士法郎": "CHF", "900万印尼盾": "IDR", "三千圆": "CNY",
    "1500块": "CNY", "2万元": "CNY", "RMB 86,000": "CNY", "4.8万美金": "USD", "$48,000": "USD", "S$3,200": "SGD",
    "HK$15,000": "HKD", "£450": "GBP", "€8k": "EUR", "600 USD": "USD", "5万港币": "HKD", "2万蚊": "HKD",
    "3000日元": "JPY", "NT$3000": "TWD", "五万新币": "SGD", "RM 500": "MYR", "预算5万": None, "budget 50k": None,
    "50 quid": "GBP", "人民币3万": "CNY", "2000 bucks": "USD", "A$500": "AUD", "¥3.5": "CNY",
}  # fmt: skip

NO_MONEY = (
    "meet Blue Mill Friday at 0930",
    "海岳邮编 315100",
    "海岳税号 92330206MA2K5XXX1",
    "海岳客服热线 95533",
    "海岳电话 7645321",
    "海岳QQ 34567890",
    "海岳货号 8842",
    "预算几十万",
    "海岳要好几百个",
    "三毛来电话",
    "Blue Mill wants 12 AWG cable",
    "Blue Mill needs 20ft containers",
    "Blue Mill uses 50 pound bags",
    "海岳一年要4000套",
    "一个月跑3000公里",
    "call Blue Mill at 555-0134",
    "海岳 021 6234 5678 转 801",
    "提醒我给海岳送样品，千万别忘",
    "跟海岳的万姐语音了一下",
    "万一海岳要退呢",
    "每周五前报价",
    "每周五报价",
    "每个星期三报价",
    "跟海岳打了二十分钟电话",
    "海岳要30套滤芯",
    "海岳打了8折",
    "海岳要3000米布",
    "海岳3万件订单",
    "model 3000",
    "customer 007",
    "房间808",
    "Blue Mill has 5000 employees",
    "800*800的砖",
    "海岳让10%",
    "等了3天",
    "2026 catalogue",
    "18个月合同",
    "第3次拜访海岳",
    "visited Blue Mill at 10",
    "call Blue Mill at 4:30",
    "海岳下午3点开会",
    "海岳13800138000",
)

ROLES = {
    "预算5万": "budget", "报价5万": "quote", "海岳回款5万": "paid", "欠款5万": "owed", "付了定金5万": "deposit",
    "签了合同5万": "deal", "单价45": "price", "退款4500": "refund", "budget 50k": "budget", "quote 50k": "quote",
    "paid 50k": "paid", "owes us $4,200": "owed", "20k deposit": "deposit", "€8k deal": "deal", "999 each": "price",
    "refund of £450": "refund", "每台1800": "price", "6万的预算": "budget",
}  # fmt: skip


@pytest.mark.parametrize(("text", "want"), SUMS.items())
def test_a_sum_is_read_as_written(text: str, want: str) -> None:
    assert one(text).amount == Decimal(want)


@pytest.mark.parametrize(("text", "want"), CURRENCIES.items())
def test_a_currency_is_known_only_where_it_is_named(text: str, want: str | None) -> None:
    assert one(f"海岳下单 {text}").currency == want


@pytest.mark.parametrize("text", NO_MONEY)
def test_what_counts_other_things_is_no_money(text: str) -> None:
    assert one(text).amounts == ()


@pytest.mark.parametrize(("text", "want"), ROLES.items())
def test_a_sum_knows_what_it_is_for(text: str, want: str) -> None:
    assert one(text).amount_role == want


@pytest.mark.parametrize(
    ("text", "main", "every"),
    [
        ("海岳下单20台，每台1800，共3.6万", "36000", ["1800", "36000"]),
        ("预算1.2-1.5万", "12000", ["12000", "15000"]),
        ("预算三四万", "30000", ["30000", "40000"]),
        ("报价一两千块", "1000", ["1000", "2000"]),
        ("预算5到8万", "50000", ["50000", "80000"]),
        ("budget 10-12k", "10000", ["10000", "12000"]),
        ("budget between 20k and 25k", "20000", ["20000", "25000"]),
        ("order $7,300.00 + shipping $250", "7300", ["7300", "250"]),
        ("40 units @ $15 each, total $600", "600", ["15", "600"]),
        ("合同20万，付了定金6万", "200000", ["200000", "60000"]),
        ("海岳付了30%定金，6万元", "60000", ["60000"]),
        ("续签，每年12万，共36万", "360000", ["120000", "360000"]),
    ],
)
def test_of_several_sums_the_main_one_counts(text: str, main: str, every: list[str]) -> None:
    said = one(text)
    assert (said.amount, list(said.amounts)) == (Decimal(main), [Decimal(value) for value in every])


@pytest.mark.parametrize(
    ("text", "region", "want"),
    [
        ("Bestellung 12.500 €", "DE", "12500"),
        ("order 1.200,50 EUR", "DE", "1200.50"),
        ("order 1,200.50 USD", "US", "1200.50"),
        ("order €12.50", "US", "12.50"),
        ("order 1'200.50 CHF", "CH", "1200.50"),
        ("order 1.250.000 EUR", "FR", "1250000"),
        ("order 120 500", "PL", "120500"),
        ("order NOK 6 400,00", "NO", "6400"),
        ("paid € 3 100", "DE", "3100"),
        ("order 2 300 000 €", "DE", "2300000"),
        ("total 8 420.50 руб", "RU", "8420.50"),
        ("pris 1.350 kr", "DK", "1350"),
        ("pris 649:-", "SE", "649"),
        ("price 59,- €", "DE", "59"),
        ("order 0.125 EUR each", "DE", "0.125"),
        ("quoted $ 1.340.000", "US", "1340000"),
    ],
)
def test_numbers_are_grouped_as_where_the_person_is(text: str, region: str, want: str) -> None:
    assert one(text, region=region).amount == Decimal(want)


@pytest.mark.parametrize(
    ("own", "text", "want"),
    [
        ("JPY", "¥50000", "JPY"),
        ("CNY", "¥50000", "CNY"),
        ("SGD", "$500", "SGD"),
        ("EUR", "$500", "USD"),
        ("TWD", "500元", "TWD"),
        ("USD", "500元", "CNY"),
        ("SEK", "500 kr", "SEK"),
        ("EUR", "500 kr", None),
    ],
)
def test_signs_that_several_currencies_share_mean_the_companys_own(own: str, text: str, want: str | None) -> None:
    assert one(f"海岳下单 {text}", currency=own).currency == want


def test_two_sums_of_one_kind_leave_a_doubt() -> None:
    assert "which_amount" in one("海岳下单5万 8万").doubts
    assert "which_amount" not in one("海岳下单20台，每台1800，共3.6万").doubts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sent quote to Seacrest 12,500", 12500),
        ("quoted Meadow Dairy 12500", 12500),
        ("给海岳食品报了 12500", 12500),
        ("@海岳 #拜访 !周五 ¥5万", 50000),
        ("拜访海岳 周五 ¥5万", 50000),
        ("refunded Meadow 2,000 yesterday", -2000),
    ],
)
def test_one_sum_beside_a_name_or_a_day_is_no_doubt(text: str, value: int) -> None:
    said = one(text)
    assert (said.amount, said.doubts) == (Decimal(value), ())
