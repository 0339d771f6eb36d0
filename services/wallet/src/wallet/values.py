"""Texts as people write them, and what money is for."""

from typing import Annotated

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, Field

from amigok_chassis.text import Line
from amigok_contracts import money_requests
from amigok_contracts.values import known

Note = Annotated[Line, Field(max_length=200)]
Reason = Annotated[Line, Field(min_length=3, max_length=200)]

_OWN = ("wallet.transfer", "wallet.withdrawal", "wallet.proceeds", "wallet.dispute", "wallet.refund")

Purpose = Annotated[money_requests.Purpose, known(*money_requests.PURPOSES, *_OWN)]
"""What money is for: of the wallet's own, and of what other services ask for."""


def _address(value: str) -> str:
    """The address as identity keeps it, with small letters only."""
    try:
        valid = validate_email(value, check_deliverability=False, test_environment=True, allow_smtputf8=False)
    except EmailNotValidError as error:
        raise ValueError("not an e-mail address that mail can be sent to") from error
    if valid.ascii_email is None:
        raise ValueError("not an e-mail address that mail can be sent to")
    return valid.ascii_email.lower()


Email = Annotated[
    str,
    Field(min_length=3, max_length=254, json_schema_extra={"format": "email"}),
    AfterValidator(_address),
]
