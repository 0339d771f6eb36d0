CREATE TABLE debts (
    id UUID NOT NULL,
    purpose VARCHAR NOT NULL,
    reference_id UUID NOT NULL,
    debtor_id UUID NOT NULL,
    currency VARCHAR NOT NULL,
    amount BIGINT NOT NULL,
    taken BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    priority SMALLINT NOT NULL,
    description VARCHAR NOT NULL,
    livestock_id UUID,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT debts_pkey PRIMARY KEY (id),
    CONSTRAINT debts_purpose_reference_id_key UNIQUE (purpose, reference_id),
    CONSTRAINT debts_state_check CHECK (state IN ('frozen', 'owed', 'settled', 'given_up')),
    CONSTRAINT debts_amount_check CHECK (amount >= 0 AND taken BETWEEN 0 AND amount),
    CONSTRAINT debts_settled_check CHECK ((state = 'settled') <= (taken = amount))
);
CREATE INDEX debts_debtor_id_id_idx ON debts (debtor_id, id);
CREATE INDEX debts_open_idx ON debts (debtor_id, currency, priority, id)
WHERE state IN ('frozen', 'owed') AND taken < amount;
