"""One service's database: dumped, and put back beside the present one, which stays under another name."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import asyncpg

from amigok import postgres_clients
from amigok.databases import quoted, url_of
from amigok.errors import Failure

if TYPE_CHECKING:
    from amigok_chassis.service import Service

AHEAD = 100_000_000
"""How far the numbers of events move on: past any that were given out after the dump, which others know."""

_MOVE_ON = """
SELECT setval(pg_get_serial_sequence('outbox', 'position'), coalesce(max(position), 0) + $1) FROM outbox
"""
_HANG_UP = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1"


def dump(superuser: str, name: str, folder: Path) -> Path:
    """Writes `<name>.dump` into the folder, readable by its owner alone. Returns its path; `Failure`."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder / f".{name}.dump"
    draft.touch(mode=0o600)
    postgres_clients.run("pg_dump", url_of(superuser, name), ["--format=custom", f"--file={draft}"])
    return draft.replace(folder / f"{name}.dump")


@dataclass(frozen=True)
class Dump:
    """A file that holds a service's database: what of it the service's role owns, and the extensions it needs."""

    file: Path
    owned: Sequence[str]
    extensions: Collection[str]


def read(file: Path, name: str) -> Dump:
    """Looks into a file; `Failure` if it is no dump of that service."""
    listed = _listed(file)
    owned = [" ".join(words) for words in listed if words[-1] == name]
    if not owned:
        raise Failure(f"{file} holds nothing of {name}")
    # `2; 3079 16394 EXTENSION - postgis`: the role may make no extensions, nor fill their tables
    return Dump(file, owned, {words[5] for words in listed if words[3] == "EXTENSION"})


def restore(superuser: str, service: Service, dump: Dump) -> str:
    """Puts a dump in place of the service's database. Returns the name under which the present one stays.

    Nothing has changed where it raises `Failure`. Nobody may be using the database any more.
    """
    name = service.name
    draft = f"{name}_restoring"
    former = f"{name}_before_{datetime.now(UTC):%Y%m%d_%H%M%S}"
    asyncio.run(_create(superuser, draft, name, {*service.extensions, *dump.extensions}))
    with TemporaryDirectory() as folder:
        chosen = Path(folder) / "contents"
        chosen.write_text("\n".join(dump.owned))
        options = ["--no-owner", f"--role={name}", "--exit-on-error", f"--use-list={chosen}", str(dump.file)]
        postgres_clients.run("pg_restore", url_of(superuser, draft), options)
    asyncio.run(_swap(superuser, name, draft, former))
    return former


def _listed(file: Path) -> list[list[str]]:
    """The entries of a dump as pg_restore lists them, in words: `257; 1259 18571 TABLE public holds wallet`."""
    done = subprocess.run(
        [postgres_clients.program("pg_restore"), "--list", file], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Failure(f"{file} cannot be read: {done.stderr.strip()[-500:]}")
    return [line.split() for line in done.stdout.splitlines() if line and not line.startswith(";")]


async def _create(superuser: str, draft: str, owner: str, extensions: Collection[str]) -> None:
    """An empty database of the role with these extensions, in place of what an earlier attempt left."""
    try:
        server = await asyncpg.connect(superuser, timeout=10)
        try:
            await server.execute(f"DROP DATABASE IF EXISTS {quoted(draft)} WITH (FORCE)")
            await server.execute(f"CREATE DATABASE {quoted(draft)} OWNER {quoted(owner)}")
            await server.execute(f"REVOKE ALL ON DATABASE {quoted(draft)} FROM PUBLIC")
        finally:
            await server.close()
        database = await asyncpg.connect(url_of(superuser, draft), timeout=10)
        try:
            for extension in extensions:
                await database.execute(f"CREATE EXTENSION IF NOT EXISTS {quoted(extension)}")
        finally:
            await database.close()
    except (OSError, asyncpg.PostgresError) as error:
        raise Failure(f"no database could be made: {error}") from error


async def _swap(superuser: str, name: str, draft: str, former: str) -> None:
    """Numbers the draft's events on, and gives the two databases their new names, both or none."""
    try:
        database = await asyncpg.connect(url_of(superuser, draft), timeout=10)
        try:
            await database.fetchval(_MOVE_ON, AHEAD)
        finally:
            await database.close()
        server = await asyncpg.connect(superuser, timeout=10)
        try:
            await server.fetch(_HANG_UP, name)
            async with server.transaction():
                await server.execute(f"ALTER DATABASE {quoted(name)} RENAME TO {quoted(former)}")
                await server.execute(f"ALTER DATABASE {quoted(draft)} RENAME TO {quoted(name)}")
        finally:
            await server.close()
    except (OSError, asyncpg.PostgresError) as error:
        raise Failure(f"the restored database could not be put in place: {error}") from error
