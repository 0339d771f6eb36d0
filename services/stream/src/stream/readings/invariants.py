"""What holds at rest of readings and their sums."""

from amigok_chassis.invariants import Holds

INVARIANTS = (
    Holds(
        "days_of_readings_are_their_hours",
        "SELECT d.sensor_id AS id, (h.minimum, h.maximum, h.count)::text AS expected,"
        " (d.minimum, d.maximum, d.count)::text AS found FROM reading_days AS d CROSS JOIN LATERAL ("
        "SELECT min(minimum) AS minimum, max(maximum) AS maximum, sum(count)::bigint AS count FROM reading_hours"
        " WHERE sensor_id = d.sensor_id AND began_at >= d.began_at AND began_at < d.began_at + interval '1 day') AS h"
        " WHERE d.began_at >= now() - interval '3 days'"
        " AND (d.minimum, d.maximum, d.count) IS DISTINCT FROM (h.minimum, h.maximum, h.count)",
    ),
)
