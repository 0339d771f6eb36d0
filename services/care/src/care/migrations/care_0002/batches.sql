CREATE TABLE medicine_batches (
    id uuid NOT NULL,
    medicine_id uuid NOT NULL,
    batch_number varchar(100) NOT NULL,
    farm_id uuid,
    expires_on date NOT NULL,
    quantity numeric(14, 3) NOT NULL,
    reserved numeric(14, 3) NOT NULL,
    version integer NOT NULL,
    received_at timestamptz NOT NULL,
    recalled_at timestamptz,
    CONSTRAINT medicine_batches_pkey PRIMARY KEY (id),
    CONSTRAINT medicine_batches_quantity_check CHECK (quantity >= 0),
    CONSTRAINT medicine_batches_reserved_check CHECK (reserved BETWEEN 0 AND quantity),
    CONSTRAINT medicine_batches_medicine_id_fkey FOREIGN KEY(medicine_id) REFERENCES medicines (id)
);

CREATE UNIQUE INDEX medicine_batches_number_key ON medicine_batches
    (medicine_id, batch_number, coalesce(farm_id, '00000000-0000-0000-0000-000000000000'::uuid));

CREATE TABLE medicine_movements (
    id uuid NOT NULL,
    batch_id uuid NOT NULL,
    kind varchar(10) NOT NULL,
    quantity numeric(14, 3) NOT NULL,
    reserved numeric(14, 3) NOT NULL,
    moved_at timestamptz NOT NULL,
    moved_by uuid,
    prescription_id uuid,
    livestock_id uuid,
    owner_id uuid,
    note text,
    CONSTRAINT medicine_movements_pkey PRIMARY KEY (id),
    CONSTRAINT medicine_movements_kind_check
        CHECK (kind IN ('received', 'counted', 'reserved', 'released', 'dispensed')),
    CONSTRAINT medicine_movements_prescription_check
        CHECK (CASE WHEN kind IN ('received', 'counted') THEN num_nonnulls(prescription_id, livestock_id) = 0
            ELSE num_nulls(prescription_id, livestock_id) = 0 END),
    CONSTRAINT medicine_movements_batch_id_fkey FOREIGN KEY(batch_id) REFERENCES medicine_batches (id)
);

CREATE INDEX medicine_movements_batch_id_idx ON medicine_movements (batch_id, id);
CREATE INDEX medicine_movements_prescription_id_idx ON medicine_movements (prescription_id)
    WHERE prescription_id IS NOT NULL;

CREATE FUNCTION refuse_change_of_medicines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER medicine_movements_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON medicine_movements
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_medicines();
