CREATE TABLE seals (
    number BIGINT NOT NULL,
    transfer_id UUID NOT NULL,
    digest BYTEA NOT NULL,
    CONSTRAINT seals_pkey PRIMARY KEY (number),
    CONSTRAINT seals_transfer_id_key UNIQUE (transfer_id)
);

CREATE TRIGGER seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON seals
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
