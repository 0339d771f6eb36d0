ALTER TABLE care_requests ADD CONSTRAINT care_requests_no_double_booking
    EXCLUDE USING gist (veterinarian_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (state IN ('scheduled', 'in_progress') AND starts_at IS NOT NULL);

CREATE TABLE displacements (
    request_id uuid PRIMARY KEY REFERENCES care_requests,
    veterinarian_id uuid NOT NULL,
    starts_at timestamptz,
    ends_at timestamptz,
    cause varchar(20) NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz,
    CONSTRAINT displacements_cause_check CHECK (cause IN ('absent', 'emergency', 'not_a_veterinarian')),
    CONSTRAINT displacements_attempts_check CHECK (attempts >= 0)
);
CREATE INDEX displacements_due_at_idx ON displacements (due_at) WHERE due_at IS NOT NULL;
