"""The team: touches of today and this week, what is due and late, and one tap to a person's customers."""

import pytest

from storage.database import Database
from storage.models import Person
from tests.handlers.pasts import past
from tests.office import Office


def company(office: Office, language: str = "zh") -> tuple[Person, Person, Person]:
    """Wednesday: Mia visited two today and one on Monday, and sold on Tuesday; Ben visited last Sunday only."""
    mia = office.hire("陈静", "salesperson", language=language)
    ben = office.hire("周航", "salesperson", language=language)
    grace = office.hire("林岚", "manager", language=language)
    past(office, mia, "百禾乳业", [0, 2])
    past(office, mia, "知味餐饮", [0], [(0, 500), (1, 800)])
    past(office, ben, "澄湖纸业", [3, 40])
    return mia, ben, grace


SHOWN = {
    "zh": ["团队 · 今天联系 2 次 · 本周 4 次", "1 陈静 今天 2 本周 4", "2 周航 本周还没有记录"],
    "en": ["Contacts: 2 today, 4 this week", "1 陈静: 2 today, 4 week", "2 周航: nothing yet"],
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everybodys_touches_and_what_waits(database: Database, language: str) -> None:
    office = Office(database)
    *_, grace = company(office, language)
    said = office.say(grace, "团队" if language == "zh" else "team")
    assert [line.split(" ·")[0] if n else line for n, line in enumerate(said.text.splitlines())][:3] == SHOWN[language]


def test_one_tap_leads_to_a_persons_customers_and_back(database: Database) -> None:
    office = Office(database)
    *_, grace = company(office)
    said = office.say(grace, "/team")
    alone = office.tap(grace, said.buttons["1"])
    assert alone.text.splitlines()[0] == "陈静 · 2 家：A 0 · B 0 · C 2"
    hers = office.tap(grace, alone.buttons["客户 2"])
    assert hers.text.splitlines()[0] == "陈静 2 家 · 按成交额 · 1–2"
    assert "知味餐饮 C · 今天" in hers.text
    assert office.tap(grace, hers.buttons["‹ 团队"]).text == said.text


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_due_and_late_are_told_without_blame(database: Database) -> None:
    office = Office(database)
    mia, ben, grace = company(office)
    office.say(mia, "百禾乳业 周五再跟进")
    office.wait(days=2)
    line = office.say(grace, "团队").text.splitlines()[1]
    assert "到期 1" in line
    office.wait(days=3)
    assert "晚 2" in office.say(grace, "团队").text.splitlines()[1]
    assert office.say(ben, "团队").rows[0].view == "NotForYourRole"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_manager_alone_is_told_how_others_come_in(database: Database, language: str) -> None:
    office = Office(database)
    grace = office.hire("林岚", "manager", language=language)
    words = {"zh": "团队里还没有人。", "en": "Nobody in the team yet."}
    assert office.say(grace, "/team").text.splitlines()[0] == words[language]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "words", ["陈静这周怎么样？", "陈静最近怎么样", "how did 陈静 do this week?", "how is 陈静 doing"]
)
def test_how_somebody_does_is_asked_in_plain_words(database: Database, words: str) -> None:
    office = Office(database)
    *_, grace = company(office)
    assert office.say(grace, words).text.splitlines()[0] == "陈静 · 2 家：A 0 · B 0 · C 2"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_who_sells_most_is_answered_by_person_and_an_admins_team_are_the_teams(database: Database) -> None:
    office = Office(database)
    *_, grace = company(office)
    assert "按人" in office.say(grace, "谁的业绩最好").text
    assert office.say(office.hire("吴桐", "admin"), "团队").rows[0].view == "TeamsShown"
