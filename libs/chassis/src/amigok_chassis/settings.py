"""The settings that every service reads from the environment (`AMIGOK_*`). A service's own keys carry its name."""

import base64
import binascii
import os
from typing import Any, Literal, TypeVar

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from amigok_chassis import addresses

Role = Literal["api", "worker", "all"]
S = TypeVar("S", bound=BaseSettings)

_read: dict[type[BaseSettings], tuple[dict[str, str], dict[str, Any], BaseSettings]] = {}


def read(kind: type[S], **given: Any) -> S:
    """The settings of a kind, read from the environment unless they are given; frozen, and made only when it changes.

    Where many processes live in one, as in tests, reading them for each would take longer than all else of a start.
    """
    environment = dict(os.environ)
    known = _read.get(kind)
    if known is None or known[:2] != (environment, given):
        known = _read[kind] = environment, given, kind(**given)
    made = known[2]
    assert isinstance(made, kind)
    return made


def of_kind(own: BaseSettings | None, kind: type[S]) -> S:
    """The service's own settings, if they are of this kind. Raises LookupError where they are not."""
    if not isinstance(own, kind):
        raise LookupError(f"this service has no {kind.__module__}.{kind.__qualname__}")
    return own


class Settings(BaseSettings):
    """Read once, when a process starts."""

    model_config = SettingsConfigDict(env_prefix="AMIGOK_", frozen=True)

    environment: Literal["production", "development", "test"] = "production"
    role: Role = "all"
    host: str = "127.0.0.1"
    port: int = 8000
    database_url: str = ""
    database_pool_size: int = Field(16, ge=2)
    secret_key: SecretStr = SecretStr("")
    """32 random bytes in base64url: seals the data key of the service's database; who has one needs it."""

    previous_secret_key: SecretStr = SecretStr("")
    """The former one, while it is replaced."""

    fleet_key: SecretStr = SecretStr("")
    """32 random bytes in base64url, the same for every service that needs it: see `transit`."""

    broker_url: str = ""
    mqtt_url: str = ""
    """`mqtt://host:port` of the broker, for what outsiders publish."""

    mqtt_key: SecretStr = SecretStr("")
    """What the broker says, and nobody else, when it asks a service who may connect by MQTT."""

    redis_url: str = ""
    jwks_url: str = ""
    token_issuer: str = "amigok"  # noqa: S105
    trusted_proxies: str = ""
    """Addresses and networks, with commas between, of one's own proxies before the gateway, which reads it as well:
    their X-Forwarded-For tells the client's address. Services believe the gateway besides."""

    require_second_factor: bool = True
    """Whether administrators are let through only after a second factor."""

    single_administrator: bool = False
    """For a company of one: what an administrator proposes takes effect at once, with no second person."""

    public_url: str = "http://127.0.0.1:8000"
    max_body_bytes: int = 1_048_576
    body_grace_seconds: float = 20
    """How long a client may take for any body, beyond what the rate below allows."""

    body_bytes_per_second: int = Field(16_384, ge=1)
    """A client that sends slower than that on average is refused."""

    storage_url: str = ""
    otlp_endpoint: str = ""
    trace_share: float = Field(0.02, ge=0, le=1)
    """How many of the traces that begin in the service are exported, if there is a collector."""

    log_level: str = "info"
    log_format: Literal["json", "console"] = "json"
    outbox_retention_hours: int = 24
    inbox_retention_days: int = 60
    shutdown_seconds: int = 15
    lease_seconds: int = Field(60, ge=1)
    """What a killed worker was at waits so long for the next one. No step takes longer."""

    @field_validator("secret_key", "previous_secret_key", "fleet_key")
    @classmethod
    def _is_32_bytes(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and len(_decoded(value)) != 32:
            raise ValueError("must be 32 bytes in base64url")
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _is_a_list_of_networks(cls, value: str) -> str:
        addresses.networks(value)
        return value

    @property
    def proxies(self) -> addresses.Networks:
        return addresses.networks(self.trusted_proxies)

    @property
    def secret(self) -> bytes | None:
        return _decoded(self.secret_key) or None

    @property
    def previous_secret(self) -> bytes | None:
        return _decoded(self.previous_secret_key) or None

    @property
    def fleet_secret(self) -> bytes | None:
        return _decoded(self.fleet_key) or None


def _decoded(value: SecretStr) -> bytes:
    text = value.get_secret_value().rstrip("=")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
