CREATE TABLE transfers (
    id UUID NOT NULL,
    kind VARCHAR NOT NULL,
    currency VARCHAR NOT NULL,
    purpose VARCHAR,
    reference_id UUID,
    initiated_by UUID,
    description VARCHAR NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT transfers_pkey PRIMARY KEY (id),
    CONSTRAINT transfers_kind_check CHECK (kind IN (
        'credit', 'correction', 'transfer', 'hold', 'capture', 'release', 'charge', 'reward', 'debt',
        'debt_paid', 'debt_given_up', 'deposit', 'refund', 'refund_outside', 'refund_returned', 'withdrawal',
        'withdrawal_returned', 'dispute', 'dispute_won', 'dispute_lost', 'dispute_settled', 'proceeds_kept',
        'fees'
    ))
);
CREATE UNIQUE INDEX transfers_reference_id_kind_purpose_key ON transfers (reference_id, kind, purpose)
NULLS NOT DISTINCT WHERE reference_id IS NOT NULL;

CREATE TABLE entries (
    transfer_id UUID NOT NULL,
    account_id UUID NOT NULL,
    amount BIGINT NOT NULL,
    balance_after BIGINT,
    posted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT entries_pkey PRIMARY KEY (transfer_id, account_id),
    CONSTRAINT entries_amount_check CHECK (amount <> 0),
    CONSTRAINT entries_transfer_id_fkey FOREIGN KEY(transfer_id) REFERENCES transfers (id),
    CONSTRAINT entries_account_id_fkey FOREIGN KEY(account_id) REFERENCES accounts (id)
);
CREATE UNIQUE INDEX entries_account_id_posted_at_key ON entries (account_id, posted_at)
WHERE balance_after IS NOT NULL;

-- Entries that do not balance are refused, and what was posted cannot be changed.
CREATE FUNCTION refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM posted GROUP BY transfer_id HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'entries of a transfer must sum to zero' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'entries_balanced';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER entries_balanced AFTER INSERT ON entries REFERENCING NEW TABLE AS posted
FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entries
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER transfers_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transfers
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
