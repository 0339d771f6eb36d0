CREATE TABLE erased_files (
    id uuid PRIMARY KEY,
    key text NOT NULL,
    attempts integer NOT NULL,
    due_at timestamptz,
    CONSTRAINT erased_files_attempts_check CHECK (attempts >= 0)
);
CREATE INDEX erased_files_due_at_idx ON erased_files (due_at) WHERE due_at IS NOT NULL;
