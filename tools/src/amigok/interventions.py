"""The record of what operators do to data by hand: `logs/operator.log` of the state folder, one JSON object a line."""

from __future__ import annotations

import getpass
import json
import os
from datetime import UTC, datetime

from amigok.state import State


def record(state: State, event: str, **facts: str) -> None:
    """Write down who does what, before it is done. No secrets or personal data in `facts`."""
    line = {"time": datetime.now(UTC).isoformat(), "level": "warning", "event": event, "by": getpass.getuser(), **facts}
    descriptor = os.open(state.log("operator"), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(f"{json.dumps(line, ensure_ascii=False)}\n")
        file.flush()
        os.fsync(descriptor)
