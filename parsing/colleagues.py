"""What an admin wants of a colleague or a team, in plain words: 暂停 周航, make Ben a manager, 新团队 华东组."""

from dataclasses import dataclass

from parsing import script
from parsing.invitees import ROLES
from parsing.patterns import pattern

_ROLE = "|".join(sorted(ROLES, key=len, reverse=True))
_WHO = r"(?P<who>\S(?:.{0,38}?\S)?)"
_TEAM = r"(?P<value>\S(?:.{0,38}?\S)?)"
PATTERNS = (
    ("pause", pattern(rf"""
        ^(?:暂停|停用)\s*(?:同事)?\s*{_WHO}(?:的?(?:账号|权限))?$|^pause (?:colleague )?(?P<who2>.+)$
    """)),
    ("resume", pattern(rf"""
        ^(?:恢复|启用)\s*(?:同事)?\s*{_WHO}(?:的?(?:账号|权限))?$|^resume (?:colleague )?(?P<who2>.+)$
    """)),
    ("take", pattern(rf"""
        ^(?:取消)\s?{_WHO}\s?的?\s?(?P<role>{_ROLE})(?:角色|权限)?$
        |^(?P<who3>.+?)\s?不再?[是当做](?P<role3>{_ROLE})(?:了)?$
        |^(?P<who2>.+?) (?:isn't|is not|is no longer) (?:an? )?(?P<role2>{_ROLE})(?: any ?more)?$
    """)),
    ("give", pattern(rf"""
        ^{_WHO}\s?(?:设为|升为|当|改为|也是)\s?(?P<role>{_ROLE})$
        |^make (?P<who2>.+?) (?:an? )?(?P<role2>{_ROLE})(?: too)?$
    """)),
    ("lead", pattern(rf"^{_WHO}\s?(?:带队?|负责团队)\s?{_TEAM}$|^(?P<who2>.+?) leads (?:team )?(?P<value2>.+)$")),
    ("move", pattern(rf"""
        ^{_WHO}\s?(?:调到|转到|换到|加入)\s?{_TEAM}$|^move (?P<who2>.+?) to (?:team )?(?P<value2>.+)$
    """)),
    ("name", pattern(rf"^{_WHO}\s?(?:改名(?:为|叫)?|更名为)\s?{_TEAM}$|^rename (?P<who2>.+?) to (?P<value2>.+)$")),
    ("open", pattern(rf"^(?:同事|/people|people|colleague)\s+{_WHO}$")),
    ("new_team", pattern(rf"""
        ^(?:新建?|加一?个)团队\s*{_TEAM}(?:\s*(?:属于|归|在)\s*(?P<under>.{{1,40}}?)(?:下面?)?)?$
        |^new team (?P<value2>.+?)(?: (?:under|in) (?P<under2>.+))?$
    """)),
)  # fmt: skip
"""The particular before the general; only words that name a colleague mean any of it, but a new team."""
LONGEST = 80


@dataclass(frozen=True)
class Staffing:
    """One wish: pause, resume, give or take a role (`value`), lead a team or move to one (`value`), name, open, or
    new_team, part of `under`."""

    what: str
    who: str = ""
    value: str = ""
    under: str = ""


def staffing(text: str) -> Staffing | None:
    """What is wanted of a colleague or a team; None where the words can't mean that."""
    words = text.strip().strip("。.!！?？").strip()
    plain = script.fold(words)
    if not plain or len(plain) > LONGEST:
        return None
    for what, shape in PATTERNS:
        match = shape.match(plain)
        if match:
            return _read(what, words, match)
    return None


def _read(what: str, words: str, match: object) -> Staffing:
    """The parts as they were written, the role by its name."""

    def part(name: str) -> str:
        found = match.re.groupindex  # type: ignore[attr-defined]
        for each in (name, f"{name}2", f"{name}3"):
            if each in found and match[each] is not None:  # type: ignore[index]
                return words[match.start(each) : match.end(each)].strip()  # type: ignore[attr-defined]
        return ""

    role = ROLES.get(script.fold(part("role")).lower(), "")
    return Staffing(what, part("who"), role or part("value"), part("under"))
