-- What the wallet does for one transfer, as six statements of one transaction. Accounts in one order: no deadlocks.
\set first random(1, :users)
\set other 1 + (:first + random(0, :users - 2)) % :users
\set lower least(:first, :other)
\set upper greatest(:first, :other)
\set transfer random(1, 9000000000000000000)
BEGIN;
INSERT INTO transfers (id, kind, currency, initiated_by, description, created_at) VALUES (lpad(to_hex(:transfer::bigint), 32, '0')::uuid, 'transfer', 'USD', lpad(to_hex(:first::int), 32, '0')::uuid, 'bench', now());
UPDATE accounts SET balance = balance - 1 WHERE id = lpad(to_hex(:lower::int), 32, '0')::uuid RETURNING balance AS lower_balance \gset
UPDATE accounts SET balance = balance + 1 WHERE id = lpad(to_hex(:upper::int), 32, '0')::uuid RETURNING balance AS upper_balance \gset
INSERT INTO entries (transfer_id, account_id, amount, balance_after, posted_at) VALUES (lpad(to_hex(:transfer::bigint), 32, '0')::uuid, lpad(to_hex(:lower::int), 32, '0')::uuid, -1, :lower_balance::bigint, clock_timestamp());
INSERT INTO entries (transfer_id, account_id, amount, balance_after, posted_at) VALUES (lpad(to_hex(:transfer::bigint), 32, '0')::uuid, lpad(to_hex(:upper::int), 32, '0')::uuid, 1, :upper_balance::bigint, clock_timestamp());
INSERT INTO outbox (id, bucket, type, version, subject, data, traceparent, correlation_id, causation_id, occurred_at) VALUES (gen_random_uuid(), :first::int % 32, 'wallet.transfer.completed', 1, :transfer::bigint::text, '{"transfer_id":"01900000-0000-7000-8000-000000000000","sender_id":"01900000-0000-7000-8000-000000000000","recipient_id":"01900000-0000-7000-8000-000000000000","amount":{"amount":"0.01","currency":"USD"}}', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00', '01900000-0000-7000-8000-000000000000', '', now());
COMMIT;
