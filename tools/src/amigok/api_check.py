"""Reads docs/openapi.json with the tools that client developers use: linters, and a generator of TypeScript types.

They run on Node, which comes as a package of the lock file. They themselves are installed here when they first run.
What they were content with is noted by its digest, since they take a minute: nobody has to ask them again about it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from amigok.errors import Failure
from amigok.fleet import ROOT

FOLDER = ROOT / "tools/openapi"
DOCUMENT = ROOT / "docs/openapi.json"
APPROVED = FOLDER / "approved"
"""The digest of the document with which they were content last, with their versions and rules."""
ASKED = ("package-lock.json", "redocly.yaml", ".spectral.yaml")


def install() -> None:
    """Installs what package-lock.json names, unless it is there. `Failure` when npm cannot."""
    stamp = FOLDER / "node_modules/.amigok"
    wanted = sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text() != wanted:
        _run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
        stamp.write_text(wanted)


def check(document: Path = DOCUMENT) -> None:
    """`Failure` with what the first tool has against the document."""
    install()
    _run(_tool("redocly"), "lint", "--config", "redocly.yaml", document)
    _run(_tool("spectral"), "lint", "--ruleset", ".spectral.yaml", "--fail-severity", "hint", document)
    with TemporaryDirectory() as folder:
        types = Path(folder) / "api.ts"
        _run(_tool("openapi-typescript"), document, "--output", types)
        _run(_tool("tsc"), "--noEmit", "--strict", types)


def approve() -> None:
    """Checks the document and notes that it is approved. `Failure` with what the first tool has against it."""
    check()
    APPROVED.write_text(_digest() + "\n")


def is_approved() -> bool:
    """Whether the tools, as they are, were content with this very document."""
    return APPROVED.is_file() and APPROVED.read_text().strip() == _digest()


def _digest() -> str:
    digests = [sha256(path.read_bytes()).hexdigest() for path in (DOCUMENT, *(FOLDER / name for name in ASKED))]
    return sha256(" ".join(digests).encode()).hexdigest()


def _tool(name: str) -> Path:
    return FOLDER / "node_modules/.bin" / name


def _run(*command: str | Path) -> None:
    binaries = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{binaries}{os.pathsep}{os.environ.get('PATH', '')}",
        "REDOCLY_TELEMETRY": "off",
        "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true",
    }
    done = subprocess.run(command, cwd=FOLDER, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failure(f"{Path(command[0]).name} is not content:\n{done.stdout}{done.stderr}")
