"""What is refused about forecasts, by name."""

from amigok_chassis.errors import DomainError, NotFound


class TooFewCases(DomainError):
    """Too few animals like this one are known for so long: whatever was said of it would be made up."""

    status, code = 409, "too_few_cases"
    sends = {"needed": int, "found": int}


class NothingToStartFrom(DomainError):
    """The animal has no measured weight of the last 90 days, or no value in any currency: nothing can be said of it."""

    status, code = 409, "nothing_to_start_from"


class AnimalGone(DomainError):
    """The animal is no more: there is nothing to forecast."""

    status, code = 409, "animal_gone"


class ForecastNotFound(NotFound):
    """There is no such forecast, or it is not yours to see."""

    code = "forecast_not_found"
