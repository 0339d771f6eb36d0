"""Phone numbers over HTTP."""

from typing import Annotated, Literal

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from identity.codes.schemas import Code

_TAKES_SMS = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)


def _e164(value: str) -> str:
    """The number as E.164. Raises ValueError unless it is a mobile phone's, so that an SMS costs what it should."""
    try:
        number = phonenumbers.parse(value)
    except NumberParseException as error:
        raise ValueError("not a phone number with its country code, such as +84 912 345 678") from error
    if not phonenumbers.is_valid_number(number) or phonenumbers.number_type(number) not in _TAKES_SMS:
        raise ValueError("not the number of a mobile phone")
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


Phone = Annotated[
    str,
    Field(min_length=6, max_length=32, description="With its country code; kept as E.164"),
    AfterValidator(_e164),
]


class PhoneIn(BaseModel):
    """The number that a user wants to verify."""

    model_config = ConfigDict(extra="forbid")

    phone: Phone


class CodeSentOut(BaseModel):
    """The same for every number."""

    message: str = "We have sent a code to this number. It is valid for ten minutes."


class CodeIn(BaseModel):
    """The code of the newest SMS."""

    model_config = ConfigDict(extra="forbid")

    code: Code


class PhoneVerifiedOut(BaseModel):
    phone_verified: Literal[True] = True
