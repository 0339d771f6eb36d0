CREATE TABLE suspicions (
    id uuid PRIMARY KEY,
    contest_id uuid NOT NULL REFERENCES contests,
    kind varchar(20) NOT NULL,
    key varchar(64) NOT NULL,
    entry_ids uuid[] NOT NULL,
    judge_ids uuid[] NOT NULL,
    evidence jsonb NOT NULL,
    state varchar(10) NOT NULL,
    raised_at timestamptz NOT NULL,
    decided_by uuid,
    decided_at timestamptz,
    note text,
    CONSTRAINT suspicions_state_check CHECK (state IN ('open', 'cleared', 'upheld')),
    CONSTRAINT suspicions_kind_check CHECK (
        kind IN ('linked_accounts', 'wash_trade', 'partial_weigher', 'judges_agree')
    ),
    CONSTRAINT suspicions_decided_check CHECK ((state = 'open') = (num_nulls(decided_by, decided_at, note) = 3)),
    CONSTRAINT suspicions_contest_id_kind_key_key UNIQUE (contest_id, kind, key)
);
CREATE INDEX suspicions_contest_id_id_idx ON suspicions (contest_id, id);
CREATE INDEX suspicions_open_idx ON suspicions (contest_id) WHERE state = 'open';
