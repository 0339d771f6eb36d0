"""What a run remembers in its state folder: ports, secrets, processes. Private to its owner."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from pydantic import BaseModel, Field

from amigok.errors import Failure
from amigok.fleet import ROOT

DEFAULT = Path(os.environ.get("AMIGOK_STATE") or ROOT / ".amigok")


class Damaged(Failure):
    """Nobody knows any more what runs for the folder; only its lock tells whether something does."""


class Identity(BaseModel):
    """A process that cannot be mistaken for a later one with the same pid."""

    pid: int
    birth: str


class Entry(Identity):
    """One supervised process as the last writer saw it; `stopped` if the operator wants it so."""

    kind: str
    port: int | None = None
    since: datetime = Field(default_factory=lambda: datetime.now(UTC))
    restarts: int = 0
    stopped: bool = False


class Addresses(BaseModel):
    """Where the servers are: URLs with the administrator's credentials."""

    kind: str
    postgres: str = ""
    broker: str = ""
    management: str = ""
    mqtt: str = ""
    redis: str = ""


class State(BaseModel):
    """`state.json`. Only the supervisor of the folder writes it. `services` are those of the last run."""

    folder: Path = Field(exclude=True)
    gateway_port: int = 8000
    ports: dict[str, int] = {}
    secrets: dict[str, str] = Field(default={}, repr=False)
    data: dict[str, Path] = {}
    servers: Addresses | None = Field(default=None, repr=False)
    supervisor: Identity | None = None
    services: list[str] = []
    processes: dict[str, Entry] = {}
    ready: bool = False
    administrator: str | None = None

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The state of the folder, empty where there is none."""
        folder = folder.resolve()
        try:
            text = (folder / "state.json").read_text()
        except FileNotFoundError:
            return cls(folder=folder)
        except PermissionError as error:
            raise Failure(f"{folder}/state.json belongs to another user") from error
        try:
            return cls.model_validate({**json.loads(text), "folder": folder})
        except ValueError as error:
            raise Damaged(f"{folder}/state.json is damaged; `amigok reset` starts afresh") from error

    def save(self) -> None:
        """Write atomically, readable by the owner alone."""
        prepare(self.folder)
        draft = self.folder / f".state.{os.getpid()}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(self.model_dump_json(indent=2))
        draft.replace(self.folder / "state.json")

    def secret(self, name: str, size: int = 24) -> str:
        """A generated secret (base64url of `size` random bytes), the same each time it is asked for."""
        return self.secrets.setdefault(name, secrets.token_urlsafe(size))

    def subfolder(self, name: str, mode: int = 0o700) -> Path:
        prepare(self.folder)
        folder = self.folder / name
        folder.mkdir(mode=mode, parents=True, exist_ok=True)
        return folder

    def log(self, name: str) -> Path:
        return self.subfolder("logs") / f"{name}.log"


def prepare(folder: Path) -> None:
    """The folder itself may be passed through (PostgreSQL runs as another user) but not listed."""
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(0o711)


def lock(folder: Path) -> int:
    """Claim the folder for this process: a descriptor to keep open. `Failure` if a run holds it."""
    prepare(folder)
    descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise Failure(f"the fleet of {folder} is already up; see `amigok status`, end it with `amigok stop`") from None
    return descriptor
