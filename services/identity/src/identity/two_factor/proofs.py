"""Which second factors an account has, and whether a proof of one is right."""

from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.settings import Settings
from amigok_chassis.unit_of_work import UnitOfWork
from identity.activity.caller import Client
from identity.authenticators import service as authenticators
from identity.passkeys import service as passkeys
from identity.passkeys.models import Passkey
from identity.two_factor.schemas import AppCode, Method, PasskeyProof, RecoveryProof, SecondFactor
from identity.users.models import User


async def methods(db: UnitOfWork, user_id: UUID, known: list[Passkey]) -> list[Method]:
    """How an account that needs two factors can prove the second one."""
    ways: list[Method] = ["code"]
    if await authenticators.recovery_codes_left(db, user_id):
        ways.append("recovery_code")
    if known:
        ways.append("passkey")
    return ways


async def proven(
    db: UnitOfWork, *, user: User, proof: SecondFactor, purpose: str, client: Client, config: Settings
) -> frozenset[str]:
    """The methods (RFC 8176) by which a second factor was proved; empty if the proof is wrong or was used before.

    A wrong proof is counted in the caller's transaction, which must commit. Raises TooManyAttempts while codes of this
    kind must not be guessed for this account.
    """
    now = clock.now()
    match proof:
        case AppCode():
            right = await authenticators.app_code_is_right(
                db, user=user, code=proof.code, now=now, public_url=config.public_url
            )
            return frozenset({"otp"} if right else ())
        case RecoveryProof():
            right = await authenticators.recovery_code_is_right(
                db, user=user, code=proof.recovery_code, now=now, client=client, public_url=config.public_url
            )
            return frozenset({"otp"} if right else ())
        case PasskeyProof():
            right = await passkeys.proves(db, assertion=proof.passkey, purpose=purpose, user_id=user.id, config=config)
            return frozenset({"hwk", "mfa"} if right else ())
