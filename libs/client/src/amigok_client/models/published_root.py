from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.published_root_assets import PublishedRootAssets


T = TypeVar("T", bound="PublishedRoot")


@_attrs_define
class PublishedRoot:
    """What is published for a day and currency: all liabilities under one root, chained to the publication before.

    `assets` is what the ledger says that the platform has outside of it, by account. `seals` and `seal` are number and
    digest of the newest sealed transfer: with them, nobody can seal another history later.

    """

    accounts: int
    """ How many users' balances are in it """
    assets: PublishedRootAssets
    """ In minor units, by account """
    currency: str
    day: datetime.date
    digest: str
    previous: str
    """ The digest of the publication before """
    root: str
    seal: str
    """ The digest of the last of them, which only the wallet can make """
    seals: int
    """ How many transfers were sealed """
    total: int
    """ In minor units """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        accounts = self.accounts

        assets = self.assets.to_dict()

        currency = self.currency

        day = self.day.isoformat()

        digest = self.digest

        previous = self.previous

        root = self.root

        seal = self.seal

        seals = self.seals

        total = self.total

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accounts": accounts,
                "assets": assets,
                "currency": currency,
                "day": day,
                "digest": digest,
                "previous": previous,
                "root": root,
                "seal": seal,
                "seals": seals,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.published_root_assets import PublishedRootAssets  # noqa: PLC0415

        d = dict(src_dict)
        accounts = d.pop("accounts")

        assets = PublishedRootAssets.from_dict(d.pop("assets"))

        currency = d.pop("currency")

        day = datetime.date.fromisoformat(d.pop("day"))

        digest = d.pop("digest")

        previous = d.pop("previous")

        root = d.pop("root")

        seal = d.pop("seal")

        seals = d.pop("seals")

        total = d.pop("total")

        published_root = cls(
            accounts=accounts,
            assets=assets,
            currency=currency,
            day=day,
            digest=digest,
            previous=previous,
            root=root,
            seal=seal,
            seals=seals,
            total=total,
        )

        published_root.additional_properties = d
        return published_root

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
