"""The providers that this process has keys for, each behind its circuit breaker."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import TypeVar, cast, get_args

import structlog

from amigok_chassis.context import Context
from amigok_chassis.errors import DomainError
from payment.providers import paypal, stripe
from payment.providers.breaker import Breaker
from payment.providers.protocol import Method, Name, Observation, Provider, ProviderUnavailable, Vault
from payment.settings import Settings

T = TypeVar("T")

log = structlog.get_logger()

COLLECTS: Mapping[str, Name] = {
    "card": "stripe",
    "bank_transfer": "stripe",
    "crypto": "stripe",
    "paypal": "paypal",
    "wallet": "wallet",
}
"""Which provider takes payments by which method. The wallet is our own service: events reach it, never calls."""

ONLY_IN: Mapping[Method, frozenset[str]] = {"crypto": frozenset({"USD"})}


class MethodNotOffered(DomainError):
    """This payment method is not available here, or not in this currency."""

    status, code = 422, "method_not_offered"


def _read(name: Name, answer: T) -> T:
    """Returns the answer. An unknown state counts as no answer: the provider will be asked again."""
    if isinstance(answer, Observation) and not answer.is_read:
        log.error("provider.state_unknown", provider=name, state=answer.state)
        raise ProviderUnavailable(f"{name} reports a state that is not known here.")
    return answer


class Providers:
    """`await providers.ask("stripe", lambda it: it.get_payment(reference))`, never inside a transaction."""

    def __init__(self, modules: Iterable[Provider], vault: Vault | None) -> None:
        self._modules = {module.name: module for module in modules}
        self._breakers = {name: Breaker(name) for name in self._modules}
        self._vault = vault

    @property
    def names(self) -> frozenset[Name]:
        return frozenset(self._modules)

    def offered(self, currency: str) -> list[Method]:
        """Lists the methods by which an amount in this currency can be paid."""
        return [method for method in get_args(Method) if method != "wallet" and self._collects(method, currency)]

    def collector(self, method: Method, currency: str) -> Name:
        """Returns who takes payments by this method. Raises MethodNotOffered; NotAsked while its breaker is open."""
        if method != "wallet" and not self._collects(method, currency):
            raise MethodNotOffered(f"Payments by {method} in {currency} are not available.")
        name = COLLECTS[method]
        self.check(name)
        return name

    def check(self, name: str) -> None:
        """Raises NotAsked while this provider's breaker is open."""
        breaker = self._breakers.get(cast("Name", name))
        if breaker is not None:
            breaker.check()

    def module(self, name: Name) -> Provider:
        """Returns the provider without its breaker, for what makes no call to it. Raises MethodNotOffered."""
        if name not in self._modules:
            raise MethodNotOffered(f"There is no key for {name} here.")
        return self._modules[name]

    async def ask(self, name: Name, work: Callable[[Provider], Awaitable[T]]) -> T:
        """Returns the provider's answer. Raises MethodNotOffered, NotAsked, ProviderUnavailable, ProviderRefused."""
        module = self.module(name)
        return _read(name, await self._breakers[name].call(lambda: work(module)))

    async def ask_vault(self, work: Callable[[Vault], Awaitable[T]]) -> T:
        """Returns the answer of the provider that keeps saved ways to pay. Raises the same errors as `ask`."""
        vault = self._vault
        if vault is None:
            raise MethodNotOffered("Ways to pay cannot be saved here.")
        return await self._breakers["stripe"].call(lambda: work(vault))

    def _collects(self, method: Method, currency: str) -> bool:
        module = self._modules.get(COLLECTS[method])
        return module is not None and method in module.methods and currency in ONLY_IN.get(method, {currency})


def providers_of(context: Context) -> Providers:
    """Returns the providers of a process, made on first use. They share its HTTP client."""
    return context.once(_providers)


def _providers(context: Context) -> Providers:
    settings = context.settings(Settings)
    cards = stripe.of(settings, context.http)
    modules = (cards, paypal.of(settings, context.http))
    return Providers([each for each in modules if each is not None], cards)
