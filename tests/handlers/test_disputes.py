"""Whose is it? The file with its evidence, the verdict, undo, appeal; and what nobody else can do."""

import pytest

from storage.database import Database
from storage.models import Interaction, Person, Request
from tests.handlers.lines import too_much
from tests.handlers.test_requests import to
from tests.office import Office, Said

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Scene(Office):
    """Ben entered it; Sam visited it, and objects."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.ben, self.sam = self.hire("周航", "salesperson"), self.hire("许言", "salesperson")
        self.grace = self.hire("林岚", "manager")
        self.number = self.customer(self.ben, "栈桥冷链")

    def objects(self) -> Said:
        """What was said when Sam objected."""
        self.wait(days=2)
        proposed = self.say(self.sam, "拜访了栈桥冷链，报价8万")
        card = to(self.tap(self.sam, next(iter(proposed.buttons.values()))), self.sam)
        return self.tap(self.sam, card.buttons["我有异议"])

    def ruled(self, label: str = "归许言") -> Said:
        """What was said when Grace had ruled."""
        file = to(self.objects(), self.grace)
        return self.tap(self.grace, self.tap(self.grace, file.buttons[label]).buttons["先有实际联系"])

    def sees(self, who: Person) -> bool:
        """Whether somebody sees the customer."""
        return self.tap(who, f"customer:{self.number}").rows[0].view == "CustomerCard"


@pytest.fixture
def scene(database: Database) -> Scene:
    return Scene(database)


def test_the_file_says_in_order_who_did_what(scene: Scene) -> None:
    said = scene.objects()
    file = to(said, scene.grace)
    assert file.text.splitlines() == [
        "归属待定：栈桥冷链（许言提出）",
        "11月18日 周航建档",
        "11月20日 许言拜访 1，报价 ¥8万 待记",
        "成交：双方都没有",
        "只有名字，保护到 12月18日 周五",
    ]
    assert list(file.buttons) == ["归许言", "归周航", "两人一起跟", "全部经过", "先问双方", "看客户"]
    assert to(said, scene.ben).text.splitlines()[0] == "许言说「栈桥冷链」归属有异议。"
    assert to(said, scene.sam).text.splitlines()[0] == "记下了：「栈桥冷链」归属待定。"
    assert not too_much(said)
    story = scene.tap(scene.grace, file.buttons["全部经过"])
    assert "周航建档" in story.text
    scene.tap(scene.grace, story.buttons["‹"])


def test_a_bare_name_counts_for_a_month_only(scene: Scene) -> None:
    scene.wait(days=31)
    assert "11月18日 周航建档，没有联系" in to(scene.objects(), scene.grace).text


def test_the_verdict_gives_it_away_and_both_are_told(scene: Scene) -> None:
    said = scene.ruled()
    given, lost, won = (to(said, who) for who in (scene.grace, scene.ben, scene.sam))
    assert given.text.splitlines() == ["✅ 栈桥冷链 归许言：先有实际联系", "已告诉两人，7 天内可申诉。"]
    assert lost.text.splitlines() == [
        "「栈桥冷链」由许言负责。",
        "林岚的理由：先有实际联系。",
        "你的记录都保留。7 天内可申诉。",
    ]
    assert list(lost.buttons) == ["知道了", "申诉"]
    assert won.text.splitlines()[0] == "「栈桥冷链」归你负责。"
    assert (scene.sees(scene.sam), scene.sees(scene.ben)) == (True, False)
    assert scene.count(Interaction) == 1
    assert list(scene.tap(scene.ben, lost.buttons["知道了"]).buttons) == ["申诉"]
    history = scene.tap(scene.sam, f"history:{scene.number}:0").text
    assert all(part in history for part in ("许言 有异议", "林岚 定归属：先有实际联系", "许言 转给"))


def test_the_verdict_is_undone(scene: Scene) -> None:
    said = scene.ruled()
    undone = scene.tap(scene.grace, to(said, scene.grace).buttons["撤销"])
    assert (scene.sees(scene.sam), scene.sees(scene.ben)) == (False, True)
    assert scene.count(Interaction) == 0
    assert to(undone, scene.sam).text == "「栈桥冷链」的决定撤回了，归属待定。"
    file = scene.tap(scene.grace, to(undone, scene.grace).buttons["重新定"])
    assert "许言拜访 1" in file.text
    asked = scene.tap(scene.grace, file.buttons["两人一起跟"])
    scene.say(scene.grace, "各自都谈过，一起更快", message_id=900)
    assert asked.rows[0].view == "VerdictAsked"
    assert (scene.sees(scene.sam), scene.sees(scene.ben)) == (True, True)


def test_both_are_asked_and_what_they_say_is_in_the_file(scene: Scene) -> None:
    file = to(scene.objects(), scene.grace)
    asked = scene.tap(scene.grace, file.buttons["先问双方"])
    question = to(asked, scene.ben)
    assert question.text.splitlines()[0] == "林岚想听你说说「栈桥冷链」："
    scene.tap(scene.ben, question.buttons["写一句"])
    heard = to(scene.say(scene.ben, "九月就和他们老板谈过"), scene.grace)
    assert "周航说：" in heard.text
    story = scene.tap(scene.grace, f"story:{file.buttons['全部经过'].split(':')[1]}:0")
    assert "周航说明：九月就和他们老板谈过" in story.text


def test_an_appeal_goes_to_the_next_manager_up_and_is_the_last_word(scene: Scene) -> None:
    boss = scene.hire("沈默", "manager")
    lost = to(scene.ruled(), scene.ben)
    appealed = scene.tap(scene.ben, lost.buttons["申诉"])
    assert to(appealed, scene.ben).text.splitlines()[:2] == ["申诉记下了：栈桥冷链", "由沈默来看。"]
    file = to(appealed, boss)
    assert file.text.splitlines()[0] == "归属待定：栈桥冷链（周航申诉）"
    said = scene.tap(boss, scene.tap(boss, file.buttons["归周航"]).buttons["联系更多"])
    assert "这是最后的决定" in to(said, boss).text
    assert "申诉" not in to(said, scene.sam).buttons
    assert (scene.sees(scene.sam), scene.sees(scene.ben)) == (False, True)
    assert scene.tap(scene.ben, lost.buttons["申诉"]).rows[0].view == "OldCard"


def test_without_another_manager_the_same_one_looks_again(scene: Scene) -> None:
    lost = to(scene.ruled(), scene.ben)
    appealed = scene.tap(scene.ben, lost.buttons["申诉"])
    assert "由林岚再看一次" in to(appealed, scene.ben).text
    assert to(appealed, scene.grace).rows


def test_after_seven_days_a_verdict_stands(scene: Scene) -> None:
    lost = to(scene.ruled(), scene.ben)
    scene.wait(days=7, minutes=1)
    assert scene.tap(scene.ben, lost.buttons["申诉"]).rows[0].view == "AppealTooLate"
    assert scene.count(Request) == 1


def test_nobody_else_decides(scene: Scene) -> None:
    other = scene.hire("外人", "manager")
    file = to(scene.objects(), scene.grace)
    for label in ("归许言", "全部经过", "先问双方"):
        for who in (scene.ben, scene.sam, other):
            view = scene.tap(who, file.buttons[label]).rows[0].view
            assert view in ("OldCard", "NotForYourRole"), (label, who.name)
    request = file.buttons["归许言"].split(":")[1]
    for data in ("ruled:{}:asker:bribe", "ruled:{}:nobody:first", "appeal:{}", "unrule:{}", "noted:{}"):
        assert scene.tap(scene.grace, data.format(request)).rows[0].view == "OldCard", data
    assert (scene.sees(scene.sam), scene.sees(scene.ben)) == (False, True)


def test_what_waits_is_listed(scene: Scene) -> None:
    scene.objects()
    listed = scene.say(scene.grace, "/disputes")
    assert listed.text.splitlines() == ["1 家归属待定：", "1 栈桥冷链 · 许言 / 周航"]
    assert scene.tap(scene.grace, listed.buttons["1"]).rows[0].view == "OwnershipFile"
    assert scene.say(scene.sam, "/disputes").rows[0].view == "NotForYourRole"


def test_a_verdict_under_appeal_is_not_taken_back_and_an_appeal_is(scene: Scene) -> None:
    said = scene.ruled()
    appealed = scene.tap(scene.ben, to(said, scene.ben).buttons["申诉"])
    undo = to(said, scene.grace).buttons["撤销"]
    assert scene.tap(scene.grace, undo).rows[0].view == "OldCard"
    withdrawn = scene.tap(scene.ben, to(appealed, scene.ben).buttons["撤回"])
    assert not to(withdrawn, scene.ben).buttons
    assert scene.tap(scene.grace, undo).rows[0].view != "OldCard"
    assert scene.sees(scene.ben)
