CREATE TABLE livestock_prices (
    id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    price_per_kg_minor bigint NOT NULL,
    currency char(3) NOT NULL,
    since timestamptz NOT NULL,
    set_by uuid,
    reason varchar(200),
    CONSTRAINT livestock_prices_pkey PRIMARY KEY (id),
    CONSTRAINT livestock_prices_price_per_kg_minor_check CHECK (price_per_kg_minor > 0),
    CONSTRAINT livestock_prices_reason_check CHECK ((set_by IS NULL) = (reason IS NULL)),
    CONSTRAINT livestock_prices_livestock_id_fkey FOREIGN KEY(livestock_id) REFERENCES livestock (id)
);

CREATE INDEX livestock_prices_livestock_id_since_id_idx ON livestock_prices (livestock_id, since, id);
