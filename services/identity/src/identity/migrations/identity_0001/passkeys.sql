CREATE TABLE passkey_challenges (
    user_id uuid,
    digest bytea PRIMARY KEY,
    purpose varchar(20) NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT passkey_challenges_purpose_check CHECK (purpose IN ('register', 'login', 'second_factor', 'step_up')),
    CONSTRAINT passkey_challenges_user_id_check CHECK ((user_id IS NULL) = (purpose = 'login')),
    CONSTRAINT passkey_challenges_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX passkey_challenges_expires_at_idx ON passkey_challenges (expires_at);
CREATE INDEX passkey_challenges_user_id_idx ON passkey_challenges (user_id);

CREATE TABLE passkeys (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    credential_id bytea NOT NULL,
    public_key bytea NOT NULL,
    sign_count bigint NOT NULL,
    transports varchar(20)[] NOT NULL,
    name varchar(60) NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz,
    CONSTRAINT passkeys_credential_id_check CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
    CONSTRAINT passkeys_public_key_check CHECK (octet_length(public_key) BETWEEN 1 AND 1024),
    CONSTRAINT passkeys_sign_count_check CHECK (sign_count >= 0),
    CONSTRAINT passkeys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT passkeys_credential_id_key UNIQUE (credential_id)
);
CREATE INDEX passkeys_user_id_id_idx ON passkeys (user_id, id);
