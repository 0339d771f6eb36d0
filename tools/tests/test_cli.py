"""The command line: what it lists, and how little it imports for that."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from typer.main import get_group
from typer.testing import CliRunner

from amigok import commands
from amigok.cli import COMMANDS, app

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
        "    print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=False)
    imported = set(done.stderr.split())
    assert "typer" in imported, done.stderr
    assert imported & {*SLOW, "amigok_chassis", "amigok_contracts", "wallet"} == set()


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
