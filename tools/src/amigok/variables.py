"""Which environment variables a service reads: its settings, as the code declares them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from amigok_chassis.service import Service

IMAGE = {"AMIGOK_HOST", "AMIGOK_PORT"}
"""What the image decides."""
_OF_A_DATABASE = {
    "AMIGOK_DATABASE_URL",
    "AMIGOK_DATABASE_POOL_SIZE",
    "AMIGOK_SECRET_KEY",
    "AMIGOK_PREVIOUS_SECRET_KEY",
    "AMIGOK_BROKER_URL",
    "AMIGOK_OUTBOX_RETENTION_HOURS",
    "AMIGOK_INBOX_RETENTION_DAYS",
    "AMIGOK_LEASE_SECONDS",
    "AMIGOK_SINGLE_ADMINISTRATOR",
}


def shared(service: Service) -> dict[str, FieldInfo]:
    """Those that any service may read (`AMIGOK_...`), as far as this one has a use for them."""
    from amigok_chassis.settings import Settings

    useless = IMAGE | (set() if service.database else _OF_A_DATABASE)
    useless |= set() if service.fleet_key else {"AMIGOK_FLEET_KEY"}
    useless |= set() if service.intakes else {"AMIGOK_MQTT_URL", "AMIGOK_MQTT_KEY"}
    useless |= set() if service.storage else {"AMIGOK_STORAGE_URL"}
    fields = {f"AMIGOK_{name}".upper(): each for name, each in Settings.model_fields.items()}
    return {key: each for key, each in fields.items() if key not in useless}


def own(service: Service) -> dict[str, FieldInfo]:
    """Those of its own settings (`WALLET_...`)."""
    if service.settings is None:
        return {}
    prefix = service.settings.model_config.get("env_prefix", "")
    return {f"{prefix}{name}".upper(): each for name, each in service.settings.model_fields.items()}


def required(service: Service) -> list[str]:
    """Those of its own that only an operator can fill in."""
    return [key for key, each in own(service).items() if each.is_required()]


def default(field: FieldInfo) -> str:
    """The default as the environment would say it; empty where there is none or the machine decides."""
    from pydantic_core import to_jsonable_python

    value: Any = None if field.is_required() or field.default_factory else field.default
    if value is None or isinstance(value, Path) or hasattr(value, "get_secret_value"):
        return ""
    plain = to_jsonable_python(value)
    text = plain if isinstance(plain, str) else json.dumps(plain)
    return json.dumps(text, ensure_ascii=False) if "\n" in text else text
