"""ClickHouse embedded, in Compose: the image of the analytics service, with another command and a folder of its own.

`ANALYTICS_CLICKHOUSE_URL` names another server; then this one has nothing to do. For Kubernetes it is
`deploy/k8s/base/engine.yaml`.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

NAME = "engine"
SERVICE = "analytics"
SECRET = "ANALYTICS_ENGINE_SECRET"  # noqa: S105
VOLUME = "engine"
PORT = 8123
COMMAND = ["python", "-m", "analytics.engine"]
_PING = f"import urllib.request as http; http.urlopen('http://127.0.0.1:{PORT}/ping', timeout=2)"


def url(password: str, host: str = NAME) -> str:
    """Where the service finds it."""
    return f"http://default:{password}@{host}:{PORT}/{SERVICE}"


def wiring(password: str) -> dict[str, str]:
    """What Compose tells the service of it."""
    return {"ANALYTICS_CLICKHOUSE_URL": f"${{ANALYTICS_CLICKHOUSE_URL:-{url(password)}}}"}


def container(image: str, password: str) -> Json:
    """It in Compose: nobody but the service reaches it."""
    return {
        "image": image,
        "build": {"context": "../..", "target": "service", "args": {"SERVICE": SERVICE}},
        "command": COMMAND,
        "environment": {
            "ANALYTICS_ENGINE_HOST": "0.0.0.0",  # noqa: S104
            "ANALYTICS_ENGINE_PATH": "/storage/engine",
            SECRET: password,
            "ANALYTICS_ENGINE_MEMORY": None,
        },
        "volumes": [f"{VOLUME}:/storage"],
        "mem_limit": "2g",
        "stop_grace_period": "30s",
        "healthcheck": {"test": ["CMD", "python", "-c", _PING], "interval": "2s", "timeout": "5s", "retries": 60},
        "restart": "unless-stopped",
    }
