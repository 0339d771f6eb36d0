from typing import Literal

MedicineInAntimicrobialClassType0 = Literal[
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

MEDICINE_IN_ANTIMICROBIAL_CLASS_TYPE_0_VALUES: set[MedicineInAntimicrobialClassType0] = {
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


def check_medicine_in_antimicrobial_class_type_0(value: str) -> MedicineInAntimicrobialClassType0:
    if value in MEDICINE_IN_ANTIMICROBIAL_CLASS_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MEDICINE_IN_ANTIMICROBIAL_CLASS_TYPE_0_VALUES!r}")
