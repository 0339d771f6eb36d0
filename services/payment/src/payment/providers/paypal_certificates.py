"""Verifies the signature of PayPal's webhooks by the certificate that they name.

https://developer.paypal.com/api/rest/webhooks/rest/#link-selfverification. Anybody can send a webhook. So we fetch only
certificates from PayPal's own address, each once, one at a time and a few per minute: strangers cannot make us call
anybody else.
"""

import asyncio
import base64
import re
import time
import zlib
from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime

import certifi
import httpx
import structlog
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from amigok_chassis import clock
from payment.providers.protocol import ForgedWebhook, ProviderUnavailable
from payment.settings import Settings

log = structlog.get_logger()

ALGORITHM = "SHA256withRSA"
NAME = re.compile(r"[A-Za-z0-9_-]{1,100}")
"""A certificate's name, at the end of its address."""

MOST = 8
"""How many certificates are cached."""
LARGEST = 65_536
"""The limit in bytes for a certificate with its chain."""
SECONDS = 5.0
PAUSE_SECONDS = 10.0
"""The shortest pause between two fetches."""


class Certificates:
    """PayPal's certificates that this process has needed so far."""

    def __init__(self, settings: Settings, http: httpx.AsyncClient) -> None:
        self._prefix = settings.paypal_cert_url
        self._host = settings.paypal_cert_host
        self._authorities = settings.paypal_cert_authorities
        self._http = http
        self._known: OrderedDict[str, tuple[RSAPublicKey, datetime]] = OrderedDict()
        self._one_at_a_time = asyncio.Lock()
        self._next_fetch = 0.0

    async def check(self, signed: Mapping[str, str], webhook_id: str, body: bytes) -> None:
        """Raises ForgedWebhook; ProviderUnavailable if the certificate cannot be fetched now."""
        if signed["auth-algo"] != ALGORITHM:
            raise ForgedWebhook
        message = f"{signed['transmission-id']}|{signed['transmission-time']}|{webhook_id}|{zlib.crc32(body)}"
        key = await self._key(signed["cert-url"])
        try:
            signature = base64.b64decode(signed["transmission-sig"], validate=True)
            key.verify(signature, message.encode(), PKCS1v15(), SHA256())
        except (ValueError, InvalidSignature) as error:
            raise ForgedWebhook from error

    async def _key(self, url: str) -> RSAPublicKey:
        name = url.removeprefix(self._prefix)
        if not url.startswith(self._prefix) or not NAME.fullmatch(name):
            raise ForgedWebhook
        if (key := self._remembered(name)) is not None:
            return key
        async with self._one_at_a_time:
            if (key := self._remembered(name)) is None:
                key = await self._fetched(name)
        return key

    def _remembered(self, name: str) -> RSAPublicKey | None:
        key, good_until = self._known.get(name, (None, None))
        return key if good_until is not None and clock.now() - clock.offset() < good_until else None

    async def _fetched(self, name: str) -> RSAPublicKey:
        if time.monotonic() < self._next_fetch:
            raise ProviderUnavailable("paypal: another certificate was just fetched")
        self._next_fetch = time.monotonic() + PAUSE_SECONDS
        try:
            async with asyncio.timeout(SECONDS):
                found = self._leaf(await self._read(name))
        except (httpx.HTTPError, TimeoutError) as error:
            raise ProviderUnavailable(f"paypal: no certificate, {type(error).__name__}") from error
        key = found.public_key()
        if not isinstance(key, RSAPublicKey):
            raise ForgedWebhook
        self._known[name] = key, found.not_valid_after_utc
        while len(self._known) > MOST:
            self._known.popitem(last=False)
        return key

    async def _read(self, name: str) -> bytes:
        """Reads the certificate and its chain. Follows no redirect."""
        async with self._http.stream("GET", self._prefix + name, follow_redirects=False) as answer:
            if answer.status_code == 404:
                raise ForgedWebhook
            answer.raise_for_status()
            read = b""
            async for part in answer.aiter_bytes(LARGEST):
                read += part
                if len(read) > LARGEST:
                    raise ForgedWebhook
        return read

    def _leaf(self, pem: bytes) -> x509.Certificate:
        """Returns the certificate, verified by its name and chain. Raises ForgedWebhook."""
        try:
            leaf, *between = x509.load_pem_x509_certificates(pem)
            verifier = PolicyBuilder().store(self._trusted()).build_server_verifier(x509.DNSName(self._host))
            verifier.verify(leaf, between)
        except (ValueError, VerificationError) as error:
            log.warning("paypal.certificate_refused", error=repr(error))
            raise ForgedWebhook from error
        return leaf

    def _trusted(self) -> Store:
        if self._authorities:
            return Store(x509.load_pem_x509_certificates(self._authorities.encode()))
        with open(certifi.where(), "rb") as authorities:
            return Store(x509.load_pem_x509_certificates(authorities.read()))
