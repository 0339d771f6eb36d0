CREATE TABLE emergencies (
    request_id uuid PRIMARY KEY REFERENCES care_requests,
    state varchar(20) NOT NULL,
    raised_at timestamptz NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz,
    CONSTRAINT emergencies_state_check CHECK (state IN ('asking', 'unanswered', 'taken', 'ended')),
    CONSTRAINT emergencies_due_at_check CHECK (state = 'asking' OR due_at IS NULL),
    CONSTRAINT emergencies_attempts_check CHECK (attempts >= 0)
);
CREATE INDEX emergencies_due_at_idx ON emergencies (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX emergencies_state_request_id_idx ON emergencies (state, request_id);

CREATE TABLE emergency_calls (
    request_id uuid NOT NULL REFERENCES emergencies,
    number integer NOT NULL,
    veterinarian_id uuid NOT NULL,
    answer_by timestamptz NOT NULL,
    PRIMARY KEY (request_id, number),
    CONSTRAINT emergency_calls_request_id_veterinarian_id_key UNIQUE (request_id, veterinarian_id)
);
