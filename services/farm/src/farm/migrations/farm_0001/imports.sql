CREATE TABLE livestock_imports (
    id uuid NOT NULL,
    requested_by uuid NOT NULL,
    digest bytea NOT NULL,
    dry_run boolean NOT NULL,
    total integer NOT NULL,
    added integer NOT NULL,
    refused integer NOT NULL,
    already_there integer NOT NULL,
    places jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    attempts integer NOT NULL CONSTRAINT livestock_imports_attempts_check CHECK (attempts >= 0),
    due_at timestamptz,
    CONSTRAINT livestock_imports_pkey PRIMARY KEY (id),
    CONSTRAINT livestock_imports_total_check CHECK (least(total - 1, added, refused, already_there) >= 0),
    CONSTRAINT livestock_imports_finished_at_check
        CHECK (added + refused + already_there <= total AND (added + refused + already_there = total) = (finished_at IS NOT NULL))
);

CREATE INDEX livestock_imports_due_at_idx ON livestock_imports (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX livestock_imports_finished_at_idx ON livestock_imports (finished_at);
CREATE UNIQUE INDEX livestock_imports_running_key ON livestock_imports (requested_by, digest, dry_run)
    WHERE finished_at IS NULL;

CREATE TABLE livestock_import_errors (
    import_id uuid NOT NULL,
    number integer NOT NULL,
    position smallint NOT NULL,
    column_name varchar(100),
    code varchar(40) NOT NULL,
    reason text NOT NULL,
    CONSTRAINT livestock_import_errors_pkey PRIMARY KEY (import_id, number, position),
    CONSTRAINT livestock_import_errors_import_id_fkey FOREIGN KEY(import_id)
        REFERENCES livestock_imports (id) ON DELETE CASCADE
);

CREATE TABLE livestock_import_rows (
    import_id uuid NOT NULL,
    number integer NOT NULL,
    cells jsonb NOT NULL,
    flaws jsonb NOT NULL,
    CONSTRAINT livestock_import_rows_pkey PRIMARY KEY (import_id, number),
    CONSTRAINT livestock_import_rows_import_id_fkey FOREIGN KEY(import_id)
        REFERENCES livestock_imports (id) ON DELETE CASCADE
);
