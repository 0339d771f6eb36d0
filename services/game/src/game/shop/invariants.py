"""What always holds of purchases. Those are proven that were made in the last two days."""

from amigok_chassis.invariants import Holds

PURCHASES_ARE_PAID = Holds(
    "purchases_are_paid",
    """
    SELECT bought.id, -bought.price AS expected, coalesce(entry.amount, 0) AS found
    FROM purchases AS bought
    LEFT JOIN coin_entries AS entry ON entry.transfer_id = bought.id AND entry.account_id = bought.player_id
    WHERE bought.id >= CAST(
        lpad(to_hex(CAST(extract(epoch FROM now() - interval '2 days') * 1000 AS bigint)), 12, '0') || repeat('0', 20)
        AS uuid
    ) AND coalesce(entry.amount, 0) <> -bought.price
    """,
)
"""The price of each purchase is in the book of coins, under its id: a UUIDv7, which begins with its time."""
