"""What is refused about photos, by name."""

from amigok_chassis.errors import DomainError, NotFound


class PhotoNotFound(NotFound):
    """The animal has no such photo."""

    code = "photo_not_found"


class BrokenPicture(DomainError):
    """The picture is cut off or damaged."""

    status, code = 422, "broken_picture"


class TooManyPixels(DomainError):
    """The picture has no size, or more than 64 million pixels, which viewers should not have to decode."""

    status, code = 422, "too_many_pixels"


class TooManyPhotos(DomainError):
    """The animal has as many photos as it may have."""

    status, code = 409, "too_many_photos"
