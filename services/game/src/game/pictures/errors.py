"""What is refused about photos of entries, by name."""

from amigok_chassis.errors import DomainError, NotFound


class PhotoNotFound(NotFound):
    """There is no such photo of this entry."""

    code = "photo_not_found"


class TooManyPhotos(DomainError):
    """An entry has at most 5 photos."""

    status, code = 409, "too_many_photos"


class PhotosFrozen(DomainError):
    """The contest has ended: its photos do not change any more."""

    status, code = 409, "photos_frozen"


class NoPhotos(DomainError):
    """This contest is not judged by photos."""

    status, code = 409, "no_photos"
