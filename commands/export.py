"""`export`: all customers in a new file, CSV or xlsx, which `import` understands again."""

from argparse import Namespace
from pathlib import Path

from actions.exporting import Exported, everybody, export, own_headings
from actions.own_fields import Typed
from clock import BusinessClock
from sheets import SheetUnwritable, write

from .opening import FAILED, company_of, opened
from .settings import settings_of
from .telling import complain, tell
from .wording import said

FINE = 0

HEADINGS = {
    "name": ("客户", "Customer"),
    "contact": ("联系人", "Contact"),
    "phone": ("电话", "Phone"),
    "owner": ("负责人", "Owner"),
    "region": ("地区", "Region"),
    "city": ("城市", "City"),
    "industry": ("行业", "Industry"),
    "tier": ("等级", "Tier"),
    "status": ("状态", "Status"),
    "score": ("分数", "Score"),
    "touched_on": ("最近联系", "Last touch"),
    "due_on": ("下次跟进", "Next"),
    "sales": ("近一年成交", "Sales in 12 months"),
    "created_on": ("建档", "Added"),
}
STATUSES = {"new": "新客户", "active": "活跃", "silent": "沉默", "at_risk": "流失风险", "lost": "已流失"}


def main(asked: Namespace) -> int:
    """Write everybody to a new file, in the language that the company proposes first; 1 where that can't be done."""
    settings = settings_of(asked)
    now = BusinessClock(Path(settings.clock.file) if settings.clock.file else None).now()
    language = settings.company.languages[0]
    with opened(settings, writing=False) as database, database.reading() as db:
        found = export(db, everybody(now), company_of(database), language)
        own = [heading for heading, _ in own_headings(db, language)]
    try:
        write(asked.file, [*headings(language), *own], [_row(one, language) for one in found])
    except SheetUnwritable as no:
        complain(no)
        return FAILED
    tell(asked, {"file": str(asked.file), "customers": len(found)}, [f"{len(found)} customers in {asked.file}"])
    return FINE


def headings(language: str) -> list[str]:
    """The headings of the columns in one language."""
    if language.startswith("zh_"):
        return [said({"name": "customer"}.get(name, name), language) for name in HEADINGS]
    return [words[language != "zh"] for words in HEADINGS.values()]


def _row(one: Exported, language: str) -> tuple[Typed, ...]:
    cells = {name: getattr(one, name) for name in HEADINGS}
    if one.status and language != "en":
        cells["status"] = STATUSES.get(one.status, one.status) if language == "zh" else said(one.status, language)
    return (*cells.values(), *one.own)
