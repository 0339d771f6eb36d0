"""`amigok stream`."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from typer.testing import CliRunner

from amigok.cli import app


def test_a_fleet_that_never_was_up_has_no_evidence(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["stream", "verify", str(uuid4()), "--state", str(tmp_path)])
    assert (done.exit_code, "no databases yet" in done.output) == (1, True)
