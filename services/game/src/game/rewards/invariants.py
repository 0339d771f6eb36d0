"""What always holds of rewards. Of players, those are proven who won something in the last two days."""

from amigok_chassis.invariants import Holds

XP_IS_AWARDED = Holds(
    "xp_is_awarded",
    """
    SELECT player.user_id AS id, won.xp AS expected, player.xp AS found
    FROM players AS player
    CROSS JOIN LATERAL (SELECT coalesce(sum(xp), 0) AS xp FROM player_awards WHERE player_id = player.user_id) AS won
    WHERE won.xp <> player.xp AND player.user_id IN (
        SELECT player_id FROM player_awards WHERE created_at > now() - interval '2 days'
    )
    """,
)
"""The experience of each player is what they were awarded."""

COINS_ARE_AWARDED = Holds(
    "coins_are_awarded",
    """
    SELECT award.id, award.coins AS expected, coalesce(entry.amount, 0) AS found
    FROM player_awards AS award
    LEFT JOIN coin_entries AS entry ON entry.transfer_id = award.id AND entry.account_id = award.player_id
    WHERE award.created_at > now() - interval '2 days' AND award.coins <> coalesce(entry.amount, 0)
    """,
)
"""The coins of each award are in the book, under its id."""
