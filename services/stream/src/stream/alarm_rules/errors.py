"""What is refused about rules, by name."""

from amigok_chassis.errors import DomainError, NotFound


class RuleNotFound(NotFound):
    """The farm has no such rule."""

    code = "alarm_rule_not_found"


class RuleRetired(DomainError):
    """This rule is retired."""

    status, code = 409, "alarm_rule_retired"


class TooManyRules(DomainError):
    """The farm has as many rules as it may have."""

    status, code = 409, "too_many_alarm_rules"
    sends = {"limit": int}


class UnknownEquipment(DomainError):
    """The farm has no such equipment in use."""

    status, code = 422, "unknown_equipment"
