"""The typed Python client of the HTTP API: its functions and models are generated from the merged document.

Generating takes some seconds, so it is done only when the document, the templates or the generator have changed.
`generated.json` beside the package says from what it was made, and what was made.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from amigok.errors import Failure
from amigok_chassis.errors import MEDIA_TYPE
from amigok_chassis.openapi.references import SCHEMAS

Json = dict[str, Any]

PACKAGE = Path("libs/client")
SETUP = Path("tools/openapi/client")
DOCUMENT = Path("docs/openapi.json")
GENERATED = ("api", "models", "types.py")
"""What in the package is generated; the rest is written by hand."""


def is_generated(path: Path, root: Path) -> bool:
    """Whether this file of the repository is generated code."""
    return any((_source(root) / name) in (path, *path.parents) for name in GENERATED)


def is_stale(root: Path) -> bool:
    """Whether the client is not what the document makes it, or was changed by hand."""
    place = root / PACKAGE / "generated.json"
    return not place.is_file() or place.read_text() != _made(root)


def write(root: Path) -> None:
    """Generates the client from docs/openapi.json. `Failure` with what the generator says."""
    with TemporaryDirectory() as folder:
        document, made = Path(folder) / "openapi.json", Path(folder) / "amigok_client"
        document.write_text(json.dumps(_with_one_problem(json.loads((root / DOCUMENT).read_text()))))
        generator = Path(sys.executable).parent / "openapi-python-client"
        _run(
            *(generator, "generate", "--path", document, "--meta", "none", "--fail-on-warning"),
            *("--config", root / SETUP / "config.yaml", "--custom-template-path", root / SETUP / "templates"),
            *("--output-path", made),
        )
        ruff = (sys.executable, "-m", "ruff")
        settings = ("--isolated", "--quiet", "--line-length", "120", "--target-version", "py311")
        _run(*ruff, "check", *settings, "--fix", "--select", "F401,F811,I", made / "api", made / "models")
        _run(*ruff, "format", *settings, made)
        for name in GENERATED:
            _replace(made / name, _source(root) / name)
    (root / PACKAGE / "generated.json").write_text(_made(root))


def _with_one_problem(document: Json) -> Json:
    """The document with one schema for all problems: the client raises them, and needs no class for each response."""
    operations = [operation for methods in document["paths"].values() for operation in methods.values()]
    for responses in (document["components"]["responses"], *(each["responses"] for each in operations)):
        for response in responses.values():
            if problem := response.get("content", {}).get(MEDIA_TYPE):
                problem["schema"] = {"$ref": f"{SCHEMAS}Problem"}
    return document


def _made(root: Path) -> str:
    """What `generated.json` should hold."""
    inputs = [root / DOCUMENT, *sorted(path for path in (root / SETUP).rglob("*") if path.is_file())]
    tools = " ".join(f"{name} {version(name)}" for name in ("openapi-python-client", "ruff"))
    made = {"from": _digest(root, inputs, tools), "files": _digest(root, _generated(root))}
    return json.dumps(made, indent=2) + "\n"


def _generated(root: Path) -> Iterator[Path]:
    for name in GENERATED:
        place = _source(root) / name
        yield from sorted(place.rglob("*.py")) if place.is_dir() else [place]


def _digest(root: Path, paths: list[Path] | Iterator[Path], *more: str) -> str:
    digest = sha256(" ".join(more).encode())
    for path in paths:
        digest.update(str(path.relative_to(root)).encode())
        digest.update(path.read_bytes() if path.is_file() else b"missing")
    return digest.hexdigest()


def _source(root: Path) -> Path:
    return root / PACKAGE / "src/amigok_client"


def _replace(made: Path, place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    place.unlink(missing_ok=True)
    shutil.move(made, place)


def _run(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failure(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")
