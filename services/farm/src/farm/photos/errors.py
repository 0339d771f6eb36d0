"""What is refused about photos, by name."""

from amigok_chassis.errors import DomainError, NotFound


class PhotoNotFound(NotFound):
    """The animal has no such photo."""

    code = "photo_not_found"


class TooManyPhotos(DomainError):
    """The animal has as many photos as it may have."""

    status, code = 409, "too_many_photos"
