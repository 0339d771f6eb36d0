"""The event catalogue, read from the committed AsyncAPI document."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from amigok_contracts.reading import about, type_name
from portal.problems.errors import ServiceDown


@dataclass(frozen=True)
class Field:
    """One field of an event's data."""

    name: str
    type: str
    required: bool
    about: str


@dataclass(frozen=True)
class Entry:
    """One event in one major version."""

    type: str
    version: int
    summary: str
    public: bool
    aggregate: str
    producer: str
    consumers: tuple[str, ...]
    fields: tuple[Field, ...]
    example: str

    @property
    def address(self) -> str:
        return f"{self.type}.v{self.version}"


def file(folder: Path, name: str) -> Path:
    """The path of a generated document. Raises ServiceDown when it is missing."""
    path = folder / name
    if not path.is_file():
        raise ServiceDown(f"{name} has not been generated.")
    return path


def read(folder: Path) -> tuple[Entry, ...]:
    """Every event, by type and version. Raises ServiceDown when the document is missing."""
    path = file(folder, "asyncapi.json")
    return _entries(path, path.stat().st_mtime_ns)


def services(folder: Path) -> list[str]:
    """The services that publish or consume events. Raises ServiceDown when the document is missing."""
    return sorted({name for entry in read(folder) for name in (entry.producer, *entry.consumers)})


@lru_cache(maxsize=4)
def _entries(path: Path, _: int) -> tuple[Entry, ...]:
    document = json.loads(path.read_bytes())
    messages: dict[str, Any] = document["components"]["messages"]
    schemas: dict[str, Any] = document["components"]["schemas"]
    return tuple(_entry(message, schemas) for _, message in sorted(messages.items()))


def _entry(message: dict[str, Any], schemas: dict[str, Any]) -> Entry:
    schema = schemas[message["payload"]["$ref"].rsplit("/", 1)[1]]
    required = set(schema.get("required", ()))
    facts = message["x-amigok"]
    return Entry(
        type=facts["type"],
        version=facts["version"],
        summary=message["summary"],
        public=facts["public"],
        aggregate=facts["aggregate"],
        producer=facts["producer"],
        consumers=tuple(facts["consumers"]),
        fields=tuple(
            Field(name, type_name(field), name in required, about(field))
            for name, field in schema["properties"].items()
        ),
        example=json.dumps(message["examples"][0]["payload"], indent=2, ensure_ascii=False),
    )
