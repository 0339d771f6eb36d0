CREATE TABLE animals (
    id uuid PRIMARY KEY,
    version bigint NOT NULL,
    owner_id uuid,
    gone varchar,
    details_version bigint NOT NULL,
    type_name varchar,
    breed_name varchar,
    tag_number varchar,
    sex varchar,
    farm_version bigint NOT NULL,
    farm_name varchar,
    weight_version bigint NOT NULL,
    weight_kg numeric(8, 2),
    blocks_version bigint NOT NULL,
    blocks jsonb DEFAULT '[]' NOT NULL,
    CONSTRAINT animals_gone_check CHECK (gone IN ('removed', 'deceased'))
);

CREATE TABLE animal_values (
    livestock_id uuid NOT NULL,
    currency varchar NOT NULL,
    highest bigint NOT NULL,
    PRIMARY KEY (livestock_id, currency)
);
