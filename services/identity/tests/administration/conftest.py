"""An administrator at work."""

import re
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from amigok_chassis.testing import Rig
from identity.deletions.answers import ANSWERS
from identity.registration.service import create_administrator

PASSWORD = "seven grey sheep graze"
ADMINISTRATORS_PASSWORD = "the shepherd keeps the gate"


@dataclass
class Office:
    """Speaks to identity as the administrator `root` does."""

    visitor: Any
    id: str
    access: str
    refresh_token: str

    @property
    def rig(self) -> Rig:
        rig: Rig = self.visitor.rig
        return rig

    async def call(self, method: str, path: str, body: object = None, *, access: str | None = None) -> httpx.Response:
        """As `root`, or with another's access token; without any when it is empty."""
        access = self.access if access is None else access
        headers = {"Authorization": f"Bearer {access}"} if access else {}
        return await self.rig.http.request(method, f"/api/v1/{path}", json=body, headers=headers)

    async def users(self, query: str = "") -> list[str]:
        """The usernames of a list."""
        answer = await self.call("GET", f"admin/users?{query}")
        assert answer.status_code == 200, answer.text
        return [user["username"] for user in answer.json()["items"]]

    async def user(self, user_id: str) -> dict[str, Any]:
        user: dict[str, Any] = (await self.call("GET", f"admin/users/{user_id}")).json()
        return user

    async def invite(self, name: str = "vera", role: str = "farm_staff", **other: Any) -> dict[str, Any]:
        """Invites somebody; another administrator agrees where the role asks for that."""
        answer = await self.call("POST", "admin/users", {"email": f"{name}@amigok.test", "role": role, **other})
        assert answer.status_code == 201, answer.text
        user: dict[str, Any] = answer.json()
        if (proposal := user.pop("proposal")) is not None:
            assert (await self.decide(proposal["id"])).status_code == 200
            user = await self.user(user["id"])
        return user

    async def decide(
        self, proposal_id: str, decision: str = "approved", *, access: str | None = None
    ) -> httpx.Response:
        """As another administrator, unless an access token says who."""
        access = access or await self.colleague()
        path = f"admin/identity/proposals/{proposal_id}/decision"
        return await self.call("PUT", path, {"decision": decision}, access=access)

    async def colleague(self) -> str:
        """The access token of another administrator, `otto`."""
        return str((await self.administrator("otto"))["access_token"])

    async def delete(self, user_id: str, **obstacles: tuple[str, ...]) -> httpx.Response:
        """Asks to delete a user, and lets every service answer: with no obstacle but these."""
        answer = await self.call("DELETE", f"admin/users/{user_id}")
        if answer.status_code == 202 and answer.json()["state"] == "checking":
            for event in ANSWERS:
                found = obstacles.get(event.type.split(".")[0], ())
                about = {"request_id": answer.json()["id"], "user_id": user_id, "obstacles": found}
                await self.rig.deliver(event.model_validate(about))
            answer = await self.call("GET", f"admin/users/{user_id}/deletion")
        return answer

    async def link(self, name: str = "vera") -> str:
        """The token of the newest mail."""
        found = re.search(r"/invitations\?token=(\S+)", (await self.visitor.mails(name))[-1])
        assert found
        return found[1]

    async def accept(self, name: str = "vera", password: str = PASSWORD, **other: Any) -> httpx.Response:
        body = {"token": await self.link(name), "password": password, **other}
        answer: httpx.Response = await self.visitor.post("invitations/accept", body)
        return answer

    async def administrator(self, name: str) -> dict[str, Any]:
        """Another one, signed in."""
        await create_administrator(
            self.rig.db, email=f"{name}@amigok.test", username=name, password=ADMINISTRATORS_PASSWORD
        )
        body: dict[str, Any] = (await self.visitor.login(name, ADMINISTRATORS_PASSWORD)).json()
        return body

    async def entries(self, query: str = "") -> list[dict[str, Any]]:
        """The audit log, newest first."""
        answer = await self.call("GET", f"admin/identity/audit-log?{query}")
        assert answer.status_code == 200, answer.text
        entries: list[dict[str, Any]] = answer.json()["items"]
        return entries


async def opened(visitor: Any) -> Office:
    office = Office(visitor, "", "", "")
    signed_in = await office.administrator("root")
    office.id = signed_in["user"]["id"]
    office.access, office.refresh_token = signed_in["access_token"], signed_in["refresh_token"]
    return office


@pytest.fixture
async def office(visitor: Any) -> Office:
    return await opened(visitor)


@pytest.fixture
async def office_with_redis(visitor_with_redis: Any) -> Office:
    return await opened(visitor_with_redis)


@pytest.fixture
def rig(office: Office) -> Rig:
    return office.rig
