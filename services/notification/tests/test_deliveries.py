"""What is sent, when, and how often."""

import asyncio
from datetime import timedelta

from amigok_chassis import clock
from amigok_contracts.notification import DeliveryFailed
from notification.addresses import service as addresses
from services.notification.tests.told import Town, move_to

HOUR = timedelta(hours=1)


async def test_a_notice_is_mailed_once_whatever_is_repeated(town: Town) -> None:
    anna = await town.user()
    await town.tell(anna)
    await town.tell(anna)
    await asyncio.gather(*(town.send() for _ in range(4)))
    await town.tell(anna)
    assert await town.send() == ["Order completed"]
    [mail] = town.post.messages
    assert mail["To"] == f"{anna}@amigok.test"
    assert "The animal is yours. You paid $240.00." in town.post.text()
    assert mail["Content-Language"] == "en"


async def test_a_mail_whose_sender_died_is_the_same_mail_when_it_is_sent_again(town: Town) -> None:
    anna = await town.user()
    await town.tell(anna)
    await town.send()
    await town.rig.db.fetch("UPDATE deliveries SET sent_at = NULL, due_at = now()")
    await town.send()
    first, second = town.post.messages
    assert first["Message-ID"] == second["Message-ID"]


async def test_a_provider_that_is_down_for_an_hour_costs_nobody_a_message(town: Town) -> None:
    users = [await town.user() for _ in range(5)]
    town.post.refusal = "451 down"
    await town.tell(*users)
    started = clock.now()
    while clock.now() - started < HOUR:
        await town.send()
        clock.set_offset(clock.offset() + timedelta(minutes=5))
    assert town.post.refused > len(users)
    town.post.refusal = ""
    clock.set_offset(clock.offset() + timedelta(minutes=10))
    await town.send()
    assert sorted(mail["To"] for mail in town.post.messages) == sorted(f"{user}@amigok.test" for user in users)


async def test_what_cannot_be_sent_for_a_day_is_given_up_and_told(town: Town) -> None:
    anna = await town.user()
    town.post.refusal = "451 down"
    await town.tell(anna)
    await town.send()
    clock.set_offset(timedelta(hours=25))
    await town.send()
    [failed] = await town.rig.events(DeliveryFailed)
    assert (failed.user_id, failed.channel, failed.reason) == (anna, "email", "gave_up")


async def test_a_bounce_stops_the_address(town: Town) -> None:
    anna = await town.user()
    town.post.refusal = "550 nobody here"
    await town.tell(anna)
    await town.send()
    town.post.refusal = ""
    await town.tell(anna, source="2")
    assert await town.send() == []
    [failed] = await town.rig.events(DeliveryFailed)
    assert failed.reason == "address_dead"


async def test_what_was_read_in_the_app_is_not_mailed(town: Town) -> None:
    anna = await town.user()
    await town.tell(anna, within=timedelta(minutes=10), kind="animal_weighed")
    notice = (await town.rig.request("GET", "/api/v1/notifications", user=anna)).json()["items"][0]
    await town.rig.request("POST", f"/api/v1/notifications/{notice['id']}/read", user=anna)
    clock.set_offset(timedelta(minutes=11))
    assert await town.send() == []


async def test_five_animals_that_are_weighed_are_one_mail(town: Town) -> None:
    anna = await town.user()
    for number in range(5):
        await town.tell(anna, kind="animal_weighed", source=str(number), within=timedelta(minutes=10))
    assert await town.send() == []
    clock.set_offset(timedelta(minutes=11))
    assert await town.send() == ["5 animals were weighed"]


async def test_nobody_is_woken_in_quiet_hours_but_for_what_is_urgent(town: Town) -> None:
    move_to("2026-12-10T21:30:00+00:00")
    anna = await town.user()
    await town.wishes(anna, time_zone="Europe/Madrid", quiet_from="22:00", quiet_to="07:30")
    await town.tell(anna)
    await town.tell(anna, source="2")
    await town.tell(anna, kind="animal_died")
    await town.tell(anna, kind="withdrawal_requested")
    assert sorted(await town.send()) == ["An animal has died", "Withdrawal requested"]
    move_to("2026-12-11T06:29:00+00:00")
    assert len(await town.send()) == 2
    move_to("2026-12-11T06:30:01+00:00")
    assert (await town.send())[2:] == ["2 pieces of news"]


async def test_a_digest_comes_at_its_hour_with_all_that_happened(town: Town) -> None:
    move_to("2026-12-10T21:30:00+00:00")
    anna = await town.user()
    await town.wishes(anna, time_zone="Europe/Madrid", digest_hour=8)
    await town.prefers(anna, "email", "daily")
    for number in range(3):
        await town.tell(anna, source=str(number))
    assert await town.send() == []
    move_to("2026-12-11T07:00:01+00:00")
    assert await town.send() == ["3 pieces of news"]
    assert town.post.text().count("Order completed") == 3
    await town.tell(anna, source="4")
    move_to("2026-12-12T07:00:01+00:00")
    assert (await town.send())[1:] == ["Order completed"]


async def test_a_weekly_digest_comes_on_its_day(town: Town) -> None:
    move_to("2026-12-10T21:30:00+00:00")
    anna = await town.user()
    await town.wishes(anna, digest_hour=6, digest_weekday=1)
    await town.prefers(anna, "email", "weekly")
    await town.tell(anna)
    move_to("2026-12-15T05:59:00+00:00")
    assert await town.send() == []
    move_to("2026-12-15T06:00:01+00:00")
    assert await town.send() == ["Order completed"]


async def test_what_is_switched_off_is_not_sent_and_what_is_mandatory_always(town: Town) -> None:
    anna = await town.user()
    await town.prefers(anna, "email", "off")
    await town.prefers(anna, "in_app", "off")
    await town.tell(anna)
    await town.tell(anna, kind="withdrawal_requested")
    assert await town.send() == ["Withdrawal requested"]
    listed = (await town.rig.request("GET", "/api/v1/notifications", user=anna)).json()["items"]
    assert [each["kind"] for each in listed] == ["withdrawal_requested"]
    body = {"changes": [{"kind": "withdrawal_requested", "channel": "email", "mode": "off"}]}
    refused = await town.rig.request("PUT", "/api/v1/notifications/preferences", user=anna, json=body)
    assert (refused.status_code, refused.json()["code"]) == (422, "kind_mandatory")


async def test_people_see_by_which_channels_they_can_be_told_things(town: Town) -> None:
    async def reachable() -> list[str]:
        return (await town.rig.request("GET", "/api/v1/notifications/preferences", user=anna)).json()["reachable"]

    anna = await town.user()
    assert await reachable() == ["in_app", "email"]
    async with town.rig.db.unit_of_work() as db:
        [address] = await addresses.alive(db, [anna], channels=["email"])
        await addresses.died(db, address.id, reason="bounced")
    assert await reachable() == ["in_app"]


async def test_what_is_switched_off_while_it_waits_is_not_sent(town: Town) -> None:
    anna = await town.user()
    await town.tell(anna, kind="animal_weighed", within=timedelta(minutes=10))
    await town.prefers(anna, "email", "off", kind="animal_weighed")
    clock.set_offset(timedelta(minutes=11))
    assert await town.send() == []


async def test_the_link_in_a_mail_ends_mails_of_its_kind_without_signing_in(town: Town) -> None:
    anna = await town.user()
    await town.tell(anna)
    await town.send()
    [mail] = town.post.messages
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = mail["List-Unsubscribe"].strip("<>").partition("/api/v1")[2]
    forged = await town.rig.request("POST", f"/api/v1{path[:-1]}{'A' if path[-1] != 'A' else 'E'}")
    stopped = await town.rig.request("POST", f"/api/v1{path}")
    assert (forged.json()["code"], stopped.json()) == ("invalid_stop_link", {"kind": "order_completed"})
    await town.tell(anna, source="2")
    assert await town.send() == ["Order completed"]


async def test_a_security_mail_has_no_link_that_ends_it(town: Town) -> None:
    anna = await town.user()
    await town.tell(anna, kind="withdrawal_requested")
    await town.send()
    assert town.post.messages[0]["List-Unsubscribe"] is None


async def test_more_than_ten_messages_an_hour_are_one(town: Town) -> None:
    move_to("2026-12-10T21:10:00+00:00")
    anna = await town.user()
    for number in range(25):
        await town.tell(anna, source=str(number))
    await town.send()
    assert len(town.post.messages) == 10
    move_to("2026-12-10T22:00:01+00:00")
    assert (await town.send())[10:] == ["15 pieces of news"]


async def test_a_mail_is_in_the_language_of_its_reader(town: Town) -> None:
    anna = await town.user()
    await town.wishes(anna, language="ar")
    await town.tell(anna)
    await town.send()
    [mail] = town.post.messages
    assert (mail["Subject"], mail["Content-Language"]) == ("اكتمل الطلب", "ar")
    html = mail.get_body(("html",))
    assert html is not None
    assert 'dir="rtl"' in html.get_content()


async def test_what_comes_while_a_digest_is_sent_is_sent_after_it(town: Town) -> None:
    anna = await town.user()
    await town.prefers(anna, "email", "daily")
    await town.tell(anna)
    [row] = await town.rig.db.fetch("UPDATE deliveries SET sent_at = now(), due_at = NULL RETURNING slot")
    await town.tell(anna, source="2")
    rows = await town.rig.db.fetch("SELECT slot FROM deliveries WHERE sent_at IS NULL")
    assert [each["slot"] for each in rows] != [row["slot"]]
    assert await town.send() == ["Order completed"]
