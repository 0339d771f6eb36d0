"""Schemathesis in a process of its own, which ends in time."""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

ENDS_SESSIONS = r"/auth/(logout|sessions|password)|/admin/users/.user_id"
"""What could end the caller's own session; identity's tests send odd input there."""

CHECKS = (
    "not_a_server_error",
    "content_type_conformance",
    "negative_data_rejection",
    "response_schema_conformance",
    "unsupported_method",
    "ignored_auth",
)


async def send(
    document: dict[str, Any], url: str, access: str, folder: Path, *, phases: str, examples: int, seconds: float
) -> dict[str, Any]:
    """Sends generated requests to the operations of a document. Returns Schemathesis's report when it found nothing.

    When the seconds are over the run ends; what was tried until then counts. It runs in one thread of another process:
    Python 3.11 cannot parse in several (`AST constructor recursion depth mismatch`).
    """
    (folder / "openapi.json").write_text(json.dumps(document))
    with (folder / "output").open("wb") as output:
        schemathesis = await asyncio.create_subprocess_exec(
            str(Path(sys.executable).with_name("schemathesis")),
            *("run", "openapi.json", "--url", url),
            *("--header", f"Authorization: Bearer {access}"),
            *("--exclude-path-regex", ENDS_SESSIONS),
            *("--phases", phases),
            *("--max-examples", str(examples)),
            *("--seed", "1"),
            *("--workers", "1"),
            *("--checks", ",".join(CHECKS)),
            *("--max-failures", "5"),
            *("--generation-database", "none"),
            *("--report", "json", "--report-json-path", "report.json"),
            "--no-color",
            cwd=folder,
            env={"PATH": os.environ["PATH"]},  # it is read with every request
            stdout=output,
            stderr=asyncio.subprocess.STDOUT,
        )
        try:
            await asyncio.wait_for(schemathesis.wait(), seconds)
        except TimeoutError:
            schemathesis.send_signal(signal.SIGINT)
            await schemathesis.wait()
    report: dict[str, Any] = json.loads((folder / "report.json").read_text())
    assert (report["failures"], report["errors"]) == ([], []), (folder / "output").read_text()
    assert report["test_cases"]["generated"]
    return report
