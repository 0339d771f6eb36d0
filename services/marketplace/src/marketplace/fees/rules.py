"""How fees are worked out: a share of the price, and at least a minimum, but never more than the price."""

from decimal import Decimal
from uuid import UUID

from amigok_contracts import Money
from marketplace.settings import FeeRule, ListingType, Settings


def listing_type(seller_id: UUID | None) -> ListingType:
    """Returns the kind of a listing: without a seller the platform sells."""
    return "system_livestock" if seller_id is None else "user_resale"


LISTING_TYPE_SQL = "CASE WHEN l.seller_id IS NULL THEN 'system_livestock' ELSE 'user_resale' END"
"""The kind of the listing `l`, the same as `listing_type`."""


def rule(settings: Settings, kind: ListingType) -> FeeRule:
    """Returns the rule for listings of a kind: that of the table, or else the general one."""
    return settings.fees.get(kind) or FeeRule(basis_points=settings.fee_basis_points)


def minimum(rule: FeeRule, currency: str) -> Money:
    """Returns the least fee in a currency: nothing, if the rule names none."""
    return Money(amount=rule.minimum.get(currency, Decimal()), currency=currency)


def fee(price: Money, *, basis_points: int, minimum: int = 0) -> Money:
    """Returns the fee in the price's currency, half a minor unit rounded up: 250 basis points of 240.00 are 6.00.

    `minimum` is in minor units.
    """
    share = (price.minor * basis_points + 5_000) // 10_000
    return Money.of_minor(min(max(share, minimum), price.minor), price.currency)


FEE_SQL = "least(greatest(div(l.price::numeric * l.fee_basis_points + 5000, 10000), l.fee_minimum), l.price)"
"""The fee of the listing `l` in minor units, the same as `fee`, for lists that the database builds."""


def of_part(fee: int, *, part: int, price: int) -> int:
    """Returns what of a fee falls to a part of the price, all in minor units; half a unit is rounded up."""
    return (2 * fee * part + price) // (2 * price)
