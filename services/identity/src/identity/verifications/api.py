"""Verifications over HTTP."""

from fastapi import APIRouter

from amigok_chassis.db import Statements
from amigok_chassis.problems import problems
from identity.users.errors import UsernameTaken
from identity.verifications import service
from identity.verifications.errors import InvalidVerification
from identity.verifications.schemas import CodeProof, TokenProof, VerifiedOut

router = APIRouter(prefix="/api/v1/auth")


@router.post("/verify-email", responses=problems(UsernameTaken, InvalidVerification))
async def verify_email(body: TokenProof | CodeProof, db: Statements) -> VerifiedOut:
    """Verifies the address with the token of the link, or with the address and the code of the newest mail."""
    await service.verify_email(db, **body.model_dump())
    return VerifiedOut()
