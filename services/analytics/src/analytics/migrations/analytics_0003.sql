CREATE TABLE book_statements (
    id uuid PRIMARY KEY,
    source varchar(40) NOT NULL,
    after_id uuid NOT NULL,
    up_to_id uuid NOT NULL,
    stated_at timestamptz NOT NULL,
    items jsonb NOT NULL,
    under_way jsonb NOT NULL,
    compared_at timestamptz,
    attempts integer NOT NULL,
    due_at timestamptz,
    CHECK (attempts >= 0)
);
CREATE INDEX book_statements_compared_at_idx ON book_statements (compared_at);
CREATE INDEX book_statements_due_at_idx ON book_statements (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE book_differences (
    source varchar(40) NOT NULL,
    place varchar(10) NOT NULL,
    reference_id uuid NOT NULL,
    kind varchar(40) NOT NULL,
    currency varchar(3) NOT NULL,
    statement_id uuid NOT NULL,
    expected bigint NOT NULL,
    found bigint NOT NULL,
    found_at timestamptz NOT NULL,
    told_at timestamptz,
    PRIMARY KEY (source, place, reference_id, kind, currency),
    CONSTRAINT book_differences_amounts_check CHECK (expected <> found)
);
CREATE INDEX book_differences_statement_id_idx ON book_differences (statement_id);

CREATE TABLE forecasts (
    id uuid PRIMARY KEY,
    livestock_id uuid NOT NULL,
    made_on date NOT NULL,
    days integer NOT NULL,
    made_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    low_kg numeric(10, 3) NOT NULL,
    high_kg numeric(10, 3) NOT NULL,
    mortality numeric(5, 4) NOT NULL,
    told jsonb NOT NULL,
    cases jsonb NOT NULL,
    outcome varchar(10),
    measured_kg numeric(10, 3),
    attempts integer NOT NULL,
    due_at timestamptz,
    UNIQUE (livestock_id, made_on, days),
    CHECK (attempts >= 0),
    CONSTRAINT forecasts_range_check CHECK (low_kg <= high_kg)
);
CREATE INDEX forecasts_days_outcome_idx ON forecasts (days, outcome);
CREATE INDEX forecasts_due_at_idx ON forecasts (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE reports (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    version integer NOT NULL,
    name varchar(100) NOT NULL,
    query jsonb NOT NULL,
    format varchar(4) NOT NULL,
    schedule jsonb,
    next_at timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT reports_schedule_check CHECK ((schedule IS NULL) = (next_at IS NULL)),
    CONSTRAINT reports_version_check CHECK (version >= 1)
);
CREATE INDEX reports_user_id_id_idx ON reports (user_id, id);
CREATE INDEX reports_next_at_idx ON reports (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE report_runs (
    id uuid PRIMARY KEY,
    report_id uuid NOT NULL,
    user_id uuid NOT NULL,
    name varchar(100) NOT NULL,
    query jsonb NOT NULL,
    format varchar(4) NOT NULL,
    scheduled boolean NOT NULL,
    state varchar(10) NOT NULL,
    reason varchar(40),
    rows_done integer NOT NULL,
    rows_total integer,
    bytes bigint,
    as_of timestamptz,
    stale boolean,
    created_at timestamptz NOT NULL,
    ended_at timestamptz,
    kept_until timestamptz,
    attempts integer NOT NULL,
    due_at timestamptz,
    CHECK (attempts >= 0),
    CONSTRAINT report_runs_state_check CHECK (state IN ('asked', 'making', 'ready', 'failed', 'cancelled', 'expired')),
    CONSTRAINT report_runs_rows_done_check CHECK (rows_done >= 0),
    CONSTRAINT report_runs_reason_check CHECK ((reason IS NOT NULL) = (state = 'failed'))
);
CREATE INDEX report_runs_report_id_id_idx ON report_runs (report_id, id);
CREATE INDEX report_runs_user_id_id_idx ON report_runs (user_id, id);
CREATE INDEX report_runs_kept_until_idx ON report_runs (kept_until);
CREATE INDEX report_runs_ended_at_idx ON report_runs (ended_at);
CREATE INDEX report_runs_due_at_idx ON report_runs (due_at) WHERE due_at IS NOT NULL;
