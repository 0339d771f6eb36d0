CREATE TABLE settlement_fees (
    settlement_id UUID NOT NULL,
    version BIGINT NOT NULL,
    fees BIGINT NOT NULL,
    CONSTRAINT settlement_fees_pkey PRIMARY KEY (settlement_id)
);
