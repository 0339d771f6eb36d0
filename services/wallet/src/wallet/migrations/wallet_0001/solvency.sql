CREATE TABLE solvency_boughs (
    day DATE NOT NULL,
    currency VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    hash BYTEA NOT NULL,
    sum BIGINT NOT NULL,
    CONSTRAINT solvency_boughs_pkey PRIMARY KEY (day, currency, number)
);

CREATE TABLE solvency_leaves (
    user_id UUID NOT NULL,
    currency VARCHAR NOT NULL,
    day DATE NOT NULL,
    position INTEGER NOT NULL,
    balance BIGINT NOT NULL,
    CONSTRAINT solvency_leaves_pkey PRIMARY KEY (user_id, currency, day),
    CONSTRAINT solvency_leaves_day_currency_position_key UNIQUE (day, currency, position),
    CONSTRAINT solvency_leaves_balance_check CHECK (balance >= 0)
);

CREATE TABLE solvency_roots (
    day DATE NOT NULL,
    currency VARCHAR NOT NULL,
    root BYTEA NOT NULL,
    total BIGINT NOT NULL,
    accounts INTEGER NOT NULL,
    assets JSONB NOT NULL,
    seals BIGINT NOT NULL,
    seal BYTEA NOT NULL,
    previous BYTEA NOT NULL,
    digest BYTEA NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT solvency_roots_pkey PRIMARY KEY (day, currency)
);

CREATE TRIGGER solvency_roots_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON solvency_roots
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
