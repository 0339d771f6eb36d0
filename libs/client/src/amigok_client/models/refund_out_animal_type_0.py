from typing import Literal

RefundOutAnimalType0 = Literal["returns", "stays"]

REFUND_OUT_ANIMAL_TYPE_0_VALUES: set[RefundOutAnimalType0] = {
    "returns",
    "stays",
}


def check_refund_out_animal_type_0(value: str) -> RefundOutAnimalType0:
    if value in REFUND_OUT_ANIMAL_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REFUND_OUT_ANIMAL_TYPE_0_VALUES!r}")
