from typing import Literal

TaskRuleOutEvidenceItem = Literal["camera", "checkup", "meal", "treatment", "vaccination", "weighing"]

TASK_RULE_OUT_EVIDENCE_ITEM_VALUES: set[TaskRuleOutEvidenceItem] = {
    "camera",
    "checkup",
    "meal",
    "treatment",
    "vaccination",
    "weighing",
}


def check_task_rule_out_evidence_item(value: str) -> TaskRuleOutEvidenceItem:
    if value in TASK_RULE_OUT_EVIDENCE_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TASK_RULE_OUT_EVIDENCE_ITEM_VALUES!r}")
