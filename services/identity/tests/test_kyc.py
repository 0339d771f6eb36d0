"""Proving who one is: what is taken, how it lies, who may see it and decide."""

import asyncio
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from asyncpg.exceptions import CheckViolationError, UniqueViolationError

from amigok_chassis import clock, transit
from amigok_chassis.audit import proof
from amigok_chassis.errors import Unavailable
from amigok_chassis.ids import new_id
from amigok_chassis.testing import machine_holds
from amigok_chassis.uploads import UPLOAD_BYTES
from amigok_contracts.identity import KycApproved, KycRejected, KycSubmitted
from identity.activity.caller import Client
from identity.kyc import service as kyc
from identity.kyc.machine import PROOFS, moved
from identity.kyc.person import Person, storage_key
from identity.registration import service as registration
from identity.users.models import User

PASSWORD = "seven grey sheep graze"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"
JPEG = b"\xff\xd8\xff\xe1\x00\x10Exif\0\0" + bytes(20)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(20)
FORM = {
    "legal_name": "Ada Lovelace-Quill",
    "date_of_birth": "1990-12-10",
    "country": "GB",
    "document_type": "passport",
    "document_number": "AB 123456-7",
    "address": "12 St James's Square, London",
}
FILES = {"front": JPEG, "selfie": PNG}


class SignedIn:
    """Somebody signed in, who submits or reviews."""

    def __init__(self, visitor, body):
        self.visitor, self.http, self.db = visitor, visitor.rig.http, visitor.rig.db
        self.id = body["user"]["id"]
        self.headers = {"Authorization": f"Bearer {body['access_token']}"}

    async def get(self, path):
        return await self.http.get(f"/api/v1/{path}", headers=self.headers)

    async def post(self, path, json=None):
        return await self.http.post(f"/api/v1/{path}", json=json, headers=self.headers)

    async def submit(self, form=FORM, files=FILES, **changed):
        form = {key: value for key, value in {**form, **changed}.items() if value is not None}
        named = {kind: (f"{kind}.exe", data, "application/x-evil") for kind, data in files.items()}
        return await self.http.post("/api/v1/auth/kyc/submit", data=form, files=named, headers=self.headers)

    async def submitted(self, **changed):
        """The id of a submission that was just made."""
        answer = await self.submit(**changed)
        assert answer.status_code == 202, answer.text
        (row,) = await self.db.fetch(
            "SELECT id FROM kyc_submissions WHERE user_id = $1 AND status = 'pending'", UUID(self.id)
        )
        return row["id"]

    async def status(self):
        return (await self.get("auth/kyc/status")).json()

    async def audit(self):
        rows = await self.db.fetch("SELECT action, actor_id, subject_id FROM audit_log ORDER BY number")
        return [row["action"] for row in rows if str(row["actor_id"]) == self.id]


async def user(visitor, name="ada"):
    return SignedIn(visitor, await visitor.signed_in(name))


async def removal(rig):
    """Removes what is due, from the tables and from the storage."""
    await rig.run_job("remove_documents")
    await rig.run_task("erase_file")


async def administrator(visitor, name="root"):
    await registration.create_administrator(
        visitor.rig.db, email=f"{name}@amigok.test", username=name, password=PASSWORD
    )
    return SignedIn(visitor, (await visitor.login(name)).json())


def refusal(answer):
    assert answer.headers["content-type"] == "application/problem+json", answer.text
    return answer.status_code, answer.json()["code"]


def lying(folder: Path):
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


async def test_a_submission_is_pending_and_says_so_to_the_user_and_to_the_fleet(visitor):
    ada = await user(visitor)
    assert await ada.status() == {
        "status": "not_submitted",
        "can_submit": True,
        "submitted_at": None,
        "decided_at": None,
        "reason": None,
    }
    answer = await ada.submit()
    assert answer.status_code == 202
    assert answer.json() == await ada.status()
    assert (answer.json()["status"], answer.json()["can_submit"]) == ("pending", False)
    assert (await ada.get("me")).json()["kyc_status"] == "pending"
    (event,) = await visitor.rig.events(KycSubmitted)
    assert str(event.user_id) == ada.id
    assert set(event.model_dump()) == {"user_id", "submission_id", "aggregate_version"}


async def test_what_is_said_and_shown_lies_sealed_in_files_and_database(visitor_with_folder, tmp_path):
    ada = await user(visitor_with_folder)
    await ada.submitted(files={"front": PDF + b"my own words", "selfie": JPEG + b"my own face"})
    assert len(lying(tmp_path)) == 2
    assert not any(b"my own" in data or b"PDF" in data or b"Exif" in data for data in lying(tmp_path))
    tables = [
        row[0] for row in await ada.db.fetch("SELECT relname FROM pg_stat_user_tables WHERE schemaname = 'public'")
    ]
    assert "kyc_submissions" in tables
    for table in tables:
        text = "\n".join(row[0] for row in await ada.db.fetch(f"SELECT t::text FROM {table} t"))
        for plain in ("Lovelace-Quill", "AB 123456-7", "AB1234567", "1990-12-10", "St James", "my own"):
            assert plain not in text, table
            assert plain.encode().hex() not in text, table


async def test_a_sealed_person_cannot_be_moved_to_another_user(visitor):
    ada, eve, root = await user(visitor), await user(visitor, "eve"), await administrator(visitor)
    mine, hers = await ada.submitted(), await eve.submitted(legal_name="Eve", document_number="X99999")
    await ada.db.fetch(
        "UPDATE kyc_submissions SET sealed = (SELECT sealed FROM kyc_submissions WHERE id = $1) WHERE id = $2",
        mine,
        hers,
    )
    assert refusal(await root.get(f"admin/kyc/{hers}")) == (500, "internal_error")


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"date_of_birth": (clock.now().date() - timedelta(days=17 * 365)).isoformat()}, (422, "underage")),
        ({"date_of_birth": "2099-01-01"}, (422, "underage")),
        ({"date_of_birth": "0001-01-01"}, (422, "invalid_request")),
        ({"date_of_birth": "9999-12-31"}, (422, "invalid_request")),
        ({"date_of_birth": "644803200"}, (422, "invalid_request")),
        ({"country": "XX"}, (422, "invalid_request")),
        ({"country": "gb"}, (422, "invalid_request")),
        ({"country": None}, (422, "invalid_request")),
        ({"document_type": "library_card"}, (422, "invalid_request")),
        ({"document_number": "';--"}, (422, "invalid_request")),
        ({"document_number": "1" * 41}, (422, "invalid_request")),
        ({"legal_name": "a\0b"}, (422, "invalid_request")),
        ({"legal_name": "\u202e"}, (422, "invalid_request")),
        ({"legal_name": "x" * 201}, (422, "invalid_request")),
        ({"address": "x" * 5000}, (400, "bad_request")),
        ({"is_admin": "true"}, (422, "invalid_request")),
        ({"front": "text instead of a file"}, (422, "invalid_request")),
        ({"document_type": "national_id"}, (422, "documents_missing")),
    ],
)
async def test_odd_forms_are_refused(visitor, changed, expected):
    ada = await user(visitor)
    files = {kind: data for kind, data in FILES.items() if kind not in changed}
    assert refusal(await ada.submit(files=files, **changed)) == expected
    assert await ada.db.fetch("SELECT FROM kyc_documents") == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"front": b"MZ\x90" + JPEG, "selfie": PNG}, (415, "unsupported_file")),
        ({"front": b"<html>" + PDF, "selfie": PNG}, (415, "unsupported_file")),
        ({"front": b"GIF89a" + bytes(9), "selfie": PNG}, (415, "unsupported_file")),
        ({"front": JPEG, "selfie": b"words"}, (415, "unsupported_file")),
        ({"front": b"", "selfie": PNG}, (415, "unsupported_file")),
        ({"front": JPEG}, (422, "documents_missing")),
        ({"selfie": PNG}, (422, "invalid_request")),
        ({"front": JPEG, "selfie": PNG, "other": PNG}, (422, "invalid_request")),
        ({f"file{number}": PNG for number in range(5)}, (400, "bad_request")),
    ],
)
async def test_the_content_of_files_counts_and_not_their_names(visitor, files, expected):
    ada = await user(visitor)
    assert refusal(await ada.submit(files=files)) == expected


async def test_files_may_be_ten_mebibytes_and_everything_else_one(visitor):
    ada = await user(visitor)
    large = JPEG + bytes(UPLOAD_BYTES - 10_000)
    assert refusal(await ada.submit(files={"front": large, "selfie": PNG + bytes(10_000)})) == (
        413,
        "content_too_large",
    )
    too_large = await ada.http.put("/api/v1/me/preferences", content=bytes(2_000_000), headers=ada.headers)
    assert refusal(too_large) == (413, "content_too_large")
    assert (await ada.submit(files={"front": large, "selfie": PNG})).status_code == 202


async def test_only_who_is_signed_in_with_a_verified_address_submits(visitor):
    ada = await user(visitor)
    await ada.db.fetch("UPDATE users SET email_verified_at = NULL")
    assert refusal(await ada.submit()) == (403, "email_unverified")
    ada.headers = {}
    assert refusal(await ada.submit()) == (401, "unauthenticated")
    assert refusal(await ada.get("auth/kyc/status")) == (401, "unauthenticated")


async def test_who_is_pending_or_approved_cannot_submit_and_who_is_rejected_can(visitor):
    ada, root = await user(visitor), await administrator(visitor)
    first = await ada.submitted()
    assert refusal(await ada.submit()) == (409, "kyc_closed")
    assert (await root.post(f"admin/kyc/{first}/reject", {"reason": "The photo is blurred."})).status_code == 200
    status = await ada.status()
    assert (status["status"], status["reason"], status["can_submit"]) == ("rejected", "The photo is blurred.", True)
    second = await ada.submitted()
    assert (await ada.status())["reason"] is None
    assert (await root.post(f"admin/kyc/{second}/approve")).status_code == 200
    assert refusal(await ada.submit()) == (409, "kyc_closed")
    assert (await ada.status())["status"] == "approved"
    rows = await ada.db.fetch("SELECT status FROM kyc_submissions ORDER BY id")
    assert [row["status"] for row in rows] == ["rejected", "approved"]
    versions = [
        (await visitor.rig.events(kind))[-1].aggregate_version for kind in (KycRejected, KycSubmitted, KycApproved)
    ]
    assert versions == sorted(set(versions))


async def test_of_submissions_made_at_once_one_counts_and_the_others_leave_nothing(visitor_with_folder, tmp_path):
    ada = await user(visitor_with_folder)
    answers = await asyncio.gather(*(ada.submit() for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [202, 409, 409, 409, 409]
    clock.set_offset(timedelta(hours=2))
    await removal(visitor_with_folder.rig)
    assert len(lying(tmp_path)) == len(await ada.db.fetch("SELECT FROM kyc_documents")) == 2


async def test_the_database_itself_refuses_a_second_live_submission_and_a_review_of_ones_own(visitor):
    ada = await user(visitor)
    submission = await ada.submitted()
    with pytest.raises(UniqueViolationError):
        await ada.db.fetch(
            "INSERT INTO kyc_submissions (id, user_id, status, sealed, number_digest, submitted_at)"
            " SELECT $1, user_id, status, sealed, number_digest, submitted_at FROM kyc_submissions",
            new_id(),
        )
    with pytest.raises(CheckViolationError):
        await ada.db.fetch(
            "UPDATE kyc_submissions SET status = 'approved', decided_at = now(), decided_by = user_id WHERE id = $1",
            submission,
        )


async def test_a_death_between_reserving_and_submitting_leaves_nothing_and_hinders_nobody(
    visitor_with_folder, tmp_path
):
    ada, rig = await user(visitor_with_folder), visitor_with_folder.rig
    async with rig.db.unit_of_work() as session:
        put, never_put = await kyc.reserve(
            session, UUID(ada.id), [("front", "image/jpeg", 30), ("selfie", "image/png", 30)]
        )
    await rig.context.storage.put(put.key, JPEG, secret=storage_key(rig.db.data_key))
    await removal(rig)
    assert len(await rig.db.fetch("SELECT FROM kyc_documents")) == 2
    await ada.submitted()
    clock.set_offset(timedelta(hours=1, seconds=1))
    await removal(rig)
    left = {row["id"] for row in await rig.db.fetch("SELECT id FROM kyc_documents WHERE submission_id IS NOT NULL")}
    assert len(left) == 2
    assert not left & {put.id, never_put.id}
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == {str(each) for each in left}


async def test_documents_that_may_be_removed_by_now_are_not_submitted(visitor):
    ada, rig = await user(visitor), visitor.rig
    async with rig.db.unit_of_work() as session:
        documents = await kyc.reserve(session, UUID(ada.id), [("front", "image/jpeg", 30)])
    clock.set_offset(timedelta(minutes=59, seconds=30))
    with pytest.raises(Unavailable):
        async with rig.db.unit_of_work() as session:
            await kyc.finish(
                session,
                UUID(ada.id),
                documents,
                Person.model_validate(FORM),
                client=Client("203.0.113.7"),
            )
    assert await ada.db.fetch("SELECT FROM kyc_submissions") == []


async def test_uploads_that_are_never_finished_are_bounded(visitor_with_folder, tmp_path):
    ada = await user(visitor_with_folder)
    (tmp_path / "kyc").write_text("not a folder")
    answers = [refusal(await ada.submit()) for _ in range(9)]
    assert answers == [(503, "service_unavailable")] * 8 + [(409, "uploads_unfinished")]
    (tmp_path / "kyc").unlink()
    clock.set_offset(timedelta(hours=2))
    await removal(visitor_with_folder.rig)
    ada = SignedIn(visitor_with_folder, (await visitor_with_folder.login()).json())
    assert (await ada.submit()).status_code == 202


async def test_a_reviewer_sees_the_person_and_the_files_and_the_audit_log_knows(visitor):
    ada, root = await user(visitor), await administrator(visitor)
    submission = await ada.submitted()
    answer = await root.get(f"admin/kyc/{submission}")
    review = answer.json()
    assert answer.headers["cache-control"] == "no-store"
    assert review["person"] == FORM
    assert (review["user_id"], review["same_document"]) == (ada.id, [])
    assert [(each["kind"], each["media_type"]) for each in review["documents"]] == [
        ("front", "image/jpeg"),
        ("selfie", "image/png"),
    ]
    file = await root.get(f"admin/kyc/{submission}/documents/{review['documents'][0]['id']}")
    assert file.content == JPEG
    assert file.headers["content-type"] == "image/jpeg"
    assert file.headers["x-content-type-options"] == "nosniff"
    assert file.headers["cache-control"] == "no-store"
    assert file.headers["content-disposition"].startswith('attachment; filename="front-')
    assert "exe" not in file.headers["content-disposition"]
    await root.post(f"admin/kyc/{submission}/approve")
    assert await root.audit() == ["kyc.viewed", "kyc.document_viewed", "kyc.approved"]
    await _prove_the_chain(root)
    logged = str(await root.db.fetch("SELECT before, after FROM audit_log"))
    assert not any(value in logged for value in FORM.values())


async def _prove_the_chain(person):
    async with person.db.unit_of_work() as session:
        assert (await proof.verify(session, key=person.db.data_key)).broken == ""


async def test_ids_of_others_and_of_nothing_are_not_found(visitor):
    ada, eve, root = await user(visitor), await user(visitor, "eve"), await administrator(visitor)
    mine, hers = await ada.submitted(), await eve.submitted()
    document = (await root.get(f"admin/kyc/{mine}")).json()["documents"][0]["id"]
    for path in (f"{new_id()}", f"{hers}/documents/{document}", f"{mine}/documents/{new_id()}"):
        assert refusal(await root.get(f"admin/kyc/{path}")) == (404, "not_found")
    assert refusal(await root.post(f"admin/kyc/{new_id()}/approve")) == (404, "not_found")
    assert refusal(await root.get("admin/kyc/1")) == (422, "invalid_request")


async def test_only_administrators_who_proved_themselves_lately_review(visitor):
    ada, root = await user(visitor), await administrator(visitor)
    submission = await ada.submitted()
    reads = ["", f"/{submission}", f"/{submission}/documents/{new_id()}"]
    decisions = [(f"/{submission}/approve", None), (f"/{submission}/reject", {"reason": "because"})]
    for path in reads:
        assert refusal(await ada.get(f"admin/kyc{path}")) == (403, "forbidden")
    for path, body in decisions:
        assert refusal(await ada.post(f"admin/kyc{path}", body)) == (403, "forbidden")
    session = (await visitor.login("root")).json()
    clock.set_offset(timedelta(minutes=11))
    tokens = (await visitor.post("refresh", {"refresh_token": session["refresh_token"]})).json()
    root.headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert (await root.get("admin/kyc")).status_code == 200
    for path in reads[1:]:
        assert refusal(await root.get(f"admin/kyc{path}")) == (403, "step_up_required")
    for path, body in decisions:
        assert refusal(await root.post(f"admin/kyc{path}", body)) == (403, "step_up_required")


async def test_an_administrator_cannot_review_their_own(visitor):
    root = await administrator(visitor)
    submission = await root.submitted()
    for answer in (
        await root.get(f"admin/kyc/{submission}"),
        await root.post(f"admin/kyc/{submission}/approve"),
        await root.post(f"admin/kyc/{submission}/reject", {"reason": "because"}),
    ):
        assert refusal(answer) == (403, "own_submission")
    assert (await root.status())["status"] == "pending"


async def test_of_two_reviewers_at_once_one_wins(visitor, outsider, somebody_waits):
    ada, root, ruth = await user(visitor), await administrator(visitor), await administrator(visitor, "ruth")
    submission = await ada.submitted()
    async with outsider.transaction():
        await outsider.execute("SELECT FROM users WHERE id = $1 FOR UPDATE", UUID(ada.id))
        both = asyncio.gather(
            root.post(f"admin/kyc/{submission}/approve"),
            ruth.post(f"admin/kyc/{submission}/reject", {"reason": "The photo is blurred."}),
        )
        await somebody_waits(2)
    answers = await both
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert [refusal(answer) for answer in answers if answer.status_code == 409] == [(409, "kyc_closed")]
    said = [*await visitor.rig.events(KycApproved), *await visitor.rig.events(KycRejected)]
    assert len(said) == 1
    decided = [action for person in (root, ruth) for action in await person.audit()]
    assert decided == [f"kyc.{(await ada.status())['status']}"]


async def test_the_user_gets_a_mail_that_says_nothing_of_the_documents(visitor):
    ada, root = await user(visitor), await administrator(visitor)
    first = await ada.submitted()
    await root.post(f"admin/kyc/{first}/reject", {"reason": "The passport of Ada is blurred."})
    assert "could not confirm" in (await visitor.mails())[-1]
    assert "blurred" not in (await visitor.mails())[-1]
    await root.post(f"admin/kyc/{await ada.submitted()}/approve")
    assert "your identity is confirmed" in (await visitor.mails())[-1]


@pytest.mark.parametrize("reason", ["", "  ", "no", "x" * 501, "a\0b", 7, None])
async def test_a_rejection_needs_a_reason(visitor, reason):
    ada, root = await user(visitor), await administrator(visitor)
    submission = await ada.submitted()
    assert refusal(await root.post(f"admin/kyc/{submission}/reject", {"reason": reason})) == (422, "invalid_request")
    assert (await ada.status())["status"] == "pending"


async def test_one_document_used_by_two_users_is_told_to_the_reviewer_only(visitor):
    ada, eve, root = await user(visitor), await user(visitor, "eve"), await administrator(visitor)
    first = await ada.submitted()
    second = await eve.submitted(document_number="ab.1234567", legal_name="Eve")
    assert await ada.status() == {**await eve.status(), "submitted_at": (await ada.status())["submitted_at"]}
    for submission, other in ((first, eve), (second, ada)):
        assert (await root.get(f"admin/kyc/{submission}")).json()["same_document"] == [other.id]
    await root.post(f"admin/kyc/{first}/reject", {"reason": "because"})
    again = await ada.submitted(document_number="AB 7654321")
    assert (await root.get(f"admin/kyc/{again}")).json()["same_document"] == []


async def test_the_queue_is_oldest_first_by_status_and_paged(visitor):
    root = await administrator(visitor)
    people = [await user(visitor, name) for name in ("ada", "bob", "cleo")]
    ids = [str(await person.submitted()) for person in people]
    page = (await root.get("admin/kyc?limit=2")).json()
    assert [item["id"] for item in page["items"]] == ids[:2]
    assert not {"person", "sealed", "number_digest"} & set(page["items"][0])
    rest = (await root.get(f"admin/kyc?limit=2&cursor={page['next_cursor']}")).json()
    assert ([item["id"] for item in rest["items"]], rest["next_cursor"]) == (ids[2:], None)
    await root.post(f"admin/kyc/{ids[0]}/approve")
    assert [item["id"] for item in (await root.get("admin/kyc?status=approved")).json()["items"]] == ids[:1]
    assert [item["id"] for item in (await root.get("admin/kyc")).json()["items"]] == ids[1:]
    assert refusal(await root.get("admin/kyc?status=lost")) == (422, "invalid_request")
    assert refusal(await root.get("admin/kyc?cursor=x")) == (422, "invalid_cursor")


async def test_what_was_rejected_goes_after_ninety_days_and_the_decision_stays(visitor_with_folder, tmp_path):
    ada, root, rig = await user(visitor_with_folder), await administrator(visitor_with_folder), visitor_with_folder.rig
    eve = await user(visitor_with_folder, "eve")
    rejected, hers = await ada.submitted(), await eve.submitted(document_number="X99999")
    for submission in (hers, rejected):
        await root.post(f"admin/kyc/{submission}/reject", {"reason": "because"})
    approved = await ada.submitted()
    await root.post(f"admin/kyc/{approved}/approve")
    for days, files in ((89, 6), (91, 2), (4000, 2)):
        clock.set_offset(timedelta(days=days))
        await removal(rig)
        assert len(lying(tmp_path)) == files
    root = SignedIn(visitor_with_folder, (await visitor_with_folder.login("root")).json())
    review = (await root.get(f"admin/kyc/{rejected}")).json()
    assert (review["person"], review["documents"], review["reason"]) == (None, [], "because")
    assert review["same_document"] == []
    assert (await root.get(f"admin/kyc/{approved}")).json()["person"] == FORM


@pytest.mark.parametrize(("decision", "years"), [(None, 0), ("approve", 5)])
async def test_the_end_of_an_account_takes_its_documents_unless_they_must_be_kept(
    visitor_with_folder, tmp_path, decision, years
):
    ada, root, rig = await user(visitor_with_folder), await administrator(visitor_with_folder), visitor_with_folder.rig
    submission = await ada.submitted()
    if decision:
        await root.post(f"admin/kyc/{submission}/{decision}")
    async with rig.db.unit_of_work() as session:
        await kyc.close(session, await session.get(User, UUID(ada.id)))
    await removal(rig)
    assert (lying(tmp_path) == []) == (years == 0)
    assert (await root.get("admin/kyc")).json()["items"] == []
    clock.set_offset(timedelta(days=365 * years, seconds=1))
    await removal(rig)
    assert lying(tmp_path) == []
    assert (await rig.db.fetch("SELECT sealed FROM kyc_submissions"))[0]["sealed"] is None


async def test_without_its_storage_nothing_is_submitted_and_it_can_be_tried_again(visitor_with_folder, tmp_path):
    ada = await user(visitor_with_folder)
    (tmp_path / "kyc").write_text("not a folder")
    assert refusal(await ada.submit()) == (503, "service_unavailable")
    assert (await ada.status())["status"] == "not_submitted"
    (tmp_path / "kyc").unlink()
    assert (await ada.submit()).status_code == 202


async def test_a_form_that_breaks_off_is_a_bad_request(visitor):
    ada = await user(visitor)
    headers = {**ada.headers, "Content-Type": "multipart/form-data; boundary=x"}
    for content in (b'--x\r\nContent-Disposition: form-data; name="front"\r\n\r\nabc', b"", b"--x--", b"\xff" * 100):
        answer: httpx.Response = await ada.http.post("/api/v1/auth/kyc/submit", content=content, headers=headers)
        assert refusal(answer) in [(400, "bad_request"), (422, "invalid_request")]


async def test_the_fleet_is_told_the_proved_name_sealed(visitor):
    ada, root = await user(visitor), await administrator(visitor)
    await root.post(f"admin/kyc/{await ada.submitted()}/approve")
    (approved,) = await visitor.rig.events(KycApproved)
    key = visitor.rig.db.fleet_key
    assert transit.unseal(key, approved.sealed_name, bound=f"kyc name {ada.id}") == "Ada Lovelace-Quill"


def test_a_proof_takes_the_steps_of_its_table_and_no_others():
    machine_holds(PROOFS, lambda action, status: moved(status, action))
