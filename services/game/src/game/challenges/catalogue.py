"""What administrators offer as challenges."""

from uuid import UUID

from amigok_chassis import audit
from amigok_chassis.rows import named_violations, refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from game.challenges.errors import ChallengeExists, ChallengeNotFound, ChallengeRetired
from game.challenges.models import Challenge
from game.challenges.schemas import ChallengeChange, ChallengeIn

_VIOLATIONS = {"challenges_name_key_idx": ChallengeExists}
_TOLD = ("name", "condition", "starts_on", "ends_on", "xp", "coins", "is_active")


async def add(db: UnitOfWork, wanted: ChallengeIn) -> Challenge:
    """Adds a challenge. Raises ChallengeExists."""
    condition = wanted.condition.model_dump(mode="json")
    challenge = Challenge(condition=condition, **wanted.model_dump(exclude={"condition"}))
    db.add(challenge)
    with named_violations(_VIOLATIONS):
        await db.flush()
    audit.record(db, "challenge.added", subject_id=challenge.id, after=audit.picture(challenge, *_TOLD))
    return challenge


async def change(db: UnitOfWork, challenge_id: UUID, wanted: ChallengeChange) -> Challenge:
    """Describes a challenge anew. Raises ChallengeNotFound, ChallengeRetired, VersionConflict, ChallengeExists."""
    challenge = await _locked(db, challenge_id, seen=wanted.version)
    before = audit.picture(challenge, "name", "description")
    challenge.name, challenge.description = wanted.name, wanted.description
    challenge.version += 1
    with named_violations(_VIOLATIONS):
        await db.flush()
    after = audit.picture(challenge, "name", "description")
    audit.record(db, "challenge.changed", subject_id=challenge.id, before=before, after=after)
    return challenge


async def retire(db: UnitOfWork, challenge_id: UUID, *, seen: int) -> None:
    """Lets nobody join a challenge any more. Raises ChallengeNotFound, ChallengeRetired, VersionConflict."""
    challenge = await _locked(db, challenge_id, seen=seen)
    before = audit.picture(challenge, *_TOLD)
    challenge.is_active = False
    challenge.version += 1
    after = audit.picture(challenge, *_TOLD)
    audit.record(db, "challenge.retired", subject_id=challenge.id, before=before, after=after)


async def _locked(db: UnitOfWork, challenge_id: UUID, *, seen: int) -> Challenge:
    challenge = await db.get(Challenge, challenge_id, with_for_update=True, populate_existing=True)
    if challenge is None:
        raise ChallengeNotFound
    if not challenge.is_active:
        raise ChallengeRetired
    refuse_other_version(seen, challenge.version)
    return challenge
