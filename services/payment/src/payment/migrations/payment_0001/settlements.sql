CREATE TABLE settlement_movements (
    provider VARCHAR NOT NULL,
    external_id VARCHAR NOT NULL,
    subject VARCHAR,
    reference VARCHAR NOT NULL,
    amount BIGINT NOT NULL,
    fee BIGINT NOT NULL,
    currency VARCHAR NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT settlement_movements_pkey PRIMARY KEY (provider, external_id)
);
CREATE INDEX settlement_movements_provider_at_idx ON settlement_movements (provider, at);
CREATE INDEX settlement_movements_provider_reference_idx ON settlement_movements (provider, reference);

CREATE TABLE settlement_days (
    provider VARCHAR NOT NULL,
    day DATE NOT NULL,
    next_run_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT settlement_days_pkey PRIMARY KEY (provider, day)
);
CREATE INDEX settlement_days_due_idx ON settlement_days (next_run_at) WHERE next_run_at IS NOT NULL;

CREATE TABLE settlements (
    id UUID NOT NULL,
    provider VARCHAR NOT NULL,
    day DATE NOT NULL,
    currency VARCHAR NOT NULL,
    gross BIGINT NOT NULL,
    fees BIGINT NOT NULL,
    net BIGINT NOT NULL,
    movements INTEGER NOT NULL,
    differences INTEGER NOT NULL,
    moving INTEGER NOT NULL,
    reconciled_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT settlements_pkey PRIMARY KEY (id),
    CONSTRAINT settlements_provider_day_currency_key UNIQUE (provider, day, currency),
    CONSTRAINT settlements_net_check CHECK (net = gross - fees)
);
CREATE INDEX settlements_day_id_idx ON settlements (day, id);

CREATE TABLE settlement_differences (
    id UUID NOT NULL,
    settlement_id UUID NOT NULL,
    kind VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    reference VARCHAR NOT NULL,
    our_id UUID,
    our_state VARCHAR,
    expected BIGINT NOT NULL,
    found BIGINT NOT NULL,
    CONSTRAINT settlement_differences_pkey PRIMARY KEY (id),
    CONSTRAINT settlement_differences_kind_check CHECK (kind IN ('missing_here', 'missing_there', 'amount', 'state')),
    CONSTRAINT settlement_differences_our_id_check CHECK ((kind = 'missing_here') = (our_id IS NULL)),
    CONSTRAINT settlement_differences_settlement_id_fkey FOREIGN KEY(settlement_id) REFERENCES settlements (id)
);
CREATE INDEX settlement_differences_settlement_id_id_idx ON settlement_differences (settlement_id, id);
