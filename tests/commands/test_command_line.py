"""The command line as scripts use it: a process, its exit code, one document on standard output."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

import bot

ROOT = Path(__file__).parents[2]
COMMANDS = ["run", "demo", "check", "migrate", "parse", "score", "backtest", "import", "export", "backup", "restore",
            "audit"]  # fmt: skip


def typed(folder: Path, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """A command in a process of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HUIFANG")}
    asked = [sys.executable, str(ROOT / "bot.py"), *words]
    return subprocess.run(asked, cwd=folder, env=environment, input=given, capture_output=True, text=True, check=False)


def test_help_names_every_command_that_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        bot.main(["--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert all(f"    {command} " in said for command in COMMANDS)


def test_help_loads_nothing_but_the_grammar(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", str(ROOT / "bot.py"), "--help"], capture_output=True, text=True, check=True
    )
    loaded = {line.split("|")[-1].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert not loaded & {"sqlalchemy", "numpy", "telegram", "config", "storage", "parsing"}


@pytest.mark.parametrize("words", [[], ["fly"], ["import"], ["score", "--as-of", "soon"], ["backtest", "x.csv"]])
def test_wrong_usage_is_two(words: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        bot.main(words)
    assert end.value.code == 2


def test_a_wrong_configuration_is_seventy_eight_for_every_command(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("[strange]\n")
    for words in (["check"], ["migrate"], ["score"], ["export", "x.csv"], ["run"]):
        done = typed(tmp_path, *words)
        assert (done.returncode, "strange" in done.stdout + done.stderr) == (78, True)


def test_a_server_that_is_not_there_is_said_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIFANG_DATABASE_URL", f"postgresql+psycopg://huifang@/gone?host={tmp_path}")
    monkeypatch.setenv("HUIFANG_TELEGRAM_TOKEN", "42:a-token-of-a-test")
    asked = [sys.executable, str(ROOT / "bot.py"), "run"]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_a_message_is_understood_as_one_document(tmp_path: Path) -> None:
    words = ["parse", "拜访了华星科技,聊了报价,下周三再跟进", "--now", "2026-11-18T09:41", "--json"]
    done = typed(tmp_path, *words)
    found = json.loads(done.stdout)
    assert (done.returncode, found["intent"], found["customer"]) == (0, "visit", "华星科技")
    assert found["followup"] == "2026-11-25"


def test_a_stream_is_answered_a_line_each_in_order(tmp_path: Path) -> None:
    (tmp_path / "customers.json").write_text(json.dumps([{"id": 7, "name": "海岳食品", "contacts": ["王建国"]}]))
    asked = [{"id": "b", "text": "visited Acme"}, {"id": "a", "text": "给海岳食品打了电话"}, {"id": "c"}]
    given = "\n".join(json.dumps(one) for one in asked) + "\nno JSON\n"
    done = typed(tmp_path, "parse", "--batch", "--customers", "customers.json", "--json", given=given)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["id"] for one in answers] == ["b", "a", "c", None]
    assert (answers[1]["customer_id"], answers[1]["intent"]) == (7, "call")
    assert done.returncode == 1


def test_a_past_is_tested_as_one_document(tmp_path: Path) -> None:
    first = date(2025, 1, 1)
    lines = [f"{n},{first + timedelta(days=(n * 7 + k * 30) % 500)},{n * 10}" for n in range(1, 60) for k in range(5)]
    (tmp_path / "shop.csv").write_text("customer_id,date,amount\n" + "\n".join(lines) + "\n")
    done = typed(tmp_path, "backtest", "shop.csv", "--cut", "2026-01-01", "--horizon", "120", "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["cut"], found["horizon_days"]) == (0, "2026-01-01", 120)
    assert found["tiers"].keys() == {"A", "B", "C"}


def test_a_past_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    done = typed(tmp_path, "backtest", "none.csv", "--cut", "2026-01-01", "--horizon", "120", "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr


def test_messages_are_answered_without_columns_or_pictures() -> None:
    asked = "import sys, commands.wiring; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, cwd=ROOT, check=True)
    assert not set(done.stdout.split()) & {"numpy", "pandas", "matplotlib", "scipy", "openpyxl"}
