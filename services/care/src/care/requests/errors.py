"""What is refused about requests for care, by name."""

from amigok_chassis.errors import DomainError, NotFound
from amigok_contracts import Money


class RequestNotFound(NotFound):
    """There is no such request for care, or it is not yours."""

    code = "care_request_not_found"


class AlreadyRequested(DomainError):
    """This care is under way for this animal already."""

    status, code = 409, "care_already_requested"


class LivestockGone(DomainError):
    """The animal has died or left the platform."""

    status, code = 409, "livestock_gone"


class TooManyEmergencies(DomainError):
    """You have cancelled several emergencies of late: ask the people of the farm, or a veterinarian."""

    status, code = 409, "too_many_emergencies"


class NotTheirs(DomainError):
    """This user does not own this animal."""

    status, code = 409, "not_their_animal"


class QuoteChanged(DomainError):
    """There is another quote than the one that you have seen; `quote_version` is the current one."""

    status, code = 409, "quote_changed"
    sends = {"quote_version": int}


class OtherCurrency(DomainError):
    """The amount is not in the currency of this request."""

    status, code = 422, "other_currency"


class NothingToPay(DomainError):
    """There is nothing to pay for this request now."""

    status, code = 409, "nothing_to_pay"


class NotFunded(DomainError):
    """The price of this care is not held yet."""

    status, code = 409, "not_funded"


class Mandatory(DomainError):
    """This care is mandatory: only an administrator can cancel it."""

    status, code = 409, "mandatory_care"


class DueDateNeeded(DomainError):
    """Mandatory care needs a due date within the next year."""

    status, code = 422, "due_date_needed"


class VeterinarianNotSuitable(DomainError):
    """This veterinarian may not do this care."""

    status, code = 409, "veterinarian_not_suitable"


class SlotOutOfRange(DomainError):
    """The time ends before it begins, or lies in the past or more than a year ahead."""

    status, code = 422, "slot_out_of_range"


class AmountChanged(DomainError):
    """You are asked for another amount than the one that you have seen; `amount` is the current one."""

    status, code = 409, "amount_changed"
    sends = {"amount": Money}
