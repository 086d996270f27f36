"""Everyday words that begin with a surname and are nobody: 方案, 高度, 成本, 马上."""

from functools import cache
from pathlib import Path

TRADE = frozenset(
    """
    方案 方式 方法 方面 方便 方向 高度 高级 高端 高配 高档 高压 高温 高清 高管 金额 金属 金融 金牌 毛利 毛重 毛坯
    毛巾 成本 成交 成品 成套 成功 成立 成型 成果 温度 温控 温湿 马上 马达 马桶 马路 钱款 钱包 程序 程度 单价 单子
    单据 单位 单号 单店 单量 单独 单项 单机 单品 区域 区别 安排 安装 安全 管理 管道 管线 管材 管件 任务 任何 关于
    关系 关键 关注 关税 解决 解释 解约 付款 付清 付费 付了 申请 施工 尚未 严重 温馨 常规 常用 常温 常备 石材 石膏
    石油 石板 石英 白酒 白板 白色 白天 白茶 黄油 黄豆 黄色 黄金 牛奶 牛肉 路由 路上 路线 路演 龙头 左右 宁可 占用
    占线 占地 易拉 易损 易碎 阳台 阳光 符合 郑重 董事 储存 储备 向他 向她 向我 向您 向客 文件 文档 文具 文案 文化 纪念
    江浙 季度 季节 季末 周期 周边 周末 周转 周年 周报 周六 周日 周一 周二 周三 周四 周五 孔径 陶瓷 游客 甘油
    乐意 欧元 欧洲 欧式 欧标 余款 余额 余下 余量 万元 万一 万块 万能 万吨 费用 费率 查看 查询 查账
    冷库 冷链 冷柜 冷冻 冷藏 冷水 冷却 冷气 柴油 凌晨 贺卡 贺礼 乔迁 庄重 盛大 章程
    """.split()  # noqa: SIM905
)
"""Words of selling: a longer word that begins with one is nobody either (方案书, 区域经理, 付款方)."""

NICKNAMES = frozenset("小区 小麦 小康 小路 小单 小成 老单 小金 小额 小万 小白 老白 小牛 老牛".split())  # noqa: SIM905
"""小, 老 or 阿 before a surname's letter that are no nickname."""


def nobody(words: str) -> bool:
    """Whether what looks like a surname and a given name is a common word."""
    return words in everyday() or words[:2] in TRADE


def begins_a_word(words: str, following: str) -> bool:
    """Whether a nickname's surname belongs to the letter after it: 小|程序, 老|关系."""
    return words in NICKNAMES or (words[-1:] + following) in everyday() | TRADE


@cache
def everyday() -> frozenset[str]:
    """The drawn words."""
    lines = Path(__file__).with_name("everyday.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
