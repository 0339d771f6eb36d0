"""What always holds of rewards. Of players, those are proven who won something in the last two days."""

from amigok_chassis.invariants import Holds

XP_IS_EARNED = Holds(
    "xp_is_earned",
    """
    SELECT player.user_id AS id, won.xp AS expected, player.xp AS found
    FROM players AS player
    CROSS JOIN LATERAL (SELECT coalesce(sum(xp), 0) AS xp FROM earnings WHERE player_id = player.user_id) AS won
    WHERE won.xp <> player.xp AND player.user_id IN (
        SELECT player_id FROM earnings WHERE created_at > now() - interval '2 days'
    )
    """,
)
"""The experience of each player is what they have earned."""

COINS_ARE_EARNED = Holds(
    "coins_are_earned",
    """
    SELECT earning.id, earning.coins AS expected, coalesce(entry.amount, 0) AS found
    FROM earnings AS earning
    LEFT JOIN coin_entries AS entry ON entry.transfer_id = earning.id AND entry.account_id = earning.player_id
    WHERE earning.created_at > now() - interval '2 days' AND earning.coins <> coalesce(entry.amount, 0)
    """,
)
"""The coins of each earning are in the book, under its id."""
