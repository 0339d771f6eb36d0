"""What a veterinarian has found and done, and who gets to see it."""

import base64
import struct
from datetime import date
from typing import Any
from uuid import UUID
from zlib import crc32

import httpx

from amigok_chassis.ids import new_id
from amigok_contracts.care import CareCompleted, CheckupDone
from care.reports.jobs import make_care_report
from services.care.tests.conftest import Clinic, eur

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


async def report(clinic: Clinic, request_id: str, **changes: Any) -> httpx.Response:
    body = {"findings": "Left hind leg is swollen", "diagnosis": "Foot rot", "treatment": "Cleaned"} | changes
    return await clinic.as_vet("PUT", f"vet/care-requests/{request_id}/report", body)


async def test_care_is_not_completed_without_a_report(clinic: Clinic) -> None:
    begun = await clinic.begun()
    body = {"version": begun["version"]}
    answer = await clinic.as_vet("POST", f"vet/care-requests/{begun['id']}/complete", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "report_missing")


async def test_who_completes_states_what_they_saw(clinic: Clinic) -> None:
    begun = await clinic.begun()
    await report(clinic, begun["id"])
    body = {"version": begun["version"] + 5}
    answer = await clinic.as_vet("POST", f"vet/care-requests/{begun['id']}/complete", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "version_conflict")


async def test_the_owner_gets_the_report_as_pdf_and_strangers_get_nothing(clinic: Clinic) -> None:
    done = await clinic.done()
    path = f"care-requests/{done['id']}/report"
    shown = (await clinic.call("GET", path)).json()
    assert (shown["diagnosis"], shown["farm_name"], shown["cost"]) == ("Foot rot", "Hill Farm", eur("40.00"))
    pdf = await clinic.call("GET", f"{path}.pdf")
    assert (pdf.headers["content-type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    for end in ("", ".pdf"):
        stranger = await clinic.call("GET", f"{path}{end}", user=new_id())
        assert (stranger.status_code, stranger.json()["code"]) == (404, "care_request_not_found")


async def test_the_pdf_is_made_once_the_care_is_completed_and_made_again_if_it_is_lost(clinic: Clinic) -> None:
    done = await clinic.done()
    await make_care_report.run(clinic.rig.context)
    key = f"reports/{done['id']}.pdf"
    sealed = await clinic.rig.context.storage.get(key)
    assert not sealed.startswith(b"%PDF")
    await clinic.rig.context.storage.delete(key)
    pdf = await clinic.call("GET", f"care-requests/{done['id']}/report.pdf")
    assert pdf.content[:5] == b"%PDF-"


async def test_there_is_no_pdf_of_care_that_is_not_done(clinic: Clinic) -> None:
    begun = await clinic.begun()
    await report(clinic, begun["id"])
    answer = await clinic.call("GET", f"care-requests/{begun['id']}/report.pdf")
    assert (answer.status_code, answer.json()["code"]) == (404, "report_not_found")


async def test_odd_texts_are_set_as_they_are(clinic: Clinic) -> None:
    begun = await clinic.begun()
    odd = '#panic("x") *not bold* $x$ </p> "quotes" \\ 羊 ' + "a" * 300 + "\n\n  - list"
    assert (await report(clinic, begun["id"], findings=odd)).status_code == 200
    done = await clinic.as_vet(
        "POST",
        f"vet/care-requests/{begun['id']}/complete",
        {"version": (await clinic.read(begun["id"]))["version"]},
    )
    assert done.status_code == 200
    assert (await clinic.call("GET", f"care-requests/{begun['id']}/report.pdf")).content[:5] == b"%PDF-"


async def test_a_follow_up_becomes_a_request_once(clinic: Clinic) -> None:
    begun = await clinic.begun()
    later = {"service_id": await clinic.offer("Second look"), "due_on": clinic.tomorrow()}
    assert (await report(clinic, begun["id"], follow_up=later)).status_code == 200
    body = {"version": (await clinic.read(begun["id"]))["version"]}
    for status in (200, 409):
        answer = await clinic.as_vet("POST", f"vet/care-requests/{begun['id']}/complete", body)
        assert answer.status_code == status
    [made] = (await clinic.call("GET", "my-dashboard/assigned-care")).json()["items"]
    assert (made["origin"], made["service_name"], made["state"]) == ("follow_up", "Second look", "quoted")
    due = date.fromisoformat(clinic.tomorrow())
    assert due <= date.fromisoformat(made["due_at"][:10])


async def test_a_follow_up_that_cannot_be_requested_does_not_keep_the_care_from_being_completed(
    clinic: Clinic,
) -> None:
    begun = await clinic.begun()
    later = {"service_id": await clinic.offer("Second look"), "due_on": clinic.tomorrow()}
    await report(clinic, begun["id"], follow_up=later)
    await clinic.die(UUID(begun["livestock_id"]))
    body = {"version": (await clinic.read(begun["id"]))["version"]}
    answer = await clinic.as_vet("POST", f"vet/care-requests/{begun['id']}/complete", body)
    assert (answer.status_code, answer.json()["state"]) == (200, "completed")


async def test_a_follow_up_is_of_a_service_that_exists_within_a_year(clinic: Clinic) -> None:
    begun, offered = await clinic.begun(), await clinic.offer("Second look")
    for service_id, due_on, code in (
        (str(new_id()), clinic.tomorrow(), "unknown_care_service"),
        (offered, "2020-01-01", "follow_up_out_of_range"),
        (offered, "9999-12-31", "follow_up_out_of_range"),
    ):
        answer = await report(clinic, begun["id"], follow_up={"service_id": service_id, "due_on": due_on})
        assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_the_farm_hears_of_care_without_medicine(clinic: Clinic) -> None:
    done = await clinic.done()
    [told] = await clinic.rig.events(CheckupDone)
    assert (str(told.request_id), told.service_name, told.veterinarian_id) == (done["id"], "Checkup", clinic.vet)
    assert len(await clinic.rig.events(CareCompleted)) == 1


async def test_photos_and_documents_are_sealed_and_shown_to_whom_the_care_concerns(clinic: Clinic) -> None:
    begun = await clinic.begun()
    path = f"/api/v1/vet/care-requests/{begun['id']}/files"
    who: dict[str, Any] = {"user": clinic.vet, "role": "veterinarian"}
    added = await clinic.rig.request("POST", path, files={"file": PICTURE}, **who)
    assert added.status_code == 201, added.text
    file = added.json()
    assert await clinic.rig.context.storage.get(f"files/{file['id']}") != PICTURE
    read = await clinic.rig.request("GET", file["url"], user=clinic.owner)
    assert (read.content, read.headers["content-type"]) == (PICTURE, "image/png")
    assert (await clinic.rig.request("GET", file["url"], user=new_id())).status_code == 404
    other = await clinic.accepted(name="Other")
    elsewhere = file["url"].replace(begun["id"], other["id"])
    assert (await clinic.rig.request("GET", elsewhere, user=clinic.owner)).json()["code"] == "file_not_found"


async def test_files_are_added_by_who_is_at_work_and_are_what_they_should_be(clinic: Clinic) -> None:
    begun = await clinic.begun()
    path = f"/api/v1/vet/care-requests/{begun['id']}/files"
    other = await clinic.rig.is_known(new_id(), role="veterinarian")
    stranger = await clinic.rig.request("POST", path, user=other, role="veterinarian", files={"file": PICTURE})
    assert stranger.status_code == 404
    who: dict[str, Any] = {"user": clinic.vet, "role": "veterinarian"}
    bad = await clinic.rig.request("POST", path, files={"file": b"MZ" + bytes(100)}, **who)
    assert (bad.status_code, bad.json()["code"]) == (415, "unsupported_file")


async def test_an_owner_sees_their_time_and_a_buyer_the_vaccinations(clinic: Clinic) -> None:
    animal, buyer = await clinic.animal(), await clinic.rig.is_known(new_id())
    for name, kind in (("Checkup", "checkup"), ("Shot", "vaccination")):
        asked = await clinic.asked(animal, await clinic.offer(name, care_type=kind))
        await clinic.call("POST", f"care-requests/{asked['id']}/accept", {"quote_version": 1})
        await clinic.wallet.answer()
        await clinic.done(await clinic.begun(asked))

    async def history(user: UUID, role: str = "investor") -> list[tuple[str, bool]]:
        answer = await clinic.call("GET", f"livestock/{animal}/care-history", user=user, role=role)
        assert answer.status_code == 200, answer.text
        return [(item["service_name"], item["diagnosis"] is not None) for item in answer.json()["items"]]

    all_of_it = [("Shot", True), ("Checkup", True)]
    assert await history(clinic.owner) == all_of_it
    await clinic.sell(animal, buyer)
    assert await history(buyer) == [("Shot", False)]
    assert await history(clinic.owner) == all_of_it
    assert await history(new_id(), "veterinarian") == all_of_it
    assert await history(clinic.hand, "farm_staff") == all_of_it
    for role in ("investor", "farm_staff"):
        stranger = await clinic.call("GET", f"livestock/{animal}/care-history", user=new_id(), role=role)
        assert (stranger.status_code, stranger.json()["code"]) == (404, "livestock_not_found")


async def test_a_photo_does_not_tell_where_and_with_which_device_it_was_taken(clinic: Clinic) -> None:
    begun = await clinic.begun()
    told = b"Exif GPS 38.46 27.21"
    text = struct.pack(">I4s", len(told), b"tEXt") + told + struct.pack(">I", crc32(b"tEXt" + told))
    telling = PICTURE[:33] + text + PICTURE[33:]
    path = f"/api/v1/vet/care-requests/{begun['id']}/files"
    who: dict[str, Any] = {"user": clinic.vet, "role": "veterinarian"}
    added = await clinic.rig.request("POST", path, files={"file": telling}, **who)
    assert (added.status_code, added.json()["size"]) == (201, len(PICTURE))
    assert (await clinic.rig.request("GET", added.json()["url"], **who)).content == PICTURE
    broken = await clinic.rig.request("POST", path, files={"file": PICTURE[:40]}, **who)
    assert (broken.status_code, broken.json()["code"]) == (422, "broken_picture")
