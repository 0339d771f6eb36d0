CREATE TABLE care_payments (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    payer_id uuid NOT NULL,
    kind varchar(10) NOT NULL,
    state varchar(10) NOT NULL,
    mandatory boolean NOT NULL,
    currency varchar(3) NOT NULL,
    amount bigint NOT NULL,
    taken bigint NOT NULL,
    reason varchar(40),
    moved_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT care_payments_pkey PRIMARY KEY (id),
    CONSTRAINT care_payments_state_check CHECK (state IN ('asked', 'requested', 'held', 'capturing', 'captured', 'charging', 'charged', 'owed', 'settled', 'refused', 'released', 'withdrawn')),
    CONSTRAINT care_payments_kind_check CHECK (kind IN ('hold', 'charge')),
    CONSTRAINT care_payments_amount_check CHECK (amount > 0 AND taken BETWEEN 0 AND amount),
    CONSTRAINT care_payments_reason_check CHECK ((state IN ('refused', 'released')) = (reason IS NOT NULL)),
    CONSTRAINT care_payments_request_id_fkey FOREIGN KEY(request_id) REFERENCES care_requests (id)
);

CREATE UNIQUE INDEX care_payments_asked_key ON care_payments (request_id) WHERE state = 'asked';
CREATE INDEX care_payments_request_id_id_idx ON care_payments (request_id, id);
CREATE UNIQUE INDEX care_payments_requested_key ON care_payments (request_id) WHERE state = 'requested';
CREATE INDEX care_payments_unpaid_idx ON care_payments (payer_id) WHERE state IN ('owed');
CREATE INDEX care_payments_waiting_idx ON care_payments (moved_at) WHERE state IN ('requested', 'capturing', 'charging');
