"""Payment's own keys, with the prefix `PAYMENT_`."""

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read once, when a process starts. A provider without its key is not offered."""

    model_config = SettingsConfigDict(env_prefix="PAYMENT_", frozen=True)

    stripe_url: str = "https://api.stripe.com"
    stripe_key: SecretStr = SecretStr("")
    stripe_publishable_key: str = ""
    """What browsers ask Stripe with; it is shown to clients."""

    stripe_webhook_secret: SecretStr = SecretStr("")
    """Without it no webhook of Stripe's is believed."""

    paypal_url: str = "https://api-m.paypal.com"
    paypal_client_id: str = ""
    paypal_secret: SecretStr = SecretStr("")
    paypal_webhook_id: str = ""

    return_url: str = ""
    """Where a provider sends the payer's browser afterwards; the public URL unless set."""
