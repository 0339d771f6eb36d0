"""Identity's own keys, with the prefix `IDENTITY_`."""

import base64
import binascii

from pydantic import SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read once, when a process starts."""

    model_config = SettingsConfigDict(env_prefix="IDENTITY_", frozen=True)

    secret_key: SecretStr
    """32 random bytes in base64url: seals the signing keys and keys the digests of guessable values."""

    smtp_url: SecretStr = SecretStr("smtp://127.0.0.1:25")
    """`smtp://[user:password@]host:port` (STARTTLS where the server offers it) or `smtps://...`."""

    mail_from: str = "Amigok <no-reply@amigok.test>"

    sms_url: SecretStr = SecretStr("")
    """Takes `POST {to, text, id}`; without it no SMS leaves."""

    sms_token: SecretStr = SecretStr("")
    """The bearer token for it."""

    previous_secret_key: SecretStr = SecretStr("")
    """Opens signing keys that were sealed before the secret key was replaced."""

    rp_id: str = ""
    """The domain that passkeys are bound to; the host of the public URL unless set. Changing it voids all passkeys."""

    rp_origins: str = ""
    """Origins of the pages that may ask for passkeys, with commas between; the public URL's unless set."""

    @field_validator("secret_key", "previous_secret_key")
    @classmethod
    def _is_32_bytes(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        if info.field_name == "previous_secret_key" and not value.get_secret_value():
            return value
        if len(_decoded(value)) != 32:
            raise ValueError("must be 32 bytes in base64url")
        return value

    @property
    def key(self) -> bytes:
        return _decoded(self.secret_key)

    @property
    def previous_key(self) -> bytes | None:
        return _decoded(self.previous_secret_key) or None


def _decoded(value: SecretStr) -> bytes:
    text = value.get_secret_value().rstrip("=")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
