"""What use cases that call providers work with: the database, the providers and where payers come back to."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends

from amigok_chassis.context import Context, InContext
from amigok_chassis.db import Database
from payment.providers.registry import Providers, providers_of
from payment.settings import Settings


@dataclass(frozen=True)
class Desk:
    """One context's. Nothing is asked of `providers` while a transaction is open."""

    db: Database
    providers: Providers
    settings: Settings
    return_url: str

    @classmethod
    def of(cls, context: Context) -> "Desk":
        settings = context.settings(Settings)
        return cls(context.db, providers_of(context), settings, settings.return_url or context.config.public_url)


async def _desk(context: InContext) -> Desk:
    return Desk.of(context)


AtDesk = Annotated[Desk, Depends(_desk)]
