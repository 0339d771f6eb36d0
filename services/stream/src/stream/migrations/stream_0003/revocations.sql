CREATE TABLE revocations (
    id uuid NOT NULL,
    transaction_id bigint DEFAULT (pg_current_xact_id()::text)::bigint NOT NULL,
    livestock_id uuid,
    user_id uuid,
    camera_id uuid,
    device_id uuid,
    made_at timestamptz NOT NULL,
    CONSTRAINT revocations_pkey PRIMARY KEY (id),
    CONSTRAINT revocations_subject_check CHECK (num_nonnulls(livestock_id, user_id, camera_id, device_id) > 0)
);

CREATE INDEX revocations_transaction_id_idx ON revocations (transaction_id);
CREATE INDEX revocations_made_at_idx ON revocations (made_at);
