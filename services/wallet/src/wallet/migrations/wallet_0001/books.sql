CREATE TABLE book_differences (
    source VARCHAR NOT NULL,
    reference_id UUID NOT NULL,
    kind VARCHAR NOT NULL,
    currency VARCHAR NOT NULL,
    expected BIGINT NOT NULL,
    found BIGINT NOT NULL,
    CONSTRAINT book_differences_pkey PRIMARY KEY (source, reference_id, kind, currency),
    CONSTRAINT book_differences_amounts_check CHECK (expected <> found)
);

CREATE TABLE book_windows (
    id UUID NOT NULL,
    source VARCHAR NOT NULL,
    after_id UUID NOT NULL,
    up_to_id UUID NOT NULL,
    items INTEGER NOT NULL,
    under_way INTEGER NOT NULL,
    stated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT book_windows_pkey PRIMARY KEY (id)
);
