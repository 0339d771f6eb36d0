"""The merged OpenAPI document, the AsyncAPI document and the page that is made from it."""

import json
import re
from typing import Any

import pytest
from fastapi import APIRouter
from pydantic import BaseModel
from sqlalchemy import MetaData

from amigok import asyncapi, events_page, openapi
from amigok.errors import Failure
from amigok.fleet import SERVICES
from amigok_chassis.service import Noun, Service, on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event, all_events, routing_key
from amigok_contracts.marketplace import OrderPlaced


def answering(name: str, *, path: str, answer: type[BaseModel]) -> Service:
    router = APIRouter()

    async def endpoint(limit: int) -> None: ...

    router.get(path, response_model=answer)(endpoint)
    return Service(name=name, nouns=[Noun(routers=[router])])


def model(name: str, **fields: Any) -> type[BaseModel]:
    return type(name, (BaseModel,), {"__annotations__": fields, "__module__": __name__})


def references(document: Any) -> set[str]:
    text = json.dumps(document)
    return {part.split('"', 1)[0] for part in text.split("#/components/schemas/")[1:]}


class TestOpenApi:
    def test_a_schema_that_services_share_stays_one(self) -> None:
        services = [
            answering("farm", path="/api/v1/a", answer=model("Animal", id=int)),
            answering("barn", path="/api/v1/b", answer=model("Animal", id=int)),
        ]
        merged = openapi.document(services)
        assert set(merged["components"]["schemas"]) == {"Animal", "FieldError", "Problem"}

    def test_different_schemas_of_one_name_bear_the_names_of_their_services(self) -> None:
        services = [
            answering("farm", path="/api/v1/a", answer=model("Animal", id=int)),
            answering("barn", path="/api/v1/b", answer=model("Animal", id=str)),
        ]
        merged = openapi.document(services)
        assert set(merged["components"]["schemas"]) == {"FarmAnimal", "BarnAnimal", "FieldError", "Problem"}
        assert references(merged["paths"]["/api/v1/b"]) == {"BarnAnimal"}

    def test_schemas_that_look_alike_but_refer_to_different_ones_are_told_apart(self) -> None:
        one, other = model("Inner", id=int), model("Inner", id=str)
        services = [
            answering("farm", path="/api/v1/a", answer=model("Outer", inner=one)),
            answering("barn", path="/api/v1/b", answer=model("Outer", inner=other)),
        ]
        merged = openapi.document(services)
        assert references(merged["components"]["schemas"]["BarnOuter"]) == {"BarnInner"}
        assert references(merged) == set(merged["components"]["schemas"])

    def test_a_clash_that_no_prefix_can_solve_is_an_error(self) -> None:
        services = [
            answering("farm", path="/api/v1/a", answer=model("Animal", id=int)),
            answering("barn", path="/api/v1/b", answer=model("Animal", id=str)),
            answering("care", path="/api/v1/c", answer=model("FarmAnimal", id=bool)),
        ]
        with pytest.raises(Failure, match="would be called FarmAnimal"):
            openapi.document(services)

    def test_a_path_in_two_services_is_an_error(self) -> None:
        services = [answering(name, path="/api/v1/a", answer=model("A", id=int)) for name in ("farm", "barn")]
        with pytest.raises(Failure, match="/api/v1/a"):
            openapi.document(services)

    def test_errors_are_problems_and_nothing_else(self) -> None:
        merged = openapi.document([answering("farm", path="/api/v1/a", answer=model("A", id=int))])
        responses = merged["paths"]["/api/v1/a"]["get"]["responses"]
        assert set(responses) == {"200", "422", "default"}
        assert list(responses["422"]["content"]) == ["application/problem+json"]
        assert list(responses["default"]["content"]) == ["application/problem+json"]
        assert merged["paths"]["/api/v1/a"]["get"]["tags"] == ["tests"]

    def test_responses_with_problems_that_many_operations_have_stand_once(self) -> None:
        services = [answering(name, path=f"/api/v1/{name}", answer=model(name, id=int)) for name in ("farm", "barn")]
        merged = openapi.document(services)
        shared = merged["components"]["responses"]
        for name in ("farm", "barn"):
            responses = merged["paths"][f"/api/v1/{name}"]["get"]["responses"]
            assert responses["default"] == {"$ref": "#/components/responses/AnyOtherProblem"}
        assert shared["AnyOtherProblem"]["content"]["application/problem+json"]["schema"] == {
            "$ref": "#/components/schemas/Problem"
        }

    def test_the_text_depends_on_nothing_but_the_services(self) -> None:
        services = [
            answering("farm", path="/api/v1/a", answer=model("Animal", id=int)),
            answering("barn", path="/api/v1/b", answer=model("Animal", id=str)),
        ]
        text = openapi.render(openapi.document(services))
        again = openapi.render(openapi.document(services))
        assert text == again
        schemas = [
            json.loads(openapi.render(openapi.document(order)))["components"] for order in (services, services[::-1])
        ]
        assert schemas[0] == schemas[1]


async def _handle(db: UnitOfWork, event: OrderPlaced) -> None: ...


WALLET = Service(name="wallet", nouns=[Noun(consumes={"orders": [on(OrderPlaced)(_handle)]})], metadata=MetaData())
FLEET = [WALLET, *(Service(name=name) for name in SERVICES if name != WALLET.name)]
EXAMPLES = {f"{routing_key(event)}.json": '{"some": "example"}' for event in all_events()}


class Unheard(Event, type="nowhere.thing.happened", aggregate="thing"):
    thing: str


@pytest.fixture(scope="module")
def document() -> Any:
    """The AsyncAPI document of the fleet, which takes seconds to make."""
    return asyncapi.document(FLEET, EXAMPLES, version="1.0.0")


class TestAsyncApi:
    def test_every_event_has_a_channel_a_message_and_a_sender(self, document: Any) -> None:
        senders = {each["channel"]["$ref"] for each in document["operations"].values() if each["action"] == "send"}
        for event in all_events():
            key = routing_key(event)
            assert document["channels"][key]["address"] == key
            assert f"#/channels/{key}" in senders
            assert set(document["components"]["messages"][key]["x-amigok"]) >= {"producer", "consumers", "public"}

    def test_a_subscription_is_an_operation_that_names_its_queue(self, document: Any) -> None:
        operation = document["operations"]["wallet.receive.marketplace.order.placed.v1"]
        assert (operation["action"], operation["x-queue"]) == ("receive", "wallet.orders")
        assert asyncapi.consumers(OrderPlaced, FLEET) == ["wallet"]

    def test_every_reference_leads_somewhere(self, document: Any) -> None:
        found = json.dumps(document).split('"$ref": "#/')[1:]
        assert found
        for reference in (part.split('"', 1)[0] for part in found):
            node = document
            for step in reference.split("/"):
                node = node[step]

    def test_an_event_whose_producer_is_no_service_is_found(self) -> None:
        assert asyncapi.unknown_producers(FLEET) == []
        assert asyncapi.unknown_producers(FLEET, [Unheard]) == ["nowhere.thing.happened.v1"]

    def test_a_subscription_to_an_undeclared_event_is_found(self) -> None:
        lost = Service(name="barn", nouns=[Noun(consumes={"things": [on(Unheard)(_handle)]})])  # type: ignore[arg-type]
        assert asyncapi.unknown_subscriptions(FLEET) == []
        assert asyncapi.unknown_subscriptions([*FLEET, lost]) == ["barn.things: nowhere.thing.happened.v1"]

    def test_the_page_has_a_line_in_the_index_and_a_section_for_each_event(self, document: Any) -> None:
        page = events_page.render(document)
        index = page.split("\n### ", 1)[0]
        for event in all_events():
            key = routing_key(event)
            assert f"\n### {key}\n" in page
            (line,) = [line for line in index.splitlines() if line.startswith(f"| [{key}]")]
            assert line.split(" | ")[1:3] == ["public" if event.public else "", f"`{event.aggregate}`"]
        producers = sorted({event.type.partition(".")[0] for event in all_events()})
        assert re.findall("^## (.*)", page, re.MULTILINE) == [*producers, "Shared types"]
        assert "# Events, version 1.0.0" in page

    def test_the_page_lists_the_known_values_of_open_strings(self, document: Any) -> None:
        page = events_page.render(document)
        assert "| `provider` | string |  | Known: `stripe`, `paypal`, `wallet`. |" in page
        assert "Known: `withdrawal_period`, `quarantine`" in page.split("### Block\n")[1]
