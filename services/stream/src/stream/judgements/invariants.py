"""What holds of alarms and excursions at rest."""

from amigok_chassis.invariants import Holds

INVARIANTS = [
    Holds(
        "alarms_end_after_they_begin",
        """
        SELECT id, began_at::text AS expected, ended_at::text AS found FROM alarms
        WHERE end_reason = 'cleared' AND ended_at <= began_at
        UNION ALL
        SELECT id, began_at::text, ended_at::text FROM excursions WHERE end_reason = 'cleared' AND ended_at <= began_at
        """,
    ),
    Holds(
        "alarms_of_a_rule_do_not_overlap",
        """
        SELECT id, next::text AS expected, ended_at::text AS found FROM (
            SELECT id, ended_at, lead(began_at) OVER (PARTITION BY rule_id, sensor_id ORDER BY began_at, id) AS next
            FROM alarms WHERE state IN ('raised', 'acknowledged') OR end_reason = 'cleared'
        ) AS of_rule WHERE next < ended_at OR (next IS NOT NULL AND ended_at IS NULL)
        """,
    ),
]
