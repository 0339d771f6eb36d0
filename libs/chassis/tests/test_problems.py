"""What operations state about their problems, and what fails a test where they answer another."""

from typing import Any

import httpx
import pytest
from fastapi import FastAPI, Response
from toy.main import service

from amigok_chassis import errors
from amigok_chassis.app import create_app
from amigok_chassis.errors import DomainError, RetryAfter
from amigok_chassis.problems import describe, problems
from amigok_chassis.settings import Settings
from amigok_chassis.testing_problems import Undeclared, Witness


class TooSoon(DomainError):
    """Wait a little."""

    status, code = 429, "too_soon"
    sends = {"retry_after": RetryAfter, "turn": int}


class Odd(DomainError):
    """This is odd."""

    status, code = 409, "odd"


class Even(DomainError):
    """This is even."""

    status, code = 409, "even"


def operation(path: str, method: str) -> Any:
    return create_app(service, Settings(role="api")).openapi()["paths"][path][method]


def told(operation: Any, status: int) -> list[str]:
    """The codes that an operation states for a status."""
    schema = operation["responses"][str(status)]["content"]["application/problem+json"]["schema"]
    codes: list[str] = schema["allOf"][1]["properties"]["code"]["enum"]
    return codes


@pytest.fixture
def app() -> FastAPI:
    """Answers what its routes declare, and what they do not."""
    app = FastAPI()

    @app.get("/soon", responses=problems(TooSoon, Odd, Even))
    async def soon() -> None:
        raise TooSoon(retry_after=7, turn=2)

    @app.get("/other", responses=problems(Even))
    async def other() -> None:
        raise Odd

    @app.get("/more", responses=problems(Odd))
    async def more() -> None:
        raise Odd(how="very")

    @app.get("/late", status_code=201, responses={202: {}})
    async def late(response: Response, status: int) -> None:
        response.status_code = status

    errors.install(app)
    describe(app)
    return app


async def ask(app: FastAPI, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(Witness(app, app))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
        return await http.get(path)


def test_a_status_states_its_codes_their_meaning_their_members_and_headers(app: FastAPI) -> None:
    responses = app.openapi()["paths"]["/soon"]["get"]["responses"]
    assert responses["409"]["description"] == "- `even`: This is even.\n- `odd`: This is odd."
    assert list(responses["429"]["headers"]) == ["Retry-After"]
    common, own = responses["429"]["content"]["application/problem+json"]["schema"]["allOf"]
    assert common == {"$ref": "#/components/schemas/Problem"}
    assert own["properties"]["code"] == {"type": "string", "enum": ["too_soon"]}
    assert own["properties"]["turn"] == {"type": "integer"}
    assert app.openapi() is app.openapi()


def test_what_dependencies_raise_is_stated_at_every_route_with_them() -> None:
    write = operation("/api/v1/toy/notes/once", "post")
    assert told(write, 401) == ["unauthenticated"]
    assert list(write["responses"]["401"]["headers"]) == ["WWW-Authenticate"]
    assert {"idempotency_key_reused", "idempotency_key_repeated", "invalid_request"} <= set(told(write, 422))
    assert told(write, 503) == ["service_unavailable"]
    assert told(write, 409) == ["refused"]
    assert "invalid_cursor" in told(operation("/api/v1/toy/notes", "get"), 422)
    assert told(operation("/api/v1/toy/vault", "get"), 403) == ["step_up_required"]
    by_role = operation("/api/v1/admin/toy/notes", "post")
    assert told(by_role, 403) == ["forbidden", "second_factor_required"]


def test_what_follows_from_a_body_is_not_stated_where_there_is_none() -> None:
    assert told(operation("/api/v1/toy/login", "post"), 413) == ["content_too_large"]
    assert "413" not in operation("/api/v1/toy/me", "get")["responses"]
    assert "invalid_value" not in told(operation("/api/v1/toy/me", "get"), 422)


def test_a_decision_states_what_its_kinds_raise() -> None:
    decide = operation("/api/v1/admin/toy/proposals/{proposal_id}/decision", "put")
    assert told(decide, 409) == ["proposal_closed", "proposer_gone", "refused"]


def test_the_schema_of_a_problem_has_the_errors_of_a_refused_request() -> None:
    document = create_app(service, Settings(role="api")).openapi()
    problem = document["components"]["schemas"]["Problem"]
    assert problem["properties"]["errors"]["items"] == {"$ref": "#/components/schemas/FieldError"}
    assert set(document["components"]["schemas"]["FieldError"]["required"]) == {"location", "message", "type"}


async def test_a_test_fails_where_an_operation_answers_what_it_does_not_state(app: FastAPI) -> None:
    assert (await ask(app, "/soon")).status_code == 429
    with pytest.raises(Undeclared, match="GET /other answered 409 odd"):
        await ask(app, "/other")
    with pytest.raises(Undeclared, match="GET /more: odd sent how"):
        await ask(app, "/more")


async def test_a_test_fails_where_an_operation_succeeds_with_a_status_that_it_does_not_state(app: FastAPI) -> None:
    for status in (201, 202):
        assert (await ask(app, f"/late?status={status}")).status_code == status
    with pytest.raises(Undeclared, match="GET /late answered 200: add it"):
        await ask(app, "/late?status=200")
