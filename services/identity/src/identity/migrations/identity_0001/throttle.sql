CREATE TABLE login_failures (
    account bytea NOT NULL,
    origin varchar(45) NOT NULL,
    failures integer NOT NULL,
    last_failed_at timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL,
    CONSTRAINT login_failures_pkey PRIMARY KEY (account, origin),
    CONSTRAINT login_failures_failures_check CHECK (failures > 0)
);
CREATE INDEX login_failures_last_failed_at_idx ON login_failures (last_failed_at);
