"""/rules: those in force, a draft and what it would do, published and brought back."""

import pytest

from actions import company as companies
from actions import errands, judging
from config import Settings
from storage import people, standings
from storage.models import Move, Person, Question
from tests.handlers.lines import too_much
from tests.handlers.pasts import past
from tests.office import Office, Said

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""The questions are asked of both kinds of database in tests/actions/test_rules.py."""


@pytest.fixture
def grace(office: Office) -> Person:
    return office.hire("林岚", "manager", "salesperson")


@pytest.fixture
def customers(office: Office, grace: Person) -> list[int]:
    """An A of 75 points, a B and a C."""
    best = past(office, grace, "百禾乳业", range(3, 120, 10), [(5, 200_000), (60, 200_000)], potential="high")
    middle = past(office, grace, "澄湖纸业", range(12, 120, 21), [(30, 20_000)])
    least = past(office, grace, "栈桥冷链", [90], [])
    return [best, middle, least]


def tiers(office: Office, ids: list[int]) -> str:
    with office.database.reading() as db:
        return "".join(row.tier for number in ids if (row := standings.of(db, number)))


def rules(office: Office) -> companies.Company:
    with office.database.reading() as db:
        return companies.in_force(db)


def fits(*said: Said) -> bool:
    problems = [problem for one in said for problem in too_much(one)]
    assert not problems
    return True


def test_the_rules_are_said_plainly_in_chinese(office: Office, grace: Person) -> None:
    said = office.say(grace, "规则")
    assert said.text == (
        "规则 · 第 1 版 · 11月18日 配置文件\n"
        "成交 30 往来 20 节奏 20 忠诚 10\n"
        "成效 10 潜力 10\n"
        "A 70 分起 · B 40 分起\n"
        "跟进周期：A 7 · B 14 · C 30 天\n"
        "成交 90 天减半 · ¥32万 满分"
    )
    assert list(said.buttons) == ["分数线", "周期", "权重", "行业预设", "回测", "历史"]
    assert fits(said)


def test_the_rules_are_said_plainly_in_english(office: Office) -> None:
    said = office.say(office.hire("Grace", "manager", language="en"), "rules")
    assert said.text == (
        "Rules · version 1 · 18 Nov, file\n"
        "Sales 30, activity 20, rhythm 20\n"
        "loyalty 10, visits 10, potential 10\n"
        "A from 70 · B from 40 points\n"
        "Contact: A 7 · B 14 · C 30 days\n"
        "Sales halve in 90 d · full ¥320,000"
    )
    assert fits(said)


@pytest.mark.parametrize("words", ["A 70 改 90", "cut A 90", "A 分数线 90"])
def test_words_make_a_draft_that_says_what_it_would_do(
    office: Office, grace: Person, customers: list[int], words: str
) -> None:
    assert tiers(office, customers) == "ABC"
    said = office.say(grace, words)
    assert said.text == ("草稿，还没生效\nA 线 70 → 90\n降 1：A→B 1\nA 1 → 0 · B 1 → 2 · C 1 → 1\n提醒每周约 2 → 1 次")
    assert list(said.buttons) == ["发布", "名单 1", "改动 1", "改分数线", "改周期", "不要了"]
    assert fits(said)
    assert tiers(office, customers) == "ABC"
    assert rules(office).rules.cut_a == 70


def test_publishing_judges_everybody_at_once_and_one_tap_brings_it_back(
    office: Office, grace: Person, customers: list[int]
) -> None:
    draft = office.say(grace, "A 70 改 90")
    office.wait(minutes=1)
    said = office.tap(grace, draft.buttons["发布"])
    assert said.text == "✅ 第 2 版规则生效了\nA 线 70 → 90\n等级重算了：升 0 · 降 1"
    assert tiers(office, customers) == "BBC"
    with office.database.reading() as db:
        moves = [move for move in db.query(Move) if move.reason == "rules"]
    assert [(move.old, move.new, move.rules_version) for move in moves] == [("A", "B", rules(office).version)]
    office.wait(minutes=1)
    back = office.tap(grace, said.buttons["恢复上一版"])
    assert back.text == "↩ 改回去了，现在是第 3 版\nA 线 90 → 70\n等级重算了：升 1 · 降 0"
    assert tiers(office, customers) == "ABC"
    assert fits(said, back)


def test_a_draft_of_an_earlier_card_is_not_published(office: Office, grace: Person, customers: list[int]) -> None:
    earlier = office.say(grace, "A 70 改 90")
    office.say(grace, "B 40 改 30")
    said = office.tap(grace, earlier.buttons["发布"])
    assert [row.view for row in said.rows] == ["OldCard"]
    assert rules(office).rules.cut_a == 70


def test_what_was_changed_since_is_shown_again_before_it_is_published(
    office: Office, grace: Person, customers: list[int]
) -> None:
    draft = office.say(grace, "A 70 改 90")
    office.wait(days=1)
    shown = office.tap(grace, draft.buttons["发布"])
    assert [row.view for row in shown.rows] == ["DraftShown"]
    assert office.tap(grace, shown.buttons["发布"]).rows[0].view == "RulesPublished"


def test_changes_gather_in_one_draft_and_go_again(office: Office, grace: Person, customers: list[int]) -> None:
    office.say(grace, "A 70 改 90")
    said = office.say(grace, "A 周期 10 天")
    assert said.text.splitlines()[1] == "A 线 70 → 90 等 2 处"
    listed = office.tap(grace, said.buttons["改动 2"])
    assert listed.text == "改了 2 处\nA 线 70 → 90\nA 周期 7 → 10"
    office.say(grace, "A 90 改 70")
    assert office.say(grace, "A 周期 7 天").text == "草稿，还没生效\n和现在一样，没有改动。"
    dropped = office.tap(grace, "drop:2")
    assert dropped.text == "草稿不要了，规则没变。"
    assert office.tap(grace, "draft").rows[0].view == "OldCard"


def test_parts_are_changed_by_taps_and_by_less_words(office: Office, grace: Person, customers: list[int]) -> None:
    heard = [office.tap(grace, f"rules:{part}") for part in ("cuts", "cadences", "weights")]
    assert list(heard[0].buttons) == ["A 75", "B 45", "A 65", "B 35", "按占比建议", "成交标尺", "‹"]
    assert office.say(grace, "成效 15").text.splitlines()[:2] == ["草稿，还没生效 · 满分 105", "成效权重 10 → 15"]
    office.tap(grace, "rules:cuts")
    assert "A 线 70 → 75 等 2 处" in office.say(grace, "A 75").text
    looser = office.tap(grace, heard[1].buttons["10 / 21 / 60"])
    assert "等 5 处" in looser.text
    assert fits(*heard, looser)
    office.tap(grace, "rules:cuts")
    assert office.say(grace, "等级").rows[0].view == "TiersShown"


def test_a_shorter_cadence_makes_nobody_silent_overnight(office: Office, grace: Person) -> None:
    customer = past(office, grace, "百禾乳业", range(40, 400, 30), [(50, 200_000), (80, 200_000)], potential="high")
    with office.database.reading() as db:
        before = judging.standing(db, customer).status
    for words in ("A 周期 3 天", "B 周期 4 天", "C 周期 5 天"):
        said = office.say(grace, words)
    office.tap(grace, said.buttons["发布"])
    with office.database.reading() as db:
        row = judging.standing(db, customer)
    assert (row.status, row.silence_from) == ("active", office.today)
    assert before in ("active", "silent")


def test_what_cant_be_is_refused_and_leaves_no_draft(office: Office, grace: Person) -> None:
    said = office.say(grace, "A 70 改 30")
    assert said.text == "这样不行：A 线要高于 B 线，都在 100 分以内。"
    assert office.say(grace, "A 周期 0 天").rows[0].view == "RuleImpossible"
    assert office.say(grace, "成交权重 4000").rows[0].view == "RuleImpossible"
    assert office.tap(grace, "draft").rows[0].view == "OldCard"


def test_rules_are_a_managers(office: Office) -> None:
    mia = office.hire("陈静", "salesperson")
    assert office.say(mia, "规则").rows[0].view == "NotForYourRole"
    assert office.tap(mia, "rules").rows[0].view == "NotForYourRole"
    assert office.say(mia, "A 70 改 75").rows[0].view != "DraftShown"


def test_names_are_those_that_the_asker_may_see(office: Office, grace: Person, customers: list[int]) -> None:
    with office.database.transaction() as db:
        elsewhere = people.add(
            db, "吴桐", ("manager",), office.now, telegram_id=77, language="zh", zone="Asia/Shanghai"
        )
    said = office.say(grace, "A 70 改 90")
    named = office.tap(grace, said.buttons["名单 1"])
    assert named.text.splitlines()[0] == "会换等级的 1 家"
    assert named.text.splitlines()[1].startswith("1 百禾乳业 · A → B · ")
    assert fits(named)
    assert office.tap(elsewhere, said.buttons["名单 1"]).text == "这几家不归你看。"


def test_cuts_are_proposed_for_the_wanted_shares(office: Office, grace: Person, customers: list[int]) -> None:
    said = office.tap(grace, "propose:cuts")
    assert said.text.splitlines()[0] == "草稿，还没生效 · 按占比"
    assert fits(said)


def test_the_scale_is_proposed_from_the_companys_own_sales(office: Office, grace: Person, customers: list[int]) -> None:
    said = office.tap(grace, "propose:scale")
    assert said.text.splitlines()[0] == "草稿，还没生效 · 按成交"
    assert "成交" in said.text.splitlines()[1]


@pytest.mark.parametrize("trade", ["b2b", "marketplace", "education", "retail", "private_banking", "ecommerce"])
def test_a_trade_is_explained_tried_and_published(
    office: Office, grace: Person, customers: list[int], trade: str
) -> None:
    english = office.hire("Grace", "manager", language="en")
    shown = [office.tap(who, f"trades:{trade}") for who in (grace, english)]
    said = office.tap(grace, shown[0].buttons["试试"])
    assert fits(*shown, said)
    if trade == "b2b":
        assert "没有改动" in said.text
        return
    published = office.tap(grace, said.buttons["发布"])
    assert fits(published)
    assert rules(office).strategy["A"]["zh"]
    office.tap(grace, published.buttons["恢复上一版"])
    assert rules(office).rules == companies.of(0, Settings().seed()).rules


def test_the_history_names_every_version_and_tries_an_old_one(
    office: Office, grace: Person, customers: list[int]
) -> None:
    office.tap(grace, office.say(grace, "A 70 改 90").buttons["发布"])
    office.tap(grace, office.say(grace, "A 90 改 80").buttons["发布"])
    said = office.tap(grace, "versions:0")
    assert said.text == "规则历史 · 3 版\n3 · 11月18日 林岚 · A 线\n2 · 11月18日 林岚 · A 线\n1 · 11月18日 · 最早的"
    second = office.tap(grace, said.buttons["2"])
    assert second.text == "改了 1 处\nA 线 70 → 90"
    tried = office.tap(grace, second.buttons["试试这一版"])
    assert tried.text.splitlines()[:2] == ["草稿，还没生效 · 第 2 版", "A 线 80 → 90"]
    assert fits(said, second, tried)


def test_a_changed_file_is_a_draft_that_keeps_what_was_decided_in_the_chat(
    office: Office, grace: Person, customers: list[int]
) -> None:
    with office.database.transaction() as db:
        companies.change(db, "company", {"name": "清源净水"}, office.now)
        file = Settings().seed()
        file["rules"] = {"cut_a": 90.0}
        assert companies.seed(db, file, office.now)
        assert not companies.seed(db, file, office.now)
    said = office.say(grace, "规则")
    assert [row.view for row in said.rows] == ["RulesShown", "DraftShown"]
    assert "草稿，还没生效 · 配置文件改了\nA 线 70 → 90" in said.text
    office.tap(grace, said.buttons["发布"])
    assert (rules(office).rules.cut_a, rules(office).name) == (90.0, "清源净水")
    with office.database.transaction() as db:
        assert not companies.seed(db, file, office.now)


def test_a_dropped_draft_of_the_file_stays_away_until_the_file_changes_again(office: Office, grace: Person) -> None:
    file = Settings().seed()
    file["rules"] = {"cut_a": 90.0}
    with office.database.transaction() as db:
        companies.seed(db, file, office.now)
    office.tap(grace, "drop:2")
    with office.database.transaction() as db:
        assert not companies.seed(db, file, office.now)
        assert companies.seed(db, {**file, "rules": {"cut_a": 85.0}}, office.now)


def test_the_back_test_is_an_errand_and_says_when_there_is_too_little(
    office: Office, grace: Person, customers: list[int]
) -> None:
    said = office.say(grace, "回测")
    assert said.text == "拿 90 天前的等级，\n对后来的成交。算完发给你。"
    with office.database.reading() as db:
        (errand,) = errands.waiting(db)
    found = errands.there(office.database.url, errand, office.now)
    with office.database.transaction() as db:
        rows = errands.tell(db, errand, found, office.now)
        assert [row.view for row in rows] == ["TooLittleToTell"]
        assert rows[0].facts is not None
        assert (rows[0].facts["customers"], rows[0].facts["customers_needed"]) == (3, 200)
        assert not errands.waiting(db)


def test_an_errand_of_somebody_who_left_is_done_with(office: Office, grace: Person) -> None:
    office.say(grace, "回测")
    with office.database.transaction() as db:
        db.get_one(Person, grace.id).left_at = office.now
        (errand,) = errands.waiting(db)
        assert not errands.tell(db, errand, None, office.now)
        assert not errands.waiting(db)
    assert office.count(Question) == 1


def test_a_value_that_cannot_be_still_waits_for_another(office: Office, grace: Person) -> None:
    office.tap(grace, "rules:cuts")
    assert office.say(grace, "A 500").rows[0].view == "RuleImpossible"
    assert office.say(grace, "A 72").rows[0].view == "DraftShown"
