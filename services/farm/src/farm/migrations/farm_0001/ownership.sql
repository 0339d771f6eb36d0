CREATE TABLE ownership_history (
    id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    owner_id uuid,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    reason varchar(20) NOT NULL,
    order_id uuid,
    price_minor bigint,
    currency char(3),
    CONSTRAINT ownership_history_pkey PRIMARY KEY (id),
    CONSTRAINT ownership_history_ended_at_check CHECK (ended_at > started_at),
    CONSTRAINT ownership_history_price_minor_check CHECK (price_minor >= 0),
    CONSTRAINT ownership_history_reason_check CHECK (CASE
        WHEN reason IN ('registered', 'reclaimed') THEN num_nonnulls(owner_id, order_id, price_minor, currency) = 0
        WHEN reason = 'born' THEN num_nonnulls(order_id, price_minor, currency) = 0
        WHEN reason = 'purchased' THEN num_nulls(owner_id, order_id, price_minor, currency) = 0
        ELSE false END),
    CONSTRAINT ownership_history_no_overlap
        EXCLUDE USING gist (livestock_id WITH =, tstzrange(started_at, ended_at) WITH &&),
    CONSTRAINT ownership_history_livestock_id_fkey FOREIGN KEY(livestock_id) REFERENCES livestock (id),
    CONSTRAINT ownership_history_order_id_key UNIQUE (order_id),
    CONSTRAINT ownership_history_order_id_fkey FOREIGN KEY(order_id) REFERENCES ownership_transfers (order_id)
);

CREATE UNIQUE INDEX ownership_history_current_idx ON ownership_history (livestock_id) WHERE ended_at IS NULL;
CREATE INDEX ownership_history_livestock_id_started_at_id_idx ON ownership_history (livestock_id, started_at, id);
