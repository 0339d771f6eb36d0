"""The key set as it is published."""

from typing import Annotated

from pydantic import BaseModel

from amigok_contracts.values import known


class Jwk(BaseModel):
    """One public key (RFC 7517)."""

    kty: Annotated[str, known("EC")]
    crv: Annotated[str, known("P-256")]
    x: str
    y: str
    kid: str
    alg: Annotated[str, known("ES256")]
    use: Annotated[str, known("sig")]


class JwksOut(BaseModel):
    keys: list[Jwk]
