"""A client app in miniature: people who sign up, sign in and call the gateway. For the demo and black-box tests."""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from base64 import b32decode
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import httpx
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from amigok import mailbox
from amigok_chassis.patience import PATIENCE, until
from amigok_client import AsyncClient, Call, Problem, StreamEvent, Tokens
from amigok_client.api import (
    account_requests,
    administration,
    invitations,
    kyc,
    logins,
    market,
    orders,
    proposals,
    refunds,
    statements,
    two_factor,
    verifications,
)
from amigok_client.models import (
    AcceptIn,
    AppCode,
    BuyIn,
    DecisionIn,
    LoginIn,
    LoginOut,
    MoneyAsked,
    NewUserIn,
    OrderOut,
    PasswordProof,
    PaymentDetailOut,
    RecoveryProof,
    RegisterIn,
    SubmitIn,
    TokenProof,
)
from amigok_client.models.buy_in_pay_with import BuyInPayWith
from amigok_client.models.new_user_in_role import NewUserInRole
from amigok_client.types import File

T = TypeVar("T")

_JPEG = b"\xff\xd8\xff\xe1\x00\x10Exif\0\0" + bytes(20)


def usd(amount: str) -> MoneyAsked:
    return MoneyAsked(amount, "USD")


class Person:
    """Somebody signed in at the fleet behind `http`; with a refresh token they stay so."""

    def __init__(
        self, http: httpx.AsyncClient, name: str, id: UUID, token: str, *, password: str = "", refresh_token: str = ""
    ) -> None:
        self.http = http
        self.name = name
        self.id = id
        self.password = password
        self._client = AsyncClient(http, Tokens(token, refresh_token))

    @property
    def token(self) -> str:
        return self._client.tokens.access if self._client.tokens else ""

    async def send(self, call: Call[T]) -> T:
        """What the API answers. Raises Problem."""
        return await self._client.send(call)

    def listen(self) -> AsyncGenerator[StreamEvent]:
        """What the stream of notifications tells from now on."""
        return self._client.listen()

    async def balance(self) -> tuple[str, str]:
        """Available and held, as decimal strings of US dollars."""
        for balance in (await self.send(statements.read_balance())).balances:
            if balance.available.currency == "USD":
                return balance.available.amount, balance.held.amount
        return "0.00", "0.00"

    async def buy(self, livestock_id: UUID) -> OrderOut:
        """Places an order of what is for sale now and follows it to its end."""
        return await self.follow((await self.order(livestock_id)).id)

    async def order(self, livestock_id: UUID, *, pay_with: BuyInPayWith = "wallet", key: str | None = None) -> OrderOut:
        """Places an order of an animal, at the price for which it is listed now."""
        listing = await self.send(market.read_listing(livestock_id))
        body = BuyIn(listing.id, usd(listing.price.amount), pay_with=pay_with)
        return await self.send(orders.buy_order(livestock_id, body=body, idempotency_key=key))

    async def insist(self, livestock_id: UUID) -> OrderOut:
        """Places an order as a client app would that loses its connection: again, with the same key, until answered."""
        key = Call.key()
        while True:
            try:
                return await self.order(livestock_id, key=key)
            except httpx.TransportError:
                pass
            except Problem as problem:
                if problem.status not in (502, 503, 504):
                    raise
            await asyncio.sleep(0.2)

    async def step_up(self, *, password: str = "", recovery_code: str = "") -> None:
        """Proves again who this is, with the password or a second factor. Raises Problem."""
        proof = PasswordProof(password) if password else RecoveryProof(recovery_code)
        access = (await self.send(two_factor.prove_again(body=proof))).access_token
        refresh = self._client.tokens.refresh if self._client.tokens else ""
        self._client.tokens = Tokens(access, refresh)

    async def second_factor(self) -> list[str]:
        """Turns a second factor on, an app that shows codes. Returns the recovery codes."""
        secret = (await self.send(two_factor.enable_two_factor())).secret
        return (await self.send(two_factor.verify_two_factor(body=AppCode(totp(secret))))).recovery_codes

    async def submit_kyc(self) -> None:
        """Submits documents that prove who this is."""
        await self.send(kyc.submit_kyc(body=_passport()))

    async def paid(self, payment_id: UUID) -> PaymentDetailOut:
        """The payment once it has ended. Raises TimeoutError."""

        async def ended() -> PaymentDetailOut | None:
            payment = await self.send(refunds.get_payment(payment_id))
            return payment if payment.state in ("completed", "cancelled") else None

        return await until(ended)

    async def follow(self, order_id: UUID) -> OrderOut:
        """The order once it has ended; the buyer confirms what is in escrow. A busy fleet is asked again.

        Raises TimeoutError.
        """

        async def ended() -> OrderOut | None:
            try:
                order = await self.send(orders.read_order(order_id))
                if order.state == "escrowed":
                    await self.send(orders.confirm_receipt(order_id))
            except Problem as problem:
                if problem.status != 503:
                    raise
                return None
            return order if order.state in ("completed", "cancelled", "refunded") else None

        return await until(ended)


def _passport() -> SubmitIn:
    return SubmitIn(
        legal_name="Anna Example",
        date_of_birth=date(1990, 12, 10),
        country="DE",
        document_type="passport",
        document_number="C01X00T47",
        address="Musterstr. 1, 10115 Berlin",
        front=File(BytesIO(_JPEG), "front.jpg", "image/jpeg"),
        selfie=File(BytesIO(_JPEG), "selfie.jpg", "image/jpeg"),
    )


def totp(secret: str) -> str:
    """What an authenticator app shows now, of a secret in base32 (RFC 6238)."""
    return TOTP(b32decode(secret), 6, SHA1(), 30).generate(int(time.time())).decode()  # noqa: S303


@asynccontextmanager
async def connect(url: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the gateway at `url`."""
    limits = httpx.Limits(max_connections=200, max_keepalive_connections=50)
    async with httpx.AsyncClient(base_url=url, timeout=PATIENCE, limits=limits) as http:
        yield http


async def sign_in(http: httpx.AsyncClient, *, login: str, password: str) -> Person:
    """Somebody whose password is enough. Raises Problem."""
    answer = await AsyncClient(http).send(logins.login(body=LoginIn(login, password)))
    assert isinstance(answer, LoginOut), "a second factor is asked for"
    tokens = {"token": answer.access_token, "refresh_token": answer.refresh_token}
    return Person(http, answer.user.username, answer.user.id, password=password, **tokens)


async def sign_up(http: httpx.AsyncClient, mail: Path, *, name: str) -> Person:
    """Registers, follows the link of the mail that lands in the folder `mail`, signs in, and waits for the wallet."""
    unique = f"{name}-{secrets.token_hex(4)}"
    email, password = f"{unique}@amigok.test", secrets.token_urlsafe(18)
    stranger = AsyncClient(http)
    await stranger.send(account_requests.register_account(body=RegisterIn(email, password, unique)))
    token = await until(lambda: _token(mail, email, page="verify-email"))
    await stranger.send(verifications.verify_email(body=TokenProof(token)))
    person = await sign_in(http, login=email, password=password)
    await until(lambda: _has_wallet(person))
    return person


async def hire(admin: Person, other: Person, mail: Path, *, name: str, role: NewUserInRole) -> Person:
    """Somebody whom an administrator invites to a role, to which another agrees if it decides; signed in."""
    unique = f"{name}-{secrets.token_hex(4)}"
    email, password = f"{unique}@amigok.test", secrets.token_urlsafe(18)
    made = await admin.send(administration.create_user(body=NewUserIn(email, role, username=unique)))
    if made.proposal:
        await other.send(proposals.identity_decide_proposal(made.proposal.id, body=DecisionIn("approved")))
    token = await until(lambda: _token(mail, email, page="invitations"))
    await AsyncClient(admin.http).send(invitations.accept_invitation(body=AcceptIn(password, token)))
    return await sign_in(admin.http, login=email, password=password)


async def _token(mail: Path, email: str, *, page: str) -> str | None:
    """The token of the link to a page, from the newest mail to somebody that has one."""
    for path in mailbox.newest(mail, email):
        found = re.search(rf"{page}\?token=(\S+)", mailbox.read(path).get_content())
        if found:
            return found[1]
    return None


async def _has_wallet(person: Person) -> bool:
    return bool((await person.send(statements.read_balance())).balances)
