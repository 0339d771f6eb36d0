"""Payment's own keys, with the prefix `PAYMENT_`."""

from decimal import Decimal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from amigok_chassis.money import CURRENCIES


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
    paypal_cert_url: str = Field(
        "https://api.paypal.com/v1/notifications/certs/", pattern=r"^(https://[^/]+|http://127\.0\.0\.1:\d+)/(.*/)?$"
    )
    """What the address of the certificate that signs webhooks begins with; only a name may follow."""

    paypal_cert_host: str = "messageverificationcerts.paypal.com"
    """Whom that certificate is for."""

    paypal_cert_authorities: str = ""
    """Who may have issued it, in PEM; those that browsers trust unless set."""

    return_url: str = ""
    """Where a provider sends the payer's browser afterwards; the public URL unless set."""

    deposit_least: dict[str, Decimal] = Field(dict.fromkeys(CURRENCIES, Decimal("5.00")))
    deposit_most: dict[str, Decimal] = Field(dict.fromkeys(CURRENCIES, Decimal("50000.00")))
    """As the wallet's: deposits can begin there, too."""

    invoice_entity: str = Field("AMG", pattern=r"^[A-Z]{2,6}$")
    """What the numbers of the platform's own invoices begin with."""

    tax_basis_points: int = Field(1_900, ge=0, le=10_000)
    """The tax that the platform's prices include: 1900 is 19 %."""

    legal_name: str = Field("Amigok (local)", min_length=1, max_length=200)
    legal_address: str = Field("1 Example Road\n00000 Exampletown", min_length=1, max_length=500)
    """In lines, as on a letter."""

    legal_tax_id: str = Field("XX000000000", min_length=1, max_length=40)
    legal_email: str = Field("billing@amigok.test", min_length=3, max_length=254)

    @field_validator("deposit_least", "deposit_most")
    @classmethod
    def _of_every_currency(cls, amounts: dict[str, Decimal]) -> dict[str, Decimal]:
        if set(amounts) != set(CURRENCIES) or any(amount <= 0 for amount in amounts.values()):
            raise ValueError(f"needs an amount above zero for each of {', '.join(CURRENCIES)}")
        return amounts
