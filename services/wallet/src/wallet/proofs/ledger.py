"""What holds of the ledger at rest. The hourly proof looks at it, and `amigok check`."""

from amigok_chassis.invariants import Holds

_CHECKS = {
    "transfer_sums_to_zero": "SELECT transfer_id AS id, 0 AS expected, sum(amount)::bigint AS found FROM entries "
    "GROUP BY transfer_id HAVING sum(amount) <> 0",
    "balance_equals_entries": "SELECT a.id, coalesce(sum(e.amount), 0)::bigint AS expected, a.balance AS found "
    "FROM accounts a LEFT JOIN entries e ON e.account_id = a.id WHERE a.balance IS NOT NULL "
    "GROUP BY a.id HAVING a.balance <> coalesce(sum(e.amount), 0)",
    "balance_follows_the_one_before": "SELECT account_id AS id, expected::bigint, balance_after AS found FROM ("
    "SELECT account_id, balance_after, amount + coalesce(lag(balance_after) OVER account, 0) AS expected "
    "FROM entries WHERE balance_after IS NOT NULL WINDOW account AS (PARTITION BY account_id ORDER BY posted_at)"
    ") AS lines WHERE balance_after <> expected",
    "held_equals_holds": "SELECT a.id, (coalesce(h.amount, 0) + coalesce(d.taken, 0))::bigint AS expected, "
    "a.balance AS found FROM accounts a "
    "LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM holds "
    "WHERE user_id = a.owner_id AND currency = a.currency AND state = 'placed') h ON true "
    "LEFT JOIN LATERAL (SELECT sum(taken) AS taken FROM debts "
    "WHERE debtor_id = a.owner_id AND currency = a.currency AND state = 'frozen') d ON true "
    "WHERE a.kind = 'held' AND a.balance <> coalesce(h.amount, 0) + coalesce(d.taken, 0)",
    "hold_within_bounds": "SELECT id, amount AS expected, captured AS found FROM holds "
    "WHERE captured NOT BETWEEN 0 AND amount OR (state = 'captured') <> (captured > 0)",
    "withdrawal_is_held": "SELECT w.id, w.amount AS expected, coalesce(h.amount, 0) AS found FROM withdrawals w "
    "LEFT JOIN holds h ON h.purpose = 'wallet.withdrawal' AND h.reference_id = w.id AND h.state = 'placed' "
    "WHERE w.state IN ('requested', 'approved_once', 'approved') AND h.amount IS DISTINCT FROM w.amount",
    "disputes_equal_chargebacks": "SELECT a.id, -coalesce(d.amount, 0)::bigint AS expected, "
    "coalesce(e.amount, 0)::bigint AS found FROM accounts a "
    "LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM entries WHERE account_id = a.id) e ON true "
    "LEFT JOIN LATERAL (SELECT sum(charged_back) AS amount FROM disputes "
    "WHERE charged_back_currency = a.currency AND state = 'opened') d ON true "
    "WHERE a.kind = 'disputes' AND coalesce(e.amount, 0) <> -coalesce(d.amount, 0)",
    "owed_equals_remainders": "SELECT a.id, coalesce(sum(d.amount - d.taken), 0)::bigint AS expected, "
    "a.owed AS found FROM accounts a LEFT JOIN debts d ON d.debtor_id = a.owner_id AND d.currency = a.currency "
    "AND d.state IN ('frozen', 'owed') WHERE a.kind = 'available' "
    "GROUP BY a.id HAVING a.owed <> coalesce(sum(d.amount - d.taken), 0)",
    "receivable_equals_debts": "SELECT a.id, -coalesce(sum(d.amount - d.taken), 0)::bigint AS expected, "
    "a.balance AS found FROM accounts a LEFT JOIN debts d ON d.debtor_id = a.owner_id AND d.currency = a.currency "
    "AND d.state = 'owed' WHERE a.kind = 'receivable' "
    "GROUP BY a.id HAVING a.balance <> -coalesce(sum(d.amount - d.taken), 0)",
    "debt_has_an_account": "SELECT d.id, d.amount - d.taken AS expected, 0 AS found FROM debts d "
    "WHERE d.state = 'owed' AND NOT EXISTS (SELECT FROM accounts a "
    "WHERE a.owner_id = d.debtor_id AND a.currency = d.currency AND a.kind = 'receivable')",
    "charge_was_posted": "SELECT c.reference_id AS id, (c.reason IS NULL)::int AS expected, "
    "count(t.id)::int AS found FROM charges c LEFT JOIN transfers t "
    "ON t.reference_id = c.reference_id AND t.kind = 'charge' AND t.purpose = c.purpose "
    "GROUP BY c.purpose, c.reference_id HAVING count(t.id) <> (c.reason IS NULL)::int",
}

LEDGER = [Holds(name, sql) for name, sql in _CHECKS.items()]
