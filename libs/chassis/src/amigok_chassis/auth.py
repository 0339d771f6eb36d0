"""Authentication: access tokens are verified here with the keys of identity's JWKS, without a call per request."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID

import httpx
import jwt
import structlog
from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from fastapi.security.utils import get_authorization_scheme_param
from jwt import PyJWK, PyJWKSet

from amigok_chassis import actor, clock
from amigok_chassis.errors import Forbidden, SecondFactorRequired, StepUpRequired, Unauthenticated, Unavailable
from amigok_chassis.problems import raising
from amigok_contracts.assurance import Assurance

log = structlog.get_logger()

ALGORITHMS = ["ES256", "EdDSA"]
AUDIENCE = "amigok"
TOKEN_TYPE = "at+jwt"  # noqa: S105  RFC 9068
REFETCH_SECONDS = 5.0
FIRST_FETCH_SECONDS = 0.5
CACHED_TOKENS = 10_000
RECENT_SECONDS = 600
SAFE = frozenset({"GET", "HEAD"})
"""The methods that change nothing."""

HALF_PROVEN_ADMIN = "admin without a second factor"
"""The role of an administrator who has not shown the second factor that the installation asks for: it opens nothing."""


@dataclass(frozen=True, slots=True)
class Principal:
    """The verified user behind a request."""

    id: UUID
    role: str
    session_id: str
    expires_at: float
    authenticated_at: float = 0.0
    """When the user last proved who they are with all factors they have (`auth_time`, epoch seconds)."""
    amr: frozenset[str] = frozenset()
    """How they did (RFC 8176): `pwd`, `otp`, `hwk`, ...; with `mfa` where it was more than one factor."""
    device_since: float = 0.0
    """Since when the user has signed in on this device (`dev`, epoch seconds); 0 when nobody knows: treat it as new."""


class TokenVerifier:
    """Verifies access tokens; remembers verified ones by digest until they expire."""

    def __init__(
        self, http: httpx.AsyncClient, jwks_url: str, *, issuer: str, require_second_factor: bool = True
    ) -> None:
        self._http = http
        self._url = jwks_url
        self._issuer = issuer
        self._require_second_factor = require_second_factor
        self._keys: dict[str, PyJWK] = {}
        self._fetched = float("-inf")
        self._fetching = asyncio.Lock()
        self._verified: OrderedDict[bytes, Principal] = OrderedDict()
        self.revoked: frozenset[str] = frozenset()
        """Ids of revoked sessions whose tokens have not expired yet; kept current by `control`."""

    async def verify(self, token: str) -> Principal:
        """The principal of a token. Raises Unauthenticated; Unavailable when no key could ever be fetched."""
        digest = sha256(token.encode("utf-8", "surrogateescape")).digest()
        principal = self._verified.get(digest)
        if principal is None:
            principal = await self._verify(token)
            self._verified[digest] = principal
            if len(self._verified) > CACHED_TOKENS:
                self._verified.popitem(last=False)
        self.refuse_ended(principal)
        return principal

    def refuse_ended(self, principal: Principal) -> None:
        """Raises Unauthenticated where the token of a verified principal has expired, or their session was ended."""
        if principal.expires_at <= clock.now().timestamp():
            raise Unauthenticated("The access token has expired.")
        if principal.session_id in self.revoked:
            raise Unauthenticated("The session was ended.")

    async def _verify(self, token: str) -> Principal:
        try:
            header = jwt.get_unverified_header(token)
            key = await self._key(str(header.get("kid")))
            claims = jwt.decode(
                token,
                key,
                algorithms=ALGORITHMS,
                audience=AUDIENCE,
                issuer=self._issuer,
                options={
                    "require": ["exp", "iat", "sub", "sid", "role"],
                    "verify_exp": False,
                    "verify_iat": False,
                    "verify_nbf": False,
                },
            )
            if header.get("typ") != TOKEN_TYPE:
                raise Unauthenticated("This is not an access token.")
            role, amr = str(claims["role"]), frozenset(map(str, claims.get("amr", ())))
            if role == "admin" and self._require_second_factor and "mfa" not in amr:
                role = HALF_PROVEN_ADMIN
            return Principal(
                UUID(str(claims["sub"])),
                role,
                str(claims["sid"]),
                float(claims["exp"]),
                float(claims.get("auth_time", 0)),
                amr,
                float(claims.get("dev", 0)),
            )
        except (jwt.PyJWTError, ValueError, TypeError) as error:
            raise Unauthenticated("The access token is not valid.") from error

    async def _key(self, kid: str) -> PyJWK:
        if kid not in self._keys:
            await self._fetch()
        if not self._keys:
            raise Unavailable("The keys that verify access tokens cannot be had.")
        if kid not in self._keys:
            raise Unauthenticated("The access token is signed with an unknown key.")
        return self._keys[kid]

    async def _fetch(self) -> None:
        """Fetches the key set, at most every few seconds; an unreachable identity leaves the known keys."""
        async with self._fetching:
            pause = REFETCH_SECONDS if self._keys else FIRST_FETCH_SECONDS
            if time.monotonic() - self._fetched < pause:
                return
            try:
                response = await self._http.get(self._url)
                response.raise_for_status()
                self.trust(response.json())
            except (httpx.HTTPError, ValueError, jwt.PyJWTError) as error:
                log.warning("jwks.unreachable", error=repr(error))
            finally:
                self._fetched = time.monotonic()

    def trust(self, jwks: dict[str, Any]) -> None:
        """Uses this JSON Web Key Set to verify access tokens."""
        self._keys = {str(key.key_id): key for key in PyJWKSet.from_dict(jwks).keys}


async def bearer(tokens: TokenVerifier, authorization: str) -> Principal:
    """The principal of an Authorization header. Raises Unauthenticated, Unavailable."""
    scheme, token = get_authorization_scheme_param(authorization)
    if scheme.lower() != "bearer":
        raise Unauthenticated
    return await tokens.verify(token)


BEARER = "token"
"""What documents that FastAPI makes call the scheme of access tokens."""
_bearer = HTTPBearer(auto_error=False, bearerFormat="JWT", scheme_name=BEARER)
_Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]

ROLES: dict[Callable[..., Any], frozenset[str]] = {}
"""The roles that each guard made by `requires` admits."""


@raising(Unauthenticated, Unavailable)
async def current_user(request: Request, credentials: _Credentials) -> Principal:
    """The user of the request. Raises Unauthenticated."""
    if credentials is None:
        raise Unauthenticated
    verifier: TokenVerifier = request.app.state.runtime.tokens
    principal = await verifier.verify(credentials.credentials)
    request.state.principal = principal
    actor.identified(principal.id)
    return principal


@raising(Unauthenticated, Unavailable)
async def maybe_user(request: Request, credentials: _Credentials) -> Principal | None:
    """The user of the request, or None without a token. A bad token is still refused."""
    return None if credentials is None else await current_user(request, credentials)


CurrentUser = Annotated[Principal, Depends(current_user)]
MaybeUser = Annotated[Principal | None, Depends(maybe_user)]


def requires(*roles: str, recent: bool = False) -> Callable[[Request, Principal], Coroutine[Any, Any, Principal]]:
    """A dependency that admits only these roles. What they change is not committed without an audit entry.

    `recent`: they must have authenticated within the last minutes. Raises Forbidden, SecondFactorRequired,
    StepUpRequired.
    """

    kinds = (Forbidden, *([SecondFactorRequired] * ("admin" in roles)), *([StepUpRequired] * recent))

    @raising(*kinds)
    async def guard(request: Request, user: CurrentUser) -> Principal:
        if user.role == HALF_PROVEN_ADMIN and "admin" in roles:
            raise SecondFactorRequired
        if user.role not in roles:
            raise Forbidden(f"This needs the role {' or '.join(roles)}.")
        if recent:
            await recent_user(user)
        if request.method not in SAFE:
            actor.owing()
        return user

    ROLES[guard] = frozenset(roles)
    return guard


def assurance(user: Principal) -> Assurance:
    """How well the user is authenticated, for services that decide elsewhere what the user may do."""
    return Assurance(
        authenticated_at=datetime.fromtimestamp(user.authenticated_at, UTC),
        multi_factor="mfa" in user.amr,
        device_since=datetime.fromtimestamp(user.device_since, UTC) if user.device_since else None,
    )


@raising(StepUpRequired)
async def recent_user(user: CurrentUser) -> Principal:
    """The user, who must have authenticated within the last minutes. Raises StepUpRequired."""
    if clock.now().timestamp() - user.authenticated_at > RECENT_SECONDS:
        raise StepUpRequired
    return user


RecentUser = Annotated[Principal, Depends(recent_user)]
"""For what a stolen session must not do: the client proves the user's factors again and comes back."""

Administrator = Annotated[Principal, Depends(requires("admin"))]

RecentAdministrator = Annotated[Principal, Depends(requires("admin", recent=True))]
"""An administrator who has authenticated within the last minutes."""
