from typing import Literal

TaskRuleChangeEvidenceItem = Literal["camera", "checkup", "meal", "treatment", "vaccination", "weighing"]

TASK_RULE_CHANGE_EVIDENCE_ITEM_VALUES: set[TaskRuleChangeEvidenceItem] = {
    "camera",
    "checkup",
    "meal",
    "treatment",
    "vaccination",
    "weighing",
}


def check_task_rule_change_evidence_item(value: str) -> TaskRuleChangeEvidenceItem:
    if value in TASK_RULE_CHANGE_EVIDENCE_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TASK_RULE_CHANGE_EVIDENCE_ITEM_VALUES!r}")
