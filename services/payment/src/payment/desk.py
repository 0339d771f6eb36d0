"""What use cases that call providers work with: the database, the providers and where payers come back to."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from amigok_chassis.db import Database
from amigok_chassis.runtime import Runtime
from payment.providers.registry import Providers, providers_of
from payment.settings import Settings


@dataclass(frozen=True)
class Desk:
    """One process's. Nothing is asked of `providers` while a transaction is open."""

    db: Database
    providers: Providers
    settings: Settings
    return_url: str

    @classmethod
    def of(cls, process: Runtime) -> "Desk":
        settings: Settings = process.own
        return cls(process.db, providers_of(process), settings, settings.return_url or process.settings.public_url)


async def _desk(request: Request) -> Desk:
    return Desk.of(request.app.state.runtime)


AtDesk = Annotated[Desk, Depends(_desk)]
