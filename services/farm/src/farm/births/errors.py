"""What births refuse, by name."""

from amigok_chassis.errors import DomainError


class NotADam(DomainError):
    """This animal cannot have borne."""

    status, code = 409, "not_a_dam"


class BornBeforeDamCame(DomainError):
    """The dam was not on the platform then."""

    status, code = 409, "born_before_dam_came"


class OtherSpecies(DomainError):
    """The breed is of another livestock type than the dam."""

    status, code = 422, "other_livestock_type"
