from __future__ import annotations

import datetime
from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from .. import types
from ..models.submit_in_document_type import SubmitInDocumentType, check_submit_in_document_type
from ..types import UNSET, File, FileTypes, Unset

T = TypeVar("T", bound="SubmitIn")


@_attrs_define
class SubmitIn:
    """A form with files: PDF, JPEG or PNG, together at most 10 MiB."""

    address: str
    country: str
    date_of_birth: datetime.date
    """ from 1900-01-01 to 2100-01-01 """
    document_number: str
    document_type: SubmitInDocumentType
    front: File
    legal_name: str
    back: File | None | Unset = UNSET
    proof_of_address: File | None | Unset = UNSET
    selfie: File | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        address = self.address

        country = self.country

        date_of_birth = self.date_of_birth.isoformat()

        document_number = self.document_number

        document_type: str = self.document_type

        front = self.front.to_tuple()

        legal_name = self.legal_name

        back: FileTypes | None | Unset
        if isinstance(self.back, Unset):
            back = UNSET
        elif isinstance(self.back, File):
            back = self.back.to_tuple()

        else:
            back = self.back

        proof_of_address: FileTypes | None | Unset
        if isinstance(self.proof_of_address, Unset):
            proof_of_address = UNSET
        elif isinstance(self.proof_of_address, File):
            proof_of_address = self.proof_of_address.to_tuple()

        else:
            proof_of_address = self.proof_of_address

        selfie: FileTypes | None | Unset
        if isinstance(self.selfie, Unset):
            selfie = UNSET
        elif isinstance(self.selfie, File):
            selfie = self.selfie.to_tuple()

        else:
            selfie = self.selfie

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "address": address,
                "country": country,
                "date_of_birth": date_of_birth,
                "document_number": document_number,
                "document_type": document_type,
                "front": front,
                "legal_name": legal_name,
            }
        )
        if back is not UNSET:
            field_dict["back"] = back
        if proof_of_address is not UNSET:
            field_dict["proof_of_address"] = proof_of_address
        if selfie is not UNSET:
            field_dict["selfie"] = selfie

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("address", (None, str(self.address).encode(), "text/plain")))

        files.append(("country", (None, str(self.country).encode(), "text/plain")))

        files.append(("date_of_birth", (None, self.date_of_birth.isoformat().encode(), "text/plain")))

        files.append(("document_number", (None, str(self.document_number).encode(), "text/plain")))

        files.append(("document_type", (None, str(self.document_type).encode(), "text/plain")))

        files.append(("front", self.front.to_tuple()))

        files.append(("legal_name", (None, str(self.legal_name).encode(), "text/plain")))

        if not isinstance(self.back, Unset):
            if isinstance(self.back, File):
                files.append(("back", self.back.to_tuple()))
            else:
                files.append(("back", (None, str(self.back).encode(), "text/plain")))

        if not isinstance(self.proof_of_address, Unset):
            if isinstance(self.proof_of_address, File):
                files.append(("proof_of_address", self.proof_of_address.to_tuple()))
            else:
                files.append(("proof_of_address", (None, str(self.proof_of_address).encode(), "text/plain")))

        if not isinstance(self.selfie, Unset):
            if isinstance(self.selfie, File):
                files.append(("selfie", self.selfie.to_tuple()))
            else:
                files.append(("selfie", (None, str(self.selfie).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        address = d.pop("address")

        country = d.pop("country")

        date_of_birth = datetime.date.fromisoformat(d.pop("date_of_birth"))

        document_number = d.pop("document_number")

        document_type = check_submit_in_document_type(d.pop("document_type"))

        front = File(payload=BytesIO(d.pop("front")))

        legal_name = d.pop("legal_name")

        def _parse_back(data: object) -> File | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, bytes):
                    raise TypeError()
                back_type_0 = File(payload=BytesIO(data))

                return back_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(File | None | Unset, data)

        back = _parse_back(d.pop("back", UNSET))

        def _parse_proof_of_address(data: object) -> File | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, bytes):
                    raise TypeError()
                proof_of_address_type_0 = File(payload=BytesIO(data))

                return proof_of_address_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(File | None | Unset, data)

        proof_of_address = _parse_proof_of_address(d.pop("proof_of_address", UNSET))

        def _parse_selfie(data: object) -> File | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, bytes):
                    raise TypeError()
                selfie_type_0 = File(payload=BytesIO(data))

                return selfie_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(File | None | Unset, data)

        selfie = _parse_selfie(d.pop("selfie", UNSET))

        submit_in = cls(
            address=address,
            country=country,
            date_of_birth=date_of_birth,
            document_number=document_number,
            document_type=document_type,
            front=front,
            legal_name=legal_name,
            back=back,
            proof_of_address=proof_of_address,
            selfie=selfie,
        )

        return submit_in
