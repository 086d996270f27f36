"""Who is invited as what: 邀请 周航、许言 销售，林岚 主管; invite Ben, Sam sales; Grace manager."""

import re
from dataclasses import dataclass

from parsing import script
from parsing.patterns import pattern

OPENING = pattern(r"""
    ^\s*(?:邀请一?下?(?!函|码|赛|展|价)|invite\b(?! code| link)|/invite\b)\s*[:：]?\s*
""")
BETWEEN = pattern(r"[、,，;；\n/&+]|\s(?:and|plus)\s|[和与跟]")
NAMES = {
    "salesperson": "销售 业务员 业务 销售员 salesperson salespeople sales rep reps seller",
    "manager": "主管 经理 销售经理 领导 manager managers supervisor lead",
    "admin": "管理员 admin administrator",
}
"""What people call the roles."""
ROLES = {word: role for role, words in NAMES.items() for word in words.split()}
_ROLE = "|".join(sorted(ROLES, key=len, reverse=True))
ENDS_IN_ROLE = pattern(rf"""
    ^(?P<name>.*?)(?:\s|[:：(（]|(?<=\h)做|^)\s*(?:做|当|是|as |as an? )?(?P<role>{_ROLE})[)）]?\s*$
""")
PLAIN_NAME = pattern(r"\h{2,4}|[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}", cased=True)
NO_NAME = pattern(r"[总董姐哥吃去来到见]|先生|女士|经理")
USUAL = ("salesperson",)
LONGEST_NAME = 24
MOST = 20


@dataclass(frozen=True)
class Invitee:
    """Somebody to invite: their name, and the roles they are to have (salesperson where none is said)."""

    name: str
    roles: tuple[str, ...] = ("salesperson",)


def invitees(text: str) -> tuple[Invitee, ...] | None:
    """Who the message invites; none where it only says the word, null where it is no invitation."""
    plain = script.fold(text[:1000])
    opening = OPENING.match(plain)
    if opening is None:
        return None
    found = _grouped([part.strip(" .。!！?？") for part in BETWEEN.split(plain[opening.end() :])])
    return (
        tuple(Invitee(name, tuple(roles) or USUAL) for name, roles in found.items())[:MOST] if _people(found) else None
    )


def _grouped(parts: list[str]) -> dict[str, list[str]]:
    """Name -> roles: a role counts for the names before it that have none yet, and alone for those just named."""
    found: dict[str, list[str]] = {}
    waiting: list[str] = []
    last: list[str] = []
    for part in filter(None, parts):
        match = ENDS_IN_ROLE.match(part)
        name, role = (match["name"].strip(), ROLES[match["role"].lower()]) if match else (part, None)
        waiting += [name] if name else []
        if role:
            last = waiting or last
            for each in last:
                found.setdefault(each, []).append(role)
            waiting = []
    return found | {name: [] for name in waiting}


def _people(found: dict[str, list[str]]) -> bool:
    """Whether these can be colleagues: named with a role, or by plain names: 邀请王总吃饭 is something else."""
    return all(_short(name) if roles else _plain(name) for name, roles in found.items())


def _short(name: str) -> bool:
    return len(name) <= LONGEST_NAME and not re.search(r"[\d@:：/]", name)


def _plain(name: str) -> bool:
    return PLAIN_NAME.fullmatch(name) is not None and not NO_NAME.search(name)
