"""What endpoints take from a request besides its body."""

from typing import Annotated

from fastapi import Depends

from amigok_chassis.context import InContext
from wallet.settings import Settings


async def _settings(context: InContext) -> Settings:
    return context.settings(Settings)


Rules = Annotated[Settings, Depends(_settings)]
"""The limits of this deployment."""
