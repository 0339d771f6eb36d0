"""What holds of devices and of what was told of them."""

from amigok_chassis.invariants import Holds

INVARIANTS = [
    Holds(
        "absences_do_not_overlap",
        """
        SELECT device_id AS id, previous AS expected, lost_at AS found FROM (
            SELECT device_id, lost_at,
                lag(coalesce(back_at, 'infinity')) OVER (PARTITION BY device_id ORDER BY lost_at) AS previous
            FROM device_absences WHERE state <> 'silent'
        ) AS each WHERE previous > lost_at
        """,
    ),
    Holds(
        "revoked_devices_have_nothing",
        """
        SELECT id, 'nothing' AS expected, 'a secret, a claim, a command or an active camera' AS found
        FROM devices WHERE revoked_at IS NOT NULL AND (
            claim_digest IS NOT NULL
            OR EXISTS (SELECT FROM device_credentials WHERE device_id = devices.id)
            OR EXISTS (SELECT FROM cameras WHERE device_id = devices.id AND is_active)
            OR EXISTS (
                SELECT FROM device_commands WHERE device_id = devices.id AND state IN ('pending', 'delivered')
            )
        )
        """,
    ),
    Holds(
        "cameras_stand_with_their_device",
        """
        SELECT cameras.id, devices.farm_id AS expected, cameras.farm_id AS found
        FROM cameras JOIN devices ON devices.id = cameras.device_id WHERE cameras.farm_id <> devices.farm_id
        """,
    ),
]
