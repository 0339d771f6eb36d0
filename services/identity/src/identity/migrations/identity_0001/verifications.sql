CREATE TABLE verifications (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    token_digest bytea NOT NULL,
    code_digest bytea NOT NULL,
    username varchar(30) NOT NULL,
    full_name varchar(200),
    role varchar(20) NOT NULL,
    password_hash text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT verifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
    CONSTRAINT verifications_token_digest_key UNIQUE (token_digest)
);
CREATE INDEX verifications_expires_at_idx ON verifications (expires_at);
CREATE INDEX verifications_user_id_idx ON verifications (user_id);
