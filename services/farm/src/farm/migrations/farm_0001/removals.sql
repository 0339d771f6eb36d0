CREATE TABLE removals (
    id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    version integer DEFAULT '1' NOT NULL,
    state varchar(20) NOT NULL,
    reason text NOT NULL,
    transport text,
    wished_on date NOT NULL,
    requested_at timestamptz NOT NULL,
    scheduled_on date,
    fee_minor bigint,
    currency char(3),
    rejection text,
    decided_at timestamptz,
    decided_by uuid,
    ended_at timestamptz,
    CONSTRAINT removals_pkey PRIMARY KEY (id),
    CONSTRAINT removals_state_check CHECK (CASE
        WHEN state IN ('scheduled', 'completed') THEN num_nulls(scheduled_on, fee_minor, currency) = 0
        WHEN state = 'rejected' THEN rejection IS NOT NULL
        ELSE state IN ('requested', 'cancelled') END),
    CONSTRAINT removals_ended_at_check CHECK ((state IN ('requested', 'scheduled')) = (ended_at IS NULL)),
    CONSTRAINT removals_fee_minor_check CHECK (fee_minor >= 0),
    CONSTRAINT removals_livestock_id_fkey FOREIGN KEY(livestock_id) REFERENCES livestock (id)
);

CREATE UNIQUE INDEX removals_open_key ON removals (livestock_id) WHERE state IN ('requested', 'scheduled');
CREATE INDEX removals_owner_id_id_idx ON removals (owner_id, id);
CREATE INDEX removals_state_id_idx ON removals (state, id);
