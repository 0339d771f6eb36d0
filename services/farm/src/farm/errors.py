"""What the farm refuses, by name."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError

from amigok_chassis.errors import DomainError, NotFound, driver_error


class FarmNotFound(NotFound):
    """There is no such farm."""

    code = "farm_not_found"


class LivestockNotFound(NotFound):
    """There is no such animal."""

    code = "livestock_not_found"


class LivestockTypeNotFound(NotFound):
    """There is no such livestock type."""

    code = "livestock_type_not_found"


class BreedNotFound(NotFound):
    """There is no such breed."""

    code = "livestock_breed_not_found"


class UnknownFarm(DomainError):
    """The farm that this names does not exist."""

    status, code = 422, "unknown_farm"


class UnknownBreed(DomainError):
    """The breed that this names does not exist."""

    status, code = 422, "unknown_breed"


class UnknownLivestockType(DomainError):
    """The livestock type that this names does not exist."""

    status, code = 422, "unknown_livestock_type"


class BornInFuture(DomainError):
    """The date of birth has not come yet."""

    status, code = 422, "born_in_future"


class BornTooEarly(DomainError):
    """No animal lives as long as this date of birth says."""

    status, code = 422, "born_too_early"


class TooHeavy(DomainError):
    """No animal of this type weighs so much; two people can change what is likely of the type."""

    status, code = 422, "too_heavy"


class Retired(DomainError):
    """The breed or livestock type is retired."""

    status, code = 409, "retired"


class VersionConflict(DomainError):
    """This has changed since you read it; `version` is the one of now."""

    status, code = 409, "version_conflict"


def refuse_other_version(seen: int, now: int) -> None:
    """Who acts says what they saw. Raises VersionConflict when that is not what there is now."""
    if seen != now:
        raise VersionConflict(version=now)


class FarmFull(DomainError):
    """The farm has no place left."""

    status, code = 409, "farm_full"


class LivestockGone(DomainError):
    """The animal is no longer on any farm."""

    status, code = 409, "livestock_gone"


class LivestockTypeExists(DomainError):
    """There is a livestock type of this name."""

    status, code = 409, "livestock_type_exists"


class BreedExists(DomainError):
    """The livestock type has a breed of this name."""

    status, code = 409, "livestock_breed_exists"


class FarmExists(DomainError):
    """There is a farm of this name."""

    status, code = 409, "farm_exists"


class TagNumberTaken(DomainError):
    """Another animal wears this tag."""

    status, code = 409, "tag_number_taken"


class IdCardTaken(DomainError):
    """Another animal has this ID card."""

    status, code = 409, "unique_id_card_taken"


class EidTaken(DomainError):
    """Another animal carries the transponder with this EID."""

    status, code = 409, "eid_taken"


_VIOLATIONS: Mapping[str, type[DomainError]] = {
    "livestock_types_name_key": LivestockTypeExists,
    "livestock_breeds_name_key": BreedExists,
    "farms_name_key": FarmExists,
    "livestock_tag_key_key": TagNumberTaken,
    "livestock_id_card_key_key": IdCardTaken,
    "livestock_eid_key": EidTaken,
}


@contextmanager
def named_violations(names: Mapping[str, type[DomainError]] = _VIOLATIONS) -> Iterator[None]:
    """Turns the violation of a constraint that clients can run into, inside the block, into its named failure."""
    try:
        yield
    except IntegrityError as error:
        violated = names.get(str(getattr(driver_error(error), "constraint_name", None)))
        if violated is None:
            raise
        raise violated from error
