"""Makes, rotates and publishes the key pairs that sign access tokens. They are sealed at rest.

A new key is published `AHEAD` of its first signature, so that everybody has it by then: a verifier that meets an
unknown key fetches the key set, at most every 5 s, and caches in between keep it for `MAX_AGE`. So nobody gets a token
whose key is missing from a set that they have just fetched and may not fetch again yet.
"""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm
from sqlalchemy import select, text

from amigok_chassis import clock
from amigok_chassis.sealing import derive, seal, unseal
from amigok_chassis.unit_of_work import UnitOfWork
from identity.keys.models import SigningKey

ALGORITHM = "ES256"
_PURPOSE = "signing keys"
MAX_AGE = timedelta(seconds=60)
"""How long caches may keep the key set."""

AHEAD = MAX_AGE + timedelta(seconds=30)

_ONE_REPLICA_AT_A_TIME = text("SELECT pg_advisory_xact_lock(7305010)")


@dataclass(frozen=True)
class OpenKey:
    """A signing key in memory."""

    kid: str
    private: ec.EllipticCurvePrivateKey


async def ensure_signing_key(db: UnitOfWork) -> None:
    """Makes the first key, once for all replicas. Raises ValueError when the data key does not open one of them."""
    await db.execute(_ONE_REPLICA_AT_A_TIME)
    rows = await _all(db)
    if not rows:
        db.add(generate(db.data_key, signs_from=clock.now()))
    for row in rows:
        opened(row, db.data_key)


async def rotate(db: UnitOfWork) -> SigningKey:
    """Publishes the next key and sets when it takes over. A second rotation before that takes over after it."""
    await db.execute(_ONE_REPLICA_AT_A_TIME)
    signs_from = clock.now() + AHEAD
    last = await db.scalar(
        select(SigningKey).where(SigningKey.algorithm == ALGORITHM, SigningKey.retired_at.is_(None)).with_for_update()
    )
    if last is not None:
        signs_from = max(signs_from, last.signs_from + timedelta(seconds=1))
        last.retired_at = signs_from
        await db.flush()
    following = generate(db.data_key, signs_from=signs_from)
    db.add(following)
    return following


def signer(rows: Sequence[SigningKey], now: datetime) -> SigningKey:
    """The key that signs now: the last one that may, or the first one if the clock went back before all of them."""
    started = [row for row in rows if row.signs_from <= now]
    return max(started, key=_start) if started else min(rows, key=_start)


def _start(row: SigningKey) -> datetime:
    return row.signs_from


async def _all(db: UnitOfWork) -> Sequence[SigningKey]:
    return (await db.scalars(select(SigningKey).where(SigningKey.algorithm == ALGORITHM))).all()


async def signing_key(db: UnitOfWork) -> OpenKey:
    """The key that signs now, opened. There is one from the start of the service."""
    return opened(signer(await _all(db), clock.now()), db.data_key)


async def jwks(db: UnitOfWork) -> list[dict[str, str]]:
    """The public halves of all keys whose tokens are valid."""
    rows = await db.scalars(select(SigningKey.public_jwk).order_by(SigningKey.created_at))
    return [json.loads(jwk) for jwk in rows]


def generate(secret: bytes, *, signs_from: datetime) -> SigningKey:
    """A fresh ES256 key pair, sealed."""
    private = ec.generate_private_key(ec.SECP256R1())
    jwk = ECAlgorithm(ECAlgorithm.SHA256).to_jwk(private.public_key(), as_dict=True)
    kid = thumbprint(jwk)
    plain = private.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = {**jwk, "kid": kid, "alg": ALGORITHM, "use": "sig"}
    return SigningKey(
        kid=kid,
        algorithm=ALGORITHM,
        public_jwk=json.dumps(public),
        sealed=seal(derive(secret, _PURPOSE), plain, bound=kid),
        created_at=clock.now(),
        signs_from=signs_from,
    )


def opened(row: SigningKey, secret: bytes) -> OpenKey:
    """The key in a row. Raises ValueError when the data key does not open it."""
    return _open(row.kid, row.sealed, secret)


@lru_cache(maxsize=8)
def _open(kid: str, sealed: bytes, secret: bytes) -> OpenKey:
    try:
        plain = unseal(derive(secret, _PURPOSE), sealed, bound=kid)
    except ValueError:
        raise ValueError(f"the data key of this database does not open its signing key {kid}") from None
    private = serialization.load_der_private_key(plain, password=None)
    assert isinstance(private, ec.EllipticCurvePrivateKey)
    return OpenKey(kid, private)


def thumbprint(jwk: dict[str, str]) -> str:
    """The SHA-256 thumbprint of an elliptic-curve key (RFC 7638), in base64url."""
    members = json.dumps({name: jwk[name] for name in ("crv", "kty", "x", "y")}, separators=(",", ":"))
    return base64.urlsafe_b64encode(sha256(members.encode()).digest()).decode().rstrip("=")
