"""The person in a submission: the rules that need no database, and how the person is sealed."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from amigok_chassis.sealing import derive, seal, unseal
from identity.digests import keyed
from identity.kyc.errors import DocumentsMissing, Underage

ADULT_YEARS = 18

DocumentType = Literal["passport", "national_id", "driving_licence", "residence_permit"]

NEEDED: Mapping[DocumentType, Collection[str]] = {
    "passport": ("front",),
    "national_id": ("front", "back"),
    "driving_licence": ("front", "back"),
    "residence_permit": ("front", "back"),
}
"""Which sides of each type of document are needed, besides one of `ANY_OF`."""

ANY_OF = ("selfie", "proof_of_address")


class Person(BaseModel):
    """What a user says about themself, as it is sealed."""

    legal_name: str
    date_of_birth: date
    country: str
    document_type: DocumentType
    document_number: str
    address: str


def age(born: date, today: date) -> int:
    """Full years. A person born on 29 February turns a year older on 1 March in other years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def refuse_minor(person: Person, today: date) -> None:
    """Raises Underage."""
    if age(person.date_of_birth, today) < ADULT_YEARS:
        raise Underage


def refuse_incomplete(person: Person, kinds: Collection[str]) -> None:
    """Raises DocumentsMissing with the missing kinds."""
    missing = [kind for kind in NEEDED[person.document_type] if kind not in kinds]
    if not any(kind in kinds for kind in ANY_OF):
        missing.append(" or ".join(ANY_OF))
    if missing:
        raise DocumentsMissing(f"Missing: {', '.join(missing)}.", missing=missing)


def storage_key(secret: bytes) -> bytes:
    """The key that seals documents."""
    return derive(secret, "kyc documents")


def sealed(person: Person, secret: bytes, *, user_id: UUID, submission_id: UUID) -> bytes:
    """The sealed person, bound to this user and submission."""
    return seal(derive(secret, "kyc person"), person.model_dump_json().encode(), bound=f"{user_id}/{submission_id}")


def opened(box: bytes, secret: bytes, *, user_id: UUID, submission_id: UUID) -> Person:
    """The person in a sealed box. Raises ValueError when it is bound to another user or submission."""
    return Person.model_validate_json(unseal(derive(secret, "kyc person"), box, bound=f"{user_id}/{submission_id}"))


def number_digest(person: Person, secret: bytes) -> bytes:
    """A digest that recognises an identity document, however its number is spaced. It needs the secret."""
    number = "".join(letter for letter in person.document_number.upper() if letter.isalnum())
    return keyed(secret, "kyc document number", person.country, number)
