"""What is about Anna where somebody acts by their role, so that it can be proved that she does not do it herself."""

import base64
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from amigok_chassis import clock, transit
from amigok_chassis.ids import new_id
from amigok_chassis.testing import FLEET_KEY
from amigok_contracts import Money
from amigok_contracts.care import CareRequested
from amigok_contracts.farm import FarmStaffChanged, LivestockTypeChanged
from amigok_contracts.identity import UserEmailVerified
from amigok_contracts.marketplace import ORDER, OrderConfirmed, OrderFulfilled, OrderHoldRequested
from amigok_contracts.money_requests import Share
from amigok_contracts.payment import DisputeLost, DisputeOpened, PaymentCompleted
from amigok_contracts.wallet import HoldCaptured, WithdrawalApproved
from tests.fleet import contests
from tests.fleet.stage import EXAMPLES, LONG_AGO, Stage, care_animal, care_service, contest

CODES = {
    "own_account",
    "own_animal",
    "own_behalf",
    "own_review",
    "own_claim",
    "own_payment",
    "own_submission",
    "own_withdrawal",
}
"""The refusals that say that it is one's own."""

IMPERSONAL = {
    "POST /api/v1/admin/announcements": "what all of a segment are told alike",
    "POST /api/v1/admin/announcements/{announcement_id}/cancel": "what all of a segment are told alike",
    "PUT /api/v1/admin/notification/proposals/{proposal_id}/decision": "what all of a segment are told alike",
    "POST /api/v1/admin/notification/proposals/{proposal_id}/withdraw": "who has proposed it gains nothing by it",
    "POST /api/v1/admin/users": "whom it is about is not there yet; a role that decides is proposed",
    "PUT /api/v1/admin/users/{user_id:uuid}": "a label and notes, from which nothing follows",
    "POST /api/v1/admin/users/{user_id}/reset-password": "mails a link to the address that is there, as the user can",
    "PUT /api/v1/admin/users/{user_id}/status": "whoever is shut out has no session to let themselves in with",
    "POST /api/v1/admin/identity/proposals/{proposal_id}/withdraw": "who has proposed it gains nothing by it",
    "POST /api/v1/admin/farm/proposals/{proposal_id}/withdraw": "who has proposed it gains nothing by it",
    "POST /api/v1/admin/wallet/proposals/{proposal_id}/withdraw": "who has proposed it gains nothing by it",
    "POST /api/v1/admin/game/proposals/{proposal_id}/withdraw": "who has proposed it gains nothing by it",
    "POST /api/v1/admin/contests/{contest_id}/judge": "for who judges, who never has an animal in the contest",
    "POST /api/v1/admin/payment/proposals/{proposal_id}/withdraw": "who has proposed it gains nothing by it",
    "POST /api/v1/admin/feed-packages": "the catalogue",
    "PUT /api/v1/admin/feed-packages/{package_id}": "the catalogue",
    "PUT /api/v1/admin/feed-packages/{package_id}/pricing": "the catalogue: one price for all owners",
    "DELETE /api/v1/admin/feed-packages/{package_id}": "the catalogue",
    "POST /api/v1/admin/livestock-types": "the catalogue",
    "PUT /api/v1/admin/livestock-types/{type_id}": "the catalogue",
    "DELETE /api/v1/admin/livestock-types/{type_id}": "the catalogue",
    "PUT /api/v1/admin/livestock-types/{type_id}/bounds": "all animals of a type; two people agree",
    "PUT /api/v1/admin/livestock-breeds/{breed_id}/typical-weight": "all animals of a breed; two people agree",
    "POST /api/v1/admin/livestock-breeds": "the catalogue",
    "PUT /api/v1/admin/livestock-breeds/{breed_id}": "the catalogue",
    "DELETE /api/v1/admin/livestock-breeds/{breed_id}": "the catalogue",
    "POST /api/v1/admin/farms": "farms are nobody's",
    "PUT /api/v1/admin/farms/{farm_id}": "farms are nobody's",
    "PUT /api/v1/admin/farms/{farm_id}/staff/{user_id}": "administrators act on every farm as it is",
    "DELETE /api/v1/admin/farms/{farm_id}/staff/{user_id}": "administrators act on every farm as it is",
    "POST /api/v1/admin/farms/{farm_id}/areas": "areas are nobody's",
    "PUT /api/v1/admin/farms/{farm_id}/areas/{area_id}": "areas are nobody's",
    "DELETE /api/v1/admin/farms/{farm_id}/areas/{area_id}": "areas are nobody's",
    "POST /api/v1/staff/farms/{farm_id}/placements": "where an animal stands in its farm is worth nothing",
    "POST /api/v1/admin/livestock": "a new animal is the platform's",
    "POST /api/v1/admin/livestock/imports": "new animals are the platform's",
    "POST /api/v1/admin/livestock/labels": "prints what is on record",
    "DELETE /api/v1/livestock/{livestock_id}/photos/{photo_id}": "the owner may, by no role",
    "PUT /api/v1/livestock/{livestock_id}/photos/{photo_id}/cover": "the owner may, by no role",
    "POST /api/v1/staff/farms/{farm_id}/quarantine": "whoever sees a disease shuts the farm; only others open it again",
    "POST /api/v1/invoices/{invoice_id}/download": "a link to read what one may read anyway",
    "POST /api/v1/staff/feeding-log/bulk": "each has its verdict; that of an own animal is own_animal",
    "POST /api/v1/staff/medication-log/bulk": "each has its verdict; that of an own animal is own_animal",
    "POST /api/v1/staff/feed-lots": "feed is the farm's",
    "POST /api/v1/staff/feed-lots/{lot_id}/count": "feed is the farm's",
    "POST /api/v1/staff/feed-lots/{lot_id}/recall": "feed is the farm's; a recall only warns",
    "POST /api/v1/staff/feed-differences/{difference_id}/explain": "feed is the farm's",
    "POST /api/v1/admin/marketplace/livestock": "offers what the platform owns",
    "POST /api/v1/admin/marketplace/livestock/propose": "offers what the platform owns; two people agree",
    "PUT /api/v1/admin/marketplace/proposals/{proposal_id}/decision": "who will buy is not known yet; two people agree",
    "POST /api/v1/admin/marketplace/proposals/{proposal_id}/withdraw": "who has proposed it gains nothing by it",
    "DELETE /api/v1/admin/marketplace/listings/{listing_id}": "the seller may take it back as well",
    "PUT /api/v1/admin/marketplace/listings/{listing_id}": "listings of the platform",
    "POST /api/v1/admin/marketplace/listings/{listing_id}/renew": "listings of the platform",
    "POST /api/v1/admin/care-services": "the catalogue",
    "PUT /api/v1/admin/care-services/{service_id}": "the catalogue",
    "DELETE /api/v1/admin/care-services/{service_id}": "the catalogue",
    "POST /api/v1/livestock/{livestock_id}/care-request": "the owner may, by no role",
    "POST /api/v1/admin/medicines": "the catalogue",
    "PUT /api/v1/admin/medicines/{medicine_id}": "the catalogue",
    "DELETE /api/v1/admin/medicines/{medicine_id}": "the catalogue",
    "POST /api/v1/admin/health/medicines": "the catalogue",
    "PUT /api/v1/admin/health/medicines/{medicine_id}": "the catalogue",
    "DELETE /api/v1/admin/health/medicines/{medicine_id}": "the catalogue",
    "POST /api/v1/staff/medicine-batches": "the stock",
    "POST /api/v1/staff/medicine-batches/{batch_id}/count": "the stock",
    "POST /api/v1/admin/medicine-batches/{batch_id}/recall": "the stock",
    "POST /api/v1/vet/care-requests/{request_id}/prescribe-medicine": "for who is assigned, who never is the owner",
    "POST /api/v1/vet/prescriptions/{prescription_id}/dispense": "for who is assigned, who never is the owner",
    "POST /api/v1/vet/prescriptions/{prescription_id}/stop": "nothing is paid back, and nothing more is given",
    "PUT /api/v1/vet/care-requests/{request_id}/start": "for who is assigned, who never is the owner",
    "PUT /api/v1/vet/care-requests/{request_id}/report": "for who is assigned, who never is the owner",
    "POST /api/v1/vet/care-requests/{request_id}/files": "for who is assigned, who never is the owner",
    "POST /api/v1/vet/care-requests/{request_id}/ask-more": "for who is assigned, who never is the owner",
    "POST /api/v1/vet/care-requests/{request_id}/complete": "for who is assigned, who never is the owner",
    "POST /api/v1/vet/care-requests/{request_id}/hand-over": "for who is assigned, who never is the owner",
    "PUT /api/v1/vet/calendar": "everybody says when they work",
    "POST /api/v1/vet/absences": "everybody says when they work",
    "DELETE /api/v1/vet/absences/{absence_id}": "everybody says when they work",
    "PUT /api/v1/admin/veterinarians/{veterinarian_id}/calendar": "nobody is administrator and veterinarian",
    "POST /api/v1/admin/veterinarians/{veterinarian_id}/absences": "nobody is administrator and veterinarian",
    "DELETE /api/v1/admin/veterinarians/{veterinarian_id}/absences/{absence_id}": "nobody is both",
    "POST /api/v1/admin/vaccination-plans": "all animals of a type",
    "PUT /api/v1/admin/pilot-farming/task-rules/{kind}": "the same for all players; no money",
    "POST /api/v1/admin/pilot-farming/achievements": "the catalogue",
    "PUT /api/v1/admin/pilot-farming/achievements/{achievement_id}": "the catalogue",
    "DELETE /api/v1/admin/pilot-farming/achievements/{achievement_id}": "the catalogue",
    "POST /api/v1/admin/pilot-farming/challenges": "the catalogue",
    "PUT /api/v1/admin/pilot-farming/challenges/{challenge_id}": "the catalogue",
    "DELETE /api/v1/admin/pilot-farming/challenges/{challenge_id}": "the catalogue",
    "POST /api/v1/admin/pilot-farming/shop-items": "the catalogue; coins are no money",
    "PUT /api/v1/admin/pilot-farming/shop-items/{item_id}": "the catalogue; coins are no money",
    "DELETE /api/v1/admin/pilot-farming/shop-items/{item_id}": "the catalogue",
    "PUT /api/v1/admin/vaccination-plans/{plan_id}": "all animals of a type",
    "POST /api/v1/admin/jetson/cards": "which animal wears a card: told to the audit log, and worth nothing",
    "POST /api/v1/admin/sensor-types": "the catalogue",
    "PUT /api/v1/admin/sensor-types/{type_id}": "the catalogue",
    "DELETE /api/v1/admin/sensor-types/{type_id}": "the catalogue",
    "POST /api/v1/admin/sensors": "sensors are the farm's",
    "PUT /api/v1/admin/sensors/{sensor_id}": "sensors are the farm's",
    "POST /api/v1/farms/{farm_id}/alarm-rules": "what the farm is warned of",
    "PUT /api/v1/farms/{farm_id}/alarm-rules/{rule_id}": "what the farm is warned of",
    "DELETE /api/v1/farms/{farm_id}/alarm-rules/{rule_id}": "what the farm is warned of",
    "POST /api/v1/farms/{farm_id}/alarms/{alarm_id}/acknowledge": "somebody has seen it; it ends by itself",
    "POST /api/v1/farms/{farm_id}/equipment": "equipment is the farm's",
    "PUT /api/v1/farms/{farm_id}/equipment/{equipment_id}": "equipment is the farm's",
    "DELETE /api/v1/farms/{farm_id}/equipment/{equipment_id}": "equipment is the farm's",
    "PUT /api/v1/farms/{farm_id}/equipment/{equipment_id}/status": "equipment is the farm's",
    "POST /api/v1/farms/{farm_id}/equipment/{equipment_id}/sensors": "equipment is the farm's",
    "DELETE /api/v1/farms/{farm_id}/equipment/{equipment_id}/sensors/{sensor_id}": "equipment is the farm's",
    "POST /api/v1/farms/{farm_id}/equipment/{equipment_id}/excursions/{excursion_id}/review": "a note",
    "DELETE /api/v1/admin/vaccination-plans/{plan_id}": "all animals of a type",
    "POST /api/v1/admin/jetson/devices": "devices are the farm's",
    "PUT /api/v1/admin/jetson/devices/{device_id}": "devices are the farm's",
    "DELETE /api/v1/admin/jetson/devices/{device_id}": "devices are the farm's",
    "POST /api/v1/admin/jetson/devices/{device_id}/claim": "devices are the farm's",
    "PUT /api/v1/admin/jetson/devices/{device_id}/maintenance": "devices are the farm's",
    "DELETE /api/v1/admin/jetson/devices/{device_id}/maintenance": "devices are the farm's",
    "POST /api/v1/admin/jetson/devices/{device_id}/commands": "devices are the farm's",
    "DELETE /api/v1/admin/jetson/devices/{device_id}/commands/{command_id}": "devices are the farm's",
    "POST /api/v1/admin/cameras": "cameras are the farm's",
    "PUT /api/v1/admin/cameras/{camera_id}": "cameras are the farm's",
    "DELETE /api/v1/admin/cameras/{camera_id}": "cameras are the farm's",
    "POST /api/v1/admin/cameras/{camera_id}/assign-livestock": "an owner sees their animal; it is worth nothing more",
    "DELETE /api/v1/admin/cameras/{camera_id}/livestock/{livestock_id}": "an owner sees their animal all the less",
    "PUT /api/v1/staff/recordings/{recording_id}/hold": "keeps what the farm has recorded; nothing is hidden",
    "DELETE /api/v1/staff/recordings/{recording_id}/hold": "what is let go stays as long as any other recording",
    "POST /api/v1/admin/contests": "the rules for all who will enter",
    "PUT /api/v1/admin/contests/{contest_id}": "the rules for all; nobody has entered yet",
    "POST /api/v1/admin/contests/{contest_id}/open": "nobody has entered yet",
    "POST /api/v1/streams/snapshot/{livestock_id}": "a picture; who asks by their role is told to the log",
}
"""Routes by role that are about nobody in particular, or give nobody anything, and why."""


@dataclass(frozen=True)
class Theirs:
    """Something of Anna's: the ids in the path, and a body that passes the schema."""

    ids: Mapping[str, object] = field(default_factory=dict)
    body: Any = None


PRICE = {"amount": "4.80", "currency": "USD"}
APPROVED = {"decision": "approved"}
HUNDRED = Money.of_minor(10_000, "USD")
DOLLAR = Money.of_minor(100, "USD")


async def in_identity(stage: Stage) -> dict[str, Theirs]:
    anna, root = await stage.acting("admin", user=stage.anna), await stage.acting("admin")
    mine, role = {"user_id": stage.anna}, {"role": "veterinarian"}
    proposed = await stage.made("PUT", f"admin/users/{stage.anna}/role", root, json=role)
    form = {
        "legal_name": "Anna Arslan",
        "date_of_birth": "1990-12-10",
        "country": "TR",
        "document_type": "passport",
        "document_number": "AB 123456-7",
        "address": "Bornova, Izmir",
    }
    shown = {"front": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF", "selfie": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(20)}
    await stage.made("POST", "auth/kyc/submit", anna, data=form, files=shown)
    [document] = await stage.rig.db.fetch("SELECT id, submission_id FROM kyc_documents WHERE kind = 'front'")
    papers = {"submission_id": document["submission_id"], "document_id": document["id"]}
    kyc = "/api/v1/admin/kyc/{submission_id}"
    return {
        "PUT /api/v1/admin/identity/proposals/{proposal_id}/decision": Theirs(
            {"proposal_id": proposed["id"]}, APPROVED
        ),
        "DELETE /api/v1/admin/users/{user_id:uuid}": Theirs(mine),
        "PUT /api/v1/admin/users/{user_id}/role": Theirs(mine, role),
        f"GET {kyc}": Theirs(papers),
        f"GET {kyc}/documents/{{document_id}}": Theirs(papers),
        f"POST {kyc}/approve": Theirs(papers),
        f"POST {kyc}/reject": Theirs(papers, {"reason": "The picture is not sharp"}),
    }


class Pasture:
    """Animals that Anna has bought, and what others have said of them."""

    def __init__(self, stage: Stage, root: str, farm_id: object, breed_id: object) -> None:
        self.stage, self.root, self.farm_id, self.breed_id = stage, root, farm_id, breed_id

    async def bought(self, tag: str) -> OrderConfirmed:
        animal = {
            "farm_id": self.farm_id,
            "breed_id": self.breed_id,
            "tag_number": tag,
            "unique_id_card": f"C-{tag}",
            "sex": "female",
            "weight_kg": "62.5",
            "price_per_kg": PRICE,
        }
        id = UUID((await self.stage.made("POST", "admin/livestock", self.root, json=animal))["id"])
        order = OrderConfirmed(
            order_id=new_id(),
            livestock_id=id,
            buyer_id=self.stage.anna,
            seller_id=None,
            price=HUNDRED,
            transfer_by=clock.now() + LONG_AGO,
        )
        await self.stage.rig.deliver(order)
        return order

    async def said(self, path: str, **body: Any) -> Any:
        return (await self.stage.made("POST", path, self.root, json=body))["id"]


def birth(tag: str) -> dict[str, Any]:
    lamb = {"sex": "female", "tag_number": tag, "unique_id_card": f"C-{tag}", "weight_kg": "4.00"}
    return {"born_at": clock.now().isoformat(), "offspring": [lamb]}


async def in_the_farm(stage: Stage) -> dict[str, Theirs]:
    root, known = await stage.acting("admin"), await EXAMPLES["farm"](stage)
    [breed] = (await stage.made("GET", "livestock-breeds", root))["items"]
    pasture = Pasture(stage, root, known["farm_id"], breed["id"])
    await stage.made("PUT", f"admin/farms/{pasture.farm_id}/staff/{stage.anna}", root)
    return {
        **await dead(pasture),
        **await disputed(pasture),
        **await alive(pasture, known["livestock_id"]),
        **leaving(known["removal_id"]),
    }


async def alive(pasture: Pasture, ewe: object) -> dict[str, Theirs]:
    said, stage = pasture.said, pasture.stage
    there = await said("admin/farms", name="Dale Farm", latitude=1, longitude=2, capacity=9)
    block = {"reason": "other", "note": "Somebody asks for it"}
    ids = {
        "livestock_id": ewe,
        "farm_id": pasture.farm_id,
        "birth_id": await said(f"livestock/{ewe}/births", **birth("B1")),
        "proposal_id": await said(f"livestock/{ewe}/weights/propose", weight_kg="4999"),
        "block_id": await said(f"admin/livestock/{ewe}/sale-blocks", **block),
    }
    quarantine = await said(f"staff/farms/{pasture.farm_id}/quarantine", note="Coughing")
    version = (await stage.made("GET", f"livestock/{ewe}", pasture.root))["version"]
    whose = {"eid": None, "genetic_dam_id": None, "sire_id": None, "birth_dam_id": None}
    particulars = {"version": version, "date_of_birth": "2024-03-01", **whose}
    admin, of = "/api/v1/admin/livestock/{livestock_id}", "POST /api/v1/livestock/{livestock_id}"
    bodies = {
        "PUT /api/v1/admin/farm/proposals/{proposal_id}/decision": APPROVED,
        "POST /api/v1/staff/farms/{farm_id}/quarantine/end": {"quarantine_id": quarantine, "note": "No more"},
        "POST /api/v1/staff/births/{birth_id}/confirm": None,
        f"{of}/births": birth("B2"),
        f"{of}/births/propose": birth("B3"),
        f"{of}/health": {"record_type": "checkup"},
        f"{of}/health/propose": {"record_type": "checkup"},
        f"{of}/weights": None,
        f"{of}/weights/propose": {"weight_kg": "63.00"},
        f"POST {admin}/move": {"farm_id": there, "from_farm_id": pasture.farm_id},
        f"PUT {admin}/particulars": particulars,
        f"POST {admin}/particulars/propose": particulars,
        f"PUT {admin}/price": {"price_per_kg": PRICE, "expected_price_per_kg": PRICE, "reason": "Mine"},
        f"POST {admin}/sale-blocks": block,
        f"POST {admin}/sale-blocks/{{block_id}}/clear": {"note": "Nobody asks any more"},
        f"{of}/death": {"cause": "Bloat", "died_at": clock.now().isoformat()},
    }
    return {name: Theirs(ids, body) for name, body in bodies.items()}


def leaving(removal_id: object) -> dict[str, Theirs]:
    """The removal of an animal."""
    bodies = {
        "approve": {"version": 1, "scheduled_on": "@tomorrow", "fee": PRICE},
        "complete": {"version": 2},
        "reject": {"version": 2, "reason": "Not in winter"},
    }
    path = "POST /api/v1/admin/removals/{removal_id}"
    return {f"{path}/{end}": Theirs({"removal_id": removal_id}, body) for end, body in bodies.items()}


async def dead(pasture: Pasture) -> dict[str, Theirs]:
    animal = (await pasture.bought("A2")).livestock_id
    death = await pasture.said(f"livestock/{animal}/death", cause="Bloat", died_at=clock.now().isoformat())
    owner = await pasture.stage.bearer("investor", user=pasture.stage.anna)
    path = f"livestock/{animal}/insurance-claim"
    claim = await pasture.stage.made("POST", path, owner, json={"amount": PRICE})
    claims, ids = "POST /api/v1/admin/insurance-claims/{claim_id}", {"livestock_id": animal, "claim_id": claim["id"]}
    bodies = {
        "POST /api/v1/livestock/{livestock_id}/death/confirm": {"death_id": death, "findings": "Bloat"},
        f"{claims}/approve": {"payout": PRICE},
        f"{claims}/propose": {"payout": PRICE},
        f"{claims}/reject": {"reason": "Not insured"},
        "POST /api/v1/admin/livestock/{livestock_id}/death/revert": {"death_id": death, "reason": "It lives"},
    }
    return {name: Theirs(ids, body) for name, body in bodies.items()}


async def disputed(pasture: Pasture) -> dict[str, Theirs]:
    """An animal a part of whose payment was lost."""
    order = await pasture.bought("A3")
    about = {
        "dispute_id": new_id(),
        "payment_id": new_id(),
        "user_id": pasture.stage.anna,
        "provider": "stripe",
        "amount": Money.of_minor(100, "USD"),
        "paid": HUNDRED,
        "order_id": order.order_id,
        "livestock_id": order.livestock_id,
    }
    await pasture.stage.rig.deliver(DisputeOpened(**about), DisputeLost(**about))
    name = "POST /api/v1/admin/livestock-disputes/{dispute_id}/propose"
    return {name: Theirs({"dispute_id": about["dispute_id"]}, {"decision": "keep", "note": "The money is settled"})}


async def in_the_wallet(stage: Stage) -> dict[str, Theirs]:
    withdrawal = (await EXAMPLES["wallet"](stage))["withdrawal_id"]
    credit = {"user_id": str(stage.anna), "amount": PRICE, "reason": "An envelope of cash"}
    proposed = await stage.made("POST", "admin/wallet/credits", await stage.acting("admin"), json=credit)
    decision = {"status": "rejected", "seen": "requested"}
    return {
        "PUT /api/v1/wallet/withdraw/{withdrawal_id}/status": Theirs({"withdrawal_id": withdrawal}, decision),
        "POST /api/v1/admin/wallet/credits": Theirs(body=credit),
        "POST /api/v1/admin/wallet/corrections": Theirs(body=credit | {"direction": "credit"}),
        "POST /api/v1/admin/wallet/proceeds/{proceeds_id}/settlement": Theirs({"proceeds_id": await sold_by(stage)}),
        "PUT /api/v1/admin/wallet/proposals/{proposal_id}/decision": Theirs({"proposal_id": proposed["id"]}, APPROVED),
    }


async def sold_by(stage: Stage) -> UUID:
    """The proceeds of an order of which Anna is the seller, and whose payment was lost."""
    buyer, order_id, livestock_id = new_id(), new_id(), new_id()
    order = {"reference_id": order_id, "payer_id": buyer}
    shares = [Share(amount=Money.of_minor(9_900, "USD"), payee_id=stage.anna), Share(amount=DOLLAR, fee="sale")]
    paid = {"payment_id": new_id(), "user_id": buyer, "amount": HUNDRED, "provider": "stripe", "order_id": order_id}
    dispute = {**paid, "dispute_id": new_id(), "paid": HUNDRED, "livestock_id": livestock_id}
    await stage.rig.deliver(
        UserEmailVerified(user_id=buyer, role="investor"),
        PaymentCompleted(**paid, purpose="order"),
        OrderHoldRequested(**order, amount=HUNDRED, payee_ids=(stage.anna,), funded_by=paid["payment_id"]),
        OrderFulfilled(**order, livestock_id=livestock_id, shares=tuple(shares)),
        DisputeOpened(**dispute),
        DisputeLost(**dispute),
    )
    [proceeds] = await stage.rig.db.fetch("SELECT id FROM proceeds WHERE reference_id = $1", order_id)
    return UUID(str(proceeds["id"]))


async def in_the_marketplace(stage: Stage) -> dict[str, Theirs]:
    known = await EXAMPLES["marketplace"](stage)
    offers = "POST /api/v1/admin/marketplace/offers/{offer_id}"
    bodies = {
        "PUT /api/v1/admin/marketplace/listings/{listing_id}/featured": {"featured": True},
        "POST /api/v1/admin/marketplace/complaints/{complaint_id}/decision": {"version": 1, "outcome": "release"},
        "POST /api/v1/admin/marketplace/listings/{listing_id}/review": {
            "version": 1,
            "verdict": "dismissed",
            "note": "It is fine",
        },
        "POST /api/v1/admin/marketplace/takedowns/{takedown_id}/decision": {"decision": "overturned", "note": "Mine"},
        f"{offers}/counter": {"version": 1, "amount": {"amount": "220.00", "currency": "USD"}},
        **{f"{offers}/{action}": {"version": 1} for action in ("accept", "decline", "withdraw")},
    }
    theirs = {"review_id": await reviewed_by(stage, known["order_id"])}
    verdict = Theirs(theirs, {"hidden": True, "reason": "It is an insult"})
    said = {"PUT /api/v1/admin/marketplace/reviews/{review_id}/verdict": verdict}
    return said | {name: Theirs(known, body) for name, body in bodies.items()}


async def reviewed_by(stage: Stage, order_id: object) -> UUID:
    """A review that Anna has written."""
    review_id = new_id()
    await stage.rig.db.fetch(
        "INSERT INTO reviews (id, order_id, side, author_id, subject_id, rating, text, state, written_at, publish_at)"
        " VALUES ($1, $2, 'buyer', $3, $4, 1, 'Bad', 'published', now(), now()) RETURNING id",
        review_id,
        UUID(str(order_id)),
        stage.anna,
        new_id(),
    )
    stars = "INSERT INTO sellers (user_id, public_id, stars) SELECT subject_id, id, '{1,0,0,0,0}' FROM reviews"
    await stage.rig.db.fetch(f"{stars} RETURNING stars")
    return review_id


async def in_payment(stage: Stage) -> dict[str, Theirs]:
    known, root = await EXAMPLES["payment"](stage), await stage.acting("admin")
    refund = {"reason": "Changed my mind", "destination": "wallet", "charged_to": "platform", "animal": "stays"}
    await stage.rig.deliver(await captured(stage))
    path = f"admin/payments/{known['payment_id']}/refund"
    proposed = await stage.made("POST", path, root, json=refund)
    return {
        "POST /api/v1/admin/payments/{payment_id}/refund": Theirs(known, refund),
        "POST /api/v1/admin/payments/payouts/{payout_id}/settlement": Theirs({"payout_id": await paid_out(stage)}),
        "PUT /api/v1/admin/payment/proposals/{proposal_id}/decision": Theirs({"proposal_id": proposed["id"]}, APPROVED),
    }


async def captured(stage: Stage) -> HoldCaptured:
    """What makes Anna's order paid for."""
    [order] = await stage.rig.db.fetch("SELECT id FROM orders")
    return HoldCaptured(
        hold_id=new_id(),
        purpose=ORDER,
        reference_id=order["id"],
        transfer_id=new_id(),
        payer_id=stage.anna,
        amount=HUNDRED,
        shares=(Share(amount=Money.of_minor(9_900, "USD")), Share(amount=DOLLAR, fee="sale")),
    )


async def paid_out(stage: Stage) -> UUID:
    """A withdrawal of Anna's of which the provider tells nothing."""
    id, key = new_id(), base64.urlsafe_b64decode(FLEET_KEY)
    where = transit.seal(key, json.dumps({"email": "anna@example.com"}), bound=f"withdrawal {id}")
    let_go = {"withdrawal_id": id, "user_id": stage.anna, "amount": HUNDRED, "method": "paypal"}
    await stage.rig.deliver(WithdrawalApproved(**let_go, sealed_destination=where))
    await stage.rig.db.fetch("UPDATE payouts SET created_at = created_at - interval '2 hours'")
    return id


VACCINATIONS = "/api/v1/vet/livestock/{livestock_id}/vaccinations"


async def emergency(stage: Stage) -> dict[str, object]:
    """An emergency of Anna's animal that somebody may take over."""
    service = await care_service(stage, name="Emergency", care_type="emergency")
    wish, animal = {"service_id": service, "currency": "EUR"}, await care_animal(stage, tag="E1")
    anna = await stage.bearer("investor", user=stage.anna)
    made = await stage.made("POST", f"livestock/{animal}/care-request", anna, json=wish)
    await stage.rig.deliver((await stage.rig.events(CareRequested))[-1])
    return {"request_id": made["id"]}


async def planned(stage: Stage) -> dict[str, object]:
    """A vaccination that is planned for Anna's animal."""
    sheep = LivestockTypeChanged(livestock_type_id=new_id(), aggregate_version=1, name="Sheep", retired=False)
    await stage.rig.deliver(sheep)
    animal = await care_animal(stage, tag="V1", livestock_type_id=sheep.livestock_type_id)
    doses = [{"service_id": await care_service(stage, name="Vaccination"), "age_days": 60}]
    body = {"name": "Sheep", "livestock_type_id": str(sheep.livestock_type_id), "currency": "EUR", "doses": doses}
    await stage.made("POST", "admin/vaccination-plans", await stage.acting("admin"), json=body)
    await stage.rig.run_job("plan_vaccinations")
    [entry] = await stage.rig.db.fetch("SELECT id FROM planned_vaccinations")
    return {"livestock_id": animal, "vaccination_id": entry["id"]}


async def medicine(stage: Stage) -> dict[str, object]:
    """A medicine for an animal of Anna's."""
    sheep = LivestockTypeChanged(livestock_type_id=new_id(), aggregate_version=1, name="Sheep", retired=False)
    await stage.rig.deliver(sheep)
    animal = await care_animal(stage, tag="M1", livestock_type_id=sheep.livestock_type_id)
    body = {
        "name": "Pedoxin",
        "active_substance": "oxytetracycline",
        "prescription_only": True,
        "withdrawal_periods": [{"livestock_type_id": str(sheep.livestock_type_id), "meat_days": 28, "milk_days": 7}],
        "unit": "ml",
        "routes": ["oral"],
        "prices": [{"amount": "1.25", "currency": "EUR"}],
    }
    added = await stage.made("POST", "admin/medicines", await stage.acting("admin"), json=body)
    return {"livestock_id": str(animal), "medicine_id": added["id"], "quantity": "1"}


async def dosed(stage: Stage, animal: UUID) -> str:
    """A dose of a medicine that was prescribed for an animal of a farm whose staff Anna is on."""
    medicine, prescription, dose = new_id(), new_id(), new_id()
    [row] = await stage.rig.db.fetch("SELECT farm_id FROM animals WHERE id = $1", animal)
    await stage.rig.deliver(FarmStaffChanged(farm_id=row["farm_id"], user_ids=(stage.anna,), aggregate_version=1))
    await stage.rig.db.fetch(
        "INSERT INTO medicines (id, name, name_key, active_substance, prescription_only, unit, routes,"
        " withdrawal_periods, prices, version, created_at)"
        " VALUES ($1, 'Amoxisan', 'amoxisan', 'amoxicillin', false, 'ml', '{}', '[]', '[]', 1, now())",
        medicine,
    )
    await stage.rig.db.fetch(
        "INSERT INTO prescriptions (id, request_id, livestock_id, owner_id, state, medicine_id, medicine_name,"
        " record_type, unit, dose, route, every_hours, times, first_at, meat_days, milk_days, warnings, cost_minor,"
        " currency, prescribed_by, prescribed_at, dispensed_at) VALUES ($1, $1, $2, $3, 'dispensed', $4, 'Amoxisan',"
        " 'treatment', 'ml', 7, 'oral', 24, 1, now(), 28, 7, '{}', 100, 'USD', $1, now() - interval '1 hour', now())",
        prescription,
        animal,
        stage.anna,
        medicine,
    )
    await stage.rig.db.fetch(
        "INSERT INTO doses (id, prescription_id, livestock_id, number, planned_at, state)"
        " VALUES ($1, $2, $3, 1, now(), 'planned')",
        dose,
        prescription,
        animal,
    )
    return str(dose)


async def in_care(stage: Stage) -> dict[str, Theirs]:
    service, others = await care_service(stage, pricing="estimated"), iter(range(1, 6))
    await stage.acting("investor", user=stage.anna)

    async def requested() -> dict[str, object]:
        """A request for another animal of Anna's."""
        animal = await care_animal(stage, tag=f"C{next(others)}")
        wish = {"service_id": service, "currency": "EUR"}
        anna = await stage.bearer("investor", user=stage.anna)
        made = await stage.made("POST", f"livestock/{animal}/care-request", anna, json=wish)
        return {"request_id": made["id"]}

    path, body = "/api/v1/vet/care-requests/{request_id}", {"version": 1, "note": "Nobody has time"}
    animal = await care_animal(stage, tag="C9")
    wish = {"livestock_id": str(animal), "service_id": service, "currency": "EUR"}
    return {
        "POST /api/v1/admin/users/{user_id}/assign-medicine": Theirs(
            {"user_id": stage.anna}, wish | await medicine(stage)
        ),
        "POST /api/v1/staff/medication-log": Theirs(body={"dose_id": await dosed(stage, animal), "outcome": "given"}),
        "POST /api/v1/admin/users/{user_id}/assign-care": Theirs({"user_id": stage.anna}, wish),
        f"PUT {path}/quote": Theirs(await requested()),
        f"POST {path}/decline": Theirs(await requested(), body),
        "POST /api/v1/admin/care-requests/{request_id}/cancel": Theirs(await requested(), body),
        "POST /api/v1/admin/care-requests/{request_id}/waive": Theirs(await requested(), body),
        "PUT /api/v1/admin/care-requests/{request_id}/assign-vet": Theirs(await requested()),
        f"POST {path}/take": Theirs(await emergency(stage)),
        f"PUT {VACCINATIONS}/{{vaccination_id}}/given": Theirs(await planned(stage)),
    }


async def in_feed(stage: Stage) -> dict[str, Theirs]:
    known = await EXAMPLES["feed"](stage)
    await stage.rig.deliver(FarmStaffChanged(farm_id=known["farm_id"], user_ids=(stage.anna,), aggregate_version=9))
    feeding = {
        "client_id": str(new_id()),
        "livestock_id": str(known["livestock_id"]),
        "fed_at": clock.now().isoformat(),
        "kg": "1.5",
    }
    return {"POST /api/v1/staff/feeding-log": Theirs(body=feeding)}


async def in_results(stage: Stage) -> dict[str, Theirs]:
    """Contests in which Anna has an animal."""
    await stage.acting("investor", user=stage.anna)
    waiting = await contests.judged(stage)
    judged, over, final = [await contests.judged(stage, over=True) for _ in range(3)]
    judge = await stage.made(
        "POST",
        f"admin/contests/{waiting.id}/judges",
        await stage.acting("admin"),
        json={"user_id": str(new_id())},
    )
    appeal, suspicion = await contests.appealed(stage, over), await contests.suspected(stage, over)
    proposal = await contests.proposed(stage, final)
    of_contest, note = "POST /api/v1/admin/contests/{contest_id}", "We have looked"
    return {
        f"{of_contest}/judges": Theirs({"contest_id": waiting.id}, {"user_id": str(new_id())}),
        f"{of_contest}/judges/{{judge_id}}/remove": Theirs({"contest_id": waiting.id, "judge_id": judge["id"]}),
        f"{of_contest}/announce-winners": Theirs({"contest_id": judged.id}),
        f"{of_contest}/distribute-prizes": Theirs({"contest_id": judged.id}),
        "POST /api/v1/admin/appeals/{appeal_id}/decision": Theirs(
            {"appeal_id": appeal}, {"decision": "rejected", "reason": note}
        ),
        "POST /api/v1/admin/suspicions/{suspicion_id}/decision": Theirs(
            {"suspicion_id": suspicion}, {"decision": "cleared", "note": note}
        ),
        "PUT /api/v1/admin/game/proposals/{proposal_id}/decision": Theirs({"proposal_id": proposal}, APPROVED),
    }


async def in_game(stage: Stage) -> dict[str, Theirs]:
    """A contest that Anna has entered, and one in which somebody has to admit her animal."""
    entered, waits = await contest(stage), await contest(stage, admission="by_hand")
    path, seen = "/api/v1/admin/contests/{contest_id}", {"version": 1}
    entry = f"POST {path}/participants/{{entry_id}}"
    return {
        f"POST {path}/start": Theirs(entered, seen),
        f"POST {path}/end": Theirs(entered, seen),
        f"DELETE {path}": Theirs({"contest_id": f"{entered['contest_id']}?version=1"}),
        f"{entry}/admit": Theirs(waits),
        f"{entry}/refuse": Theirs(waits),
        **await in_results(stage),
    }


MAKERS: Mapping[str, Callable[[Stage], Awaitable[dict[str, Theirs]]]] = {
    "identity": in_identity,
    "farm": in_the_farm,
    "feed": in_feed,
    "wallet": in_the_wallet,
    "marketplace": in_the_marketplace,
    "payment": in_payment,
    "care": in_care,
    "game": in_game,
}
