"""The providers that this context has keys for, each behind its breaker."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import TypeVar, cast, get_args

import structlog

from amigok_chassis.context import Context
from amigok_chassis.errors import DomainError
from payment.providers import paypal, stripe
from payment.providers.breaker import Breaker
from payment.providers.shape import Method, Name, Provider, ProviderUnavailable, Sighting, Vault
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
"""Who collects by which method. The wallet is our own: it is asked by events, never called."""

ONLY_IN: Mapping[Method, frozenset[str]] = {"crypto": frozenset({"USD"})}


class MethodNotOffered(DomainError):
    """Nothing can be paid by this method here, or not in this currency."""

    status, code = 422, "method_not_offered"


def _read(name: Name, answer: T) -> T:
    """The answer, unless it is of a state that we have no word for: as good as none, and asked for again."""
    if isinstance(answer, Sighting) and not answer.is_read:
        log.error("provider.state_unknown", provider=name, state=answer.state)
        raise ProviderUnavailable(f"{name} tells of a state that is not known here.")
    return answer


class Providers:
    """`await providers.ask("stripe", lambda it: it.look(reference))`; never within a transaction."""

    def __init__(self, modules: Iterable[Provider], vault: Vault | None) -> None:
        self._modules = {module.name: module for module in modules}
        self._breakers = {name: Breaker(name) for name in self._modules}
        self._vault = vault

    @property
    def names(self) -> frozenset[Name]:
        return frozenset(self._modules)

    def offered(self, currency: str) -> list[Method]:
        """The methods by which an amount in this currency can be paid."""
        return [method for method in get_args(Method) if method != "wallet" and self._collects(method, currency)]

    def collector(self, method: Method, currency: str) -> Name:
        """Who collects by this method. Raises MethodNotOffered; NotAsked while that provider is left alone."""
        if method != "wallet" and not self._collects(method, currency):
            raise MethodNotOffered(f"Nothing can be paid by {method} in {currency} here.")
        name = COLLECTS[method]
        self.check(name)
        return name

    def check(self, name: str) -> None:
        """Raises NotAsked while this provider is left alone."""
        breaker = self._breakers.get(cast("Name", name))
        if breaker is not None:
            breaker.check()

    def module(self, name: Name) -> Provider:
        """The provider itself, for what is no call to it. Raises MethodNotOffered."""
        if name not in self._modules:
            raise MethodNotOffered(f"There is no key for {name} here.")
        return self._modules[name]

    async def ask(self, name: Name, work: Callable[[Provider], Awaitable[T]]) -> T:
        """What the provider answers. Raises MethodNotOffered, NotAsked, ProviderUnavailable, ProviderRefused."""
        module = self.module(name)
        return _read(name, await self._breakers[name].call(lambda: work(module)))

    async def ask_vault(self, work: Callable[[Vault], Awaitable[T]]) -> T:
        """What the provider that keeps ways to pay answers. Raises as `ask` does."""
        vault = self._vault
        if vault is None:
            raise MethodNotOffered("Ways to pay are not kept here.")
        return await self._breakers["stripe"].call(lambda: work(vault))

    def _collects(self, method: Method, currency: str) -> bool:
        module = self._modules.get(COLLECTS[method])
        return module is not None and method in module.methods and currency in ONLY_IN.get(method, {currency})


def providers_of(context: Context) -> Providers:
    """The providers of a process, made when first needed; they use its HTTP client and end with it."""
    return context.once(_providers)


def _providers(context: Context) -> Providers:
    settings = context.settings(Settings)
    cards = stripe.of(settings, context.http)
    modules = (cards, paypal.of(settings, context.http))
    return Providers([each for each in modules if each is not None], cards)
