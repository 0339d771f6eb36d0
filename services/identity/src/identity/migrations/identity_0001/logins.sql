CREATE TABLE login_challenges (
    user_id uuid NOT NULL,
    digest bytea PRIMARY KEY,
    password_digest bytea NOT NULL,
    wrong smallint NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT login_challenges_wrong_check CHECK (wrong BETWEEN 0 AND 5),
    CONSTRAINT login_challenges_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX login_challenges_expires_at_idx ON login_challenges (expires_at);
CREATE INDEX login_challenges_user_id_idx ON login_challenges (user_id);
