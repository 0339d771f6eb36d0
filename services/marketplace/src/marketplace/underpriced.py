"""Animals of the platform's own for far less than they are worth: one administrator proposes it, another decides.

Who will buy one is not known, so that nobody is named as who gains by it.
"""

from uuid import UUID

from amigok_chassis.proposals import Kind, ProposalOut
from amigok_chassis.proposals import propose as keep
from amigok_chassis.unit_of_work import UnitOfWork
from marketplace import listings, values
from marketplace.errors import ValueChanged
from marketplace.schemas import PlatformOfferIn, UnderpricedOffer


async def propose(db: UnitOfWork, wish: PlatformOfferIn, *, by: UUID) -> ProposalOut:
    """Keeps an offer until another administrator has decided. Raises what `listings.admit` raises, and NotEntitled."""
    await listings.admit(db, wish, seller_id=None, livestock_id=wish.livestock_id)
    payload = UnderpricedOffer(**dict(wish), value=await values.of(db, wish.livestock_id))
    return await keep(db, UNDERPRICED, payload, subject_id=wish.livestock_id, beneficiaries=[], by=by)


async def _offer(db: UnitOfWork, wanted: UnderpricedOffer, _: UUID, __: UUID) -> None:
    """Raises ValueChanged where the animal is worth more or less than both have seen."""
    await listings.offer(db, wanted, seller_id=None, livestock_id=wanted.livestock_id, may_be_low=True)
    if wanted.value != await values.of(db, wanted.livestock_id):
        raise ValueChanged


UNDERPRICED = Kind("listing.underpriced", UnderpricedOffer, _offer)
