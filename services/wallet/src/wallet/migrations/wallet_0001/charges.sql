CREATE TABLE charges (
    purpose VARCHAR NOT NULL,
    reference_id UUID NOT NULL,
    payer_id UUID NOT NULL,
    currency VARCHAR NOT NULL,
    amount BIGINT NOT NULL,
    owed BIGINT NOT NULL,
    reason VARCHAR,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT charges_pkey PRIMARY KEY (purpose, reference_id),
    CONSTRAINT charges_amount_check CHECK (amount > 0 AND owed BETWEEN 0 AND amount),
    CONSTRAINT charges_refused_check CHECK (reason IS NULL OR owed = 0)
);
