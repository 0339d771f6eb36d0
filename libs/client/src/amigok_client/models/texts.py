from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.words import Words


T = TypeVar("T", bound="Texts")


@_attrs_define
class Texts:
    """The same in every language."""

    ar: Words
    """ What is told, in one language. """
    en: Words
    """ What is told, in one language. """
    es: Words
    """ What is told, in one language. """

    def to_dict(self) -> dict[str, Any]:
        ar = self.ar.to_dict()

        en = self.en.to_dict()

        es = self.es.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ar": ar,
                "en": en,
                "es": es,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.words import Words  # noqa: PLC0415

        d = dict(src_dict)
        ar = Words.from_dict(d.pop("ar"))

        en = Words.from_dict(d.pop("en"))

        es = Words.from_dict(d.pop("es"))

        texts = cls(
            ar=ar,
            en=en,
            es=es,
        )

        return texts
