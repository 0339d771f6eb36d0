"""An animal that its owner owes money for is not sold until the debt is settled.

The events of a debt may come in any order and more than once: a debt that was settled never blocks again. A debt is its
debtor's: its block ends when somebody else gets the animal.
"""

from uuid import UUID, uuid5

from amigok_chassis.unit_of_work import UnitOfWork
from farm.blocks import service as blocks
from farm.livestock.locks import lock_animal_if_any

DEBT = "debt"


def debt_id(purpose: str, reference_id: UUID) -> UUID:
    """Returns the id of a debt, which the wallet knows by its purpose and reference."""
    return uuid5(reference_id, purpose)


async def block(db: UnitOfWork, livestock_id: UUID, *, debt_id: UUID, debtor_id: UUID) -> None:
    """Blocks the sale of an animal that the debtor owns, unless the debt was settled before."""
    if await lock_animal_if_any(db, livestock_id) is not None:
        await blocks.place(db, livestock_id=livestock_id, reason=DEBT, source_id=debt_id, owner_id=debtor_id)


async def unblock(db: UnitOfWork, livestock_id: UUID, *, debt_id: UUID) -> None:
    """Ends the block of a debt, or keeps it from ever being placed."""
    if await lock_animal_if_any(db, livestock_id) is not None:
        await blocks.clear(db, livestock_id=livestock_id, reason=DEBT, source_id=debt_id)
