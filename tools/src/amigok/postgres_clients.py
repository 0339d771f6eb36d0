"""PostgreSQL's own programs (psql, pg_dump, pg_restore) at a fleet's databases; passwords never in their arguments."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from amigok.databases import url_of
from amigok.errors import Failure
from amigok.servers.packages import postgres_programs
from amigok.state import State


def program(name: str) -> Path:
    """Where a program is: beside the newest installed server, or on PATH. `Failure` if it is missing."""
    folder = postgres_programs()
    found = folder / name if folder and (folder / name).exists() else shutil.which(name)
    if not found:
        raise Failure(f"missing: {name}; install PostgreSQL's client programs (on Debian: postgresql-client)")
    return Path(found)


def superuser(state: State) -> str:
    """The URL of the superuser: that of the environment (`AMIGOK_POSTGRES_URL`), else that of the local run."""
    url = os.environ.get("AMIGOK_POSTGRES_URL") or (state.servers.postgres if state.servers else "")
    if not url:
        raise Failure(f"the fleet of {state.folder} was never up, and AMIGOK_POSTGRES_URL is not set")
    return url


def service_login(state: State, name: str) -> str:
    """The URL of a service's database with the service's own login. `Failure` if there is none."""
    password = state.secrets.get(f"database:{name}")
    if password is None or state.servers is None:
        known = sorted(key.partition(":")[2] for key in state.secrets if key.startswith("database:"))
        raise Failure(f"there is no database of '{name}'; there is of: {', '.join(known) or 'none yet'}")
    return url_of(state.servers.postgres, name, user=name, password=password)


def arguments(url: str) -> tuple[list[str], dict[str, str]]:
    """How to name a database to such a program: its arguments, and an environment that holds the password."""
    parts = urlsplit(url)
    place = f"{parts.username}@{parts.netloc.rpartition('@')[2]}" if parts.username else parts.netloc
    password = {"PGPASSWORD": unquote(parts.password)} if parts.password else {}
    return [f"--dbname={parts._replace(netloc=place).geturl()}"], {**os.environ, **password}


def run(name: str, url: str, options: Sequence[str]) -> None:
    """Run a program at the database; `Failure` with what it says if it fails."""
    where, environment = arguments(url)
    done = subprocess.run(
        [program(name), *where, *options], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Failure(f"{name} failed: {done.stderr.strip()[-1500:]}")
