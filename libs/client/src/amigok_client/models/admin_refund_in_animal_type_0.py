from typing import Literal

AdminRefundInAnimalType0 = Literal["returns", "stays"]

ADMIN_REFUND_IN_ANIMAL_TYPE_0_VALUES: set[AdminRefundInAnimalType0] = {
    "returns",
    "stays",
}


def check_admin_refund_in_animal_type_0(value: str) -> AdminRefundInAnimalType0:
    if value in ADMIN_REFUND_IN_ANIMAL_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ADMIN_REFUND_IN_ANIMAL_TYPE_0_VALUES!r}")
