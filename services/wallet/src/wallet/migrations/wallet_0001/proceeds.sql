CREATE TABLE proceeds (
    id UUID NOT NULL,
    purpose VARCHAR NOT NULL,
    reference_id UUID NOT NULL,
    payment_id UUID NOT NULL,
    payee_id UUID NOT NULL,
    currency VARCHAR NOT NULL,
    amount BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    release_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT proceeds_pkey PRIMARY KEY (id),
    CONSTRAINT proceeds_purpose_reference_id_payee_id_key UNIQUE (purpose, reference_id, payee_id),
    CONSTRAINT proceeds_state_check CHECK (state IN ('waiting', 'released', 'kept'))
);
CREATE INDEX proceeds_waiting_idx ON proceeds (release_at) WHERE state = 'waiting';

CREATE TABLE sellers (
    user_id UUID NOT NULL,
    sales INTEGER NOT NULL,
    CONSTRAINT sellers_pkey PRIMARY KEY (user_id)
);
