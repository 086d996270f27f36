"""Pictures: drawn in both languages for any size of company, on a phone's width, with a font found by its file."""

import struct
from pathlib import Path

import pytest

from pictures import VIEWS, cjk_font, draw
from pictures.dates import day
from pictures.fonts import NAMES, best
from pictures.money import about

PARTS = (
    ("value", 24.1, 30),
    ("activity", 15.3, 20),
    ("rhythm", 18.6, 20),
    ("loyalty", 7.2, 10),
    ("engagement", 0.0, 10),
)


def tiers(
    *customers: int, sales: tuple[int, ...] = (312_000_000, 143_000_000, 0), mine: bool = False
) -> dict[str, object]:
    """The facts of a tiers' picture."""
    each = zip("ABC", customers, sales, strict=True)
    total, sold = max(sum(customers), 1), max(sum(sales), 1)
    lines = [
        {"tier": tier, "customers": n, "share": n * 100 // total, "sales": s, "sales_share": s * 100 // sold}
        for tier, n, s in each
    ]
    return {"today": "2026-11-18", "mine": mine, "currency": "CNY", "customers": sum(customers), "tiers": lines}


def why(name: str, contact: float | None = 80.3) -> dict[str, object]:
    """The facts of a tier's picture."""
    parts = [{"name": part, "points": points, "most": most} for part, points, most in PARTS]
    cuts = {"A": 70.0, "B": 40.0}
    return {
        "name": name,
        "tier": "A",
        "score": 77.9,
        "cuts": cuts,
        "parts": parts,
        "contact": contact,
        "today": "2026-11-18",
    }


def size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG."""
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("language", ["zh", "zh_tw", "zh_hk", "en"])
@pytest.mark.parametrize("customers", [(0, 0, 0), (3, 0, 2), (10, 15, 25), (1000, 1500, 2500)])
def test_tiers_of_any_company_are_drawn_at_a_phones_width(customers: tuple[int, ...], language: str) -> None:
    width, height = size(draw("TiersPicture", tiers(*customers), language))
    assert width == 1080
    assert 0.5 < height / width < 1.5


@pytest.mark.parametrize("language", ["zh", "zh_tw", "zh_hk", "en"])
@pytest.mark.parametrize("name", ["百禾乳业", "Meadow Dairy & $ons_{1} <b>", "名" * 200])
def test_points_are_drawn_whatever_the_name(name: str, language: str) -> None:
    assert size(draw("WhyPicture", why(name), language))[0] == 1080
    assert size(draw("WhyPicture", why(name, contact=None), language))[0] == 1080


@pytest.mark.parametrize("language", ["zh", "zh_tw", "zh_hk", "en"])
@pytest.mark.parametrize("mean", [None, -500, 0, 3_200_000])
def test_a_back_test_is_drawn_whatever_came_out(mean: int | None, language: str) -> None:
    ends = (None, None) if mean is None else (mean - 1000, mean + 1000)
    first = {"tier": "A", "customers": 41, "mean": mean, "low": ends[0], "high": ends[1], "share": 62}
    rest = [first | {"tier": tier, "mean": 0, "low": 0, "high": 0} for tier in "BC"]
    facts = {"cut": "2026-08-20", "days": 90, "currency": "CNY", "tiers": [first, *rest]}
    assert size(draw("BacktestShown", facts, language))[0] == 1080


def test_chinese_is_drawn_with_its_own_shapes(chinese_font: Path) -> None:
    from pictures.paper import letters

    assert cjk_font() is not None
    from matplotlib.font_manager import get_font

    file = letters(12).get_file()
    assert file is not None
    assert get_font(file).family_name.endswith(("SC", "CN")) or chinese_font != Path(str(file))
    assert draw("TiersPicture", tiers(1, 2, 3), "zh") != draw("TiersPicture", tiers(1, 2, 3), "en")


def test_each_place_has_its_own_shapes(chinese_font: Path) -> None:
    assert chinese_font.exists()
    from pictures.paper import SHAPES, letters

    assert cjk_font() is not None
    from matplotlib.font_manager import get_font

    for language, ending in (("zh_tw", "TC"), ("zh_hk", "HK")):
        token = SHAPES.set(language)
        file = letters(12).get_file()
        SHAPES.reset(token)
        assert file is not None
        assert get_font(file).family_name.endswith(ending) or not str(file).endswith("NotoSansCJK-Regular.ttc")


@pytest.mark.parametrize(("language", "said"), [("zh", "9/10"), ("en", "10 Sep")])
def test_a_day_can_not_be_taken_for_another(language: str, said: str) -> None:
    assert day("2026-09-10", language) == said


def test_without_a_font_labels_are_english(monkeypatch: pytest.MonkeyPatch) -> None:
    english = draw("TiersPicture", tiers(1, 2, 3), "en")
    monkeypatch.setattr("pictures.cjk_font", lambda: None)
    assert draw("TiersPicture", tiers(1, 2, 3), "zh") == english


def test_the_best_font_of_several_is_taken(tmp_path: Path) -> None:
    deep = tmp_path / "truetype" / "wqy"
    deep.mkdir(parents=True)
    for name in (NAMES[-1], NAMES[1]):
        (deep / name).touch()
    assert best([tmp_path / "none", tmp_path]) == deep / NAMES[1]
    assert best([tmp_path / "none"]) is None


PERIOD = {"first": "2026-11-01", "last": "2026-11-18"}
NAMED = {"zh": "百禾乳业", "en": "Meadow Dairy & $ons_{1} <b>"}


def figures(n: int) -> dict[str, dict[str, object]]:
    """The facts of the other pictures, for so many customers."""
    line = {"period": PERIOD, "touches": n * 3, "new": n // 4, "sales": n * 5_000_000}
    weeks = [{"name": NAMED["en"], "weeks": [n, 0, n // 2, 1, 2, 3, 4, n]}] * min(n, 14)
    mondays = ["2026-11-16"] * 8
    tops = [{"n": 1, "name": NAMED, "sales": n * 100, "share": 100}] * min(n, 4)
    steps = [{"old": old, "new": new, "customers": n} for old, new in ("AB", "AC", "BA", "CB")] if n else []
    return {
        "CoveragePicture": {"mondays": mondays, "people": n, "lines": weeks},
        "TopPicture": {"currency": "CNY", "sales": n * 100, "buyers": n, "few": n // 5, "lines": tops,
                       "curve": [0, 60, 80, 100][: n * 4]},
        "TrendPicture": {"unit": "week", "currency": "CNY", "lines": [line] * 8},
        "MovesPicture": {"period": PERIOD, "up": n, "down": n, "steps": steps, "stayed": {"A": n, "B": 0}},
    }  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "zh_tw", "en"])
@pytest.mark.parametrize("customers", [0, 5, 5000])
def test_the_other_figures_are_drawn_for_any_company(customers: int, language: str) -> None:
    for view, facts in figures(customers).items():
        width, height = size(draw(view, facts, language))
        assert width == 1080, view
        assert height < 1080 * 1.6, view


def test_what_has_no_picture_has_none() -> None:
    drawn = {"Coverage", "Moves", "Tiers", "Top", "Trend", "Why"}
    assert {"BacktestShown", *(f"{name}Picture" for name in drawn)} == VIEWS
    with pytest.raises(KeyError):
        draw("CustomerCard", {}, "zh")


@pytest.mark.parametrize(
    ("minor", "currency", "zh", "en"),
    [
        (312_000_000, "CNY", "¥312万", "¥3.12M"),
        (1_830_00, "SGD", "S$1,830", "S$1.83k"),
        (86_000, "JPY", "JP¥8.6万", "JP¥86k"),
        (0, "CNY", "¥0", "¥0"),
        (412_345_678_00, "CNY", "¥4.12亿", "¥412M"),
    ],
)
def test_sums_at_a_glance(minor: int, currency: str, zh: str, en: str) -> None:
    assert (about(minor, currency, "zh"), about(minor, currency, "en")) == (zh, en)
