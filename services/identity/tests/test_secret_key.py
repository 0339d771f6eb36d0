"""The secret key is replaced, and everything that was sealed and keyed before goes on."""

import base64
from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.audit import proof
from amigok_chassis.testing import SECRET_KEY, running
from amigok_chassis.testing_databases import database
from identity.authenticators import totp
from identity.main import service
from identity.registration import service as registration

NEW = base64.urlsafe_b64encode(b"n" * 32).decode()
PASSWORD = "seven grey sheep graze"
FACE = b"\xff\xd8\xff\xe1\x00\x10Exif\0\0" + bytes(20)
FORM = {
    "legal_name": "Ada Lovelace",
    "date_of_birth": "1990-12-10",
    "country": "GB",
    "document_type": "passport",
    "document_number": "AB1234567",
    "address": "London",
}


class App:
    """Ada's authenticator, from one deployment of identity to the next."""

    secret = b""

    async def set_up(self, visitor, access):
        self.secret = base64.b32decode((await visitor.post("2fa/enable", access=access)).json()["secret"])
        answer = await visitor.post("2fa/verify", {"code": self.code()}, access=access)
        assert answer.status_code == 200, answer.text

    def code(self):
        """A code that was not used before: time goes on by a step."""
        clock.set_offset(clock.offset() + timedelta(seconds=30))
        return totp.code(self.secret, totp.step_at(clock.now()))

    async def sign_in(self, visitor):
        challenge = (await visitor.login()).json()["challenge"]
        answer = await visitor.post("login/second-factor", {"challenge": challenge, "code": self.code()})
        assert answer.status_code == 200, answer.text
        return answer.json()["access_token"]


@pytest.fixture
async def deployed(visit_of, tmp_path):
    """Starts identity with these secret keys on the same database and documents."""
    async with database(service) as url:
        yield lambda **secrets: visit_of(running(service, database_url=url, storage_url=tmp_path.as_uri(), **secrets))


async def read(visitor, path):
    access = (await visitor.login("root")).json()["access_token"]
    headers = {"Authorization": f"Bearer {access}"}
    return await visitor.rig.http.get(f"/api/v1/admin/kyc{path}", headers=headers)


async def submitted(visitor, access):
    files = {kind: (kind, FACE, "image/jpeg") for kind in ("front", "selfie")}
    answer = await visitor.rig.http.post(
        "/api/v1/auth/kyc/submit", data=FORM, files=files, headers={"Authorization": f"Bearer {access}"}
    )
    assert answer.status_code == 202, answer.text
    return (await visitor.rig.db.fetch("SELECT id FROM kyc_submissions"))[0]["id"]


async def test_all_that_was_sealed_before_is_opened_with_the_new_secret_then_without_the_old(deployed):
    app = App()
    async with deployed() as visitor:
        access = (await visitor.signed_in())["access_token"]
        await registration.create_administrator(
            visitor.rig.db, email="root@amigok.test", username="root", password=PASSWORD
        )
        await app.set_up(visitor, access)
        submission = await submitted(visitor, access)
        assert (await read(visitor, f"/{submission}")).status_code == 200
        keys = (await visitor.rig.http.get("/.well-known/jwks.json")).json()
    for secrets in ({"secret_key": NEW, "previous_secret_key": SECRET_KEY}, {"secret_key": NEW}):
        async with deployed(**secrets) as visitor:
            assert (await visitor.rig.http.get("/.well-known/jwks.json")).json() == keys
            assert (await visitor.me(await app.sign_in(visitor))).status_code == 200
            review = await read(visitor, f"/{submission}")
            assert "Ada Lovelace" in review.text
            document = review.json()["documents"][0]["id"]
            assert (await read(visitor, f"/{submission}/documents/{document}")).content == FACE
            async with visitor.rig.db.unit_of_work() as session:
                verdict = await proof.verify(session, key=visitor.rig.db.data_key)
            assert (verdict.entries > 0, verdict.broken) == (True, "")
