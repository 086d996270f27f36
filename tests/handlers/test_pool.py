"""The pool: off at first, switched on in one step; countdowns stopped or put off, taking with its measure and bar."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from actions import company
from actions.pool import drop
from storage.database import Database
from storage.models import Fall, Interaction, Person, Standing
from tests.handlers.lines import too_much
from tests.office import Office, Said

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Scene(Office):
    """Ben and Sam sell, Grace leads; two customers of Ben's are not heard of for a hundred days."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.ben, self.sam = self.hire("周航", "salesperson"), self.hire("许言", "salesperson")
        self.grace = self.hire("林岚", "manager")
        self.now -= timedelta(days=200)
        self.first, self.second = self.customer(self.ben, "海岳食品"), self.customer(self.ben, "青屿酒店")
        self.now += timedelta(days=80)
        for name in ("海岳食品", "青屿酒店"):
            self.say(self.ben, f"拜访了{name}")
        self.now += timedelta(days=120)

    def on(self) -> Said:
        """Grace switches it on."""
        proposed = self.tap(self.grace, self.say(self.grace, "公海").buttons["打开公海"])
        return self.tap(self.grace, proposed.buttons["打开"])

    def told(self, day: str, at: str = "09:00") -> dict[str, Said]:
        """What is said until then, by view."""
        return {one.rows[0].view: one for one in self.until(day, at)}

    def falls(self) -> list[int]:
        """The numbers of all countdowns."""
        with self.database.reading() as db:
            return list(db.scalars(select(Fall.id).order_by(Fall.id)))

    def fallen(self, number: int) -> None:
        """A customer of Ben's is in the pool."""
        with self.database.transaction() as db:
            fall = Fall(customer_id=number, owner_id=self.ben.id, announced_on=self.today, falls_on=self.today)
            db.add(fall)
            drop(db, fall, self.now)

    def sees(self, who: Person, number: int) -> bool:
        """Whether somebody sees a customer."""
        return self.tap(who, f"customer:{number}").rows[0].view == "CustomerCard"


@pytest.fixture
def scene(database: Database) -> Scene:
    return Scene(database)


def test_it_is_off_until_somebody_switches_it_on(scene: Scene) -> None:
    scene.told("2026-11-30")
    assert scene.count(Fall) == 0
    off = scene.say(scene.grace, "公海")
    assert off.text == "公海没开，没有客户会自动进去。"
    proposed = scene.tap(scene.grace, off.buttons["打开公海"])
    assert proposed.text.splitlines()[2:] == ["现在有 2 家：C 2", "最早 12月3日 周四进。", "A 级不会自动进。"]
    assert not too_much(proposed)
    assert scene.count(Fall) == 0
    assert scene.tap(scene.ben, "pool_set:on").rows[0].view == "NotForYourRole"


def test_a_countdown_ends_in_the_pool_and_somebody_takes_it(scene: Scene) -> None:
    scene.on()
    told = scene.told("2026-11-19")["FallsAnnounced"]
    assert told.text.splitlines()[:2] == ["2 家快进公海了：", "1 海岳食品 C · 120 天 · 11月21日"]
    assert not too_much(told)
    fell = scene.told("2026-11-23")["FellIntoPool"]
    assert fell.rows[0].person_id == scene.ben.id
    assert fell.text.splitlines()[0] == "进公海了：海岳食品、青屿酒店"
    assert not scene.sees(scene.ben, scene.first)
    shown = scene.say(scene.sam, "公海")
    assert shown.text.splitlines()[0] == "公海 2 家，今天还能领 3 家："
    assert scene.tap(scene.ben, shown.buttons["领取 1"]).rows[0].view == "BarredFromPool"
    taken = scene.tap(scene.sam, shown.buttons["领取 1"])
    assert taken.text.splitlines()[1:] == ["保护期到 12月23日 周三。", "今天还能领 2 家。"]
    assert scene.sees(scene.sam, scene.second)
    assert scene.tap(scene.sam, shown.buttons["领取 1"]).rows[0].view == "CustomerUnknown"
    scene.told("2026-12-20")
    assert scene.sees(scene.sam, scene.second)
    scene.tap(scene.sam, taken.buttons["退回公海"])
    assert not scene.sees(scene.sam, scene.second)


def test_contact_stops_a_countdown(scene: Scene) -> None:
    scene.on()
    told = scene.told("2026-11-19")["FallsAnnounced"]
    card = scene.tap(scene.ben, told.buttons["1"])
    stopped = scene.tap(scene.ben, card.buttons["打了电话"])
    assert "海岳食品 不进公海了，还是你的。" in stopped.text
    assert scene.count(Interaction) == 3
    assert "青屿酒店 不进公海了" in scene.say(scene.ben, "拜访了青屿酒店").text
    assert "FellIntoPool" not in scene.told("2026-11-25")
    assert scene.sees(scene.ben, scene.first)


def test_more_time_is_given_once_between_two_contacts(scene: Scene) -> None:
    scene.on()
    card = scene.tap(scene.ben, scene.told("2026-11-19")["FallsAnnounced"].buttons["1"])
    later = scene.tap(scene.ben, card.buttons["延长 14 天"])
    assert later.text.splitlines()[0] == "⏸ 海岳食品：12月5日 周六前不进公海"
    again = scene.tap(scene.ben, later.buttons["撤销"])
    scene.tap(scene.ben, again.buttons["延长 14 天"])
    scene.told("2026-11-25")
    assert (scene.sees(scene.ben, scene.first), scene.sees(scene.ben, scene.second)) == (True, False)
    card = scene.told("2026-12-03")["FallCard"]
    assert scene.tap(scene.ben, card.buttons["延长 14 天"]).rows[0].view == "AlreadyExtended"
    scene.told("2026-12-08")
    assert not scene.sees(scene.ben, scene.first)


def test_off_and_on_again_winds_no_clock_and_gives_full_notice(scene: Scene) -> None:
    on = scene.on()
    scene.told("2026-11-20")
    off = scene.tap(scene.grace, on.buttons["撤销"])
    assert "2 个倒计时停在原处" in off.text
    scene.told("2026-12-01")
    assert scene.sees(scene.ben, scene.first)
    scene.tap(scene.grace, off.buttons["撤销"])
    told = scene.told("2026-12-02")["FallsAnnounced"]
    assert told.text.splitlines()[1] == "1 海岳食品 C · 133 天 · 12月4日"
    scene.told("2026-12-05")
    assert not scene.sees(scene.ben, scene.first)


def test_the_best_fall_only_by_a_managers_word_and_the_locked_never(scene: Scene) -> None:
    with scene.database.transaction() as db:
        for number in (scene.first, scene.second):
            row = db.get_one(Standing, number)
            row.tier, row.manual_until, row.manual_reason = "A", scene.today + timedelta(days=300), "strategic"
    scene.on()
    scene.told("2026-11-25")
    assert scene.count(Fall) == 0
    waiting = scene.tap(scene.grace, scene.say(scene.grace, "公海").buttons["A 级超期 2"])
    scene.tap(scene.grace, scene.tap(scene.grace, waiting.buttons["1"]).buttons["锁定"])
    scene.tap(scene.grace, scene.tap(scene.grace, waiting.buttons["2"]).buttons["放进公海"])
    assert (scene.sees(scene.ben, scene.first), scene.sees(scene.ben, scene.second)) == (True, False)
    assert scene.tap(scene.ben, f"let_in:{scene.first}").rows[0].view == "NotForYourRole"


def test_so_many_a_day(scene: Scene) -> None:
    for n in range(4):
        number = scene.customer(scene.ben, f"云{n}包装")
        scene.fallen(number)
    views = [scene.tap(scene.sam, f"take:{n}").rows[0].view for n in scene.falls()]
    assert views == ["PoolTaken"] * 3 + ["TooManyTaken"]


def test_nobody_takes_what_is_not_in_the_pool(scene: Scene) -> None:
    scene.on()
    scene.told("2026-11-19")
    running = scene.falls()[0]
    for data in (f"take:{running}", "take:999", f"return:{running}"):
        assert scene.tap(scene.sam, data).rows[0].view in ("CustomerUnknown", "OldCard"), data
    for data in (f"fall:{running}", f"extend:{running}", "unextend:1"):
        assert scene.tap(scene.sam, data).rows[0].view == "OldCard", data
    assert scene.tap(scene.grace, f"take:{running}").rows[0].view == "NotForYourRole"


def test_the_history_says_who_let_it_fall_and_who_took_it(scene: Scene) -> None:
    scene.fallen(scene.first)
    scene.tap(scene.sam, f"take:{scene.falls()[0]}")
    history = scene.tap(scene.sam, f"history:{scene.first}:0").text
    assert all(line in history for line in ("周航 进公海", "许言 转给"))


def test_tiers_that_are_not_named_never_fall(scene: Scene) -> None:
    with scene.database.transaction() as db:
        company.change(db, "ownership", {"pool_tiers": ["B"]}, scene.now)
    scene.on()
    scene.told("2026-11-25")
    assert scene.count(Fall) == 0


@pytest.mark.parametrize(
    ("language", "said", "first", "take"),
    [
        ("zh", "新客户 海岳食品 王总，想要滤芯", "海岳食品 在公海里，没人负责。", "领取"),
        ("en", "new customer 海岳食品, Mr Wong, wants filters", "海岳食品 is in the pool, nobody's.", "Take"),
    ],
)
def test_one_that_is_met_as_a_double_is_taken_from_its_card(
    scene: Scene, language: str, said: str, first: str, take: str
) -> None:
    scene.fallen(scene.first)
    joe = scene.hire("高远", "salesperson", language=language)
    met = scene.say(joe, said)
    assert met.text.splitlines()[0] == first
    assert not too_much(met)
    assert "归你了" in scene.tap(joe, met.buttons[take]).text or language == "en"
    assert scene.sees(joe, scene.first)
    with scene.database.reading() as db:
        mine = select(Interaction).where(Interaction.customer_id == scene.first, Interaction.author_id == joe.id)
        assert [row.channel for row in db.scalars(mine)] == ["note"]
    assert scene.tap(joe, met.buttons[take]).rows[0].view == "OldCard"
    assert scene.tap(scene.sam, met.buttons[take]).rows[0].view == "OldCard"


def test_every_countdown_can_be_reached_page_by_page(scene: Scene) -> None:
    for n in range(5):
        scene.now -= timedelta(days=120)
        scene.customer(scene.ben, f"{'甲乙丙丁戊'[n]}峰家具")
        scene.now += timedelta(days=120)
    scene.on()
    first = scene.tap(scene.ben, scene.say(scene.ben, "公海").buttons["快进公海 7"])
    assert len(first.text.splitlines()) == 6
    rest = scene.tap(scene.ben, first.buttons["另外 2 家 ›"])
    assert rest.text.splitlines()[0] == "7 家快进公海了："
    assert not too_much(rest)
    put_off = scene.tap(scene.ben, scene.tap(scene.ben, rest.buttons["7"]).buttons["延长 14 天"])
    assert scene.tap(scene.ben, put_off.buttons["‹"]).text.splitlines()[0] == "6 家快进公海了："


def test_what_somebody_may_not_take_yet_comes_last_and_without_a_button(scene: Scene) -> None:
    scene.fallen(scene.first)
    scene.fallen(scene.customer(scene.sam, "云栎包装"))
    with scene.database.transaction() as db:
        db.get_one(Fall, scene.falls()[-1]).owner_id = scene.sam.id
    shown = scene.say(scene.ben, "公海")
    assert shown.text.splitlines()[2] == "2 海岳食品 C · 刚是你的"
    assert [label for label in shown.buttons if label.startswith("领取")] == ["领取 1"]
