"""What can go wrong with pictures of detections."""

from amigok_chassis.errors import DomainError


class ImageNotFound(DomainError):
    """There is no picture of this detection, or not any more, or it is not yours to see."""

    status, code = 404, "image_not_found"


class ImageStored(DomainError):
    """The picture of this detection has been stored; it is not replaced."""

    status, code = 409, "image_stored"
