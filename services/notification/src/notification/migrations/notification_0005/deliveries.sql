CREATE TABLE deliveries (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    address_id uuid NOT NULL REFERENCES addresses ON DELETE CASCADE,
    channel varchar(10) NOT NULL,
    slot varchar(40) NOT NULL,
    urgent boolean NOT NULL,
    created_at timestamptz NOT NULL,
    planned_at timestamptz NOT NULL,
    sent_at timestamptz,
    dropped_at timestamptz,
    dropped_for varchar(20),
    attempts integer NOT NULL,
    due_at timestamptz,
    CONSTRAINT deliveries_attempts_check CHECK (attempts >= 0),
    CONSTRAINT deliveries_outcome_check CHECK (num_nonnulls(sent_at, dropped_at) <= 1),
    CONSTRAINT deliveries_dropped_for_check CHECK ((dropped_at IS NULL) = (dropped_for IS NULL)),
    CONSTRAINT deliveries_pending_check CHECK (num_nonnulls(sent_at, dropped_at, due_at) > 0),
    CONSTRAINT deliveries_address_id_slot_key UNIQUE (address_id, slot)
);
CREATE INDEX deliveries_due_at_idx ON deliveries (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX deliveries_address_id_created_at_idx ON deliveries (address_id, created_at);
CREATE INDEX deliveries_user_id_idx ON deliveries (user_id);
CREATE INDEX deliveries_created_at_idx ON deliveries (created_at);

CREATE TABLE enclosures (
    notice_id uuid NOT NULL REFERENCES notices ON DELETE CASCADE,
    address_id uuid NOT NULL REFERENCES addresses ON DELETE CASCADE,
    delivery_id uuid NOT NULL REFERENCES deliveries ON DELETE CASCADE,
    PRIMARY KEY (notice_id, address_id)
);
CREATE INDEX enclosures_delivery_id_idx ON enclosures (delivery_id);
CREATE INDEX enclosures_address_id_idx ON enclosures (address_id);
