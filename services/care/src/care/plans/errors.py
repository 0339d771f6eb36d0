"""What is refused about vaccination plans, by name."""

from amigok_chassis.errors import DomainError, NotFound


class PlanNotFound(NotFound):
    """There is no such vaccination plan."""

    code = "vaccination_plan_not_found"


class PlanExists(DomainError):
    """There is a vaccination plan with this name already."""

    status, code = 409, "vaccination_plan_exists"


class PlanRetired(DomainError):
    """This vaccination plan is retired."""

    status, code = 409, "vaccination_plan_retired"


class UnknownDose(DomainError):
    """The plan has no dose with this id."""

    status, code = 422, "unknown_dose"


class VaccinationNotFound(NotFound):
    """No such vaccination is planned."""

    code = "vaccination_not_found"


class GivenInFuture(DomainError):
    """A vaccination was given today or earlier, not before the animal was born."""

    status, code = 422, "given_on_out_of_range"
