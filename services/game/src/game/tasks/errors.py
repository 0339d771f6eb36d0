"""What is refused about tasks, by name."""

from amigok_chassis.errors import DomainError, NotFound, RetryAfter


class TaskNotFound(NotFound):
    """There is no such task of yours."""

    code = "task_not_found"


class TaskOver(DomainError):
    """The day of this task is over, or the animal is not yours any more."""

    status, code = 409, "task_over"


class EvidenceNeeded(DomainError):
    """This task is done when the farm records it; nobody does it by hand."""

    status, code = 409, "evidence_needed"


class TooFast(DomainError):
    """Nobody does so many tasks so fast."""

    status, code = 429, "too_fast"
    sends = {"retry_after": RetryAfter}


class TaskRuleNotFound(NotFound):
    """There is no such kind of task."""

    code = "task_rule_not_found"
