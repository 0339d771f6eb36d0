CREATE TABLE deaths (
    id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    owner_id uuid,
    state varchar(20) NOT NULL,
    cause text NOT NULL,
    evidence text,
    died_at timestamptz NOT NULL,
    value_minor bigint NOT NULL,
    currency char(3) NOT NULL,
    reported_at timestamptz NOT NULL,
    reported_by uuid NOT NULL,
    findings text,
    confirmed_at timestamptz,
    confirmed_by uuid,
    reverted_at timestamptz,
    reverted_by uuid,
    reversion text,
    CONSTRAINT deaths_pkey PRIMARY KEY (id),
    CONSTRAINT deaths_state_check CHECK (CASE state
        WHEN 'reported' THEN num_nonnulls(confirmed_at, confirmed_by, reverted_at, reverted_by) = 0
        WHEN 'confirmed' THEN num_nulls(confirmed_at, confirmed_by, findings) = 0 AND reverted_at IS NULL
        WHEN 'reverted' THEN num_nulls(reverted_at, reverted_by, reversion) = 0
        ELSE false END),
    CONSTRAINT deaths_died_at_check CHECK (died_at <= reported_at),
    CONSTRAINT deaths_value_minor_check CHECK (value_minor >= 0),
    CONSTRAINT deaths_livestock_id_fkey FOREIGN KEY(livestock_id) REFERENCES livestock (id)
);

CREATE UNIQUE INDEX deaths_standing_key ON deaths (livestock_id) WHERE state <> 'reverted';
