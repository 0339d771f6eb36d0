"""What people read."""

from collections import Counter
from typing import Any

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast, visitor

from amigok_chassis.testing import Rig
from notification.kinds.table import KINDS
from notification.kinds.types import known_values
from notification.people.languages import Language
from notification.templates.languages import bundle, phrase
from notification.templates.queries import sample
from notification.templates.rendering import as_html, say

LANGUAGES = [each.value for each in Language]


class Used(visitor.Visitor):  # type: ignore[misc]
    """The variables that a text uses."""

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()

    def visit_VariableReference(self, node: Any) -> None:
        self.names[node.id.name] += 1


def resource(language: str) -> Any:
    from importlib.resources import files

    return FluentResource((files("notification") / "templates" / "texts" / f"{language}.ftl").read_text())


def used(language: str) -> dict[str, set[str]]:
    """Each text of a language, with the variables that it uses."""
    found = {}
    for entry in resource(language).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            seen = Used()
            seen.visit(entry)
            found[entry.id.name] = set(seen.names)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_texts_in_every_language_that_use_its_arguments(language: str) -> None:
    texts, english = used(language), used("en")
    assert set(texts) == set(english)
    for kind in KINDS.values():
        variables = texts[kind.name] - {"size"}
        assert variables == english[kind.name] - {"size"} == set(kind.arguments), kind.name
        assert ("size" in texts[kind.name]) == bool(kind.within), kind.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_said_without_an_error(language: str) -> None:
    for kind in KINDS.values():
        for size in (1, 2, 3, 11, 100):
            saying = say(kind.name, sample(kind), size=size, language=language)
            assert saying.title, kind.name
            assert saying.text, kind.name
            assert len(saying.title) <= 60, saying.title
            assert "{" not in saying.title + saying.text, saying


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_known_code_has_words(language: str) -> None:
    other = phrase(language, "code_other")
    for kind in KINDS.values():
        for word, type in kind.arguments.items():
            for value in known_values(kind.event, word) if type == "code" else ():
                assert bundle(language).has_message(f"code_{value.replace('.', '-')}"), (kind.name, value)
    assert other in say("order_cancelled", {"reason": "a_new_one"}, size=1, language=language).text


def test_money_times_and_numbers_are_written_as_the_language_does() -> None:
    price = {"price": {"amount": "1240.50", "currency": "EUR"}, "title": "Ewe"}
    assert say("order_placed", price, size=1, language="en").text == "You ordered “Ewe” for €1,240.50."
    assert "1.240,50\xa0€" in say("order_placed", price, size=1, language="es").text
    day = {"animal": "Ewe", "scheduled_on": "2026-03-14", "fee": {"amount": "6", "currency": "USD"}}
    assert "14 mar 2026" in say("removal_scheduled", day, size=1, language="es").text


@pytest.mark.parametrize(("size", "title"), [(1, "وُزن حيوان"), (2, "وُزن حيوانان"), (5, "حيوانات"), (11, "حيوانًا")])
def test_arabic_has_its_own_plurals(size: int, title: str) -> None:
    assert title in say("animal_weighed", {"animal": "A", "measured_kg": "54.2"}, size=size, language="ar").title


def test_a_mail_in_arabic_runs_from_right_to_left_and_nobody_writes_html_into_it() -> None:
    saying = say(
        "order_placed", {"title": "<b>Ewe</b>", "price": {"amount": "1", "currency": "USD"}}, size=1, language="ar"
    )
    html = as_html([saying], heading=saying.title, language="ar", link="https://amigok.test/n", stop_link="")
    assert '<html lang="ar" dir="rtl">' in html
    assert "&lt;b&gt;" in html
    assert "<b>" not in html


async def test_administrators_see_and_preview_templates(rig: Rig) -> None:
    admin = await rig.administrator()
    path = "/api/v1/admin/notifications/templates"
    listed = await rig.request("GET", path, user=admin, role="admin")
    assert {each["kind"] for each in listed.json()["items"]} == set(KINDS)
    shown = await rig.request("GET", f"{path}/animal_weighed/preview?language=es&size=5", user=admin, role="admin")
    assert shown.json()["title"] == "Se han pesado 5 animales"
    unknown = await rig.request("GET", f"{path}/nothing/preview", user=admin, role="admin")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "kind_not_found")
    refused = await rig.request("GET", path, user=admin, role="investor")
    assert refused.status_code == 403
