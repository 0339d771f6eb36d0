"""Notification's own keys, with the prefix `NOTIFICATION_`."""

from datetime import timedelta

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read once, when a process starts."""

    model_config = SettingsConfigDict(env_prefix="NOTIFICATION_", frozen=True)

    kept_for: timedelta = Field(timedelta(days=180), ge=timedelta(days=60))
    """How long notices are kept. An event that comes again later would be told again."""

    hourly: int = Field(10, ge=1)
    """So many messages an hour an address gets; what is beyond that and can wait comes in one with the next hour."""

    smtp_url: SecretStr = SecretStr("")
    """`smtp://[user:password@]host:port` or `smtps://...`, as identity has it. Without it no mail is sent."""

    mail_from: str = "Amigok <no-reply@amigok.test>"

    streams_of_one_user: int = Field(6, ge=1)
    """So many clients of one user may listen to one instance; the oldest is let go for another."""

    streams_at_once: int = Field(5000, ge=1)
    """So many clients may listen to one instance."""

    sms_url: SecretStr = SecretStr("")
    """Where SMS are sent by `POST {to, text, id}`. Without it no SMS is sent."""

    sms_token: SecretStr = SecretStr("")
    """The bearer token for it."""

    push_services: str = (
        "fcm.googleapis.com updates.push.services.mozilla.com *.push.services.mozilla.com *.push.apple.com "
        "*.notify.windows.com"
    )
    """Hosts of push services that browsers may name, with blanks between; `*.` stands for any name before. An origin
    (`http://...`) is trusted as it is."""

    fcm_account: SecretStr = SecretStr("")
    """The JSON key file of the service account for Firebase Cloud Messaging. Without it nothing is sent by it."""

    fcm_url: str = "https://fcm.googleapis.com"

    bounce_secret: SecretStr = SecretStr("")
    """`whsec_...`: what providers sign their reports of bounces and complaints with. Without it none is taken."""
