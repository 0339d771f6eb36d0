"""Registrations and forgotten passwords over HTTP."""

from fastapi import APIRouter

from amigok_chassis.db import Statements
from amigok_chassis.problems import problems
from identity.account_requests import service
from identity.account_requests.schemas import ForgotIn, ForgotOut, RegisterIn, RegisterOut
from identity.passwords.errors import TooBusy, WeakPassword
from identity.users.errors import UsernameTaken

router = APIRouter(prefix="/api/v1/auth")


@router.post("/register", status_code=202, responses=problems(UsernameTaken, WeakPassword, TooBusy))
async def register_account(body: RegisterIn, db: Statements) -> RegisterOut:
    """Asks for an account. The answer is the same for every address; its owner gets a mail that says more."""
    await service.register(db, **body.model_dump(exclude={"password"}), password=body.password.get_secret_value())
    return RegisterOut()


@router.post("/password/forgot", status_code=202)
async def request_password_reset(body: ForgotIn, db: Statements) -> ForgotOut:
    """Asks for a mail with a link to choose a new password. The answer is the same for every address."""
    await service.ask(db, email=body.email)
    return ForgotOut()
