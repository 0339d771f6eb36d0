CREATE TABLE invoice_series (
    entity VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT invoice_series_pkey PRIMARY KEY (entity, year),
    CONSTRAINT invoice_series_last_check CHECK (last >= 1)
);

CREATE TABLE invoices (
    id UUID NOT NULL,
    entity VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    order_id UUID NOT NULL,
    user_id UUID NOT NULL,
    currency VARCHAR NOT NULL,
    net BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    total BIGINT NOT NULL,
    tax_basis_points INTEGER NOT NULL,
    content JSONB NOT NULL,
    recipient BYTEA,
    issued_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT invoices_pkey PRIMARY KEY (id),
    CONSTRAINT invoices_kind_check CHECK (kind IN ('purchase', 'fee')),
    CONSTRAINT invoices_amounts_check CHECK (net >= 0 AND tax >= 0 AND total > 0 AND net + tax = total),
    CONSTRAINT invoices_sequence_check CHECK (sequence >= 1),
    CONSTRAINT invoices_entity_year_sequence_key UNIQUE (entity, year, sequence),
    CONSTRAINT invoices_order_id_kind_key UNIQUE (order_id, kind)
);
CREATE INDEX invoices_entity_id_idx ON invoices (entity, id);
CREATE INDEX invoices_user_id_id_idx ON invoices (user_id, id);
CREATE INDEX invoices_year_id_idx ON invoices (year, id);

CREATE TABLE invoice_documents (
    id UUID NOT NULL,
    stored_at TIMESTAMP WITH TIME ZONE,
    attempts INTEGER NOT NULL CONSTRAINT invoice_documents_attempts_check CHECK (attempts >= 0),
    due_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT invoice_documents_pkey PRIMARY KEY (id),
    CONSTRAINT invoice_documents_due_check CHECK ((due_at IS NULL) = (stored_at IS NOT NULL)),
    CONSTRAINT invoice_documents_id_fkey FOREIGN KEY(id) REFERENCES invoices (id)
);
CREATE INDEX invoice_documents_due_at_idx ON invoice_documents (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE billing_details (
    user_id UUID NOT NULL,
    sealed BYTEA,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    erased_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT billing_details_pkey PRIMARY KEY (user_id),
    CONSTRAINT billing_details_erased_check CHECK ((sealed IS NULL) = (erased_at IS NOT NULL))
);

CREATE FUNCTION refuse_change_of_invoice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER invoices_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON invoices
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_invoice();
