CREATE TABLE factor_guesses (
    user_id uuid NOT NULL,
    kind varchar(20) NOT NULL,
    wrong integer NOT NULL,
    blocked_until timestamptz,
    CONSTRAINT factor_guesses_pkey PRIMARY KEY (user_id, kind),
    CONSTRAINT factor_guesses_kind_check CHECK (kind IN ('code', 'recovery_code')),
    CONSTRAINT factor_guesses_wrong_check CHECK (wrong >= 0),
    CONSTRAINT factor_guesses_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE TABLE recovery_codes (
    user_id uuid NOT NULL,
    digest bytea NOT NULL,
    CONSTRAINT recovery_codes_pkey PRIMARY KEY (user_id, digest),
    CONSTRAINT recovery_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE TABLE totps (
    user_id uuid PRIMARY KEY,
    sealed bytea NOT NULL,
    created_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    last_step bigint NOT NULL,
    CONSTRAINT totps_confirmed_check CHECK (confirmed_at IS NULL OR last_step > 0),
    CONSTRAINT totps_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
