"""What administrators say of kinds of tasks."""

from sqlalchemy import select

from amigok_chassis import audit
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from game.tasks.errors import TaskRuleNotFound
from game.tasks.models import TaskRule
from game.tasks.schemas import TaskRuleChange

_TOLD = ("kind", "title", "evidence", "by_hand", "xp", "coins", "is_active")


async def change(db: UnitOfWork, kind: str, wanted: TaskRuleChange) -> TaskRule:
    """Changes a rule, for days that begin later. Raises TaskRuleNotFound, VersionConflict."""
    rule = await db.scalar(select(TaskRule).where(TaskRule.kind == kind).with_for_update())
    if rule is None:
        raise TaskRuleNotFound
    refuse_other_version(wanted.version, rule.version)
    before = audit.picture(rule, *_TOLD)
    for name, value in wanted.model_dump(exclude={"version"}).items():
        setattr(rule, name, value)
    rule.version += 1
    audit.record(db, "task_rule.changed", subject_id=rule.id, before=before, after=audit.picture(rule, *_TOLD))
    return rule
