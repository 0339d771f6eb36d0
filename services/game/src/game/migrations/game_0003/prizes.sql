CREATE TABLE awards (
    id uuid PRIMARY KEY,
    contest_id uuid NOT NULL REFERENCES contests,
    entry_id uuid NOT NULL REFERENCES entries,
    livestock_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    rank integer NOT NULL,
    item integer NOT NULL,
    kind varchar(20) NOT NULL,
    amount bigint,
    currency varchar(3),
    what varchar(200),
    percent integer,
    state varchar(10) NOT NULL,
    reason varchar(20),
    transfer_id uuid,
    planned_at timestamptz NOT NULL,
    moved_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz,
    CONSTRAINT awards_state_check CHECK (
        state IN ('agreeing', 'due', 'withheld', 'requested', 'paid', 'granted', 'forfeited')
    ),
    CONSTRAINT awards_amount_check CHECK ((kind = 'cash') = (num_nulls(amount, currency) = 0) AND amount > 0),
    CONSTRAINT awards_what_check CHECK ((kind = 'cash') = (what IS NULL)),
    CONSTRAINT awards_reason_check CHECK ((state IN ('withheld', 'forfeited')) = (reason IS NOT NULL)),
    CONSTRAINT awards_transfer_check CHECK ((state = 'paid') = (transfer_id IS NOT NULL)),
    CONSTRAINT awards_due_at_check CHECK (state IN ('due', 'withheld') OR due_at IS NULL),
    CONSTRAINT awards_attempts_check CHECK (attempts >= 0),
    CONSTRAINT awards_contest_id_rank_livestock_id_item_key UNIQUE (contest_id, rank, livestock_id, item)
);
CREATE INDEX awards_due_at_idx ON awards (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX awards_owner_id_id_idx ON awards (owner_id, id);
CREATE INDEX awards_requested_idx ON awards (moved_at) WHERE state = 'requested';

CREATE TABLE entitlements (
    id uuid PRIMARY KEY REFERENCES awards,
    owner_id uuid NOT NULL,
    granted_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    code_digest varchar(64) UNIQUE,
    code_issued_at timestamptz,
    CONSTRAINT entitlements_code_check CHECK (num_nulls(code_digest, code_issued_at) IN (0, 2))
);
CREATE INDEX entitlements_owner_id_id_idx ON entitlements (owner_id, id);
