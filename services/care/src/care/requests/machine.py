"""How a request for care moves, who may move it, and what follows."""

from amigok_chassis.machine import Machine, step

REQUESTS = Machine(
    "requests",
    states=(
        "requested",
        "quoted",
        "accepted",
        "scheduled",
        "in_progress",
        "completed",
        "cancelled",
        "declined",
    ),
    steps={
        "request": step(
            None, to="requested", by="owner farm_staff veterinarian admin plan", then=["care.request.requested"]
        ),
        "quote": step("requested", "quoted", to="quoted", by="veterinarian admin care", then=["care.request.quoted"]),
        "accept": step(
            "quoted", to="accepted", by="owner", then=["care.request.accepted", "care.payment.hold_requested"]
        ),
        "admit": step("requested", "quoted", to="accepted", by="care deadline", then=["care.request.accepted"]),
        "return": step("accepted", to="quoted", by="wallet", then=["care.request.payment_refused"]),
        "schedule": step(
            "accepted", "scheduled", to="scheduled", by="admin veterinarian owner", then=["care.request.scheduled"]
        ),
        "hand_over": step("in_progress", to="in_progress", by="admin veterinarian"),
        "unschedule": step("scheduled", to="accepted", by="admin veterinarian owner"),
        "start": step("accepted", "scheduled", to="in_progress", by="veterinarian", then=["care.request.started"]),
        "complete": step(
            "in_progress",
            to="completed",
            by="veterinarian",
            then=["care.request.completed", "care.payment.capture_requested"],
        ),
        "cancel": step(
            "requested",
            "quoted",
            "accepted",
            "scheduled",
            to="cancelled",
            by="owner admin farm identity",
            then=["care.request.cancelled", "care.payment.release_requested"],
        ),
        "abandon": step(
            "in_progress",
            to="cancelled",
            by="admin",
            then=["care.request.cancelled", "care.payment.release_requested"],
        ),
        "decline": step(
            "requested", "quoted", to="declined", by="owner veterinarian admin", then=["care.request.declined"]
        ),
    },
    meanings={
        "requested": "It is wanted, and has no price yet.",
        "quoted": "The owner has to accept what it is expected to cost.",
        "accepted": "It is to be done; a veterinarian and a time are to be found, once the price is held.",
        "in_progress": "The veterinarian is at work: findings, prescriptions and costs are added.",
    },
)
