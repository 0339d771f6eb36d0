"""Files that survive a power cut: they are there as a whole, or not at all."""

import json
import os
from pathlib import Path
from typing import Any


def write(path: Path, content: Any) -> None:
    """Puts JSON into a file that only we may read. When this returns, it is on the disk."""
    draft = path.with_name(f".{path.name}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def read(path: Path) -> Any:
    """The JSON of a file; None if there is none."""
    return json.loads(path.read_text()) if path.exists() else None
