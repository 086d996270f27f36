"""Rules for trades: what counts where. Each is a starting point to be tried with *what if* and the back-test.

The most that can be earned is 100 points in each. Scales of spend are in CNY; `adopted` says what becomes of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.rules import Rules

SCALE_CURRENCY = "CNY"

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Preset:
    """Rules for a trade, and what to do for whom: tier (or status, which goes before it) -> language -> words."""

    rules: Rules
    strategy: Mapping[str, Words]


def _words(zh: str, en: str) -> Words:
    return {"zh": zh, "en": en}


B2B = Preset(
    Rules(),
    {
        "A": _words("先电话，再约上门", "call first, then visit"),
        "B": _words("先发消息，有新品就约", "message first, meet on news"),
        "C": _words("发条消息，有需求再约", "a message; meet on need"),
    },
)
"""Field sales to businesses. What they buy decides most, but an account is kept by being seen: how often and how
regularly there is contact weighs as much as the money, and visits that lead to something, potential and an open need
tell the growing account from the one that only keeps buying. An A hears from somebody every week."""

MARKETPLACE = Preset(
    Rules(
        value_points=40.0, activity_points=20.0, rhythm_points=10.0, loyalty_points=5.0, satisfaction_points=20.0,
        engagement_points=0.0, potential_high=3.0, potential_medium=1.5, need_points=2.0,
        value_s0=50_000.0, value_s1=1_000_000.0, cut_a=65.0, cut_b=35.0,
        cadence_a=7.0, cadence_b=21.0, cadence_c=60.0,
    ),
    {
        "A": _words("专属客服，2 小时内回复", "own contact, reply in 2 hours"),
        "B": _words("当天回复，每月看数据", "same-day reply, monthly review"),
        "C": _words("自助为主，群发通知", "self-service, group notices"),
    },
)  # fmt: skip
"""Merchants of a marketplace. The amount that runs over the platform, the rating (the satisfaction that is recorded,
1 to 5) and how often something is sold decide; visits hardly happen and earn nothing. The tier is a level of service:
who answers, and how fast."""

EDUCATION = Preset(
    Rules(
        value_points=25.0, activity_points=20.0, rhythm_points=15.0, loyalty_points=7.0, satisfaction_points=8.0,
        engagement_points=5.0, potential_high=10.0, potential_medium=5.0, need_points=10.0,
        value_s0=5_000.0, value_s1=60_000.0, cut_a=60.0, cut_b=35.0,
        cadence_a=7.0, cadence_b=30.0, cadence_c=90.0,
    ),
    {
        "A": _words("一对一，每周沟通一次", "one to one, talk every week"),
        "B": _words("常规班，课后发总结", "regular course, notes after it"),
        "C": _words("活动邀约，寄资料", "campaigns: invites, leaflets"),
    },
)  # fmt: skip
"""Education. A family buys few times and thinks long before: what it could take up (potential), what it is looking for
now (need) and how content it is weigh as much as what it paid. A learns one to one, B in regular courses, C hears of
campaigns."""

RETAIL = Preset(
    Rules(
        value_points=45.0, activity_points=25.0, rhythm_points=15.0, loyalty_points=8.0, satisfaction_points=5.0,
        engagement_points=0.0, potential_high=0.0, potential_medium=0.0, need_points=2.0,
        value_s0=500.0, value_s1=8_000.0, cut_a=60.0, cut_b=30.0, band=8.0, lapses_to_drop=4,
        cadence_a=30.0, cadence_b=60.0, cadence_c=120.0,
    ),
    {
        "A": _words("店长打电话，新品先看", "manager calls, first pick"),
        "B": _words("会员日提醒，加个赠品", "member day, a small gift"),
        "C": _words("节日群发，附优惠券", "holiday news with a voucher"),
    },
)  # fmt: skip
"""Retail. A is of high value, B comes often, C now and then: recent spend counts most, then on how many days somebody
came and how regularly. Purchases come in bursts, so the band is wider and it takes four gradings below it to lose
a tier; nobody wants to hear from a shop every week."""

PRIVATE_BANKING = Preset(
    Rules(
        value_points=25.0, activity_points=15.0, rhythm_points=15.0, loyalty_points=15.0, satisfaction_points=5.0,
        engagement_points=5.0, potential_high=15.0, potential_medium=8.0, need_points=5.0,
        loyalty_days=1_825.0, potential_days=365, value_s0=300_000.0, value_s1=5_000_000.0, cut_a=60.0, cut_b=35.0,
        cadence_a=14.0, cadence_b=30.0, cadence_c=90.0,
    ),
    {
        "A": _words("专属顾问，两周见一次", "own adviser, meet fortnightly"),
        "B": _words("每月电话，每季检视", "monthly call, quarterly review"),
        "C": _words("每季资讯，邀请沙龙", "quarterly letter, talks"),
    },
)  # fmt: skip
"""Private banking. Net worth stands beside business: it is recorded as potential (high, medium, low), stays true for a
year and can earn more than half of what the business itself earns; five years of steady relations count as
long-standing. An A sits with the adviser every two weeks."""

ECOMMERCE = Preset(
    Rules(
        value_points=35.0, activity_points=25.0, rhythm_points=30.0, loyalty_points=5.0, satisfaction_points=5.0,
        engagement_points=0.0, potential_high=0.0, potential_medium=0.0, need_points=0.0,
        value_s0=300.0, value_s1=5_000.0, cut_a=60.0, cut_b=30.0, band=8.0, lapses_to_drop=4, new_days=30,
        cadence_a=14.0, cadence_b=30.0, cadence_c=60.0,
    ),
    {
        "A": _words("活跃：新品先享", "active: first to see new items"),
        "B": _words("回头客：搭配优惠", "returning: a bundle offer"),
        "C": _words("偶尔买：满减券", "now and then: a voucher"),
        "new": _words("新客：7 天首单礼", "new: a welcome gift, 7 days"),
        "silent": _words("沉默：召回券", "silent: a come-back voucher"),
        "at_risk": _words("快流失：大额召回券", "leaving: a larger voucher"),
    },
)  # fmt: skip
"""E-commerce. What was spent lately, on how many days, and whether the usual time has passed: rhythm weighs almost as
much as money, because a shop that is a click away is left without a word. New, returning, active and silent customers
get an offer each, whatever their tier."""

PRESETS: Mapping[str, Preset] = {
    "b2b": B2B,
    "marketplace": MARKETPLACE,
    "education": EDUCATION,
    "retail": RETAIL,
    "private_banking": PRIVATE_BANKING,
    "ecommerce": ECOMMERCE,
}
"""By the names under which they are chosen; the first is the default."""

PURCHASES = Rules(
    value_points=40.0,
    activity_points=10.0,
    rhythm_points=0.0,
    loyalty_points=0.0,
    satisfaction_points=0.0,
    engagement_points=0.0,
    potential_high=0.0,
    potential_medium=0.0,
    need_points=0.0,
    prospect_points=50.0,
    band=8.0,
    lapses_to_drop=4,
)
"""Trades that know their customers by purchases alone (shops, marketplaces, online): recent spend and the
chance to buy again, which is what a history of purchases can foretell. Purchases come in bursts, so it takes
four gradings well below the cut to lose a tier."""
