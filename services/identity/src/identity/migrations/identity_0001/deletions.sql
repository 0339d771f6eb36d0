CREATE TABLE deletions (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    requested_by uuid NOT NULL,
    requested_at timestamptz NOT NULL,
    was_active boolean NOT NULL,
    answers jsonb NOT NULL,
    state varchar(10) NOT NULL,
    ended_at timestamptz,
    CONSTRAINT deletions_state_check CHECK (state IN ('checking', 'refused', 'done')),
    CONSTRAINT deletions_ended_check CHECK ((state = 'checking') = (ended_at IS NULL)),
    CONSTRAINT deletions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id)
);
CREATE UNIQUE INDEX deletions_open_key ON deletions (user_id) WHERE state = 'checking';
CREATE INDEX deletions_user_id_idx ON deletions (user_id, id);
