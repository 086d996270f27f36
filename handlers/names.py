"""Whether words are nothing but a name that nobody here has: 青屿, Greenisle Hotel."""

import re
from dataclasses import replace

from parsing import Said, several_customers
from parsing.everyday import nobody
from parsing.strangers import CHINESE_COMPANY

from .hearing import region_of
from .turn import Turn

CHINESE = re.compile(r"[\u4e00-\u9fff]{2,3}")
LATIN = re.compile(r"[A-Z][\w'’&.-]+(?: (?:&|of|and|the|[A-Z][\w'’&.-]*)){0,4}|[a-z][a-z'-]{4,19}")
TELLS = re.compile(
    r"[的了吗吧呢啊是不没有要想给和说在到很太好对都也还就会能把被让跟从向为与及或但等着过去来看打发做买卖付签约聊谈见问答催送寄退换修装"
    r"下上前后今明昨周月日号点分钱价款货单漏坏错贵嫌懂忙累急快慢已再又先]"
)
"""Letters that names of companies hardly have, and sentences do."""
TALK = frozenset(
    """
    合同 样品 质量 满意 投诉 电话 拜访 成交 库存 备注 记录 方案 会议 开会 物流 发票 账期 交期 滤芯 预算 意向
    需求 竞品 老板 采购 财务 客户 联系人 负责人 供应商 竞争 优惠 折扣 佣金 返点 尾款 定金 检测 验收 安装 维护
    售后 保养 使用 培训 测试 试用 参观 考察 项目 招标 投标 中标 中午 下午 早上 晚上 无聊 哎呀 无语 奇怪 随便
    可惜 遗憾 加油 努力 休息 吃饭 喝茶 出差 请假 堵车 迟到 回家 公司 同事 主管 经理 帮助 设置 等级 团队 沉默
    撤销 恢复 删除 取消 提醒 日报 周报 规则 导出 邀请 语言 时区 中文 英文 测试一下
    """.split()  # noqa: SIM905
)
"""Words of selling and of every day that are nobody's name."""
LATIN_SUFFIX = re.compile(
    r"""\b(?:inc|ltd|llc|corp|co|gmbh|pte|plc|sdn\ bhd|company|group|industries|foods|logistics|systems|trading|hotels?
    |bank|clinic|hospital|school|labs?|solutions|services|partners|holdings|enterprises|works|studio|&\ \w+)\b""",
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
EVERYDAY = re.compile(
    r"""\b(?:visited|called|calling|leaks?|leaking|meeting|lunch|dinner|thanks?|sorry|maybe|later|tomorrow|nothing|please
    |hello|great|money|price|prices|quote|quotes|order|orders|ordered|customer|customers|client|contact|number|email
    |busy|urgent|wrong|right|cancel|delete|remove|where|which|there|would|could|should|about|again|still|never
    |always|happy|angry|signed|paid|deal|visit|sales?|sold|closed|bought|today|wants?|asked|needs?)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def is_name(words: str) -> bool:
    """Whether a few words look like the name of a company or a person, and tell nothing."""
    words = words.strip(" .。,，!！?？")
    if CHINESE_COMPANY.fullmatch(words) or (LATIN_SUFFIX.search(words) and LATIN.fullmatch(words)):
        return True
    if CHINESE.fullmatch(words):
        return not TELLS.search(words) and words not in TALK and not nobody(words)
    return LATIN.fullmatch(words) is not None and not EVERYDAY.search(words)


def bare_name(turn: Turn, said: Said) -> Said | None:
    """Who would be new, where a message is a name and nothing else, and nobody is called so."""
    tells = said.customer_ids or said.amounts or said.followup or said.promise or said.event or said.phone
    if said.intent != "note" or tells or not is_name(turn.text):
        return None
    named = several_customers(turn.text, region=region_of(turn))
    if len(named) != 1:
        return None
    one = named[0]
    return replace(said, intent="new_customer", customer=one.name, contact=one.contact, city=one.city)
