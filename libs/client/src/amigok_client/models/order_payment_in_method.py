from typing import Literal

OrderPaymentInMethod = Literal["bank_transfer", "card", "crypto", "paypal", "wallet"]

ORDER_PAYMENT_IN_METHOD_VALUES: set[OrderPaymentInMethod] = {
    "bank_transfer",
    "card",
    "crypto",
    "paypal",
    "wallet",
}


def check_order_payment_in_method(value: str) -> OrderPaymentInMethod:
    if value in ORDER_PAYMENT_IN_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_PAYMENT_IN_METHOD_VALUES!r}")
