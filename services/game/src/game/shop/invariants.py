"""What always holds of purchases."""

from amigok_chassis.invariants import Holds

PURCHASES_ARE_PAID = Holds(
    "purchases_are_paid",
    """
    SELECT bought.id, -bought.price AS expected, coalesce(entry.amount, 0) AS found
    FROM purchases AS bought
    LEFT JOIN coin_entries AS entry ON entry.transfer_id = bought.id AND entry.account_id = bought.player_id
    WHERE coalesce(entry.amount, 0) <> -bought.price
    """,
)
"""The price of each purchase is in the book of coins, under its id."""
