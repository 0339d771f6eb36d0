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
