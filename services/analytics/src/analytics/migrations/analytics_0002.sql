CREATE TABLE pseudonyms (
    user_id uuid PRIMARY KEY,
    pseudonym uuid UNIQUE
);

CREATE TABLE arrivals (
    position bigint GENERATED ALWAYS AS IDENTITY,
    event_id uuid NOT NULL,
    type text NOT NULL,
    major smallint NOT NULL,
    source text NOT NULL,
    subject text NOT NULL,
    occurred_at timestamptz NOT NULL,
    arrived_at timestamptz NOT NULL,
    day date NOT NULL,
    correlation_id text NOT NULL,
    causation_id text NOT NULL,
    data text NOT NULL,
    PRIMARY KEY (position)
);
CREATE INDEX arrivals_day_position_idx ON arrivals (day, position);
-- Rows live for a day or two and are read once or twice: waiting for many dead ones would slow down the next reader.
ALTER TABLE arrivals SET (autovacuum_vacuum_scale_factor = 0.02);

CREATE TABLE loads (
    id uuid PRIMARY KEY,
    position bigint NOT NULL,
    attempts integer NOT NULL,
    due_at timestamptz,
    CHECK (attempts >= 0)
);
CREATE INDEX loads_due_at_idx ON loads (due_at) WHERE due_at IS NOT NULL;
INSERT INTO loads (id, position, attempts, due_at) VALUES ('00000000-0000-0000-0000-000000000001', 0, 0, now());

CREATE TABLE watermarks (
    source text PRIMARY KEY,
    event_id uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    arrived_at timestamptz NOT NULL,
    loaded_at timestamptz NOT NULL
);

CREATE TABLE archive_days (
    id uuid PRIMARY KEY,
    day date NOT NULL UNIQUE,
    count bigint NOT NULL,
    last_position bigint NOT NULL,
    parts jsonb NOT NULL,
    sealed_at timestamptz,
    attempts integer NOT NULL,
    due_at timestamptz,
    CHECK (attempts >= 0)
);
CREATE INDEX archive_days_due_at_idx ON archive_days (due_at) WHERE due_at IS NOT NULL;
