CREATE TABLE proofs (
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    transfers BIGINT NOT NULL,
    entries BIGINT NOT NULL,
    differences JSONB NOT NULL,
    CONSTRAINT proofs_pkey PRIMARY KEY (made_at)
);
