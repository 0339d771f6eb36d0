CREATE TABLE account_requests (
    id uuid PRIMARY KEY,
    email varchar(254) NOT NULL,
    registration jsonb,
    created_at timestamptz NOT NULL,
    attempts integer NOT NULL,
    due_at timestamptz,
    CONSTRAINT account_requests_attempts_check CHECK (attempts >= 0)
);
CREATE INDEX account_requests_due_at_idx ON account_requests (due_at) WHERE due_at IS NOT NULL;
