"""A private PostgreSQL with PostGIS: password logins on 127.0.0.1 only, no socket."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
from pathlib import Path

from amigok import ports
from amigok.errors import Failure
from amigok.processes import as_user, spawn
from amigok.servers.external import postgres_answers
from amigok.servers.packages import postgres_programs
from amigok.state import Addresses, State
from amigok.supervisor import Task

ACCOUNT = "postgres"
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "300",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "wal_compression": "on",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "log_line_prefix": "%m [%p] %u@%d ",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
NOT_DURABLE = {"fsync": "off", "full_page_writes": "off", "wal_compression": "off"}


def prepare(state: State, addresses: Addresses, *, durable: bool) -> list[Task]:
    """Make the cluster where there is none; the task that runs it."""
    ports.settle(state.ports, ["postgres"])
    port, password = state.ports["postgres"], state.secret("postgres")
    programs = postgres_programs()
    if programs is None:
        raise Failure("missing: postgresql")
    account = ACCOUNT if os.geteuid() == 0 else None
    data = state.data.setdefault("postgres", _data_folder(state, account))
    state.save()
    if not (data / "PG_VERSION").exists():
        _initialise(programs, data, password, account)
    _check_version(programs, data)
    addresses.postgres = f"postgresql://postgres:{password}@127.0.0.1:{port}/postgres"
    settings = {**SETTINGS, **({} if durable else NOT_DURABLE), "port": str(port)}
    argv = [programs / "postgres", "-D", data, *(f"--{key}={value}" for key, value in settings.items())]
    log = state.log("postgres")
    return [
        Task(
            name="postgres",
            kind="server",
            launch=lambda: spawn(argv, log=log, account=account, folder=data, death=signal.SIGINT),
            ready=lambda: postgres_answers(addresses.postgres),
            log=log,
            port=port,
            stop=signal.SIGINT,
            grace=30,
        )
    ]


def _data_folder(state: State, account: str | None) -> Path:
    """Inside the state folder, or beside the system's data if the account cannot get there."""
    inside = state.folder / "postgres"
    if account is None or _reaches(account, state.folder):
        return inside
    digest = hashlib.sha256(str(state.folder).encode()).hexdigest()[:12]
    return Path("/var/lib/amigok") / digest / "postgres"


def _reaches(account: str, folder: Path) -> bool:
    return subprocess.run(["test", "-x", folder], **as_user(account)).returncode == 0


def _initialise(programs: Path, data: Path, password: str, account: str | None) -> None:
    """`initdb` into a draft that is renamed when complete, so that an interruption leaves no half cluster."""
    data.parent.mkdir(parents=True, exist_ok=True)
    draft = data.with_name(f"{data.name}.draft")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    if account:
        shutil.chown(draft, account, account)
    descriptor = os.memfd_create("password", 0)
    os.write(descriptor, password.encode())
    os.lseek(descriptor, 0, os.SEEK_SET)
    if account:
        shutil.chown(f"/proc/self/fd/{descriptor}", account)
    options = ["--username=postgres", f"--pwfile=/proc/self/fd/{descriptor}", "--auth=scram-sha-256"]
    options += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
    try:
        done = subprocess.run(
            [programs / "initdb", "-D", draft, *options],
            capture_output=True,
            text=True,
            pass_fds=[descriptor],
            cwd=draft,
            **as_user(account),
        )
    finally:
        os.close(descriptor)
    if done.returncode:
        shutil.rmtree(draft, ignore_errors=True)
        raise Failure(f"initdb failed: {done.stderr.strip()[-500:]}")
    draft.rename(data)


def _check_version(programs: Path, data: Path) -> None:
    made, here = (data / "PG_VERSION").read_text().strip(), programs.parent.name
    if here.isdigit() and made != here:
        raise Failure(f"{data} was made by PostgreSQL {made}, but {here} is installed; `amigok reset` removes it")
