CREATE TABLE livestock_breeds (
    id uuid NOT NULL,
    livestock_type_id uuid NOT NULL,
    name varchar(100) NOT NULL,
    description text,
    typical_weight_kg numeric(6, 2),
    characteristics jsonb NOT NULL,
    is_active boolean NOT NULL,
    version integer DEFAULT '1' NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid,
    name_key text NOT NULL,
    CONSTRAINT livestock_breeds_pkey PRIMARY KEY (id),
    CONSTRAINT livestock_breeds_typical_weight_kg_check CHECK (typical_weight_kg BETWEEN 0.1 AND 5000),
    CONSTRAINT livestock_breeds_characteristics_check CHECK (jsonb_typeof(characteristics) = 'object'),
    CONSTRAINT livestock_breeds_id_livestock_type_id_key UNIQUE (id, livestock_type_id),
    CONSTRAINT livestock_breeds_livestock_type_id_fkey FOREIGN KEY(livestock_type_id) REFERENCES livestock_types (id)
);

CREATE INDEX livestock_breeds_livestock_type_id_id_idx ON livestock_breeds (livestock_type_id, id);
CREATE UNIQUE INDEX livestock_breeds_name_key ON livestock_breeds (livestock_type_id, name_key);
