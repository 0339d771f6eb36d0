"""What is refused about packages, by name."""

from typing import Literal

from amigok_chassis.errors import DomainError, NotFound


class PackageNotFound(NotFound):
    """There is no such feed package."""

    code = "feed_package_not_found"


class PackageExists(DomainError):
    """There is a feed package with this name."""

    status, code = 409, "feed_package_exists"


class UnknownLivestockType(DomainError):
    """A livestock type that the request names does not exist."""

    status, code = 422, "unknown_livestock_type"


class UnknownBreed(DomainError):
    """A breed that the request names does not exist, or is of another type."""

    status, code = 422, "unknown_breed"


class UnknownFarm(DomainError):
    """A farm that the request names does not exist."""

    status, code = 422, "unknown_farm"


class ValidFromPast(DomainError):
    """A new version of a package begins now or later."""

    status, code = 422, "valid_from_past"


class PackageRetired(DomainError):
    """The feed package is no longer offered."""

    status, code = 409, "feed_package_retired"


class PriceMissing(DomainError):
    """The feed package has no price for this cycle in this currency."""

    status, code = 409, "feed_price_missing"


Unfit = Literal["type", "breed", "farm", "age", "age_unknown", "weight", "weight_unknown"]


class PackageUnsuitable(DomainError):
    """The feed package is not for this animal; `reasons` says why."""

    status, code = 409, "feed_package_unsuitable"
    sends = {"reasons": list[Unfit]}
