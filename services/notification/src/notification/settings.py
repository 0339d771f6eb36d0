"""Notification's own keys, with the prefix `NOTIFICATION_`."""

from datetime import timedelta

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read once, when a process starts."""

    model_config = SettingsConfigDict(env_prefix="NOTIFICATION_", frozen=True)

    kept_for: timedelta = Field(timedelta(days=180), ge=timedelta(days=60))
    """How long notices are kept. An event that comes again later would be told again."""

    smtp_url: SecretStr = SecretStr("")
    """`smtp://[user:password@]host:port` or `smtps://...`, as identity has it. Without it no mail is sent."""

    mail_from: str = "Amigok <no-reply@amigok.test>"

    streams_of_one_user: int = Field(6, ge=1)
    """So many clients of one user may listen to one instance; the oldest is let go for another."""

    streams_at_once: int = Field(5000, ge=1)
    """So many clients may listen to one instance."""
