"""The media server in Compose and Kubernetes: an image of its own, beside the service that it asks."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

NAME = "media"
SERVICE = "stream"
"""The service that it asks, and that takes what it records."""
SECRETS = ("STREAM_CALLBACK_SECRET", "STREAM_LINK_SECRET")
"""What both know."""
KEYS = ("STREAM_RENDITIONS", "STREAM_MEDIA_CONNECTIONS", "STREAM_MEDIA_PART_SECONDS")
"""What may be set for it."""
SPOOL = "spool"
"""The volume to which it records, and from which the service takes the parts."""


def wiring(needed: dict[str, str]) -> dict[str, str]:
    """What Compose tells the service of it; `needed` are the references to the secrets."""
    return needed | {"STREAM_SPOOL": "/spool", "STREAM_MEDIA_URL": f"${{STREAM_MEDIA_URL:-http://{NAME}:8080}}"}


def container(image: str, needed: dict[str, str]) -> Json:
    """It in Compose. Devices reach its port for RTMP, everybody else comes by the gateway."""
    return {
        "build": {"context": "../..", "target": NAME},
        "image": image,
        "environment": {**dict.fromkeys(KEYS), **needed},
        "ports": ["${STREAM_RTMP_LISTEN:-127.0.0.1:1935}:1935"],
        "volumes": [f"{SPOOL}:/spool"],
        "depends_on": {SERVICE: {"condition": "service_healthy"}},
        "restart": "unless-stopped",
    }
