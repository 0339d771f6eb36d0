CREATE TABLE ownership_transfers (
    order_id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    outcome varchar(20) NOT NULL,
    reasons text[] NOT NULL,
    decided_at timestamptz NOT NULL,
    CONSTRAINT ownership_transfers_pkey PRIMARY KEY (order_id),
    CONSTRAINT ownership_transfers_outcome_check CHECK (CASE outcome
        WHEN 'transferred' THEN cardinality(reasons) = 0
        WHEN 'refused' THEN cardinality(reasons) > 0
        ELSE false END)
);
