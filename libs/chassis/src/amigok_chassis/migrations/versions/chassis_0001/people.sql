CREATE TABLE user_standings (
    user_id uuid PRIMARY KEY,
    version bigint NOT NULL,
    role varchar NOT NULL,
    status varchar NOT NULL,
    verified boolean NOT NULL,
    kyc varchar NOT NULL,
    registered_at timestamptz NOT NULL,
    credentials_changed_at timestamptz,
    decides_from timestamptz NOT NULL
);

CREATE TABLE proposals (
    id uuid PRIMARY KEY,
    kind varchar(60) NOT NULL,
    subject_id uuid NOT NULL,
    payload jsonb NOT NULL,
    beneficiaries uuid[] NOT NULL,
    state varchar(10) NOT NULL,
    alone boolean NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    decided_by uuid,
    decided_at timestamptz,
    note varchar(500) NOT NULL,
    CONSTRAINT proposals_state_check CHECK (state IN ('open', 'approved', 'rejected', 'withdrawn')),
    CONSTRAINT proposals_decided_check CHECK ((state IN ('approved', 'rejected')) = (decided_by IS NOT NULL)),
    CONSTRAINT proposals_closed_check CHECK ((state = 'open') = (decided_at IS NULL)),
    CONSTRAINT proposals_four_eyes_check CHECK (decided_by <> proposed_by OR alone OR state = 'rejected'),
    CONSTRAINT proposals_own_behalf_check CHECK (
        proposed_by <> ALL (beneficiaries) AND decided_by <> ALL (beneficiaries)
    )
);
CREATE INDEX proposals_state_id_idx ON proposals (state, id);
CREATE INDEX proposals_subject_id_idx ON proposals (subject_id, id);
CREATE INDEX proposals_open_idx ON proposals (id) WHERE state = 'open';
