CREATE TABLE outbox (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    bucket smallint NOT NULL,
    type text NOT NULL,
    version smallint NOT NULL,
    subject text NOT NULL,
    data text NOT NULL,
    traceparent text NOT NULL,
    correlation_id text NOT NULL,
    causation_id text NOT NULL,
    occurred_at timestamptz NOT NULL,
    published_at timestamptz
);
CREATE INDEX outbox_unpublished ON outbox (bucket, position) WHERE published_at IS NULL;
CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;

CREATE TABLE outbox_buckets (
    bucket smallint PRIMARY KEY
);
INSERT INTO outbox_buckets SELECT generate_series(0, 31);

CREATE TABLE inbox (
    consumer text,
    event_id uuid,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (consumer, event_id)
);
CREATE INDEX inbox_received_at_idx ON inbox (received_at);

CREATE TABLE idempotency_keys (
    user_id uuid,
    key text,
    fingerprint text NOT NULL,
    status smallint NOT NULL,
    response text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (created_at);
