"""What is refused about prescriptions, by name."""

from amigok_chassis.errors import DomainError, NotFound


class PrescriptionNotFound(NotFound):
    """There is no such prescription, or it is not yours."""

    code = "prescription_not_found"


class NotForThisType(DomainError):
    """The catalogue has no withdrawal period of this medicine for this type of animal."""

    status, code = 422, "medicine_not_for_type"


class RouteNotAllowed(DomainError):
    """This medicine is not given by this route."""

    status, code = 422, "route_not_allowed"


class FirstDoseOutOfRange(DomainError):
    """The first dose is given between the begin of the care and 90 days from now."""

    status, code = 422, "first_dose_out_of_range"


class NoPrice(DomainError):
    """The medicine has no price in the currency of the request."""

    status, code = 409, "no_price"


class DoseWarning(DomainError):
    """The dose needs a second look: if it is right, name these `warnings` in `confirmed_warnings`."""

    status, code = 409, "dose_warning"
    sends = {"warnings": list[str]}
