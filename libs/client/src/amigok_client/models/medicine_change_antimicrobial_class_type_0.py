from typing import Literal

MedicineChangeAntimicrobialClassType0 = Literal[
    "aminoglycosides",
    "amphenicols",
    "cephalosporins_1_2",
    "cephalosporins_3_4",
    "fluoroquinolones",
    "lincosamides",
    "macrolides",
    "other",
    "other_quinolones",
    "penicillins",
    "pleuromutilins",
    "polymyxins",
    "sulfonamides",
    "tetracyclines",
    "trimethoprim",
]

MEDICINE_CHANGE_ANTIMICROBIAL_CLASS_TYPE_0_VALUES: set[MedicineChangeAntimicrobialClassType0] = {
    "aminoglycosides",
    "amphenicols",
    "cephalosporins_1_2",
    "cephalosporins_3_4",
    "fluoroquinolones",
    "lincosamides",
    "macrolides",
    "other",
    "other_quinolones",
    "penicillins",
    "pleuromutilins",
    "polymyxins",
    "sulfonamides",
    "tetracyclines",
    "trimethoprim",
}


def check_medicine_change_antimicrobial_class_type_0(value: str) -> MedicineChangeAntimicrobialClassType0:
    if value in MEDICINE_CHANGE_ANTIMICROBIAL_CLASS_TYPE_0_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {MEDICINE_CHANGE_ANTIMICROBIAL_CLASS_TYPE_0_VALUES!r}"
    )
