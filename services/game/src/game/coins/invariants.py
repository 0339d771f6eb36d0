"""What always holds of coins. What has not moved for two days was proven before."""

from amigok_chassis.invariants import Holds

SUM_TO_ZERO = Holds(
    "coin_transfers_sum_to_zero",
    """
    SELECT moved.id, 0 AS expected, coalesce(sum(entry.amount), -1) AS found
    FROM coin_transfers AS moved LEFT JOIN coin_entries AS entry ON entry.transfer_id = moved.id
    WHERE moved.created_at > now() - interval '2 days'
    GROUP BY moved.id HAVING coalesce(sum(entry.amount), -1) <> 0
    """,
)
"""The entries of each transfer sum to zero, and there are some."""

BALANCES_EQUAL_ENTRIES = Holds(
    "coin_balances_equal_entries",
    """
    SELECT account.owner_id AS id, entries.sum AS expected, account.balance AS found
    FROM coin_accounts AS account
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(amount), 0) AS sum FROM coin_entries WHERE account_id = account.owner_id
    ) AS entries
    WHERE account.moved_at > now() - interval '2 days' AND entries.sum <> account.balance
    """,
)
"""The balance of each player is the sum of their entries."""
