CREATE TABLE livestock (
    id uuid NOT NULL,
    version bigint NOT NULL,
    farm_id uuid NOT NULL,
    breed_id uuid NOT NULL,
    livestock_type_id uuid NOT NULL,
    owner_id uuid,
    status varchar(20) NOT NULL,
    tag_number varchar(50) NOT NULL,
    tag_key text GENERATED ALWAYS AS (upper(translate((tag_number)::text, ' ._:/-'::text, ''::text))) STORED NOT NULL,
    unique_id_card varchar(100) NOT NULL,
    id_card_key text
        GENERATED ALWAYS AS (upper(translate((unique_id_card)::text, ' ._:/-'::text, ''::text))) STORED NOT NULL,
    eid varchar(15),
    sex varchar(6) NOT NULL,
    date_of_birth date,
    genetic_dam_id uuid,
    sire_id uuid,
    birth_dam_id uuid,
    weight_kg numeric(6, 2) NOT NULL,
    price_per_kg_minor bigint NOT NULL,
    currency char(3) NOT NULL,
    value_minor bigint GENERATED ALWAYS AS ((round(weight_kg * price_per_kg_minor::numeric) -
CASE
    WHEN mod(weight_kg * price_per_kg_minor::numeric, 2::numeric) = 0.5 THEN 1
    ELSE 0
END::numeric)::bigint) STORED NOT NULL,
    registered_at timestamptz NOT NULL,
    CONSTRAINT livestock_pkey PRIMARY KEY (id),
    CONSTRAINT livestock_status_check CHECK (status IN ('available', 'assigned', 'removed', 'deceased')),
    CONSTRAINT livestock_available_unowned_check CHECK (status <> 'available' OR owner_id IS NULL),
    CONSTRAINT livestock_assigned_owned_check CHECK (status <> 'assigned' OR owner_id IS NOT NULL),
    CONSTRAINT livestock_removed_unowned_check CHECK (status <> 'removed' OR owner_id IS NULL),
    CONSTRAINT livestock_sex_check CHECK (sex IN ('male', 'female')),
    CONSTRAINT livestock_weight_kg_check CHECK (weight_kg BETWEEN 0.1 AND 5000),
    CONSTRAINT livestock_price_per_kg_minor_check CHECK (price_per_kg_minor > 0),
    CONSTRAINT livestock_eid_check CHECK (eid ~ '^[0-9]{15}$' AND eid < '999'),
    CONSTRAINT livestock_date_of_birth_check CHECK (date_of_birth <= (registered_at AT TIME ZONE 'UTC')::date),
    CONSTRAINT livestock_parents_check CHECK (id <> ALL (ARRAY[genetic_dam_id, sire_id, birth_dam_id])),
    CONSTRAINT livestock_breed_id_livestock_type_id_fkey FOREIGN KEY(breed_id, livestock_type_id)
        REFERENCES livestock_breeds (id, livestock_type_id),
    CONSTRAINT livestock_farm_id_fkey FOREIGN KEY(farm_id) REFERENCES farms (id),
    CONSTRAINT livestock_tag_key_key UNIQUE (tag_key),
    CONSTRAINT livestock_id_card_key_key UNIQUE (id_card_key),
    CONSTRAINT livestock_eid_key UNIQUE (eid),
    CONSTRAINT livestock_genetic_dam_id_fkey FOREIGN KEY(genetic_dam_id) REFERENCES livestock (id),
    CONSTRAINT livestock_sire_id_fkey FOREIGN KEY(sire_id) REFERENCES livestock (id),
    CONSTRAINT livestock_birth_dam_id_fkey FOREIGN KEY(birth_dam_id) REFERENCES livestock (id)
);

CREATE INDEX livestock_birth_dam_id_idx ON livestock (birth_dam_id) WHERE birth_dam_id IS NOT NULL;
CREATE INDEX livestock_birth_idx ON livestock (status, date_of_birth, id);
CREATE INDEX livestock_breed_idx ON livestock (breed_id, status, id);
CREATE INDEX livestock_farm_id_id_idx ON livestock (farm_id, id);
CREATE INDEX livestock_farm_idx ON livestock (farm_id, status, id);
CREATE INDEX livestock_genetic_dam_id_idx ON livestock (genetic_dam_id) WHERE genetic_dam_id IS NOT NULL;
CREATE INDEX livestock_newest_idx ON livestock (status, id);
CREATE INDEX livestock_owner_id_id_idx ON livestock (owner_id, id);
CREATE INDEX livestock_price_idx ON livestock (status, currency, price_per_kg_minor, id);
CREATE INDEX livestock_sire_id_idx ON livestock (sire_id) WHERE sire_id IS NOT NULL;
CREATE INDEX livestock_type_idx ON livestock (livestock_type_id, status, id);
CREATE INDEX livestock_value_idx ON livestock (status, currency, value_minor, id);
CREATE INDEX livestock_weight_idx ON livestock (status, weight_kg, id);
