"""What is refused about cameras, by name."""

from amigok_chassis.errors import DomainError, NotFound


class CameraNotFound(NotFound):
    """There is no such camera, or it is not yours to use."""

    code = "camera_not_found"


class UnknownDevice(DomainError):
    """There is no such device that a camera can belong to."""

    status, code = 422, "unknown_device"


class AnimalsElsewhere(DomainError):
    """Some of these animals are not on the camera's farm; `livestock_ids` names them."""

    status, code = 422, "animals_elsewhere"
    sends = {"livestock_ids": list[str]}


class TooManyAnimals(DomainError):
    """A camera is assigned to 500 animals at most; an area has no such limit."""

    status, code = 409, "too_many_animals"


class AssignmentNotFound(NotFound):
    """This animal is not assigned to this camera."""

    code = "assignment_not_found"
