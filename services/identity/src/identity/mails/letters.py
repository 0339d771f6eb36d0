"""Texts that several nouns mail. No text quotes what a visitor typed, so nobody can send their own words through us."""

NOT_YOU = (
    "If this was not you, somebody else may have access to your account. Ask for a new password\n"
    "at once, which ends all sessions, and write to us.\n"
)

_HAPPENED = {
    "two_factor_enabled": "Two-factor authentication was switched on.",
    "two_factor_disabled": "Two-factor authentication was switched off.",
    "recovery_codes_renewed": "New recovery codes were made; the old ones are void.",
    "recovery_code_used": "A recovery code was used instead of an authenticator app.",
    "second_factor_guessed": "Somebody who has your password, or is signed in as you, is entering wrong codes.",
    "passkey_added": "A passkey that can sign in to your account was added.",
    "passkey_removed": "A passkey was removed.",
    "new_device": "Somebody signed in with a browser or app that you had not used before.",
}


def security_notice(public_url: str, *, happened: str) -> dict[str, str]:
    """Subject and text of the mail about a change of an account's factors, so that its owner notices a thief."""
    return {
        "subject": "Security of your Amigok account",
        "text": (
            f"{_HAPPENED[happened]}\n\n"
            "If this was you, there is nothing to do. If it was not, change your password and end all other "
            f"sessions at once:\n\n{public_url.rstrip('/')}\n"
        ),
    }
