"""What always holds of feed in stock."""

from amigok_chassis.invariants import Holds

LOTS_ADD_UP = Holds(
    "lots_add_up",
    """
    SELECT lot.id, lot.delivered_kg + counted.kg - drawn.kg AS expected, lot.left_kg AS found
    FROM feed_lots AS lot
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(counted_kg - before_kg), 0) AS kg FROM lot_counts WHERE lot_id = lot.id
    ) AS counted
    CROSS JOIN LATERAL (SELECT coalesce(sum(kg), 0) AS kg FROM draws WHERE lot_id = lot.id) AS drawn
    WHERE lot.left_kg > 0 AND lot.delivered_kg + counted.kg - drawn.kg <> lot.left_kg
    """,
)
"""What was delivered, corrected by counts, less what was drawn, is what is left. Lots that are used up are not read."""
