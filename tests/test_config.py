"""The configuration: its example is complete and true, its mistakes are told at once, its secrets stay out of sight."""

import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

import config
import reminders
import scoring
from scoring.number import meanings

EXAMPLE = Path(__file__).parent.parent / "config.example.toml"
RULES: dict[str, Any] = {"rules": lambda: scoring.Rules, "reminders": lambda: reminders.Rules}
TOKEN = {"HUIFANG_TELEGRAM_TOKEN": "123456:" + "x" * 35}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a configuration is written to."""
    return tmp_path / "config.toml"


def problems(file: Path, text: str = "", environment: Mapping[str, str] = TOKEN) -> tuple[str, ...]:
    """What is wrong with a configuration of this text."""
    file.write_text(text, "utf-8")
    with pytest.raises(config.ConfigurationWrong) as wrong:
        config.load(file, environment, rules=RULES)
    return wrong.value.problems


def test_the_example_holds_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLE.parent)
    written = config.load(EXAMPLE, {}, rules=RULES)
    assert replace(written, rules={}, reminders={}) == config.load(None, {})
    assert written.rules == scoring.Rules().to_mapping()
    assert written.reminders == reminders.Rules().to_mapping()


def test_the_example_explains_the_rules_as_scoring_does() -> None:
    explained = EXAMPLE.read_text("utf-8")
    assert [
        name for name, meaning in meanings(scoring.Rules).items() if f"# {meaning}\n{name} = " not in explained
    ] == []


def test_the_example_explains_every_key_in_one_sentence() -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    keys = [number for number, line in enumerate(lines) if re.match(r"[A-Za-z]\w* = ", line)]
    assert [lines[number] for number in keys if not lines[number - 1].startswith("# ")] == []


def test_the_example_names_every_key() -> None:
    known = {each.name: getattr(config.Settings(), each.name) for each in fields(config.Settings)}
    keys = {name: [key.name for key in fields(known[name]) if key.metadata] for name in known.keys() - RULES.keys()}
    keys |= {name: list(kind()().to_mapping()) for name, kind in RULES.items()}
    assert {name: list(section) for name, section in tomllib.loads(EXAMPLE.read_text("utf-8")).items()} == keys


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
        'A in [strategy] must be words in both languages, such as { zh = "华东", en = "East China" }',
        "[rules] cut_a: '70' is not a number",
        "agenda_line in [reminders] is no key: is agenda_lines meant?",
        '[reminders] agenda_at must be a time such as "08:30"',
        "[reminders] nags_per_day must be a whole number of at least 0",
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
        ("[company]\nrates = { USD = 0 }", "rates in [company] must be what one unit"),
        ("[company]\nrates = { USD = { 2026-02-30 = 7.1 } }", "rates in [company] must be what one unit"),
        ("[company]\nrates = { USD = {} }", "rates in [company] must be what one unit"),
        ("[rules]\ncut_a = true", "[rules] cut_a: True is not a number"),
        ('[reminders]\nagenda_at = "8.30"', '[reminders] agenda_at must be a time such as "08:30"'),
    ],
)
def test_a_wrong_value_is_told_in_words(file: Path, text: str, told: str) -> None:
    assert [problem for problem in problems(file, text) if told in problem]


def test_a_missing_file_is_told(file: Path) -> None:
    with pytest.raises(config.ConfigurationWrong, match=r"No such file .* copy config\.example\.toml"):
        config.load(file, {})


def test_rules_are_judged_by_their_rooms(file: Path) -> None:
    told = problems(file, "[rules]\ncut_a = 30\n[reminders]\nescalate_owner_days = 9")
    assert told == (
        "[rules] cut_b must be below cut_a",
        "[reminders] escalate_manager_days must lie between escalate_owner_days and escalate_reassign_days",
    )


def test_rules_are_kept_whole_so_that_new_defaults_never_change_a_company_silently(file: Path) -> None:
    file.write_text("[rules]\ncut_a = 75", "utf-8")
    assert config.load(file, {}, rules=RULES).rules == scoring.Rules(cut_a=75.0).to_mapping()


def test_a_token_in_the_file_is_a_problem_that_does_not_repeat_it(file: Path) -> None:
    secret = "7654321:" + "s3cret" * 6
    told = problems(file, f'[telegram]\ntoken = "{secret}"')
    assert "holds a token" in told[0]
    assert secret not in "".join(told)


def test_a_password_in_the_file_is_a_problem_that_does_not_repeat_it(file: Path) -> None:
    told = problems(file, '[database]\nurl = "postgresql+psycopg://me:hunter2@db.example/huifang"')
    assert told == ("url in [database] holds a password: take it out and set HUIFANG_DATABASE_URL",)


def test_secrets_come_from_the_environment_and_show_nowhere(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = {
        "HUIFANG_DATABASE_URL": "postgresql+psycopg://me:hunter2@db.example/huifang",
        "HUIFANG_TELEGRAM_PROXY": "http://me:hunter3@proxy.example:3128",
        **TOKEN,
    }
    for name, value in secret.items():
        monkeypatch.setenv(name, value)
    file.write_text("[log]\nlevel = 'debug'\n", "utf-8")
    settings = config.load(file, os.environ, token_needed=True)
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


def test_what_the_database_starts_with_is_plain_json() -> None:
    seed = config.load(EXAMPLE, {}, rules=RULES).seed()
    assert json.loads(json.dumps(seed)) == seed
    assert seed["reminders"]["agenda_at"] == "08:30"
    assert seed["company"]["working_days"] == [1, 2, 3, 4, 5]
    assert seed["strategy"]["A"]["zh"] == "先电话，再约上门"
    assert seed["catalogue"]["regions"][0] == {"zh": "华东", "en": "East China"}


def test_values_are_kept_in_their_types(file: Path) -> None:
    file.write_text(
        '[company]\nworking_days = ["sat", "sun"]\n'
        "rates = { USD = 7, JPY = { 2026-07-01 = 0.05, 2026-01-01 = 0.047 } }",
        "utf-8",
    )
    company = config.load(file, {}).company
    assert company.working_days == (6, 7)
    assert company.rates == {"USD": 7.0, "JPY": {"2026-01-01": 0.047, "2026-07-01": 0.05}}
