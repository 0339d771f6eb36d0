"""What holds of detections at rest."""

from amigok_chassis.invariants import Holds

SIGHTINGS = Holds(
    "sighting_is_a_detection",
    """
    SELECT livestock_id AS id, detected_at AS expected, NULL AS found FROM sightings
    WHERE detected_at > now() - interval '30 days' AND NOT EXISTS (
        SELECT FROM detections
        WHERE (device_id, event_id, detected_at) = (sightings.device_id, sightings.event_id, sightings.detected_at)
            AND livestock_id = sightings.livestock_id AND camera_id = sightings.camera_id
    )
    """,
)
"""The newest sightings of animals are stored detections; older ones may have outlived theirs."""
