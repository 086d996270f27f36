"""What 陈静 does with what her phone shows: settles some lines, types some visits, leaves some, takes two days off."""

import re
from datetime import date, timedelta
from random import Random

from tests.conversations.player import text_of

from .weeks import FIRST_DAY, Weeks

LINE = re.compile(r"(\d) (.+) [ABC] · (.+)$")
CALLED = (
    "价目表收到了，下周二给答复",
    "还在比价，月底前定",
    "老板出差，下周四再打",
    "用着挺好，暂时不缺",
    "要加两台，周五前报价",
    None,
    None,
)
"""What she writes after a bare tap; None: nothing."""
VISITED = (
    "拜访了{}，聊了换芯方案，下周三再去",
    "去了趟{}，老板不在，留了资料",
    "下午拜访了{}，想换大流量的，预算3万",
    "拜访了{}，签了 12 台，2.4万",
    "拜访{}，水质报告给他们看了，反馈不错",
)
CALLS = (
    "给{}打了电话，样品下周一寄",
    "电话{}，问了滤芯库存，还够一个月",
    "跟{}通了电话，答应周四前给合同草稿",
)
MESSAGES = ("给{}发了微信，检测报告过去了", "给{}发了微信，约了下周二上午10点电话")
WEDNESDAY = 2
HANDLED, TAPPED, ANSWERED = 0.75, 0.6, 0.6
"""The share of lines that she does something about, of these the share settled by tap, and of nags answered."""


class Mia:
    """Her weeks. Whatever she does follows from the seed and from what she sees."""

    def __init__(self, weeks: Weeks, seed: int = 4) -> None:
        self.weeks, self.chance = weeks, Random(seed)

    async def day(self, on: date) -> None:
        """A working day: the list at 08:30, lines settled through the day, visits typed in the afternoon."""
        await self.weeks.until(on, "09:05")
        typed: list[str] = []
        for n, (number, name, because) in enumerate(self.list_of_today()):
            if self.chance.random() > HANDLED:
                continue
            if "今天 " in because or self.chance.random() > TAPPED:
                typed.append(name)
                continue
            await self.weeks.until(on, f"{9 + n // 2:02d}:{20 + n % 2 * 25:02d}")
            await self.by_tap(number, name)
        await self.weeks.until(on, "11:40")
        await self.answer_nag()
        for n, name in enumerate(typed):
            await self.weeks.until(on, f"{14 + n:02d}:{self.chance.randrange(10, 50)}")
            await self.in_words(name)

    def list_of_today(self) -> list[tuple[str, str, str]]:
        """The open lines of the list that the phone shows: number, name, reason."""
        texts = [text_of(one) for one in self.weeks.telegram.messages.of[self.weeks.me.chat].values()]
        lists = [text for text in texts if "先联系这" in text.split("\n")[0]]
        lines = lists[-1].split("\n") if lists else []
        return [(found[1], found[2], found[3]) for line in lines if (found := LINE.match(line))]

    async def by_tap(self, number: str, name: str) -> None:
        """The number, then what happened."""
        if not self.weeks.offers(number, f"{number} {name}"):
            return
        await self.weeks.taps(number, f"{number} {name}")
        label = self.chance.choices(("打了电话", "拜访了", "发了微信", "没联系上", "推迟"), (40, 12, 20, 14, 14))[0]
        await self.weeks.taps(label, name)
        if label == "没联系上":
            await self.try_again(f"{name} 没联系上")
        elif label == "推迟":
            await self.put_off(name)
        elif words := self.chance.choice(CALLED):
            await self.weeks.types(words)

    async def try_again(self, card: str) -> None:
        """Whichever of the usual answers the card offers."""
        offered = [label for label in ("明天", "换微信", "下周一") if self.weeks.offers(label, card)]
        await self.weeks.taps(self.chance.choice(offered), card)

    async def put_off(self, name: str) -> None:
        """Until Monday, or two weeks."""
        label = self.chance.choice(("下周一", "两周后"))
        await self.weeks.taps(label if self.weeks.offers(label, f"{name} 推迟到") else "明天", f"{name} 推迟到")

    async def in_words(self, name: str) -> None:
        """One line about a customer."""
        pool = self.chance.choices((VISITED, CALLS, MESSAGES), (5, 3, 2))[0]
        await self.weeks.types(self.chance.choice(pool).format(name))

    async def answer_nag(self) -> None:
        """A word about somebody who stays late: every other time she says that she will see to it today."""
        asked = [one for one in self.weeks.diary.entries if one.how == "says" and "[今天联系]" in one.lines[-1]]
        if asked and asked[-1].at.date() == self.weeks.local.date() and self.chance.random() < ANSWERED:
            await self.weeks.taps("今天联系", asked[-1].lines[0])


async def four_weeks(weeks: Weeks, days: int = 28) -> None:
    """From Monday to the fourth Sunday: with a birthday, a complaint, a time agreed, two days away and an outage."""
    mia = Mia(weeks)
    for n in range(days):
        on = FIRST_DAY + timedelta(days=n)
        await (EVENTS[n](mia, on) if n in EVENTS else mia.day(on) if on.weekday() < 5 else weeks.until(on, "20:30"))
        if on.weekday() < 5:
            await evening(weeks, on)


async def evening(weeks: Weeks, on: date) -> None:
    """The report at six goes to the manager on most days."""
    await weeks.until(on, "18:10")
    wrote = any(one.at.date() == on and one.lines[0].startswith("今天的日报") for one in weeks.diary.entries[-4:])
    if wrote and on.weekday() != WEDNESDAY:
        await weeks.taps("发给林岚", "今天的日报写好了")


async def first(mia: Mia, on: date) -> None:
    """What she wants to hear by itself, said in words."""
    await mia.weeks.until(on, "08:00")
    for words in ("每天6点发日报", "周日发下周预览", "每周五下午4点提醒我整理报价", "刘姐生日 12月8日"):
        await mia.weeks.types(words)
    await mia.day(on)


async def appointment(mia: Mia, on: date) -> None:
    """A visit is agreed for tomorrow."""
    await mia.weeks.until(on, "08:50")
    await mia.weeks.types("约了明湾医疗沈院长明天下午3点拜访，带新滤芯样品")
    await mia.day(on)


async def appointed(mia: Mia, on: date) -> None:
    """It takes place."""
    await mia.day(on)
    await mia.weeks.until(on, "16:30")
    await mia.weeks.types("拜访明湾医疗沈院长，试用样品，下周五前出方案")


async def complaint(mia: Mia, on: date) -> None:
    """A customer is angry."""
    await mia.weeks.until(on, "08:45")
    await mia.weeks.types("松川酒店投诉：三楼饮水机漏水，前台很不高兴")
    await mia.day(on)


async def solved(mia: Mia, on: date) -> None:
    """It is settled two days later."""
    await mia.day(on)
    await mia.weeks.until(on, "16:40")
    await mia.weeks.types("去了松川酒店，换了密封圈，投诉解决了")


async def leave(mia: Mia, on: date) -> None:
    """Two days off, from tomorrow on; 周航 stands in."""
    await mia.day(on)
    await mia.weeks.until(on, "17:30")
    await mia.weeks.types("明天起休假两天，周航代")


async def away(mia: Mia, on: date) -> None:
    """Nothing is written, and nothing should come."""
    await mia.weeks.until(on, "17:00")


async def outage(mia: Mia, on: date) -> None:
    """The bot is down from before the list until ten."""
    await mia.weeks.until(on, "08:10")
    await mia.weeks.stop()
    mia.weeks.remark("停机：机器人从 08:10 停到 10:05")
    await mia.weeks.until(on, "10:05")
    await mia.weeks.start()
    await mia.weeks.ring()
    await mia.day(on)


EVENTS = {0: first, 2: appointment, 3: appointed, 8: complaint, 10: solved, 14: leave, 15: away, 16: away, 22: outage}
"""Days counted from the first Monday."""
