"""Verifications over HTTP."""

from fastapi import APIRouter

from amigok_chassis.db import Statements
from identity.verifications import service
from identity.verifications.schemas import CodeProof, TokenProof, VerifiedOut

router = APIRouter(prefix="/api/v1/auth", tags=["identity"])


@router.post("/verify-email")
async def verify_email(body: TokenProof | CodeProof, db: Statements) -> VerifiedOut:
    """Verifies the address with the token of the link, or with the address and the code of the newest mail.

    422 `invalid_verification`; 409 `username_taken`.
    """
    await service.verify_email(db, **body.model_dump())
    return VerifiedOut()
