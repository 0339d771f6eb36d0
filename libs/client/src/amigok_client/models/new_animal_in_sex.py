from typing import Literal

NewAnimalInSex = Literal["female", "male"]

NEW_ANIMAL_IN_SEX_VALUES: set[NewAnimalInSex] = {
    "female",
    "male",
}


def check_new_animal_in_sex(value: str) -> NewAnimalInSex:
    if value in NEW_ANIMAL_IN_SEX_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_ANIMAL_IN_SEX_VALUES!r}")
