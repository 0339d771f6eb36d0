"""What time triggers."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from notification.addresses.models import Contact, StoredAddress
from notification.people import service as people


@every(3600)
async def sweep_addresses(db: UnitOfWork) -> None:
    """Deletes addresses of deleted users that were kept while they were being deleted."""
    await people.sweep(db, StoredAddress, StoredAddress.user_id)


@every(3600)
async def sweep_contacts(db: UnitOfWork) -> None:
    """The same for what identity said about them."""
    await people.sweep(db, Contact, Contact.user_id)
