"""What the embedded engine is told (`ANALYTICS_ENGINE_*`)."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class EngineSettings(BaseSettings):
    """Read by `python -m analytics.engine` alone."""

    model_config = SettingsConfigDict(env_prefix="ANALYTICS_ENGINE_", frozen=True)

    path: Path
    """The folder of its data, which no other process opens meanwhile."""

    secret: SecretStr
    """The password of whoever asks it."""

    host: str = "127.0.0.1"
    port: int = 8123
    memory: int = Field(1_500_000_000, ge=200_000_000)
    """Bytes that all queries together may take."""

    threads: int = Field(2, ge=1)
    """Of one query."""
