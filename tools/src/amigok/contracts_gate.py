"""The gate in front of the contracts: what was published stays as it was promised.

Schemas follow their classes as long as nothing breaks; golden examples are written once and never again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from amigok.errors import Failure
from amigok_contracts import Event, parse, routing_key
from amigok_contracts.compatibility import breaking_changes, schema_of

SAMPLES: dict[str, Any] = {
    "aggregate_version": 3,
    "amount": {"amount": "240.00", "currency": "USD"},
    "assurance": {
        "authenticated_at": "2026-03-14T09:25:12.104288Z",
        "multi_factor": True,
        "device_since": "2026-01-02T18:40:07.551203Z",
    },
    "breed_name": "Awassi",
    "currency": "USD",
    "farm_name": "Green Valley Farm",
    "fee": {"amount": "6.00", "currency": "USD"},
    "measured_kg": "54.20",
    "kyc": "approved",
    "paid": {"amount": "240.00", "currency": "USD"},
    "payout": {"amount": "190.00", "currency": "USD"},
    "price": {"amount": "240.00", "currency": "USD"},
    "price_per_kg": {"amount": "4.43", "currency": "USD"},
    "role": "investor",
    "sex": "female",
    "shares": [
        {"amount": {"amount": "234.00", "currency": "USD"}, "payee_id": "019586a3-c8d5-7d2d-8d45-6ff8e9b9f6e4"},
        {"amount": {"amount": "6.00", "currency": "USD"}, "fee": "sale"},
    ],
    "signs": ["new_recipient", "new_device"],
    "status": "active",
    "tag_number": "EID-982000123456789",
    "type_name": "Sheep",
    "value": {"amount": "240.00", "currency": "USD"},
    "weight_kg": "54.20",
    "email_digest": "q0aS2v9yVdNS1yq4bQz0y9uTnE1dS7wM0mJb3cX8k5I",
    "fees": {"amount": "7.26", "currency": "USD"},
    "gross": {"amount": "240.00", "currency": "USD"},
    "method": "card",
    "number": "AMG-2026-000042",
    "sealed_name": "qRk1c2JhV3lDb0ZmZWVBbmRUZWFGb3JUd28xMjM0NTY3OA==",
    "sealed_destination": "3q2+7wAAAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBk=",
    "title": "Dorper ewe of two years",
    "total": {"amount": "240.00", "currency": "USD"},
    "username_digest": "Zx1uN7C0m3pQf4r2s8vK5y6tB9hJ1dLwEoXaGiRkPqU",
    "farm.livestock.sale_status_changed.blocks": [
        {"reason": "withdrawal_period", "until": "2026-04-11T09:26:53.589793Z"},
        {"reason": "quarantine", "until": None},
    ],
    "farm.livestock.sale_status_changed.sellable": False,
    "wallet.exit.allowed.purpose": "charge",
    "wallet.exit.noticed.purpose": "transfer",
    "wallet.exit.refused.purpose": "charge",
    "marketplace.books.stated.items": [
        {
            "reference_id": "019586a3-c8d5-7d2d-8d45-6ff8e9b9f6e4",
            "kind": "capture",
            "amount": {"amount": "240.00", "currency": "USD"},
        },
        {
            "reference_id": "019586a3-c8d5-7d2d-8d45-6ff8e9b9f6e4",
            "kind": "fee",
            "amount": {"amount": "6.00", "currency": "USD"},
        },
    ],
    "payment.books.stated.items": [
        {
            "reference_id": "019586a3-c8d5-7d2d-8d45-6ff8e9b9f6e4",
            "kind": "deposit",
            "amount": {"amount": "240.00", "currency": "USD"},
        },
    ],
    "farm.livestock.transfer_refused.reasons": ["not_owner"],
    "farm.withdrawal.cancelled.reason": "owner",
    "marketplace.listing.removed.reason": "removed_by_seller",
    "marketplace.order.cancelled.reason": "insufficient_funds",
    "payment.payment.failed.reason": "expired",
    "payment.payout.failed.reason": "account_closed",
    "payment.refund.failed.reason": "insufficient_funds",
    "wallet.hold.refused.reason": "insufficient_funds",
    "wallet.hold.released.reason": "not_owner",
    "wallet.refund.refused.reason": "insufficient_funds",
    "wallet.withdrawal.approved.method": "bank_transfer",
    "wallet.withdrawal.failed.reason": "account_closed",
    "wallet.withdrawal.rejected.reason": "rejected",
    "wallet.withdrawal.requested.method": "bank_transfer",
}
"""Realistic values of golden examples, by field or by event and field; the rest follows from the field's schema."""


def dump(document: Any) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def files(events: Iterable[type[Event]], folder: Path) -> dict[Path, str]:
    """Every schema and golden example below `folder` as it should be, by path.

    `Failure` when a class breaks what its committed schema or example promises, naming all that it breaks.
    """
    wanted: dict[Path, str] = {}
    broken: list[str] = []
    for event in events:
        schema, name = schema_of(event), f"{routing_key(event)}.json"
        wanted[folder / "schemas" / name] = dump(schema)
        broken += _broken_schema(event, schema, folder / "schemas" / name)
        golden = folder / "examples" / name
        wanted[golden] = golden.read_text() if golden.exists() else dump(example(event))
        broken += _broken_example(event, wanted[golden])
    broken += [
        f"{path.stem} was published, and no class declares it any more"
        for path in sorted((folder / "schemas").glob("*.json"))
        if path not in wanted
    ]
    if broken:
        raise Failure("these contracts are broken:\n  " + "\n  ".join(broken))
    return wanted


def _broken_schema(event: type[Event], schema: dict[str, Any], published: Path) -> list[str]:
    if not published.exists():
        return []
    changes = breaking_changes(json.loads(published.read_text()), schema)
    following = f"declare version {event.version + 1} beside it, with an @upcast from {event.__name__}"
    return [f"{routing_key(event)}: {change}; {following}" for change in changes]


def _broken_example(event: type[Event], golden: str) -> list[str]:
    try:
        parse(event.type, event.version, golden)
    except ValueError as error:
        return [f"{routing_key(event)}: its golden example does not parse any more: {error}"]
    return []


def example(event: type[Event]) -> dict[str, Any]:
    """A realistic instance of an event, the same each time."""
    data = {name: _sample(event, name, field) for name, field in schema_of(event)["properties"].items()}
    return event.model_validate(data).model_dump(mode="json")


def _sample(event: type[Event], name: str, schema: dict[str, Any]) -> Any:
    for key in (f"{event.type}.{name}", name):
        if key in SAMPLES:
            return SAMPLES[key]
    return _plain(name, schema)


def _plain(name: str, schema: dict[str, Any]) -> Any:
    """A value that fits a simple schema."""
    if "default" in schema:
        return schema["default"]
    if "anyOf" in schema:
        return _plain(name, schema["anyOf"][0])
    if "enum" in schema:
        return schema["enum"][0]
    match schema.get("format"), schema.get("type"):
        case "uuid", _:
            return _identifier(name)
        case "date-time", _:
            return "2026-03-14T09:26:53.589793Z"
        case "date", _:
            return "2026-03-14"
        case _, "integer":
            return 1
        case _, "boolean":
            return True
        case _, "array":
            return [_plain(name, schema.get("items", {}))]
        case _, "string":
            return name
    raise Failure(f"no sample for the field {name} of type {schema}; put one into SAMPLES")


def _identifier(name: str) -> str:
    """A version 7 UUID of one moment, told apart by the field it names."""
    tail = sha256(name.encode()).hexdigest()
    return str(UUID(f"019586a3c8d57{tail[:3]}8{tail[3:18]}"))
