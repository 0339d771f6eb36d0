"""Contests and pilot farming."""

from amigok_contracts import game_contests, game_pilot, game_results
from notification.kinds.categories import CONTESTS, PLAY, SOON
from notification.kinds.kind import Kind
from notification.kinds.recipients import contestants, user

_OWNER = user("owner_id")
_USER = user("user_id")

KINDS = (
    # Contests
    Kind("entry_admitted", CONTESTS, game_contests.EntryAdmitted, _OWNER, "contest animal"),
    Kind("entry_refused", CONTESTS, game_contests.EntryRefused, _OWNER, "contest animal reason"),
    Kind("entry_lost", CONTESTS, game_contests.EntryLost, _OWNER, "contest animal reason"),
    Kind("contest_cancelled", CONTESTS, game_contests.ContestCancelled, contestants, "contest reason"),
    Kind("contest_announced", CONTESTS, game_results.ContestAnnounced, contestants, "contest appeals_until"),
    Kind(
        "result_corrected",
        CONTESTS,
        game_results.ResultCorrected,
        contestants,
        "contest",
        once="contest_id result_number",
    ),
    Kind("judge_invited", CONTESTS, game_results.JudgeInvited, _USER, "contest commit_until"),
    Kind("appeal_decided", CONTESTS, game_results.AppealDecided, user("entrant_id"), "contest decision"),
    Kind("prize_awarded", CONTESTS, game_results.PrizeAwarded, _OWNER, "contest animal rank"),
    Kind("prize_withheld", CONTESTS, game_results.PrizeWithheld, _OWNER, "contest reason"),
    Kind("prize_forfeited", CONTESTS, game_results.PrizeForfeited, _OWNER, "contest reason"),
    Kind("entitlement_granted", CONTESTS, game_results.EntitlementGranted, _OWNER, "what"),
    # Pilot farming
    Kind("friend_requested", PLAY, game_pilot.FriendshipRequested, _USER, once="friendship_id aggregate_version"),
    Kind("friend_accepted", PLAY, game_pilot.FriendshipAccepted, user("requested_by"), once="friendship_id user_id"),
    Kind("challenge_completed", PLAY, game_pilot.ChallengeCompleted, _USER, "title coins", once="challenge_id"),
    Kind(
        "achievement_granted", PLAY, game_pilot.AchievementGranted, _USER, "title", once="achievement_id", within=SOON
    ),
    Kind("level_reached", PLAY, game_pilot.LevelReached, _USER, "level", once="user_id level"),
)
