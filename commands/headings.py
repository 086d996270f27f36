"""What the columns of a customer list are called, in Chinese and English, and which line names them."""

import re
from collections.abc import Mapping, Sequence

from parsing.script import fold
from sheets import Line, SheetUnreadable

SPELT = {
    "name": """客户 客户名称 客户名 客户全称 客户公司 公司 公司名称 公司名 企业 企业名称 单位 单位名称 名称
        customer customername company companyname account accountname client clientname organisation organization""",
    "contact": "联系人 联络人 联系人姓名 主要联系人 对接人 contact contactname contactperson maincontact attention",
    "phone": """电话 手机 手机号 手机号码 电话号码 联系电话 联系手机 联系方式 座机 移动电话
        phone phonenumber telephone tel mobile mobilephone mobilenumber cell cellphone contactphone contactnumber""",
    "owner": """负责人 业务员 销售 销售员 销售人员 销售负责人 跟进人 跟进人员 所属人 归属人 所属销售 归属销售 客户经理
        owner salesperson salesrep rep representative accountmanager accountowner assignedto responsible""",
    "region": "地区 区域 大区 省份 省 所在地区 所属区域 region area territory province",
    "city": "城市 市 所在城市 所在地 city town",
    "industry": "行业 所属行业 客户行业 industry sector",
    "touched_on": """最近联系 上次联系 最后联系 最近跟进 上次跟进 最后跟进 最近拜访 上次拜访 最后拜访
        最后联络 最近联络 上次联络
        lasttouch lastcontact lastcontacted lastvisit lastvisited lastactivity lastfollowup lasttouched lastcalled""",
    "bought_on": """最近成交 上次成交 最后成交 最近购买 上次购买 最近下单 上次下单
        lastpurchase lastpurchased lastorder lastsale""",
    "amount": """金额 成交金额 成交额 销售额 销售金额 累计金额 累计成交 累计销售额
        amount sales revenue turnover spend total""",
    "note": "备注 说明 描述 备忘 note notes remark remarks comment comments description",
}
"""Field -> its headings, in the spelling of `spelling`."""
PERSON = ("姓名", "名字", "客户姓名", "name", "fullname")
"""A customer's name where no other column is one, else the contact's."""
WHEN = ("时间", "日期", "日", "date", "time", "on", "at")
BOUGHT = ("成交", "购买", "下单", "purchase", "order")
"""What is a day only where the heading says that it is one."""
TITLES = 10
"""So many lines may stand above the headings."""

NONE: Mapping[str, str] = {}
FIELDS = {heading: field for field, headings in SPELT.items() for heading in headings.split()}


def columns(lines: Sequence[Line], own: Mapping[str, str] = NONE) -> tuple[int, Mapping[str, int]]:
    """The place of the line with the headings, and field -> column; SheetUnreadable where no column is the name.

    `own`: the company's own fields by the spelling of their names; they are what these headings mean.
    """
    for place, line in enumerate(lines[:TITLES]):
        found = _fields([spelling(str(cell)) for cell in line.cells], own)
        if "name" in found:
            return place, found
    seen = ", ".join(str(cell) for cell in lines[0].cells if cell)
    raise SheetUnreadable(
        f"no column is called 客户 or customer: the first line has {seen[:200]}. Headings such as "
        "客户, 联系人, 电话, 负责人, 地区, 行业, 最近联系, 备注 or customer, contact, phone, owner, region, industry, "
        "last touch, note are understood"
    )


def spelling(heading: str) -> str:
    """A heading in one spelling: simplified, small letters, without signs and what stands in brackets."""
    plain = re.sub(r"\(.*?\)|\[.*?\]", "", fold(heading).casefold())
    return re.sub(r"[\W_]+", "", plain)


def _fields(spelt: Sequence[str], own: Mapping[str, str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, heading in enumerate(spelt):
        known = FIELDS.get(heading) or _dated(heading)
        field = known if known == "name" else own.get(heading) or known
        if field:
            found.setdefault(field, place)
    person = next((place for place, heading in enumerate(spelt) if heading in PERSON), None)
    if person is not None:
        found.setdefault("contact" if "name" in found else "name", person)
    return found


def _dated(heading: str) -> str | None:
    """The field of a heading that says once more that it is a date: 最近联系时间, last contact date."""
    for ending in WHEN:
        stem = heading.removesuffix(ending)
        if stem != heading and (stem in BOUGHT or FIELDS.get(stem) in ("touched_on", "bought_on")):
            return FIELDS.get(stem, "bought_on")
    return None
