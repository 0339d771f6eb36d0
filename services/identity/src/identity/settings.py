"""Identity's own settings, with the prefix `IDENTITY_`."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

MEMORY_KIB = 47_104
"""OWASP's recommendation for Argon2id with t=1, p=1."""


class Settings(BaseSettings):
    """Read once, when a process starts."""

    model_config = SettingsConfigDict(env_prefix="IDENTITY_", frozen=True)

    smtp_url: SecretStr = SecretStr("smtp://127.0.0.1:25")
    """`smtp://[user:password@]host:port` (STARTTLS where the server offers it) or `smtps://...`."""

    mail_from: str = "Amigok <no-reply@amigok.test>"

    sms_url: SecretStr = SecretStr("")
    """Where SMS are sent by `POST {to, text, id}`. Without it no SMS is sent."""

    sms_token: SecretStr = SecretStr("")
    """The bearer token for it."""

    new_decider_hours: int = Field(24, ge=0)
    """How long after somebody got a role that decides on what others propose their decisions begin to count."""

    hashing_threads: int | None = Field(None, ge=1)
    """How many passwords are hashed at once, at most. By default as many as cores and a quarter of the memory allow."""

    hashing_memory_kib: int = Field(MEMORY_KIB, ge=8)
    """How much memory Argon2id takes for one password (t=1, p=1): Only tests may take less."""

    rp_id: str = ""
    """The domain that passkeys are bound to, by default the public URL's host. Changing it makes all passkeys void."""

    rp_origins: str = ""
    """Origins of the pages that may ask for passkeys, separated by commas; by default the public URL's."""
