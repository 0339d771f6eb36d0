"""The key set over HTTP."""

from fastapi import APIRouter, Response

from amigok_chassis.db import Reader
from identity.keys import service
from identity.keys.schemas import Jwk, JwksOut

router = APIRouter()


@router.get("/.well-known/jwks.json")
async def read_jwks(db: Reader, response: Response) -> JwksOut:
    """Returns the keys that verify access tokens (RFC 7517)."""
    response.headers["Cache-Control"] = f"public, max-age={int(service.MAX_AGE.total_seconds())}"
    return JwksOut(keys=[Jwk.model_validate(key) for key in await service.jwks(db)])
