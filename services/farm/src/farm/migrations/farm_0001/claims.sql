CREATE TABLE insurance_claims (
    id uuid NOT NULL,
    death_id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    state varchar(20) NOT NULL,
    asked_minor bigint NOT NULL,
    payout_minor bigint,
    currency char(3) NOT NULL,
    statement text,
    requested_at timestamptz NOT NULL,
    rejection text,
    decided_at timestamptz,
    decided_by uuid,
    CONSTRAINT insurance_claims_pkey PRIMARY KEY (id),
    CONSTRAINT insurance_claims_state_check CHECK (CASE state
        WHEN 'requested' THEN num_nonnulls(payout_minor, rejection, decided_at, decided_by) = 0
        WHEN 'approved' THEN num_nulls(payout_minor, decided_at, decided_by) = 0 AND rejection IS NULL
        WHEN 'rejected' THEN num_nulls(rejection, decided_at, decided_by) = 0 AND payout_minor IS NULL
        ELSE false END),
    CONSTRAINT insurance_claims_asked_minor_check CHECK (asked_minor > 0),
    CONSTRAINT insurance_claims_payout_minor_check CHECK (payout_minor BETWEEN 1 AND asked_minor),
    CONSTRAINT insurance_claims_death_id_fkey FOREIGN KEY(death_id) REFERENCES deaths (id),
    CONSTRAINT insurance_claims_livestock_id_fkey FOREIGN KEY(livestock_id) REFERENCES livestock (id)
);

CREATE INDEX insurance_claims_owner_id_id_idx ON insurance_claims (owner_id, id);
CREATE UNIQUE INDEX insurance_claims_standing_key ON insurance_claims (death_id) WHERE state <> 'rejected';
CREATE INDEX insurance_claims_state_id_idx ON insurance_claims (state, id);
