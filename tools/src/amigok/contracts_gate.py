"""The gate in front of the contracts: what was released stays as it was promised, and versions say what changed.

`released.json` holds the schemas and golden examples of the last release. The classes may grow away from it by new
events and optional fields (a minor step); whoever breaks something steps to the next major version. Between releases,
schemas and examples follow the classes.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from amigok.errors import Failure
from amigok_contracts import Event, parse, routing_key
from amigok_contracts.compatibility import additions, breaking_changes, schema_of
from amigok_contracts.examples import example

SOURCE = Path("src/amigok_contracts")


class Version(NamedTuple):
    """Of the package, by the rules of semantic versioning."""

    major: int
    minor: int
    patch: int

    @classmethod
    def read(cls, text: str) -> Version:
        """Raises Failure for anything but `1.2.3`."""
        if not re.fullmatch(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}", text):
            raise Failure(f"{text} is not a version such as 1.2.3")
        return cls(*map(int, text.split(".")))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


@dataclass(frozen=True)
class Release:
    """What was released last: of each event, by routing key, its `schema` and golden `example`."""

    version: Version
    events: dict[str, dict[str, Any]]


def dump(document: Any) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def version_of(package: Path) -> Version:
    """The version in the pyproject.toml of the package in this folder."""
    return Version.read(tomllib.loads((package / "pyproject.toml").read_text())["project"]["version"])


def last_release(package: Path) -> Release | None:
    """The last release of the package in this folder; none before the first."""
    path = package / "released.json"
    if not path.exists():
        return None
    document = json.loads(path.read_text())
    return Release(Version.read(document["version"]), document["events"])


def files(events: Iterable[type[Event]], package: Path) -> dict[Path, str]:
    """Every schema and golden example of the package in this folder as it should be, by path.

    Raises Failure where the classes break what was released, or the version does not say what they changed.
    """
    events, release = list(events), last_release(package)
    if problems := list(_problems(events, release, package)):
        raise Failure("these contracts cannot be published:\n  " + "\n  ".join(problems))
    wanted: dict[Path, str] = {}
    for event in events:
        name = f"{routing_key(event)}.json"
        wanted[package / SOURCE / "schemas" / name] = dump(schema_of(event))
        wanted[package / SOURCE / "examples" / name] = dump(_golden(event, release))
    return wanted


def release(events: Iterable[type[Event]], package: Path) -> str:
    """What `released.json` should hold for the package as it is. Raises Failure as `files` does, and where it was
    released before."""
    before, version, wanted = last_release(package), version_of(package), files(events, package)
    if before is not None and version <= before.version:
        raise Failure(f"{before.version} was released already; step the version first")
    texts = {path: json.loads(text) for path, text in wanted.items()}
    return dump(
        {
            "version": str(version),
            "events": {
                path.stem: {"schema": schema, "example": texts[path.parent.parent / "examples" / path.name]}
                for path, schema in texts.items()
                if path.parent.name == "schemas"
            },
        }
    )


def _golden(event: type[Event], release: Release | None) -> Any:
    """What was released, as long as it can be read; otherwise made from the fields' examples."""
    released = release and release.events.get(routing_key(event))
    if released and not _unreadable(event, released["example"]):
        return released["example"]
    try:
        return example(event)
    except LookupError as error:
        raise Failure(str(error)) from None


def _problems(events: Sequence[type[Event]], release: Release | None, package: Path) -> Iterator[str]:
    version, section = version_of(package), _section(package)
    if section is None:
        yield f"CHANGELOG.md has no section {version}"
    if release is None:
        return
    broken, grown = list(_broken(events, release)), _grown(events, release)
    if version.major <= release.version.major:
        yield from (f"{each}, or step to version {release.version.major + 1}.0.0" for each in broken)
    if grown and version[:2] <= release.version[:2]:
        yield f"{', '.join(grown)}: step at least to version {release.version.major}.{release.version.minor + 1}.0"
    if version < release.version:
        yield f"version {version} comes before the last release, {release.version}"
    yield from (f"CHANGELOG.md does not name {key} in section {version}" for key in grown if key not in (section or ""))


def _section(package: Path) -> str | None:
    """What the changelog says of the version of the package."""
    sections = f"\n{_changelog(package)}".split("\n## ")[1:]
    return next((each for each in sections if each.split()[0] == str(version_of(package))), None)


def _changelog(package: Path) -> str:
    path = package / "CHANGELOG.md"
    return path.read_text() if path.exists() else ""


def _broken(events: Iterable[type[Event]], release: Release) -> Iterator[str]:
    """What breaks the release, each with the way out."""
    declared = {routing_key(event): event for event in events}
    for key, released in release.events.items():
        event = declared.get(key)
        if event is None:
            yield f"{key} was released, and no class declares it any more: keep it"
            continue
        changes = breaking_changes(released["schema"], schema_of(event)) + _unreadable(event, released["example"])
        following = f"declare version {event.version + 1} beside it, with an @upcast from {event.__name__}"
        yield from (f"{key}: {change}; {following}" for change in changes)


def _grown(events: Iterable[type[Event]], release: Release) -> list[str]:
    """The routing keys of events that are new, or have something new."""
    return [
        routing_key(event)
        for event in events
        if routing_key(event) not in release.events
        or additions(release.events[routing_key(event)]["schema"], schema_of(event))
    ]


def _unreadable(event: type[Event], golden: Any) -> list[str]:
    try:
        parse(event.type, event.version, json.dumps(golden))
    except ValueError as error:
        return [f"its golden example cannot be read any more: {error}"]
    return []
