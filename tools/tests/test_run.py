"""What the operator's command promises when things are not as they should be."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from amigok.fleet import ROOT
from amigok.state import lock
from amigok_chassis.patience import PATIENCE

AMIGOK = Path(sys.executable).with_name("amigok")


def amigok(*arguments: str, folder: Path, answer: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [AMIGOK, *arguments, "--state", folder],
        input=answer,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env={**os.environ, **environment},
    )


def processes_of(folder: Path) -> list[str]:
    running = (" ".join(process.info["cmdline"] or []) for process in psutil.process_iter(["cmdline"]))
    return [command for command in running if str(folder) in command]


@pytest.mark.parametrize("form", [[], ["--detach"]])
def test_a_taken_port_is_one_message_and_leaves_nothing(tmp_path: Path, form: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = str(holder.getsockname()[1])
        done = amigok("up", "--port", port, *form, folder=tmp_path / "state")
    message = (done.stdout + done.stderr).strip()
    assert done.returncode == 1
    assert message.count("\n") == 0
    assert f"port {port} is taken" in message
    assert processes_of(tmp_path) == []


def test_missing_programs_are_named_and_nothing_is_left(tmp_path: Path) -> None:
    nothing = {"AMIGOK_POSTGRES_URL": "", "AMIGOK_RABBITMQ_URL": "", "AMIGOK_RABBITMQ_MANAGEMENT_URL": ""}
    port = str(free_port())
    done = amigok(
        "up",
        f"--port={port}",
        folder=tmp_path / "state",
        PATH=str(tmp_path),
        AMIGOK_SERVERS="native",
        AMIGOK_REDIS_URL="",
        **nothing,
    )
    assert done.returncode == 1
    assert "redis-server" in done.stderr
    assert "rabbitmq-server" in done.stderr
    assert "Traceback" not in done.stderr
    assert processes_of(tmp_path) == []


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        return int(holder.getsockname()[1])


def test_an_unknown_service_is_refused(tmp_path: Path) -> None:
    done = amigok("up", "--services", "farm,zoo", folder=tmp_path)
    assert done.returncode == 1
    assert "zoo" in done.stderr


def test_stopping_what_is_not_running_is_no_error(tmp_path: Path) -> None:
    assert amigok("stop", folder=tmp_path).returncode == 0


@pytest.mark.parametrize("verb", ["stop", "start", "restart"])
def test_one_service_of_nothing_is_neither_stopped_nor_started(tmp_path: Path, verb: str) -> None:
    done = amigok(verb, "wallet", folder=tmp_path)
    assert (done.returncode, done.stderr.strip()) == (1, "amigok: the fleet is not up")


def test_the_data_is_removed_only_when_the_operator_says_so(tmp_path: Path) -> None:
    (tmp_path / "state" / "postgres").mkdir(parents=True)
    for answer in ("", "n\n", "\n"):
        done = amigok("reset", folder=tmp_path / "state", answer=answer)
        assert done.returncode == 1
        assert f"Remove {tmp_path / 'state'}" in done.stdout
        assert (tmp_path / "state" / "postgres").is_dir()
    assert amigok("reset", folder=tmp_path / "state", answer="y\n").returncode == 0
    assert not (tmp_path / "state").exists()
    assert amigok("reset", "--yes", folder=tmp_path / "state").returncode == 0


def test_a_damaged_state_is_reset_as_its_message_says_unless_the_fleet_is_up(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    holder = lock(folder)
    (folder / "state.json").write_text("{")
    assert "`amigok reset` starts afresh" in amigok("status", folder=folder).stderr
    assert "is already up" in amigok("reset", "--yes", folder=folder).stderr
    os.close(holder)
    assert amigok("reset", "--yes", folder=folder).returncode == 0
    assert not folder.exists()


def test_status_of_nothing_is_not_ready(tmp_path: Path) -> None:
    done = amigok("status", folder=tmp_path)
    assert (done.returncode, done.stdout.strip()) == (1, "the fleet is not up")


def test_the_clock_is_not_moved_in_production(tmp_path: Path) -> None:
    done = amigok("clock", "advance", "1d", folder=tmp_path, AMIGOK_ENVIRONMENT="production")
    assert done.returncode == 1
    assert "production" in done.stderr


def test_setup_has_nothing_to_do_when_done() -> None:
    subprocess.run(["sh", ROOT / "tools/setup.sh"], check=True)
    again = subprocess.run(["sh", ROOT / "tools/setup.sh"], capture_output=True, text=True, check=True)
    assert again.stdout == again.stderr == ""
