"""Names inside messages, in tables: words, customers, how."""

import pytest

from lookup import CERTAIN, LIKELY, Book, Entry, Spot

BOOK = Book(
    [
        Entry("star", "华星科技", contacts=("王建国", "刘敏"), city="上海"),
        Entry("rise", "华兴科技", contacts=("王磊",), city="苏州"),
        Entry("sea", "海岳食品", aliases=("老海家",), contacts=("曾勇", "Mr Wong")),
        Entry("dairy", "宁波百禾乳业有限公司", contacts=("刘姐",)),
        Entry("acme", "Acme Corp", contacts=("Jane Doe", "Bob Lee")),
        Entry("globex", "Globex Inc", contacts=("Hank Scorpio",)),
        Entry("wayne", "Wayne Enterprises", contacts=("Lucius Fox",)),
        Entry("soylent", "Soylent Foods", contacts=("Sol Roth",)),
        Entry("reilly", "O'Reilly & Sons", contacts=("Mary O'Reilly", "Ms Low")),
        Entry("tan", "Tan Ah Kow Trading", contacts=("Tan Ah Kow",)),
        Entry("vandelay", "Vandelay Industries", contacts=("Art Vandelay",)),
        Entry("support", "三一配套", contacts=("罗刚",)),
        Entry("taste", "味道餐饮", contacts=("何丽",)),
        Entry("wei1", "张伟", city="上海"),
        Entry("wei2", "张伟", city="深圳"),
        Entry("river", "远洋贸易", contacts=("周海涛",)),
        Entry("ouyang", "欧阳锋"),
    ]
)


def seen(text: str) -> dict[str, set[object]]:
    """The words seen in a text and whom they may mean."""
    return {spot.words: set(spot.ids) for spot in BOOK.spot(text)}


def spot(text: str, words: str) -> Spot:
    """The spot at these words."""
    return next(spot for spot in BOOK.spot(text) if spot.words == words)


@pytest.mark.parametrize(
    ("text", "words", "how", "ids"),
    [
        ("拜访了华星科技，聊了报价", "华星科技", "exact", {"star"}),
        ("拜訪了華星科技", "華星科技", "exact", {"star"}),
        ("华星又催发票了", "华星", "core", {"star"}),
        ("百禾说价目表收到了", "百禾", "core", {"dairy"}),
        ("百禾乳业续约", "百禾乳业", "core", {"dairy"}),
        ("老海家要两台", "老海家", "alias", {"sea"}),
        ("刘敏休产假了", "刘敏", "contact", {"star"}),
        ("跟曾总通了电话", "曾总", "contact", {"sea"}),
        ("给王经理打电话", "王经理", "contact", {"star", "rise"}),
        ("欧阳锋要10桶涂料", "欧阳锋", "exact", {"ouyang"}),
        ("欧阳老师说可以", "欧阳老师", "contact", {"ouyang"}),
        ("给王健国打电话没接", "王健国", "homophone", {"star"}),
        ("拜访华欣科技", "华欣科技", "homophone", {"star", "rise"}),
        ("远样贸易下单8千", "远样贸易", "homophone", {"river"}),
        ("见了海岳视品", "海岳视品", "homophone", {"sea"}),
        ("见了海兰食品", "海兰食品", "typo", {"sea"}),
        ("huaxing 要 quote 5w", "huaxing", "pinyin", {"star", "rise"}),
        ("haiyue shipin wants 12", "haiyue shipin", "pinyin", {"sea"}),
        ("zeng总 call back", "zeng总", "pinyin", {"sea"}),
        ("wjg 今天没空", "wjg", "initials", {"star"}),
        ("visited Acme, wants a quote", "Acme", "core", {"acme"}),
        ("ACME WANTS 30", "ACME", "core", {"acme"}),
        ("acme corp. paid", "acme corp", "exact", {"acme"}),
        ("met Jane Doe", "Jane Doe", "contact", {"acme"}),
        ("spoke to Jane", "Jane", "contact", {"acme"}),
        ("Visited Mr Wong today", "Mr Wong", "contact", {"sea"}),
        ("call Ms Low", "Ms Low", "contact", {"reilly"}),
        ("call Mr Fox", "Mr Fox", "contact", {"wayne"}),
        ("phoned Wayne Ent. no answer", "Wayne Ent.", "core", {"wayne"}),
        ("Globx shipment is late", "Globx", "typo", {"globex"}),
        ("ordr from Soylent Fodos 15 crates", "Soylent Fodos", "typo", {"soylent"}),
        ("soylentfoods paid", "soylentfoods", "exact", {"soylent"}),
        ("O’Reilly & Sons want it", "O’Reilly & Sons", "exact", {"reilly"}),
        ("Tan Ah Kow明天10:30来", "Tan Ah Kow", "contact", {"tan"}),
        ("deposit from Art", "Art", "contact", {"vandelay"}),
        ("今天visit了Acme", "Acme", "core", {"acme"}),
    ],
)
def test_a_name_is_seen(text: str, words: str, how: str, ids: set[object]) -> None:
    assert (words, how, ids) in [(spot.words, spot.how, set(spot.ids)) for spot in BOOK.spot(text)]


@pytest.mark.parametrize(
    "text",
    [
        "今天打了20个电话，没有意向客户",
        "周三一起吃饭，这个月底前给答复",
        "上周总共跑了五家，工作做得不错",
        "还约了下周五",
        "show me all deals over 10k this month",
        "weekly report 给我发一下",
        "customer 007 asked about model 3000 and the 2026 catalogue",
        "这家味道不错",
        "state of the art design, will call again",
        "",
        "👍👍！！",
    ],
)
def test_ordinary_words_are_nobodys_name(text: str) -> None:
    assert [spot for spot in BOOK.spot(text) if spot.certainty >= LIKELY] == []


def test_a_homophone_is_never_certain() -> None:
    only_rise = Book([Entry("rise", "华兴科技")])
    assert spot("拜访华星", "华星").ids == ("star",)
    assert all(spot.certainty < CERTAIN for spot in only_rise.spot("拜访华星科技，华星不错"))
    assert all(candidate.certainty < CERTAIN for candidate in only_rise.find("华星"))


def test_names_side_by_side_settle_each_other() -> None:
    assert seen("拜访了华欣科技刘敏") == {"华欣科技": {"star"}, "刘敏": {"star"}}
    assert seen("华兴科技 王总 报价") == {"华兴科技": {"rise"}, "王总": {"rise"}}
    assert spot("三一 罗总 优先处理", "三一").certainty >= CERTAIN


def test_the_city_tells_namesakes_apart() -> None:
    assert spot("张伟下单", "张伟").ids == ("wei1", "wei2")
    assert spot("张伟（深圳）下单", "张伟").ids == ("wei2",)


def test_several_customers_are_seen_in_their_order() -> None:
    assert [spot.words for spot in BOOK.spot("上午Acme，下午海岳，Globex没去")] == ["Acme", "海岳", "Globex"]


def test_a_name_does_not_reach_over_a_comma() -> None:
    assert seen("去了上海，岳食品店关了") == {}


@pytest.mark.parametrize(
    ("words", "customer", "how"),
    [
        ("海岳食品", "sea", "exact"),
        ("海岳", "sea", "core"),
        ("宁波海岳食品有限公司", "sea", "core"),
        ("haiyue", "sea", "pinyin"),
        ("hysp", "sea", "initials"),
        ("hy", "sea", "initials"),
        ("海月食品", "sea", "homophone"),
        ("曾总", "sea", "contact"),
        ("刘敏", "star", "contact"),
        ("acme", "acme", "core"),
        ("Acmee", "acme", "typo"),
        ("soylnt", "soylent", "typo"),
        ("soilent fods", "soylent", "typo"),
        ("tak", "tan", "initials"),
    ],
)
def test_a_bare_name_finds_its_customer_first(words: str, customer: str, how: str) -> None:
    best = BOOK.find(words)[0]
    assert (best.id, best.how) == (customer, how)


@pytest.mark.parametrize("words", ["青屿", "Nakatomi Plaza", "", "？", "12345"])
def test_a_stranger_is_nobody(words: str) -> None:
    assert [candidate for candidate in BOOK.find(words) if candidate.certainty >= LIKELY] == []


def test_an_empty_book_sees_nothing() -> None:
    assert (Book([]).spot("拜访了Acme的王总 wjg huaxing"), Book([]).find("海岳")) == ([], [])
