CREATE TABLE coin_accounts (
    owner_id uuid PRIMARY KEY REFERENCES players,
    balance bigint NOT NULL,
    moved_at timestamptz NOT NULL,
    CONSTRAINT coin_accounts_balance_check CHECK (balance >= 0)
);

CREATE TABLE coin_transfers (
    id uuid PRIMARY KEY,
    kind varchar(20) NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX coin_transfers_created_at_idx ON coin_transfers (created_at);

CREATE TABLE coin_entries (
    transfer_id uuid NOT NULL REFERENCES coin_transfers,
    account_id uuid NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT coin_entries_amount_check CHECK (amount <> 0),
    PRIMARY KEY (transfer_id, account_id)
);
CREATE INDEX coin_entries_account_id_transfer_id_idx ON coin_entries (account_id, transfer_id);

-- The book is only added to: an entry is never changed or taken out.
CREATE FUNCTION refuse_coin_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the book of coins is append-only';
END
$$;

CREATE TRIGGER coin_entries_append_only BEFORE UPDATE OR DELETE ON coin_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_coin_change();
CREATE TRIGGER coin_transfers_append_only BEFORE UPDATE OR DELETE ON coin_transfers
    FOR EACH ROW EXECUTE FUNCTION refuse_coin_change();

-- Each statement adds whole transfers: their entries sum to zero, whatever code has written them.
CREATE FUNCTION require_balanced_coins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM coin_entries WHERE transfer_id IN (SELECT DISTINCT transfer_id FROM added)
        GROUP BY transfer_id HAVING sum(amount) <> 0
    ) THEN
        RAISE EXCEPTION 'the entries of a transfer of coins do not sum to zero';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER coin_entries_sum_to_zero AFTER INSERT ON coin_entries
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_balanced_coins();
