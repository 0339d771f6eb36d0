"""What endpoints take from a request besides its body."""

from typing import Annotated

from fastapi import Depends, Request

from wallet.settings import Settings


async def _settings(request: Request) -> Settings:
    own: Settings = request.app.state.runtime.own
    return own


Rules = Annotated[Settings, Depends(_settings)]
"""The limits of this deployment."""
