"""Whether money may leave: a pure function of the known facts. Amounts are minor units."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from math import ceil

from wallet.settings import Settings

CAUTIOUS = ("single_factor", "new_device", "credentials_changed", "new_account")
"""Signs that it may not be the owner who acts: then less may leave a day."""

PAYEE_UNAVAILABLE = "payee_unavailable"
"""Somebody who is to be paid cannot be paid now. It does not say why, nor who."""

AGREED_FOR = timedelta(days=7)
"""How long what somebody agreed to may take until it is held, without another proof of who they are."""

WORTH_TELLING = frozenset({"new_device", "credentials_changed"})
"""Signs that the owner is notified of if the amount was not small."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The limits of one currency, and how long recipients, devices and accounts count as new."""

    small: int
    small_daily: int
    new_recipient: int
    cautious_daily: int
    daily: int
    noticed_from: int
    proof: timedelta
    recipient: timedelta
    device: timedelta
    credentials: timedelta
    account: timedelta


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known when money is to leave: null is what never was, or is not known."""

    amount: int
    used: int
    """What has left within a day, by all exits together."""
    registered_at: datetime
    authenticated_at: datetime
    multi_factor: bool
    agreed_at: datetime | None = None
    """When the user agreed to the amount, if somebody else decided when it leaves."""
    device_since: datetime | None = None
    credentials_changed_at: datetime | None = None
    recipient_since: datetime | None = None
    """When the recipient was first paid; of several, the one that was paid last for the first time."""
    payee_closed: bool = False
    """Whether somebody who is to be paid is shut out or has stopped their wallet."""
    is_active: bool = True
    is_stopped: bool = False
    is_disputed: bool = False


@dataclass(frozen=True)
class Decision:
    """Whether it may leave (`refusal` is null, else a stable code), and what was unusual about it.

    `retry_after` says in how many seconds it may be otherwise, where time decides; `left` what may still leave today.
    """

    refusal: str | None
    signs: tuple[str, ...] = ()
    is_unusual: bool = False
    retry_after: int | None = None
    left: int | None = None


@cache
def limits(settings: Settings, currency: str) -> Limits:
    """The limits of this deployment in one currency, made once: every transfer asks."""
    return Limits(
        small=settings.exit_small[currency].minor,
        small_daily=settings.exit_small_daily[currency].minor,
        new_recipient=settings.exit_new_recipient[currency].minor,
        cautious_daily=settings.exit_cautious_daily[currency].minor,
        daily=settings.exit_daily[currency].minor,
        noticed_from=settings.exit_noticed_from[currency].minor,
        proof=timedelta(minutes=settings.exit_proof_minutes),
        recipient=timedelta(hours=settings.exit_recipient_hours),
        device=timedelta(hours=settings.exit_device_hours),
        credentials=timedelta(hours=settings.exit_credentials_hours),
        account=timedelta(days=settings.exit_account_days),
    )


def decide(facts: Facts, limits: Limits, now: datetime) -> Decision:
    """The decision. What is closed comes first, then the day's limit, then what a proof, a factor or time opens.

    The payees come last: a refusal reveals something about the payer before it reveals anything about others.
    """
    decision = _of_the_payer(facts, limits, now)
    if decision.refusal is None and facts.payee_closed:
        return Decision(PAYEE_UNAVAILABLE, decision.signs)
    return decision


def _of_the_payer(facts: Facts, limits: Limits, now: datetime) -> Decision:
    if closed := why_closed(facts):
        return Decision(closed)
    found = signs(facts, limits, now)
    if facts.used + facts.amount > limits.daily:
        left = max(limits.daily - facts.used, 0)
        return Decision("daily_limit_exceeded", found, is_unusual=True, left=left)
    if is_small(facts, limits, now):
        return Decision(None, found)
    if not is_proved(facts, limits, now):
        return Decision("step_up_required", found)
    if facts.used + facts.amount > limits.cautious_daily and (cautious := set(CAUTIOUS) & set(found)):
        return _not_sure(facts, limits, now, found, only_a_factor=cautious == {"single_factor"})
    return Decision(None, found, is_unusual=_is_unusual(facts, limits, found))


def why_closed(facts: Facts) -> str | None:
    """Why nothing at all may leave, a stable code; null where something may."""
    if not facts.is_active:
        return "account_inactive"
    if facts.is_stopped:
        return "exits_stopped"
    return "dispute_open" if facts.is_disputed else None


def signs(facts: Facts, limits: Limits, now: datetime) -> tuple[str, ...]:
    """What makes this riskier than another, as stable codes."""
    found = {
        "new_recipient": _is_new(facts.recipient_since, limits.recipient, now),
        "new_device": _is_new(facts.device_since, limits.device, now),
        "credentials_changed": facts.credentials_changed_at is not None
        and _is_new(facts.credentials_changed_at, limits.credentials, now),
        "single_factor": not facts.multi_factor,
        "new_account": _is_new(facts.registered_at, limits.account, now),
        "large_amount": facts.amount >= limits.noticed_from,
    }
    return tuple(sign for sign, is_so in found.items() if is_so)


def is_small(facts: Facts, limits: Limits, now: datetime) -> bool:
    """Whether it is so little that it needs no fresh proof, whatever the session."""
    is_new = _is_new(facts.recipient_since, limits.recipient, now)
    most = limits.new_recipient if is_new else limits.small
    return facts.amount <= most and facts.used + facts.amount <= limits.small_daily


def is_proved(facts: Facts, limits: Limits, now: datetime) -> bool:
    """Whether the user has proved who they are: lately, or just before they agreed to this.

    What was agreed to does not outlive a change of credentials.
    """
    acted_at = min(facts.agreed_at or now, now)
    changed_since = facts.credentials_changed_at is not None and acted_at < facts.credentials_changed_at <= now
    return acted_at - facts.authenticated_at <= limits.proof and now - acted_at <= AGREED_FOR and not changed_since


def _not_sure(facts: Facts, limits: Limits, now: datetime, found: tuple[str, ...], *, only_a_factor: bool) -> Decision:
    if only_a_factor:
        return Decision("second_factor_required", found, is_unusual=True)
    return Decision("exit_delayed", found, is_unusual=True, retry_after=_wait(facts, limits, now))


def _wait(facts: Facts, limits: Limits, now: datetime) -> int:
    """The seconds until nothing is new any more; a device that is not known counts as new from now on."""
    until = [facts.registered_at + limits.account, (facts.device_since or now) + limits.device]
    if facts.credentials_changed_at is not None:
        until.append(facts.credentials_changed_at + limits.credentials)
    return max(1, ceil((max(until) - now).total_seconds()))


def _is_unusual(facts: Facts, limits: Limits, found: tuple[str, ...]) -> bool:
    return "large_amount" in found or (facts.amount > limits.small and not WORTH_TELLING.isdisjoint(found))


def _is_new(since: datetime | None, period: timedelta, now: datetime) -> bool:
    return since is None or since + period > now
