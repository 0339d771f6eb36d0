"""Everything in the repository that follows from the services and the contracts, written or checked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from amigok import (
    api_gate,
    asyncapi,
    client_package,
    contracts_gate,
    deployments,
    events_page,
    fleet,
    machines_page,
    openapi,
    routes,
)
from amigok.errors import Failure
from amigok_contracts import all_events

if TYPE_CHECKING:
    from amigok_chassis.service import Service

CONTRACTS = Path("libs/contracts")
_WHOLE = {"schemas", "examples"}
"""Folders that hold generated files only."""


def files(services: Sequence[Service], root: Path = fleet.ROOT) -> dict[Path, str]:
    """What every generated file should hold, by path. `Failure` when the fleet contradicts itself."""
    wanted = contracts_gate.files(all_events(), root / CONTRACTS)
    examples = {path.name: text for path, text in wanted.items() if path.parent.name == "examples"}
    version = str(contracts_gate.version_of(root / CONTRACTS))
    events = asyncapi.document(services, examples, version=version)
    return {
        **wanted,
        root / "gateway/dynamic.yml": routes.dynamic(services, root / "gateway/middlewares.yml"),
        root / "docs/openapi.json": openapi.render(api_document(services, root)),
        root / "docs/asyncapi.json": asyncapi.render(events),
        root / "docs/events.md": events_page.render(events),
        **machines_page.files(services, root),
        **{root / path: text for path, text in deployments.files(services).items()},
    }


def api_document(services: Sequence[Service], root: Path = fleet.ROOT) -> openapi.Json:
    """The document of the HTTP API. `Failure` where it breaks what was released."""
    package = root / client_package.PACKAGE
    document = openapi.document(services, version=str(contracts_gate.version_of(package)))
    api_gate.check(document, package)
    return document


def stale(wanted: dict[Path, str]) -> list[Path]:
    """The files that hold something else, are missing, or should not be there."""
    folders = {path.parent for path in wanted if path.parent.name in _WHOLE}
    leftover = [path for folder in folders for path in folder.glob("*.json") if path not in wanted]
    return sorted([*leftover, *(path for path, text in wanted.items() if not _holds(path, text))])


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text() == text


def generate(*, check: bool) -> None:
    """Write what is stale; with `check` only `Failure` naming it."""
    services = [fleet.load(name) for name in fleet.SERVICES]
    wanted = files(services)
    changed = stale(wanted)
    names = "".join(f"\n  {path.relative_to(fleet.ROOT)}" for path in changed)
    if check and changed:
        raise Failure(f"stale, run `make docs`:{names}")
    for path in changed:
        _put(path, wanted.get(path))
    print(f"wrote{names}" if changed else f"{len(wanted)} generated files are up to date")
    _client(check=check)


def _client(*, check: bool) -> None:
    if not client_package.is_stale(fleet.ROOT):
        return
    if check:
        raise Failure(f"stale, run `make docs`:\n  {client_package.PACKAGE}")
    client_package.write(fleet.ROOT)
    print(f"wrote\n  {client_package.PACKAGE}")


def _put(path: Path, text: str | None) -> None:
    """Writes the file, or removes it where there should be none."""
    if text is None:
        return path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return None
