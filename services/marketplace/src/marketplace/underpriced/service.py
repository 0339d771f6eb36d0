"""Offers platform animals far below their value, once two administrators agree.

The buyer is not known yet, so the proposal names no beneficiary.
"""

from uuid import UUID

from amigok_chassis.errors import NotFound
from amigok_chassis.proposals import Kind, ProposalOut
from amigok_chassis.proposals import propose as keep
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace.animals import values
from marketplace.animals.errors import AnimalGone, NotForSale
from marketplace.listings import offering
from marketplace.listings.errors import AlreadyListed, FeeChanged, NotPlatformOwned, PriceNotPositive, SaleNotSettled
from marketplace.listings.schemas import PlatformOfferIn
from marketplace.underpriced.errors import ValueChanged
from marketplace.underpriced.schemas import UnderpricedOffer


async def propose(db: UnitOfWork, terms: PlatformOfferIn, *, by: UUID) -> ProposalOut:
    """Proposes an offer to another administrator. Raises what `offering.admit` raises, and NotEntitled."""
    await offering.admit(db, terms, seller_id=None, livestock_id=terms.livestock_id)
    payload = UnderpricedOffer(**dict(terms), value=await values.of(db, terms.livestock_id))
    return await keep(db, UNDERPRICED, payload, subject_id=terms.livestock_id, beneficiaries=[], by=by)


async def _offer(db: UnitOfWork, wanted: UnderpricedOffer, _: UUID, __: UUID) -> None:
    """Raises ValueChanged if the animal's value is not the one that both administrators saw."""
    await offering.offer(db, wanted, seller_id=None, livestock_id=wanted.livestock_id, may_be_low=True)
    if wanted.value != await values.of(db, wanted.livestock_id):
        raise ValueChanged


UNDERPRICED = Kind(
    "listing.underpriced",
    UnderpricedOffer,
    _offer,
    raises=(
        NotFound,
        AlreadyListed,
        AnimalGone,
        FeeChanged,
        NotForSale,
        NotPlatformOwned,
        SaleNotSettled,
        ValueChanged,
        PriceNotPositive,
    ),
)
