"""What people are called beside their names, in both languages."""

AFTER = frozenset(
    """
    总 董 工 姐 哥 叔 姨 老师 老板 老总 董事长 总经理 副总 总监 经理 主任 主管 主席 店长 厂长 院长 校长 园长
    所长 馆长 行长 部长 科长 处长 局长 组长 队长 班长 站长 会长 社长 庭长 镇长 村长 书记 秘书 助理 会计 出纳
    财务 采购 老板娘 工程师 设计师 师傅 医生 大夫 护士长 护士 教授 博士 律师 先生 女士 小姐 太太 阿姨 大姐 大哥
    同学 专员 顾问 总裁 副总裁 总工 厨师长 团长 副总经理 副主任 副经理 副院长 副校长 店主 掌柜 管家
    """.split()  # noqa: SIM905
)
"""After a Chinese surname or name: 王总, 李主任."""

LONGEST = max(map(len, AFTER))
FIRST = frozenset(title[0] for title in AFTER)

BEFORE = frozenset("小老阿")
"""Before a Chinese surname: 小周, 老马, 阿强."""

POLITE = frozenset(["mr", "mrs", "ms", "miss", "mdm", "madam", "dr", "prof", "sir", "uncle", "auntie", "boss"])
"""Before an English surname: Mr Wong, Ms Low."""


def title_at(words: list[str], at: int) -> int:
    """How many characters from this place on are a title, 0 for none: the longest one counts."""
    if at >= len(words) or words[at] not in FIRST:
        return 0
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        if "".join(words[at : at + length]) in AFTER:
            return length
    return 0


def untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """A contact's name without its title: 王建国总 is 王建国, 刘姐 is 刘, Ms Low is Low."""
    if len(words) > 1 and words[0] in POLITE:
        return words[1:]
    for at in range(1, len(words)):
        if title_at(list(words), at) == len(words) - at:
            return words[:at]
    return words
