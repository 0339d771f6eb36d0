CREATE TABLE deposits (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    currency VARCHAR NOT NULL,
    amount BIGINT NOT NULL,
    method VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT deposits_pkey PRIMARY KEY (id),
    CONSTRAINT deposits_state_check CHECK (state IN ('requested', 'failed', 'completed')),
    CONSTRAINT deposits_amount_check CHECK (amount > 0),
    CONSTRAINT deposits_method_check CHECK (method IN ('card', 'bank_transfer', 'crypto', 'paypal'))
);
CREATE INDEX deposits_user_id_id_idx ON deposits (user_id, id);
