"""Payment's own settings, with the prefix `PAYMENT_`."""

from decimal import Decimal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from amigok_chassis.money import CURRENCIES


class Settings(BaseSettings):
    """Read once, when a process starts. A provider without a key is not offered."""

    model_config = SettingsConfigDict(env_prefix="PAYMENT_", frozen=True)

    stripe_url: str = "https://api.stripe.com"
    stripe_key: SecretStr = SecretStr("")
    stripe_publishable_key: str = ""
    """The public key for browsers; clients can read it."""

    stripe_webhook_secret: SecretStr = SecretStr("")
    """Without it all webhooks from Stripe are refused."""

    paypal_url: str = "https://api-m.paypal.com"
    paypal_client_id: str = ""
    paypal_secret: SecretStr = SecretStr("")
    paypal_webhook_id: str = ""
    paypal_cert_url: str = Field(
        "https://api.paypal.com/v1/notifications/certs/", pattern=r"^(https://[^/]+|http://127\.0\.0\.1:\d+)/(.*/)?$"
    )
    """The beginning of the address of certificates that sign webhooks. Only a name may follow."""

    paypal_cert_host: str = "messageverificationcerts.paypal.com"
    """The name that the certificate must be issued for."""

    paypal_cert_authorities: str = ""
    """The authorities that may have issued it, in PEM. Those that browsers trust, unless set."""

    return_url: str = ""
    """Where a provider redirects the payer's browser afterwards. The public URL, unless set."""

    deposit_least: dict[str, Decimal] = Field(dict.fromkeys(CURRENCIES, Decimal("5.00")))
    deposit_most: dict[str, Decimal] = Field(dict.fromkeys(CURRENCIES, Decimal("50000.00")))
    """The same limits as the wallet's, where deposits can also begin."""

    invoice_entity: str = Field("AMG", pattern=r"^[A-Z]{2,6}$")
    """The beginning of the numbers of the platform's own invoices."""

    tax_basis_points: int = Field(1_900, ge=0, le=10_000)
    """The tax in the platform's prices: 1900 is 19 %."""

    legal_name: str = Field("Amigok (local)", min_length=1, max_length=200)
    legal_address: str = Field("1 Example Road\n00000 Exampletown", min_length=1, max_length=500)
    """In lines, like on a letter."""

    legal_tax_id: str = Field("XX000000000", min_length=1, max_length=40)
    legal_email: str = Field("billing@amigok.test", min_length=3, max_length=254)

    @field_validator("deposit_least", "deposit_most")
    @classmethod
    def _of_every_currency(cls, amounts: dict[str, Decimal]) -> dict[str, Decimal]:
        if set(amounts) != set(CURRENCIES) or any(amount <= 0 for amount in amounts.values()):
            raise ValueError(f"needs an amount above zero for each of {', '.join(CURRENCIES)}")
        return amounts
