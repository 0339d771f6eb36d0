"""What is refused about care services, by name."""

from amigok_chassis.errors import DomainError, NotFound


class ServiceNotFound(NotFound):
    """There is no such care service."""

    code = "care_service_not_found"


class UnknownService(DomainError):
    """There is no such care service to ask for."""

    status, code = 422, "unknown_care_service"


class ServiceExists(DomainError):
    """There is a care service with this name already."""

    status, code = 409, "care_service_exists"


class ServiceRetired(DomainError):
    """This care service is not offered any more."""

    status, code = 409, "care_service_retired"


class OtherLivestockType(DomainError):
    """This care service is not for animals of this type."""

    status, code = 422, "other_livestock_type"


class NotAVeterinarian(DomainError):
    """This user is no active veterinarian."""

    status, code = 422, "not_a_veterinarian"
