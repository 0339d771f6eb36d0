"""The gate in front of the HTTP API: what was released stays as clients know it, within a major version.

`released.json` beside the Python client holds the document of the last release. The API may grow away from it freely;
whoever breaks something steps to the next major version. The version is that of the client's package.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from amigok.api_changes import breaking_changes
from amigok.contracts_gate import Version, version_of
from amigok.errors import Failure

Json = dict[str, Any]

SHOWN = 40
"""So many changes are named; one schema may be part of many operations."""

UNSTATED = frozenset({"POST /api/v1/payments/create: answers 202, which clients do not know"})
"""What a release answered and did not state: a document that states it takes nothing from clients."""

_WORDS = {"description", "summary", "example", "examples"}
"""What only explains, and is not kept of a release."""


def check(document: Json, package: Path) -> None:
    """Raises Failure where a document breaks the last release of the package in this folder; none before the first."""
    place, version = package / "released.json", version_of(package)
    if not place.exists():
        return
    released = json.loads(place.read_text())
    before = Version.read(released["version"])
    if version < before:
        raise Failure(f"version {version} comes before the last release of the HTTP API, {before}")
    if version.major > before.major:
        return
    broken = [change for change in breaking_changes(released["document"], document) if change not in UNSTATED]
    if broken:
        lines = "".join(f"\n  {each}" for each in broken[:SHOWN])
        raise Failure(f"keep what clients of the HTTP API know, or step to version {before.major + 1}.0.0:{lines}")


def release(document: Json, package: Path) -> str:
    """What `released.json` should hold for the document as it is.

    Raises Failure as `check` does, and where this version was released before.
    """
    place, version = package / "released.json", version_of(package)
    check(document, package)
    if place.exists() and version <= Version.read(json.loads(place.read_text())["version"]):
        raise Failure(f"{version} was released already; step the version of {package.name} first")
    return json.dumps({"version": str(version), "document": _plain(document)}, indent=1, sort_keys=True) + "\n"


def _plain(node: Any, *, names: bool = False) -> Any:
    """The same without words. Under `names` keys are names of fields and the like, which may be words too."""
    if isinstance(node, list):
        return [_plain(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _plain(value, names=not names and key in ("properties", "schemas", "headers", "securitySchemes"))
        for key, value in node.items()
        if names or key not in _WORDS
    }
