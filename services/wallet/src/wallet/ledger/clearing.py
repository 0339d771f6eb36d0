"""What lies at providers, and what the platform keeps no accounts of."""

from amigok_chassis.inbox import Reject
from amigok_chassis.money import CURRENCIES
from wallet.accounts.models import CLEARING_KINDS
from wallet.ledger.posting import Leg


def at_provider(provider: str, minor: int) -> Leg:
    """So many minor units to (positive) or from what lies at a provider. Raises Reject where that has no account."""
    if provider not in CLEARING_KINDS:
        raise Reject(f"the platform keeps no account of what lies at {provider}")
    return Leg(None, provider, minor)


def require_kept(currency: str) -> None:
    """Raises Reject for a currency that the platform keeps no accounts in: trying again would not help."""
    if currency not in CURRENCIES:
        raise Reject(f"the platform keeps no accounts in {currency}")
