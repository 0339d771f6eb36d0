"""Nothing that is not text reaches a route, wherever in a request it stands."""

import pytest
from test_http import problem

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig

NOTES = "/api/v1/toy/notes"
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    "body",
    [
        b'{"text": "\\ud83d"}',
        b'{"text": "a\\u0000b"}',
        b'{"text": "\xed\xa0\xbd"}',
        b'{"tags": {"\\ud83d": 1}}',
        b'{"tags": [["\\udc00"]]}',
        b'"\\ud83d"',
        '{"text": "a"}'.encode("utf-16"),
        '{"text": "a"}'.encode("utf-16-le"),
        b'{"unknown": "\\ud83d"}',
    ],
)
async def test_text_that_is_no_unicode_is_refused_in_every_body(rig: Rig, body: bytes) -> None:
    for path in (NOTES, f"{NOTES}/once", "/api/v1/admin/toy/notes"):
        answer = await rig.request("POST", path, user=new_id(), role="admin", headers=JSON, content=body)
        assert problem(answer, 422)["errors"][0]["type"] == "malformed_text"


async def test_a_pair_that_is_escaped_and_an_escaped_backslash_are_text(rig: Rig) -> None:
    body = rb'{"text": "\ud83d\ude00 \\ud83d \\u0000"}'
    answer = await rig.request("POST", NOTES, headers=JSON, content=body)
    assert answer.json()["text"] == "\U0001f600 \\ud83d \\u0000"


async def test_a_url_with_what_is_no_text_is_refused(rig: Rig) -> None:
    for url in ("?limit=%ff", "?cursor=%00", "?%ed%a0%bd=1", "/%00", "/%ff"):
        assert (await rig.request("GET", f"{NOTES}{url}")).status_code in (404, 422), url
    assert problem(await rig.request("GET", f"{NOTES}?cursor=%ff"), 422)["errors"][0]["type"] == "malformed_text"


async def test_a_form_with_a_nul_is_refused(rig: Rig) -> None:
    for title, name in (("a\0", "a.txt"), ("a", "a\0.txt")):
        parts = [f'name="title"\r\n\r\n{title}', f'name="file"; filename="{name}"\r\n\r\nabc']
        content = "".join(f"--x\r\nContent-Disposition: form-data; {part}\r\n" for part in parts) + "--x--\r\n"
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        answer = await rig.request("POST", f"{NOTES}/upload", headers=headers, content=content.encode())
        assert answer.status_code == 422, answer.text


async def test_a_login_takes_any_text_for_a_password(rig: Rig) -> None:
    answer = await rig.request("POST", "/api/v1/toy/login", headers=JSON, content=rb'{"password": "\ud83d"}')
    assert answer.json() == r"'\ud83d'"
    for body in (rb'{"password": "x", "\ud83d": "y"}', rb'{"password": "x", "login": "\ud83d"}', rb'["\ud83d"]'):
        answer = await rig.request("POST", "/api/v1/toy/login", headers=JSON, content=body)
        assert problem(answer, 422)["errors"][0]["type"] == "malformed_text"


@pytest.mark.parametrize(
    "body", ['{"text": "a", "text": "b"}', '{"tags": {"a": 1, "a": 1}}', r'{"text": "a", "t\u0065xt": "b"}']
)
async def test_a_member_that_comes_twice_is_refused(rig: Rig, body: str) -> None:
    answer = await rig.request("POST", NOTES, headers=JSON, content=body)
    assert problem(answer, 422)["code"] == "duplicate_member"


async def test_deep_or_broken_json_is_refused_as_before(rig: Rig) -> None:
    for body in ("[" * 60_000, "{", '{"text": ' * 6_000, "nonsense"):
        assert (await rig.request("POST", NOTES, headers=JSON, content=body)).status_code in (400, 422)
    assert (await rig.request("POST", NOTES, headers=JSON, content=b'{"text": "\xff"}')).status_code == 400
