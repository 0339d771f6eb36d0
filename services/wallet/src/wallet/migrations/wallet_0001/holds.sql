CREATE TABLE holds (
    id UUID NOT NULL,
    purpose VARCHAR NOT NULL,
    reference_id UUID NOT NULL,
    user_id UUID NOT NULL,
    payee_ids UUID[] DEFAULT '{}' NOT NULL,
    currency VARCHAR NOT NULL,
    amount BIGINT NOT NULL,
    captured BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    reason VARCHAR,
    description VARCHAR DEFAULT '' NOT NULL,
    funded_by UUID,
    gives_back BOOLEAN DEFAULT false NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT holds_pkey PRIMARY KEY (id),
    CONSTRAINT holds_purpose_reference_id_key UNIQUE (purpose, reference_id),
    CONSTRAINT holds_state_check CHECK (state IN ('placed', 'captured', 'released', 'expired', 'refused')),
    CONSTRAINT holds_amount_check CHECK (amount > 0 OR (amount = 0 AND state = 'refused')),
    CONSTRAINT holds_captured_within_check CHECK (captured BETWEEN 0 AND amount),
    CONSTRAINT holds_captured_check CHECK ((state = 'captured') = (captured > 0)),
    CONSTRAINT holds_gives_back_check CHECK (NOT gives_back OR payee_ids = '{}')
);
CREATE INDEX holds_expires_at_idx ON holds (expires_at) WHERE state = 'placed';
CREATE INDEX holds_funded_by_idx ON holds (funded_by) WHERE funded_by IS NOT NULL;
CREATE INDEX holds_user_id_idx ON holds (user_id) WHERE state = 'placed';
