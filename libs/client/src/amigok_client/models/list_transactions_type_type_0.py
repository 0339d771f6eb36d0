from typing import Literal

ListTransactionsTypeType0 = Literal[
    "charge",
    "correction",
    "credit",
    "debt",
    "debt_given_up",
    "debt_paid",
    "deposit",
    "dispute_lost",
    "earning",
    "hold",
    "proceeds_kept",
    "purchase",
    "refund",
    "refund_returned",
    "release",
    "reward",
    "sale",
    "transfer_in",
    "transfer_out",
    "withdrawal",
    "withdrawal_returned",
]

LIST_TRANSACTIONS_TYPE_TYPE_0_VALUES: set[ListTransactionsTypeType0] = {
    "charge",
    "correction",
    "credit",
    "debt",
    "debt_given_up",
    "debt_paid",
    "deposit",
    "dispute_lost",
    "earning",
    "hold",
    "proceeds_kept",
    "purchase",
    "refund",
    "refund_returned",
    "release",
    "reward",
    "sale",
    "transfer_in",
    "transfer_out",
    "withdrawal",
    "withdrawal_returned",
}


def check_list_transactions_type_type_0(value: str) -> ListTransactionsTypeType0:
    if value in LIST_TRANSACTIONS_TYPE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_TRANSACTIONS_TYPE_TYPE_0_VALUES!r}")
