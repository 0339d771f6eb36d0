CREATE TABLE livestock_movements (
    id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    version bigint NOT NULL,
    kind varchar(20) NOT NULL,
    from_farm_id uuid,
    to_farm_id uuid,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid,
    reference_id uuid,
    corrects_id uuid,
    CONSTRAINT livestock_movements_pkey PRIMARY KEY (id),
    CONSTRAINT livestock_movements_farms_check CHECK (CASE
        WHEN kind IN ('bought_in', 'born', 'corrected') THEN from_farm_id IS NULL AND to_farm_id IS NOT NULL
        WHEN kind = 'moved' THEN from_farm_id <> to_farm_id
        WHEN kind IN ('sold', 'reclaimed') THEN from_farm_id = to_farm_id
        WHEN kind IN ('removed', 'died') THEN from_farm_id IS NOT NULL AND to_farm_id IS NULL
        ELSE false END IS TRUE),
    CONSTRAINT livestock_movements_reference_id_check
        CHECK (kind IN ('bought_in', 'moved') OR reference_id IS NOT NULL),
    CONSTRAINT livestock_movements_corrects_id_check CHECK ((kind = 'corrected') = (corrects_id IS NOT NULL)),
    CONSTRAINT livestock_movements_recorded_at_check CHECK (occurred_at <= recorded_at),
    CONSTRAINT livestock_movements_livestock_id_fkey FOREIGN KEY(livestock_id) REFERENCES livestock (id),
    CONSTRAINT livestock_movements_from_farm_id_fkey FOREIGN KEY(from_farm_id) REFERENCES farms (id),
    CONSTRAINT livestock_movements_to_farm_id_fkey FOREIGN KEY(to_farm_id) REFERENCES farms (id),
    CONSTRAINT livestock_movements_corrects_id_key UNIQUE (corrects_id),
    CONSTRAINT livestock_movements_corrects_id_fkey FOREIGN KEY(corrects_id) REFERENCES livestock_movements (id)
);

CREATE UNIQUE INDEX livestock_movements_livestock_id_version_key ON livestock_movements (livestock_id, version);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER livestock_movements_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON livestock_movements
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
