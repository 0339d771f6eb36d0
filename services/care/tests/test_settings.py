"""Care's own settings."""

import pytest
from pydantic import ValidationError

from care.settings import Settings


def test_what_an_emergency_may_cost_is_an_amount_in_each_currency(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().without_asking("EUR") == 50_000
    monkeypatch.setenv("CARE_EMERGENCY_MOST", '{"EUR": "80.50", "GBP": "70", "USD": "0"}')
    settings = Settings()
    assert [settings.without_asking(currency) for currency in ("EUR", "GBP", "USD")] == [8_050, 7_000, 0]


@pytest.mark.parametrize("amounts", ['{"EUR": "1"}', '{"EUR": "-1", "GBP": "1", "USD": "1"}', '{"EUR": "0.001"}'])
def test_other_amounts_are_refused(monkeypatch: pytest.MonkeyPatch, amounts: str) -> None:
    monkeypatch.setenv("CARE_EMERGENCY_MOST", amounts)
    with pytest.raises(ValidationError):
        Settings()
