CREATE TABLE care_requests (
    id uuid NOT NULL,
    version integer NOT NULL,
    state varchar(20) NOT NULL,
    livestock_id uuid NOT NULL,
    owner_id uuid,
    service_id uuid NOT NULL,
    service_version integer NOT NULL,
    service_name varchar(100) NOT NULL,
    care_type varchar(20) NOT NULL,
    duration_minutes integer NOT NULL,
    origin varchar(10) NOT NULL,
    source_id uuid,
    requested_by uuid,
    requested_at timestamptz NOT NULL,
    mandatory boolean NOT NULL,
    emergency boolean NOT NULL,
    due_at timestamptz,
    reason text NOT NULL,
    currency varchar(3) NOT NULL,
    list_price bigint NOT NULL,
    quote_version integer NOT NULL,
    estimate bigint NOT NULL,
    medicine_estimate bigint NOT NULL,
    quoted_by uuid,
    allowance bigint NOT NULL,
    funding varchar(10),
    authorised bigint NOT NULL,
    funded_at timestamptz,
    payment_refusal varchar(40),
    accepted_at timestamptz,
    veterinarian_id uuid,
    starts_at timestamptz,
    ends_at timestamptz,
    started_at timestamptz,
    cost bigint NOT NULL,
    medicated boolean NOT NULL,
    end_reason varchar(20),
    ended_at timestamptz,
    CONSTRAINT care_requests_pkey PRIMARY KEY (id),
    CONSTRAINT care_requests_state_check CHECK (state IN ('requested', 'quoted', 'accepted', 'scheduled', 'in_progress', 'completed', 'cancelled', 'declined')),
    CONSTRAINT care_requests_origin_check CHECK (origin IN ('owner', 'staff', 'admin', 'plan', 'follow_up')),
    CONSTRAINT care_requests_funding_check CHECK (funding IN ('hold', 'charge', 'none')),
    CONSTRAINT care_requests_slot_check CHECK (num_nulls(starts_at, ends_at) <> 1 AND starts_at < ends_at),
    CONSTRAINT care_requests_work_check CHECK ((state <> 'scheduled' OR num_nulls(veterinarian_id, starts_at) = 0) AND (state NOT IN ('in_progress', 'completed') OR num_nulls(veterinarian_id, started_at, funding) = 0)),
    CONSTRAINT care_requests_accepted_check CHECK (state NOT IN ('accepted', 'scheduled') OR funding IS NOT NULL),
    CONSTRAINT care_requests_ended_at_check CHECK ((state IN ('requested', 'quoted', 'accepted', 'scheduled', 'in_progress')) = (ended_at IS NULL)),
    CONSTRAINT care_requests_end_reason_check CHECK ((state IN ('cancelled', 'declined')) = (end_reason IS NOT NULL)),
    CONSTRAINT care_requests_mandatory_check CHECK (NOT mandatory OR due_at IS NOT NULL),
    CONSTRAINT care_requests_amounts_check CHECK (least(list_price, estimate, medicine_estimate, allowance, authorised, cost) >= 0),
    CONSTRAINT care_requests_service_id_fkey FOREIGN KEY(service_id) REFERENCES care_services (id)
);

CREATE INDEX care_requests_due_at_idx ON care_requests (due_at) WHERE mandatory AND state IN ('requested', 'quoted');
CREATE INDEX care_requests_livestock_id_idx ON care_requests (livestock_id, id);
CREATE UNIQUE INDEX care_requests_open_key ON care_requests (livestock_id, service_id) WHERE state IN ('requested', 'quoted', 'accepted', 'scheduled', 'in_progress');
CREATE INDEX care_requests_owner_id_idx ON care_requests (owner_id, id);
CREATE UNIQUE INDEX care_requests_source_key ON care_requests (source_id);
CREATE INDEX care_requests_state_idx ON care_requests (state, id);
CREATE INDEX care_requests_veterinarian_id_idx ON care_requests (veterinarian_id, id);

CREATE TABLE care_cost_lines (
    request_id uuid NOT NULL,
    source_id uuid NOT NULL,
    description varchar(200) NOT NULL,
    amount bigint NOT NULL,
    added_at timestamptz NOT NULL,
    added_by uuid NOT NULL,
    CONSTRAINT care_cost_lines_pkey PRIMARY KEY (request_id, source_id),
    CONSTRAINT care_cost_lines_amount_check CHECK (amount >= 0),
    CONSTRAINT care_cost_lines_request_id_fkey FOREIGN KEY(request_id) REFERENCES care_requests (id)
);
