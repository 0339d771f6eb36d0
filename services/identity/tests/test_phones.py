import asyncio
import re
from datetime import timedelta
from http import HTTPStatus

import httpx
import pytest

from amigok_chassis import clock
from identity.settings import Settings

NUMBER = "+84912345678"


async def ask(visitor, access, phone=NUMBER):
    return await visitor.post("phone", {"phone": phone}, access=access)


async def verify(visitor, access, code):
    return await visitor.post("verify-phone", {"code": code}, access=access)


async def code_to(visitor, phone=NUMBER):
    rows = await visitor.rig.db.fetch("SELECT text FROM sms WHERE recipient = $1 ORDER BY id DESC LIMIT 1", phone)
    return re.search(r"\d{6}", rows[0]["text"])[0]


async def proved(visitor, access, phone=NUMBER):
    assert (await ask(visitor, access, phone)).status_code == 202
    return await verify(visitor, access, await code_to(visitor, phone))


async def test_the_code_proves_the_number(visitor):
    access = (await visitor.signed_in())["access_token"]
    assert (await visitor.me(access)).json()["phone"] is None
    answer = await proved(visitor, access)
    assert (answer.status_code, answer.json()) == (200, {"phone_verified": True})
    assert (await visitor.me(access)).json()["phone"] == NUMBER
    code = await code_to(visitor)
    assert (await verify(visitor, access, code)).json()["code"] == "invalid_phone_code"
    rows = await visitor.rig.db.fetch("SELECT credentials_changed_at FROM users")
    assert rows[0][0] is None


@pytest.mark.parametrize("written", ["+84 912 345 678", "+84 (0) 912-345-678", "tel:+84-912-345-678"])
async def test_a_number_is_kept_in_one_form(visitor, written):
    access = (await visitor.signed_in())["access_token"]
    await ask(visitor, access, written)
    assert (await visitor.rig.db.fetch("SELECT recipient FROM sms"))[0][0] == NUMBER


@pytest.mark.parametrize(
    "phone",
    [
        "0912345678",
        "+84",
        "+8491234567",
        "+19005550123",
        "+84\x00912345678x",
        "+" + "9" * 40,
        "",
        None,
        84912345678,
        "hello",
    ],
)
async def test_what_takes_no_sms_is_refused(visitor, phone):
    access = (await visitor.signed_in())["access_token"]
    assert (await ask(visitor, access, phone)).status_code == 422


async def test_five_wrong_codes_spoil_the_right_one(visitor):
    access = (await visitor.signed_in())["access_token"]
    await ask(visitor, access)
    code = await code_to(visitor)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    answers = await asyncio.gather(*(verify(visitor, access, wrong) for _ in range(9)))
    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(422, "invalid_phone_code")}
    assert (await verify(visitor, access, code)).json()["code"] == "invalid_phone_code"
    assert (await visitor.rig.db.fetch("SELECT tries FROM phone_verifications"))[0][0] == 5


async def test_guesses_at_once_are_counted_before_the_right_one(visitor):
    access = (await visitor.signed_in())["access_token"]
    await ask(visitor, access)
    code = int(await code_to(visitor))
    guesses = [f"{(code + n) % 1_000_000:06}" for n in range(1, 6)] + [f"{code:06}"]
    answers = []
    for guess in guesses:
        answers.append(await verify(visitor, access, guess))
    assert {answer.status_code for answer in answers} == {422}


async def test_a_code_is_good_for_ten_minutes_and_only_the_newest(visitor):
    access = (await visitor.signed_in())["access_token"]
    await ask(visitor, access)
    first = await code_to(visitor)
    await ask(visitor, access, "+84987654321")
    second = await code_to(visitor, "+84987654321")
    if first != second:
        assert (await verify(visitor, access, first)).status_code == 422
    clock.set_offset(timedelta(minutes=10, seconds=1))
    access = (await visitor.login()).json()["access_token"]
    assert (await verify(visitor, access, second)).status_code == 422


async def test_a_code_is_for_its_user_only(visitor):
    mine, others = await visitor.signed_in(), await visitor.signed_in("eve")
    await ask(visitor, mine["access_token"])
    code = await code_to(visitor)
    assert (await verify(visitor, others["access_token"], code)).status_code == 422
    assert (await verify(visitor, "", code)).status_code == 401


async def test_a_number_belongs_to_one_user_and_only_who_has_the_phone_learns_it(visitor):
    mine, others = await visitor.signed_in(), await visitor.signed_in("eve")
    await proved(visitor, mine["access_token"])
    asked = await ask(visitor, others["access_token"])
    assert asked.status_code == 202
    taken = await verify(visitor, others["access_token"], await code_to(visitor))
    assert (taken.status_code, taken.json()["code"]) == (409, "phone_taken")


async def test_two_users_who_prove_one_number_at_once_are_one_owner(visitor):
    accesses = [(await visitor.signed_in(name))["access_token"] for name in ("ada", "eve")]
    codes = []
    for access in accesses:
        await ask(visitor, access)
        codes.append(await code_to(visitor))
    answers = await asyncio.gather(
        *(verify(visitor, access, code) for access, code in zip(accesses, codes, strict=True))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_another_number_takes_the_place_of_the_first_and_the_owner_is_told(visitor):
    access = (await visitor.signed_in())["access_token"]
    await proved(visitor, access)
    before = len(await visitor.mails())
    await proved(visitor, access, "+84987654321")
    assert (await visitor.me(access)).json()["phone"] == "+84987654321"
    (mail,) = (await visitor.mails())[before:]
    assert "phone number" in mail
    assert "+84" not in mail
    rows = await visitor.rig.db.fetch("SELECT credentials_changed_at FROM users")
    assert rows[0][0] is not None


async def test_a_user_has_five_codes_an_hour(visitor):
    access = (await visitor.signed_in())["access_token"]
    for n in range(5):
        assert (await proved(visitor, access, f"+8491234567{n}")).status_code == 200
    refused = await ask(visitor, access)
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_messages")
    assert 3500 < int(refused.headers["retry-after"]) <= 3600
    clock.set_offset(timedelta(minutes=61))
    access = (await visitor.login()).json()["access_token"]
    assert (await ask(visitor, access)).status_code == 202


async def test_a_number_gets_five_sms_an_hour_however_many_users_ask_at_once(visitor):
    accesses = [(await visitor.signed_in(f"user{n}"))["access_token"] for n in range(3)]
    answers = await asyncio.gather(*(ask(visitor, access) for access in accesses * 3))
    assert {answer.status_code for answer in answers} == {202}
    assert (await visitor.rig.db.fetch("SELECT count(*) FROM sms"))[0][0] == 5
    unsent = await visitor.rig.db.fetch("SELECT tries FROM phone_verifications WHERE tries > 0")
    assert [row["tries"] for row in unsent] == [5] * 4


async def test_another_number_needs_a_fresh_proof_of_who_asks(visitor):
    body = await visitor.signed_in()
    clock.set_offset(timedelta(minutes=11))
    pair = (await visitor.post("refresh", {"refresh_token": body["refresh_token"]})).json()
    assert (await ask(visitor, pair["access_token"])).json()["code"] == "step_up_required"


async def test_the_code_is_kept_as_a_keyed_digest(visitor):
    access = (await visitor.signed_in())["access_token"]
    await ask(visitor, access)
    code = await code_to(visitor)
    rows = await visitor.rig.db.fetch("SELECT v::text AS row FROM phone_verifications v")
    assert not re.search(rf"\b{code}\b", rows[0]["row"])


class Provider:
    """An SMS provider that keeps what it takes, once for each idempotency key."""

    def __init__(self):
        self.status = 202
        self.requests = []

    def __call__(self, request):
        self.requests.append(request)
        return httpx.Response(self.status)


@pytest.fixture
async def provider(visitor):
    double, context = Provider(), visitor.rig.context
    real = context.http
    context.http = httpx.AsyncClient(transport=httpx.MockTransport(double))
    context.use(Settings(sms_url="https://sms.test/send", sms_token="a token"))
    yield double
    await context.http.aclose()
    context.http = real


async def test_an_sms_is_sent_once_and_its_text_erased(visitor, provider):
    access = (await visitor.signed_in())["access_token"]
    await ask(visitor, access)
    code = await code_to(visitor)
    await asyncio.gather(*(visitor.rig.run_task("send_sms") for _ in range(4)))
    (request,) = provider.requests
    sent = httpx.Response(200, content=request.content).json()
    assert (sent["to"], request.headers["authorization"]) == (NUMBER, "Bearer a token")
    assert request.headers["idempotency-key"] == sent["id"]
    assert code in sent["text"]
    rows = await visitor.rig.db.fetch("SELECT text, sent_at FROM sms")
    assert rows[0]["text"] == ""
    assert rows[0]["sent_at"] is not None


@pytest.mark.parametrize("status", [500, 401, 429])
async def test_what_the_provider_does_not_take_now_is_sent_later_under_the_same_id(visitor, provider, status):
    access = (await visitor.signed_in())["access_token"]
    await ask(visitor, access)
    provider.status = status
    await visitor.rig.run_task("send_sms")
    provider.status = HTTPStatus.OK
    await visitor.rig.run_task("send_sms")
    assert len(provider.requests) == 1
    clock.set_offset(timedelta(seconds=3))
    await visitor.rig.run_task("send_sms")
    first, second = provider.requests
    assert first.headers["idempotency-key"] == second.headers["idempotency-key"]


async def test_what_the_provider_refuses_for_good_or_nobody_takes_in_time_is_given_up(visitor, provider):
    access = (await visitor.signed_in())["access_token"]
    await ask(visitor, access)
    provider.status = HTTPStatus.BAD_REQUEST
    await visitor.rig.run_task("send_sms")
    await ask(visitor, access)
    clock.set_offset(timedelta(minutes=11))
    await visitor.rig.run_task("send_sms")
    rows = await visitor.rig.db.fetch("SELECT text, abandoned_at FROM sms")
    assert [row["text"] for row in rows] == ["", ""]
    assert all(row["abandoned_at"] for row in rows)


async def test_numbers_and_codes_stay_out_of_logs_and_events(visitor, provider, capsys):
    access = (await visitor.signed_in())["access_token"]
    await proved(visitor, access)
    provider.status = 500
    await visitor.rig.run_task("send_sms")
    assert "912345678" not in "".join(capsys.readouterr())
    rows = await visitor.rig.db.fetch("SELECT data FROM outbox")
    assert not any("912345678" in row["data"] for row in rows)
    rows = await visitor.rig.db.fetch("SELECT a::text AS row FROM activities a")
    assert not any("912345678" in row["row"] for row in rows)
