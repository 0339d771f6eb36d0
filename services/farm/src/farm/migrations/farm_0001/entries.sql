CREATE TABLE field_entries (
    recorded_by uuid NOT NULL,
    client_id uuid NOT NULL,
    digest bytea NOT NULL,
    record_id uuid,
    CONSTRAINT field_entries_pkey PRIMARY KEY (recorded_by, client_id)
);
