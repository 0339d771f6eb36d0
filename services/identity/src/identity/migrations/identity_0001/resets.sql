CREATE TABLE password_resets (
    user_id uuid PRIMARY KEY,
    token_digest bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT password_resets_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT password_resets_token_digest_key UNIQUE (token_digest)
);
CREATE INDEX password_resets_expires_at_idx ON password_resets (expires_at);
