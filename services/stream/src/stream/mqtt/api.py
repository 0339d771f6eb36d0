"""What RabbitMQ asks before a device may do something: answered with `allow` or `deny`, to the broker alone."""

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import PlainTextResponse

from amigok_chassis.context import InContext
from amigok_chassis.errors import NotFound
from amigok_chassis.problems import raising
from stream.mqtt import service

LARGEST = 16_384
"""Bytes of a question."""
FIELDS = 50

router = APIRouter(prefix="/internal/mqtt", include_in_schema=False, default_response_class=PlainTextResponse)


@raising(NotFound)
async def _question(
    request: Request, context: InContext, key: Annotated[str, Query(max_length=200)] = ""
) -> dict[str, str]:
    """The form of a question. Raises NotFound unless the broker asks."""
    service.require_broker(context, key)
    try:
        form = (await request.body()).decode()
        return dict(parse_qsl(form, keep_blank_values=True, max_num_fields=FIELDS))
    except ValueError:
        return {}


Asked = Annotated[dict[str, str], Depends(_question)]


def _answer(allowed: bool) -> str:
    return "allow" if allowed else "deny"


@router.post("/user", max_body_size=LARGEST)
async def ask_user(asked: Asked, context: InContext) -> str:
    return _answer(await service.may_connect(context, asked))


@router.post("/vhost", max_body_size=LARGEST)
async def ask_vhost(asked: Asked, context: InContext) -> str:
    return _answer(await service.may_enter(context, asked))


@router.post("/resource", max_body_size=LARGEST)
async def ask_resource(asked: Asked, context: InContext) -> str:
    return _answer(await service.may_reach(context, asked))


@router.post("/topic", max_body_size=LARGEST)
async def ask_topic(asked: Asked, context: InContext) -> str:
    return _answer(await service.may_say(context, asked))
