CREATE TABLE doses (
    id uuid PRIMARY KEY,
    livestock_id uuid NOT NULL,
    medicine_name varchar(200) NOT NULL,
    planned_at timestamptz,
    given_at timestamptz
);

CREATE INDEX doses_due_idx ON doses (livestock_id, planned_at) WHERE given_at IS NULL;
