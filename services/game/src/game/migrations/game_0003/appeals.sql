CREATE TABLE appeals (
    id uuid PRIMARY KEY,
    contest_id uuid NOT NULL REFERENCES contests,
    entry_id uuid NOT NULL REFERENCES entries,
    entrant_id uuid NOT NULL,
    result_number integer NOT NULL,
    state varchar(10) NOT NULL,
    text text NOT NULL,
    filed_at timestamptz NOT NULL,
    decided_by uuid,
    decided_at timestamptz,
    reason text,
    CONSTRAINT appeals_state_check CHECK (state IN ('open', 'upheld', 'rejected', 'withdrawn')),
    CONSTRAINT appeals_decided_check CHECK ((state IN ('upheld', 'rejected')) = (num_nulls(decided_by, reason) = 0)),
    CONSTRAINT appeals_closed_check CHECK ((state = 'open') = (decided_at IS NULL)),
    CONSTRAINT appeals_own_behalf_check CHECK (decided_by <> entrant_id),
    CONSTRAINT appeals_entry_id_result_number_key UNIQUE (entry_id, result_number)
);
CREATE INDEX appeals_contest_id_id_idx ON appeals (contest_id, id);
CREATE INDEX appeals_entrant_id_id_idx ON appeals (entrant_id, id);
CREATE INDEX appeals_open_idx ON appeals (contest_id) WHERE state = 'open';
