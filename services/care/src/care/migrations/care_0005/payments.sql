ALTER TABLE care_payments ADD COLUMN expires_at timestamptz;

DROP INDEX care_payments_requested_key;
