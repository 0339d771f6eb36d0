"""What people were told: of an absence of a device, and of a camera."""

from amigok_chassis.machine import Machine, step

ABSENCES = Machine(
    "absences",
    states=("noticed", "announced", "ended", "silent"),
    steps={
        "notice": step(None, to="noticed", by="device silence"),
        "begin": step(None, to="announced", by="device"),
        "announce": step("noticed", to="announced", by="silence", then=["stream.device.offline"]),
        "end": step("announced", to="ended", by="device", then=["stream.device.online"]),
        "ignore": step("noticed", "announced", to="silent", by="admin maintenance"),
    },
    meanings={
        "noticed": "The device was silent for too long; nobody was told yet.",
        "announced": "People know that it is offline; a new device begins so, when it has registered.",
        "ended": "People know that it is back.",
        "silent": "It was over within a maintenance window, or the device was revoked.",
    },
)

CONDITIONS = Machine(
    "announced_conditions",
    states=("online", "offline", "error"),
    steps={
        "work": step(None, "offline", "error", to="online", by="device", then=["stream.camera.online"]),
        "vanish": step(None, "online", "error", to="offline", by="device silence", then=["stream.camera.offline"]),
        "fail": step(None, "online", "offline", to="error", by="device", then=["stream.camera.error"]),
    },
)
"""A camera of a device in maintenance takes no step."""
