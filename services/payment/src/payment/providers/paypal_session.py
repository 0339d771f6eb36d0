"""A session at PayPal: an access token that lasts some hours, and PayPal's errors translated into ours."""

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import httpx

from payment.providers.protocol import InProgress, ProviderRefused, ProviderUnavailable
from payment.settings import Settings

EARLY_SECONDS = 60
"""A token is renewed one minute before it expires."""

REASONS = {
    "INSTRUMENT_DECLINED": "instrument_declined",
    "PAYER_ACTION_REQUIRED": "authentication_failed",
    "TRANSACTION_REFUSED": "declined",
    "PAYER_CANNOT_PAY": "declined",
    "DUPLICATE_INVOICE_ID": "declined",
    "CURRENCY_NOT_SUPPORTED": "method_not_offered",
    "CAPTURE_FULLY_REFUNDED": "already_refunded",
    "REFUND_AMOUNT_EXCEEDED": "refund_exceeds_payment",
    "MAX_NUMBER_OF_REFUNDS_EXCEEDED": "already_refunded",
    "REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK": "payment_disputed",
    "REFUND_TIME_LIMIT_EXCEEDED": "refund_too_late",
    "INSUFFICIENT_FUNDS": "provider_balance_insufficient",
    "RECEIVER_UNREGISTERED": "account_unknown",
    "RECEIVER_ACCOUNT_LOCKED": "account_closed",
    "RESOURCE_NOT_FOUND": "not_found",
    "INVALID_RESOURCE_ID": "not_found",
}
"""PayPal's issues and error names and our stable codes. All others are `invalid_request`."""

UNDECIDED = {401, 403, 429}
"""Statuses that say nothing about the request itself: a wrong key, too many requests."""
IN_PROGRESS = "PREVIOUS_REQUEST_IN_PROGRESS"
ALREADY_MADE = "USER_BUSINESS_ERROR"
"""A batch of payouts with the same id exists; its address is in the answer."""


class Session:
    """One account at PayPal. Raises only ProviderUnavailable and ProviderRefused."""

    def __init__(self, settings: Settings, http: httpx.AsyncClient) -> None:
        self._url = settings.paypal_url
        self._login = httpx.BasicAuth(settings.paypal_client_id, settings.paypal_secret.get_secret_value())
        self._http = http
        self._token = ""
        self._good_until = 0.0
        self._one_at_a_time = asyncio.Lock()

    async def get(self, path: str, query: Mapping[str, str] | None = None) -> Any:
        return await self._ask("GET", path, params=query)

    async def post(self, path: str, key: str, body: Any) -> Any:
        """Returns the full object that this request created, or an earlier request with the same key."""
        headers = {"PayPal-Request-Id": key, "Prefer": "return=representation"}
        return await self._ask("POST", path, headers=headers, json=body)

    async def _ask(self, method: str, path: str, *, headers: Mapping[str, str] | None = None, **request: Any) -> Any:
        for attempt in range(2):
            token = await self._valid_token()
            given = {**(headers or {}), "Authorization": f"Bearer {token}"}
            answer = await self._send(method, path, headers=given, **request)
            if answer.status_code != 401 or attempt:
                break
            self._forget(token)
        return _read(answer)

    async def _valid_token(self) -> str:
        """Returns the current token, or a new one; concurrent callers share one request for it."""
        async with self._one_at_a_time:
            if time.monotonic() >= self._good_until:
                form = {"grant_type": "client_credentials"}
                found = _read(await self._send("POST", "/v1/oauth2/token", auth=self._login, data=form))
                self._token = found["access_token"]
                self._good_until = time.monotonic() + found["expires_in"] - EARLY_SECONDS
            return self._token

    def _forget(self, token: str) -> None:
        if token == self._token:
            self._good_until = 0.0

    async def _send(self, method: str, path: str, **request: Any) -> httpx.Response:
        try:
            return await self._http.request(method, self._url + path, **request)
        except httpx.HTTPError as error:
            raise ProviderUnavailable(f"paypal: {type(error).__name__}") from error


def _read(answer: httpx.Response) -> Any:
    status, body = answer.status_code, _body(answer)
    name, issues = body.get("name"), [str(detail.get("issue")) for detail in body.get("details") or []]
    if answer.is_success or (name == ALREADY_MADE and body.get("links")):
        return body
    if status == 409 or name == ALREADY_MADE or IN_PROGRESS in issues:
        raise InProgress(f"paypal: {status} {name}")
    if status >= 500 or status in UNDECIDED:
        raise ProviderUnavailable(f"paypal: {status} {name or body.get('error')}")
    raise ProviderRefused(next((REASONS[each] for each in (*issues, name) if each in REASONS), "invalid_request"))


def _body(answer: httpx.Response) -> Any:
    with suppress(ValueError):
        body = answer.json()
        if isinstance(body, dict):
            return body
    raise ProviderUnavailable(f"paypal: {answer.status_code} without an object")
