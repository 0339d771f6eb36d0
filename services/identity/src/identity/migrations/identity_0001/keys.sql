CREATE TABLE signing_keys (
    kid varchar(43) PRIMARY KEY,
    algorithm varchar(10) NOT NULL,
    public_jwk text NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamptz NOT NULL,
    signs_from timestamptz NOT NULL,
    retired_at timestamptz,
    CONSTRAINT signing_keys_retired_check CHECK (retired_at > signs_from)
);
CREATE UNIQUE INDEX signing_keys_current_key ON signing_keys (algorithm) WHERE retired_at IS NULL;
