"""Where money is sent to: checked as it comes in, sealed where it lies, shown by its end."""

import json
from collections.abc import Mapping
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from stdnum import bic, iban
from stdnum.exceptions import ValidationError

from amigok_chassis import sealing, transit
from amigok_chassis.text import Name
from amigok_chassis.unit_of_work import UnitOfWork
from wallet.values import Email


def _iban(value: str) -> str:
    """Its checksum and its country's shape are right. Lists of a country's banks would be out of date some day."""
    try:
        return iban.validate(value, check_country=False)
    except ValidationError as error:
        raise ValueError("not an IBAN") from error


def _bic(value: str) -> str:
    try:
        return bic.validate(value)
    except ValidationError as error:
        raise ValueError("not a BIC") from error


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class BankAccount(_In):
    """An account at a bank, with an IBAN."""

    holder: Annotated[Name, Field(min_length=2, max_length=100)]
    iban: Annotated[str, Field(max_length=50, examples=["DE89 3704 0044 0532 0130 00"]), AfterValidator(_iban)]
    bic: Annotated[str, Field(max_length=20), AfterValidator(_bic)] | None = None


class PayPalAccount(_In):
    """An account at PayPal."""

    email: Email


Account = BankAccount | PayPalAccount


def seal(db: UnitOfWork, withdrawal_id: UUID, account: Account) -> bytes:
    """The account, sealed for its withdrawal with the data key."""
    plain = account.model_dump_json(exclude_none=True).encode()
    return sealing.seal(_key(db), plain, bound=_bound(withdrawal_id))


def unseal(db: UnitOfWork, withdrawal_id: UUID, sealed: bytes) -> dict[str, str]:
    """What was sealed: `holder`, `iban` and perhaps `bic`, or `email`."""
    plain = sealing.unseal(_key(db), sealed, bound=_bound(withdrawal_id))
    account: dict[str, str] = json.loads(plain)
    return account


def _key(db: UnitOfWork) -> bytes:
    return sealing.derive(db.data_key, "withdrawal destinations")


def hand_over(db: UnitOfWork, withdrawal_id: UUID, sealed: bytes) -> str:
    """The same, as JSON sealed with the fleet's key: payment can open it, and the broker cannot."""
    plain = json.dumps(unseal(db, withdrawal_id, sealed))
    return transit.seal(db.fleet_key, plain, bound=_bound(withdrawal_id))


def masked(account: Mapping[str, str]) -> str:
    """Enough for its owner to recognise it: `…3000`, or `a…@example.com`."""
    if "iban" in account:
        return f"…{account['iban'][-4:]}"
    name, _, domain = account["email"].partition("@")
    return f"{name[0]}…@{domain}"


def _bound(withdrawal_id: UUID) -> str:
    return f"withdrawal {withdrawal_id}"
