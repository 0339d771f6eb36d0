"""Firebase Cloud Messaging, HTTP v1, for apps on phones."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx
import jwt

from amigok_chassis import clock
from notification.addresses.values import Address
from notification.senders.answers import refuse_for_now
from notification.senders.sending import AddressDead, Rendered, TryLater

SCOPE = "https://www.googleapis.com/auth/firebase.messaging"
MARGIN_SECONDS = 60
LONGEST_TEXT = 1000


@dataclass(frozen=True)
class ServiceAccount:
    """The account by which Google knows us, from its JSON key file."""

    project_id: str
    client_email: str
    private_key: str = field(repr=False)
    token_uri: str

    @staticmethod
    def read(text: str) -> "ServiceAccount":
        """Raises ValueError, KeyError for what is no key file."""
        found = json.loads(text)
        return ServiceAccount(*(found[name] for name in ("project_id", "client_email", "private_key", "token_uri")))

    def assertion(self) -> str:
        """A signed request for a token (RFC 7523). By the real time: theirs does not move with our clock."""
        now = int((clock.now() - clock.offset()).timestamp())
        claims = {"iss": self.client_email, "scope": SCOPE, "aud": self.token_uri, "iat": now, "exp": now + 3600}
        return jwt.encode(claims, self.private_key, algorithm="RS256")


class FcmSender:
    """Sends to apps. The address is the app's registration token."""

    channel = "fcm"

    def __init__(self, http: httpx.AsyncClient, account: ServiceAccount, *, url: str) -> None:
        self._http = http
        self._account = account
        self._url = f"{url.rstrip('/')}/v1/projects/{account.project_id}/messages:send"
        self._token, self._good_until = "", 0.0
        self._asking = asyncio.Lock()

    async def send(self, message: Rendered, address: Address, *, delivery_id: UUID) -> None:
        """Sends a message, which replaces an earlier one of this delivery. Raises AddressDead, TryLater."""
        try:
            token = await self._access()
            headers = {"Authorization": f"Bearer {token}"}
            body = {"message": _message(message, address.value, str(delivery_id))}
            answer = await self._http.post(self._url, json=body, headers=headers, follow_redirects=False)
        except httpx.HTTPError as error:
            raise TryLater(type(error).__name__) from error
        if answer.status_code == 401:
            self._good_until = 0.0
        if (reason := _error(answer)) in ("UNREGISTERED", "SENDER_ID_MISMATCH"):
            raise AddressDead(reason)
        refuse_for_now(answer)

    async def _access(self) -> str:
        async with self._asking:
            if time.monotonic() >= self._good_until:
                form = {
                    "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
                    "assertion": self._account.assertion(),
                }
                answer = await self._http.post(self._account.token_uri, data=form, follow_redirects=False)
                refuse_for_now(answer)
                self._token = answer.json()["access_token"]
                self._good_until = time.monotonic() + answer.json()["expires_in"] - MARGIN_SECONDS
            return self._token


def _message(message: Rendered, token: str, id: str) -> dict[str, Any]:
    """`id` makes a repeated one replace the first, on either kind of phone."""
    return {
        "token": token,
        "notification": {"title": message.title[:100], "body": message.text[:LONGEST_TEXT]},
        "data": {**message.data, "url": message.link},
        "android": {
            "collapse_key": id,
            "priority": "HIGH" if message.urgent else "NORMAL",
            "notification": {"tag": id},
        },
        "apns": {"headers": {"apns-collapse-id": id, "apns-priority": "10" if message.urgent else "5"}},
    }


def _error(answer: httpx.Response) -> str:
    """The code of FCM's own in a refusal."""
    if answer.is_success:
        return ""
    try:
        details = answer.json()["error"].get("details", ())
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""
    return next((str(each["errorCode"]) for each in details if "errorCode" in each), "")
