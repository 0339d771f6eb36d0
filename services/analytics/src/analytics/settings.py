"""The service's own settings (`ANALYTICS_*`)."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Where ClickHouse is, and what one query may cost."""

    model_config = SettingsConfigDict(env_prefix="ANALYTICS_", frozen=True)

    clickhouse_url: SecretStr = SecretStr("http://127.0.0.1:8123/analytics")
    """`http://user:password@host:port/database`: of the embedded engine, or of a server."""

    query_seconds: float = Field(10, gt=0)
    """How long a figure may be computed."""

    query_bytes: int = Field(500_000_000, ge=50_000_000)
    """How much memory one query may take."""
