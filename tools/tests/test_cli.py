"""The command line: what it lists, and how little it imports for that."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from typer.main import get_group
from typer.testing import CliRunner

from amigok import commands, health
from amigok.cli import COMMANDS, app
from amigok.commands import status

SLOW = {"aio_pika", "alembic", "fastapi", "httpx", "redis", "sqlalchemy", "uvicorn"}
"""Each takes about as long to import as all that `amigok status` does."""


@pytest.mark.parametrize("arguments", [["--help"], ["status", "--state", "nowhere"], ["logs", "--help"]])
def test_no_service_is_imported_to_print_help_or_to_look_at_the_fleet(arguments: list[str], tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from amigok.cli import app\n"
        "try:\n"
        f"    app({arguments!r})\n"
        "finally:\n"
        "    print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=False)
    imported = set(done.stderr.split())
    assert "typer" in imported, done.stderr
    assert imported & {*SLOW, "amigok_contracts", "wallet"} == set()
    assert {name for name in imported if name.startswith("amigok_chassis.")} <= {"amigok_chassis.patience"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_listed_command_has_help_of_its_own(name: str) -> None:
    done = CliRunner().invoke(app, [name, "--help"])
    assert done.exit_code == 0
    assert f"amigok {name} " in done.output or f"root {name} " in done.output


def test_every_command_is_listed() -> None:
    for path in Path(commands.__file__).parent.glob("[!_]*.py"):
        group = get_group(import_module(f"amigok.commands.{path.stem}").app)
        listed = {name for name, (module, _) in COMMANDS.items() if module == path.stem}
        assert listed in ({path.stem}, set(group.commands))


def test_a_command_that_does_not_exist_is_refused_with_one_like_it() -> None:
    done = CliRunner().invoke(app, ["stats"])
    assert (done.exit_code, "'status'" in done.output) == (2, True)


def test_the_status_is_a_table_in_which_what_is_wrong_stands_out(capsys: pytest.CaptureFixture[str]) -> None:
    found = health.Health(
        up=True,
        ready=False,
        processes=[
            health.ProcessHealth(name="wallet", kind="service", pid=7, port=8000, stopped=True, ready=False),
            health.ProcessHealth(name="gateway", kind="gateway", pid=12, port=80, up_seconds=61, ready=True),
        ],
        services=[health.ServiceHealth(name="wallet", oldest_unpublished_seconds=3.21, dead_letters=2)],
        queues=[health.QueueHealth(name="wallet.money", ready=10, unacknowledged=0, consumers=1)],
    )
    status.show(found)
    assert capsys.readouterr().out.splitlines() == [
        "process     ready   pid   port        up   restarts",
        "wallet    stopped     7   8000                    0",
        "gateway       yes    12     80   0:01:01          0",
        "service   oldest unpublished   dead letters   stuck   differences",
        "wallet                 3.2 s              2       -             -",
        "queue          ready   unacknowledged   consumers",
        "wallet.money      10                0           1",
    ]
