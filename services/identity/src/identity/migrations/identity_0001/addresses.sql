CREATE TABLE email_changes (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    email varchar(254) NOT NULL,
    token_digest bytea NOT NULL,
    code_digest bytea NOT NULL,
    tries smallint NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT email_changes_tries_check CHECK (tries BETWEEN 0 AND 5),
    CONSTRAINT email_changes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX email_changes_expires_at_idx ON email_changes (expires_at);
CREATE INDEX email_changes_user_id_id_idx ON email_changes (user_id, id);
