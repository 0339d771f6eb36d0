"""The key pairs that sign access tokens: made at the first start, sealed at rest, published as a JSON Web Key Set."""

import base64
import json
import os
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from jwt.algorithms import ECAlgorithm
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from amigok_chassis import clock
from identity.models import SigningKey
from identity.settings import Settings

ALGORITHM = "ES256"
NONCE_BYTES = 12

_ONE_REPLICA_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7305010)")


@dataclass(frozen=True)
class OpenKey:
    """A signing key in memory."""

    kid: str
    private: ec.EllipticCurvePrivateKey


async def ensure_signing_key(db: AsyncSession) -> None:
    """Makes the first key, once for all replicas; refuses to start when the secret key does not open it."""
    secret = Settings().key
    await db.execute(_ONE_REPLICA_AT_A_TIME)
    row = await current(db)
    if row is None:
        db.add(generate(secret))
    else:
        opened(row, secret)


async def current(db: AsyncSession) -> SigningKey | None:
    """The key that signs now."""
    return await db.scalar(select(SigningKey).where(SigningKey.algorithm == ALGORITHM, SigningKey.retired_at.is_(None)))


async def signing_key(db: AsyncSession, secret: bytes) -> OpenKey:
    """The key that signs now, opened. There is one since the service started."""
    row = await current(db)
    assert row is not None
    return opened(row, secret)


async def jwks(db: AsyncSession) -> list[dict[str, str]]:
    """The public halves of all keys whose tokens are good."""
    rows = await db.scalars(select(SigningKey.public_jwk).order_by(SigningKey.created_at))
    return [json.loads(jwk) for jwk in rows]


def generate(secret: bytes) -> SigningKey:
    """A fresh ES256 key pair, sealed."""
    private = ec.generate_private_key(ec.SECP256R1())
    jwk = ECAlgorithm(ECAlgorithm.SHA256).to_jwk(private.public_key(), as_dict=True)
    kid = thumbprint(jwk)
    plain = private.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    nonce = os.urandom(NONCE_BYTES)
    public = {**jwk, "kid": kid, "alg": ALGORITHM, "use": "sig"}
    return SigningKey(
        kid=kid, algorithm=ALGORITHM, public_jwk=json.dumps(public),
        sealed=nonce + AESGCM(secret).encrypt(nonce, plain, kid.encode()), created_at=clock.now(),
    )  # fmt: skip


def opened(row: SigningKey, secret: bytes) -> OpenKey:
    """The key that a row seals. Raises ValueError when it was sealed with another secret key."""
    return _open(row.kid, row.sealed, secret)


@lru_cache(maxsize=8)
def _open(kid: str, sealed: bytes, secret: bytes) -> OpenKey:
    nonce, box = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
    try:
        plain = AESGCM(secret).decrypt(nonce, box, kid.encode())
    except InvalidTag:
        raise ValueError("IDENTITY_SECRET_KEY does not open the signing keys of this database") from None
    private = serialization.load_der_private_key(plain, password=None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    return OpenKey(kid, private)


def thumbprint(jwk: dict[str, str]) -> str:
    """The SHA-256 thumbprint of an elliptic-curve key (RFC 7638), in base64url."""
    members = json.dumps({name: jwk[name] for name in ("crv", "kty", "x", "y")}, separators=(",", ":"))
    return base64.urlsafe_b64encode(sha256(members.encode()).digest()).decode().rstrip("=")
