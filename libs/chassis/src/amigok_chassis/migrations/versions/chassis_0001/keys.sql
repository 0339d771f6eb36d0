CREATE TABLE data_keys (
    id smallint PRIMARY KEY,
    sealed bytea NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT data_keys_only_one_check CHECK (id = 1)
);
