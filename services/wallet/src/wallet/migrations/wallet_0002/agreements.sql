CREATE TABLE agreements (
    purpose VARCHAR NOT NULL,
    id UUID NOT NULL,
    payer_id UUID NOT NULL,
    currency VARCHAR NOT NULL,
    most BIGINT NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT agreements_pkey PRIMARY KEY (purpose, id, payer_id, currency),
    CONSTRAINT agreements_most_check CHECK (most > 0)
);
