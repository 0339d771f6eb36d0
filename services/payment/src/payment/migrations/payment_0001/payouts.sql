CREATE TABLE payouts (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    amount BIGINT NOT NULL,
    currency VARCHAR NOT NULL,
    method VARCHAR NOT NULL,
    provider VARCHAR NOT NULL,
    destination BYTEA,
    state VARCHAR NOT NULL,
    reason VARCHAR,
    reference VARCHAR,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    attempts INTEGER NOT NULL CONSTRAINT payouts_attempts_check CHECK (attempts >= 0),
    due_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT payouts_pkey PRIMARY KEY (id),
    CONSTRAINT payouts_state_check CHECK (state IN ('requested', 'unknown', 'processing', 'completed', 'failed', 'paid_after_all', 'returned')),
    CONSTRAINT payouts_amount_check CHECK (amount > 0),
    CONSTRAINT payouts_ended_check CHECK ((ended_at IS NOT NULL) = (state IN ('completed', 'failed', 'paid_after_all', 'returned'))),
    CONSTRAINT payouts_destination_check CHECK ((destination IS NULL) = (ended_at IS NOT NULL)),
    CONSTRAINT payouts_reason_check CHECK ((reason IS NOT NULL) = (state IN ('failed', 'returned'))),
    CONSTRAINT payouts_provider_reference_key UNIQUE (provider, reference),
    CONSTRAINT payouts_due_check CHECK (due_at IS NULL OR ended_at IS NULL OR state IN ('failed', 'paid_after_all'))
);
CREATE INDEX payouts_due_at_idx ON payouts (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX payouts_state_id_idx ON payouts (state, id);
