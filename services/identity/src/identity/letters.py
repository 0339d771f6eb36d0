"""The words of the mails and SMS. None quotes what a visitor typed: nobody can send words of their own through us."""

from urllib.parse import quote

_NOT_YOU = (
    "If this was not you, somebody else may be in your account: ask for a new password at once, which ends all\n"
    "sessions, and write to us.\n"
)


def verify_address(public_url: str, *, token: str, code: str) -> dict[str, str]:
    """Subject and text of the mail that proves an address."""
    return {
        "subject": "Confirm your e-mail address",
        "text": (
            "Welcome to Amigok.\n\n"
            "To confirm this address and open your account, follow this link:\n\n"
            f"{public_url.rstrip('/')}/verify-email?token={quote(token)}\n\n"
            f"or enter this code: {code}\n\n"
            "Both are good for 24 hours. If you did not register, do not follow the link: "
            "without it there is no account.\n"
        ),
    }


def invitation(public_url: str, *, token: str) -> dict[str, str]:
    """Subject and text of the mail to whom an administrator made an account."""
    return {
        "subject": "An Amigok account for you",
        "text": (
            "An administrator of Amigok has made an account for you.\n\n"
            "To choose your password and open it, follow this link:\n\n"
            f"{public_url.rstrip('/')}/invitations?token={quote(token)}\n\n"
            "It is good once, for 3 days. If you did not expect this, do not follow the link.\n"
        ),
    }


def choose_another_password(public_url: str, *, token: str) -> dict[str, str]:
    """Subject and text of the mail to whom an administrator reset the password."""
    return {
        "subject": "Choose another password for Amigok",
        "text": (
            "An administrator of Amigok has reset your password: the old one is void, and you are signed out "
            "everywhere.\n\n"
            "To choose another, follow this link:\n\n"
            f"{public_url.rstrip('/')}/invitations?token={quote(token)}\n\n"
            "It is good once, for 3 days.\n"
        ),
    }


def already_registered(public_url: str) -> dict[str, str]:
    """Subject and text of the mail to an address that somebody registers once more."""
    return {
        "subject": "You already have an Amigok account",
        "text": (
            "Somebody, perhaps you, has tried to register at Amigok with this address.\n\n"
            "You already have an account: sign in with the password you chose, at\n\n"
            f"{public_url.rstrip('/')}\n\n"
            "If this was not you, there is nothing to do: your account is unchanged.\n"
        ),
    }


def phone_code(code: str) -> str:
    """Text of the SMS that proves a number."""
    return f"Amigok: your code is {code}. It is good for 10 minutes. We never ask you for it."


_HAPPENED = {
    "two_factor_enabled": "Two-factor authentication was switched on.",
    "two_factor_disabled": "Two-factor authentication was switched off.",
    "recovery_codes_renewed": "New recovery codes were made; the old ones are void.",
    "recovery_code_used": "A recovery code was used instead of an authenticator app.",
    "second_factor_guessed": "Somebody who has your password or is signed in as you enters wrong codes.",
    "passkey_added": "A passkey was added, which can sign in to your account.",
    "passkey_removed": "A passkey was removed.",
    "new_device": "Somebody signed in with a browser or an app in which you had not signed in before.",
}


def security_notice(public_url: str, *, happened: str) -> dict[str, str]:
    """Subject and text of the mail that tells what happened to an account's factors, so that a thief is noticed."""
    return {
        "subject": "Security of your Amigok account",
        "text": (
            f"{_HAPPENED[happened]}\n\n"
            "If this was you, there is nothing to do. If it was not, change your password and end all other "
            f"sessions at once:\n\n{public_url.rstrip('/')}\n"
        ),
    }


def password_reset(public_url: str, *, token: str) -> dict[str, str]:
    """Subject and text of the mail that lets the owner choose another password."""
    return {
        "subject": "Choose a new password",
        "text": (
            "Somebody, perhaps you, has asked for a new password at Amigok. To choose one, follow this link:\n\n"
            f"{public_url.rstrip('/')}/reset-password?token={quote(token)}\n\n"
            "It is good for 30 minutes, once, and only in the newest of these mails. All sessions end with it.\n\n"
            "If this was not you, there is nothing to do: your password is unchanged.\n"
        ),
    }


def not_verified(public_url: str) -> dict[str, str]:
    """Subject and text for who asks for a password before the address was ever verified."""
    return {
        "subject": "Your Amigok account is not open yet",
        "text": (
            "Somebody, perhaps you, has asked for a new password at Amigok. There is no account to open with one:\n"
            "this address was never confirmed. Register again with it, and choose your password there, at\n\n"
            f"{public_url.rstrip('/')}\n\n"
            "If this was not you, there is nothing to do.\n"
        ),
    }


def password_changed() -> dict[str, str]:
    """Subject and text of the mail after the password has changed."""
    return {
        "subject": "Your password was changed",
        "text": f"The password of your Amigok account was changed, and other sessions were ended.\n\n{_NOT_YOU}",
    }


def new_address(public_url: str, *, token: str, code: str) -> dict[str, str]:
    """Subject and text of the mail that proves the address somebody wants to change to."""
    return {
        "subject": "Confirm your new e-mail address",
        "text": (
            "To make this the address of your Amigok account, sign in and follow this link:\n\n"
            f"{public_url.rstrip('/')}/confirm-email?token={quote(token)}\n\n"
            f"or enter this code: {code}\n\n"
            "Both are good for an hour. If you did not ask for this, there is nothing to do.\n"
        ),
    }


def address_in_use() -> dict[str, str]:
    """Subject and text to an address that another account is to be changed to."""
    return {
        "subject": "This address has an Amigok account",
        "text": (
            "Somebody, perhaps you, wants to make this the address of another Amigok account. It has one already,\n"
            "so nothing was changed. If this was not you, there is nothing to do.\n"
        ),
    }


def address_asked() -> dict[str, str]:
    """Subject and text to the address that is to be replaced."""
    return {
        "subject": "Your e-mail address is about to change",
        "text": (
            "Somebody signed in to your Amigok account has asked to replace this address by another one. It stays\n"
            f"yours until the other one is confirmed.\n\n{_NOT_YOU}"
        ),
    }


def address_changed() -> dict[str, str]:
    """Subject and text to the address that was replaced."""
    return {
        "subject": "Your e-mail address was changed",
        "text": (
            "This is no longer the address of your Amigok account: another one was confirmed and takes its place.\n\n"
            "If this was not you, write to us at once.\n"
        ),
    }


def phone_changed() -> dict[str, str]:
    """Subject and text of the mail after another number has replaced the one before."""
    return {
        "subject": "Your phone number was changed",
        "text": f"The phone number of your Amigok account was replaced by another one.\n\n{_NOT_YOU}",
    }


def unusual_exit(amount: str, *, let_go: bool) -> dict[str, str]:
    """Subject and text of the mail about money that left an account in an unusual way, or was kept from leaving."""
    happened = (
        f"{amount} has just left your wallet" if let_go else f"We have just refused to let {amount} leave your wallet"
    )
    return {
        "subject": "Was this you?",
        "text": (
            f"{happened}, in a way that is unusual for you: a new recipient, a new device or a large amount.\n\n"
            "If this was you, there is nothing to do. If not, stop everything that leaves your wallet: in the app, at\n"
            "Wallet, Stop payments. You can let it go on later, when you have proved who you are.\n\n"
            f"{_NOT_YOU}"
        ),
    }
