CREATE TABLE endings (
    contest_id uuid PRIMARY KEY REFERENCES contests,
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz,
    CONSTRAINT endings_attempts_check CHECK (attempts >= 0)
);
CREATE INDEX endings_due_at_idx ON endings (due_at) WHERE due_at IS NOT NULL;
