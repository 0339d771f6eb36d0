from .list_debts import list_debts as list_debts
