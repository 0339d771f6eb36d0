CREATE TABLE customers (
    user_id UUID NOT NULL,
    reference VARCHAR(100) NOT NULL,
    preferred VARCHAR(100),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    attempts INTEGER NOT NULL CONSTRAINT customers_attempts_check CHECK (attempts >= 0),
    due_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT customers_pkey PRIMARY KEY (user_id),
    CONSTRAINT customers_reference_key UNIQUE (reference)
);
CREATE INDEX customers_due_at_idx ON customers (due_at) WHERE due_at IS NOT NULL;
