"""The configuration: its example is complete and true, its mistakes are told at once, its secrets stay out of sight."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import time
from pathlib import Path

import pytest

import config
from scoring import Rules
from scoring.number import meanings

EXAMPLE = Path(__file__).parent.parent / "config.example.toml"
TOKEN = {"HUIFANG_TELEGRAM_TOKEN": "123456:" + "x" * 35}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a configuration is written to."""
    return tmp_path / "config.toml"


def problems(file: Path, text: str = "", environment: Mapping[str, str] = TOKEN) -> tuple[str, ...]:
    """What is wrong with a configuration of this text."""
    file.write_text(text, "utf-8")
    with pytest.raises(config.ConfigurationWrong) as wrong:
        config.load(file, environment)
    return wrong.value.problems


def test_the_example_holds_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLE.parent)
    assert replace(config.load(EXAMPLE, {}), rules={}) == config.load(None, {})


def test_the_example_holds_every_rule_with_its_meaning() -> None:
    assert config.load(EXAMPLE, {}).rules == Rules().to_mapping()
    explained = EXAMPLE.read_text("utf-8")
    assert [name for name, meaning in meanings(Rules).items() if f"# {meaning}\n{name} = " not in explained] == []


def test_the_example_explains_every_key_in_one_sentence() -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    keys = [number for number, line in enumerate(lines) if re.match(r"[A-Za-z]\w* = ", line)]
    assert [lines[number] for number in keys if not lines[number - 1].startswith("# ")] == []


def test_the_example_names_every_key() -> None:
    written = tomllib.loads(EXAMPLE.read_text("utf-8"))
    known = {each.name: getattr(config.Settings(), each.name) for each in fields(config.Settings)}
    del known["rules"], written["rules"]
    assert {name: list(section) for name, section in written.items()} == {
        name: [key.name for key in fields(section) if key.metadata] for name, section in known.items()
    }


def test_everything_wrong_is_told_at_once(file: Path) -> None:
    told = problems(
        file,
        """
        [remainders]
        [company]
        zone = "Mars/Olympus"
        currency = "yuan"
        [reminders]
        agenda_at = "8.30"
        agenda_line = 5
        nags_per_day = true
        [strategy]
        A = { zh = "打电话" }
        [rules]
        cut_a = "70"
        """,
    )
    assert told == (
        "remainders is no section: is reminders meant?",
        'currency in [company] must be a currency code such as "CNY"',
        'zone in [company] must be a time zone such as "Asia/Shanghai"',
        "agenda_line in [reminders] is no key: is agenda_lines meant?",
        'agenda_at in [reminders] must be a time of day such as "08:30", in quotes',
        "nags_per_day in [reminders] must be a whole number from 0 to 50",
        'A in [strategy] must be words in both languages, such as { zh = "华东", en = "East China" }',
        "cut_a in [rules] must be a number",
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[telegram", "isn't TOML in UTF-8"),
        ("telegram = 1", "telegram must be a section: write [telegram] on a line of its own, its keys below"),
        ("rules = []", "rules must be a section"),
        ('[telegram]\nbase_url = "ftp://example.org"', "base_url in [telegram] must be an address"),
        ('[database]\nurl = "mysql://example.org/x"', "url in [database] must start with sqlite:///"),
        ('[catalogue]\nregions = "华东"', "regions in [catalogue] must be a list of names"),
        ('[company]\nworking_days = ["mon", "someday"]', "working_days in [company] must be a list"),
        ("[company]\nworking_days = [[1]]", "working_days in [company] must be a list"),
        ("[rules]\ncut_a = true", "cut_a in [rules] must be a number"),
    ],
)
def test_a_wrong_value_is_told_in_words(file: Path, text: str, told: str) -> None:
    assert [problem for problem in problems(file, text) if told in problem]


def test_a_missing_file_is_told(file: Path) -> None:
    with pytest.raises(config.ConfigurationWrong, match=r"No such file .* copy config\.example\.toml"):
        config.load(file, {})


def test_the_rules_are_judged_by_whoever_knows_them(file: Path) -> None:
    file.write_text("[rules]\ncut_a = 30", "utf-8")
    with pytest.raises(config.ConfigurationWrong, match="30 is too low"):
        config.load(file, {}, rules_wrong=lambda rules: [f"{rules['cut_a']} is too low"])


def test_a_token_in_the_file_is_a_problem_that_does_not_repeat_it(file: Path) -> None:
    secret = "7654321:" + "s3cret" * 6
    told = problems(file, f'[telegram]\ntoken = "{secret}"')
    assert "holds a token" in told[0]
    assert secret not in "".join(told)


def test_a_password_in_the_file_is_a_problem_that_does_not_repeat_it(file: Path) -> None:
    told = problems(file, '[database]\nurl = "postgresql+psycopg://me:hunter2@db.example/huifang"')
    assert told == ("url in [database] holds a password: take it out and set HUIFANG_DATABASE_URL",)


def test_secrets_come_from_the_environment_and_show_nowhere(file: Path) -> None:
    secret = {
        "HUIFANG_DATABASE_URL": "postgresql+psycopg://me:hunter2@db.example/huifang",
        "HUIFANG_TELEGRAM_PROXY": "http://me:hunter3@proxy.example:3128",
        **TOKEN,
    }
    file.write_text("[log]\nlevel = 'debug'\n", "utf-8")
    settings = config.load(file, secret, token_needed=True)
    assert [settings.database.url, settings.telegram.proxy, settings.telegram.token] == list(secret.values())
    assert not [value for value in secret.values() if value in repr(settings)]


def test_a_wrong_secret_is_told_without_repeating_it(file: Path) -> None:
    told = problems(file, "", {"HUIFANG_TELEGRAM_TOKEN": "hunter2", "HUIFANG_DATABASE_URL": "hunter3"})
    assert [problem.split()[0] for problem in told] == ["HUIFANG_DATABASE_URL", "HUIFANG_TELEGRAM_TOKEN"]
    assert "hunter" not in "".join(told)


def test_a_token_is_asked_for_only_where_it_is_needed() -> None:
    assert config.load(None, {}).telegram.token == ""
    with pytest.raises(config.ConfigurationWrong, match="HUIFANG_TELEGRAM_TOKEN isn't set"):
        config.load(None, {}, token_needed=True)


def test_files_lie_beside_the_configuration(file: Path) -> None:
    file.write_text('[clock]\nfile = "data/ahead"\n', "utf-8")
    settings = config.load(file, {})
    assert settings.database.url == f"sqlite:///{file.parent}/data/huifang.db"
    assert settings.clock.file == str(file.parent / "data/ahead")


def test_an_absolute_file_stays_where_it_is(file: Path) -> None:
    file.write_text('[database]\nurl = "sqlite:////srv/huifang.db"\n', "utf-8")
    assert config.load(file, {}).database.url == "sqlite:////srv/huifang.db"


def test_what_the_database_keeps_is_plain_json() -> None:
    versioned = config.load(EXAMPLE, {}).versioned()
    assert json.loads(json.dumps(versioned)) == versioned
    assert versioned["reminders"]["agenda_at"] == "08:30"
    assert versioned["company"]["working_days"] == [0, 1, 2, 3, 4]


def test_values_have_types(file: Path) -> None:
    file.write_text('[reminders]\nquiet_from = "22:15"\n[company]\nworking_days = ["sat", "sun"]', "utf-8")
    settings = config.load(file, {})
    assert settings.reminders.quiet_from == time(22, 15)
    assert settings.company.working_days == (5, 6)
