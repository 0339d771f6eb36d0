"""What the environment tells every service, with the prefix `AMIGOK_`; a service's own keys carry its name."""

from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

Role = Literal["api", "worker", "all"]


class Settings(BaseSettings):
    """Read once, when a process starts."""

    model_config = SettingsConfigDict(env_prefix="AMIGOK_", frozen=True)

    environment: Literal["production", "development", "test"] = "production"
    role: Role = "all"
    host: str = "127.0.0.1"
    port: int = 8000
    database_url: str = ""
    database_pool_size: int = Field(16, ge=2)
    broker_url: str = ""
    redis_url: str = ""
    jwks_url: str = ""
    token_issuer: str = "amigok"  # noqa: S105
    trusted_proxies: str = "127.0.0.1"
    """Addresses and networks, with commas between, whose X-Forwarded-For tells the client's address."""

    require_second_factor: bool = True
    """Whether administrators are let through only after a second factor."""

    public_url: str = "http://127.0.0.1:8000"
    max_body_bytes: int = 1_048_576
    storage_url: str = ""
    otlp_endpoint: str = ""
    log_level: str = "info"
    log_format: Literal["json", "console"] = "json"
    outbox_retention_hours: int = 24
    inbox_retention_days: int = 60
    shutdown_seconds: int = 15
