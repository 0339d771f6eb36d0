CREATE TABLE phone_verifications (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    phone varchar(16) NOT NULL,
    code_digest bytea NOT NULL,
    tries smallint NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT phone_verifications_tries_check CHECK (tries BETWEEN 0 AND 5),
    CONSTRAINT phone_verifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX phone_verifications_expires_at_idx ON phone_verifications (expires_at);
CREATE INDEX phone_verifications_user_id_id_idx ON phone_verifications (user_id, id);
