CREATE TABLE judges (
    id uuid PRIMARY KEY,
    contest_id uuid NOT NULL REFERENCES contests,
    user_id uuid NOT NULL,
    number integer NOT NULL,
    state varchar(10) NOT NULL,
    seed varchar(64) NOT NULL,
    invited_by uuid NOT NULL,
    invited_at timestamptz NOT NULL,
    answered_at timestamptz,
    set_aside varchar(20),
    CONSTRAINT judges_state_check CHECK (state IN ('invited', 'accepted', 'declined', 'removed')),
    CONSTRAINT judges_invited_by_check CHECK (invited_by <> user_id),
    CONSTRAINT judges_contest_id_user_id_key UNIQUE (contest_id, user_id),
    CONSTRAINT judges_contest_id_number_key UNIQUE (contest_id, number)
);
CREATE INDEX judges_user_id_id_idx ON judges (user_id, id);
