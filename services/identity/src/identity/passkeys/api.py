"""Passkeys over HTTP."""

from uuid import UUID

from fastapi import APIRouter

from amigok_chassis.auth import CurrentUser, RecentUser
from amigok_chassis.context import InContext
from amigok_chassis.db import Reader, Session, Statements
from amigok_chassis.errors import NotFound
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from identity.activity.caller import Caller
from identity.passkeys import login, service
from identity.passkeys.errors import InvalidPasskey, LastFactor, PasskeyKnown, PasskeyRefused, TooManyPasskeys
from identity.passkeys.schemas import PasskeyLoginIn, PasskeyOptions, PasskeyOut, RegisterPasskeyIn, RenamePasskeyIn
from identity.sessions.errors import AccountDeactivated
from identity.sessions.schemas import LoginOut

router = APIRouter(prefix="/api/v1/auth/passkeys")


@router.post("/register/options", responses=problems(TooManyPasskeys))
async def registration_options(me: RecentUser, db: Session, context: InContext) -> PasskeyOptions:
    """Returns what a browser needs to make a passkey. It is valid for five minutes."""
    return PasskeyOptions(public_key=await service.creation_options(db, me=me, config=context.config))


@router.post("/register", status_code=201, responses=problems(PasskeyKnown, TooManyPasskeys, InvalidPasskey))
async def register(
    body: RegisterPasskeyIn, me: RecentUser, db: Statements, caller: Caller, context: InContext
) -> PasskeyOut:
    """Adds the passkey that the browser has made."""
    added = await service.register(
        db, me=me, name=body.name, credential=body.credential, client=caller, config=context.config
    )
    return PasskeyOut.model_validate(added)


@router.get("")
async def list_passkeys(me: CurrentUser, db: Reader, paging: PageRequest) -> Page[PasskeyOut]:
    """Lists my passkeys, newest first."""
    rows, after = await service.page(db, me=me, paging=paging)
    return Page(items=[PasskeyOut.model_validate(row) for row in rows], next_cursor=after)


@router.patch("/{passkey_id:uuid}", responses=problems(NotFound))
async def rename(passkey_id: UUID, body: RenamePasskeyIn, me: CurrentUser, db: Session) -> PasskeyOut:
    """Renames one of my passkeys."""
    return PasskeyOut.model_validate(await service.rename(db, me=me, passkey_id=passkey_id, name=body.name))


@router.delete("/{passkey_id:uuid}", status_code=204, responses=problems(NotFound, LastFactor))
async def remove(passkey_id: UUID, me: RecentUser, db: Session, caller: Caller, context: InContext) -> None:
    """Removes one of my passkeys. I can still sign in with the password."""
    await service.remove(db, me=me, passkey_id=passkey_id, client=caller, config=context.config)


@router.post("/login/options")
async def login_options(db: Session, context: InContext) -> PasskeyOptions:
    """Returns what a browser needs to ask for a passkey of this site, for anybody. It is valid for five minutes."""
    options = await service.request_options(db, purpose="login", known=[], config=context.config)
    return PasskeyOptions(public_key=options)


@router.post("/login", responses=problems(PasskeyRefused, AccountDeactivated))
async def sign_in_with_passkey(body: PasskeyLoginIn, db: Statements, caller: Caller, context: InContext) -> LoginOut:
    """Signs in with a passkey alone."""
    return await login.login(db, assertion=body.credential, client=caller.on(body.device_token), config=context.config)
