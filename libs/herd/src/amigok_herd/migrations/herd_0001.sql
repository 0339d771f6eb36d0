CREATE TABLE animals (
    id uuid PRIMARY KEY,
    version bigint NOT NULL,
    owner_id uuid,
    gone varchar(10),
    gone_at timestamptz,
    details_version bigint NOT NULL,
    livestock_type_id uuid,
    breed_id uuid,
    type_name varchar,
    breed_name varchar,
    tag_number varchar,
    sex varchar,
    birth_version bigint NOT NULL,
    date_of_birth date,
    place_version bigint NOT NULL,
    farm_id uuid,
    area_id uuid,
    area_name varchar,
    weight_version bigint NOT NULL,
    weight_kg numeric(8, 2),
    weighed_at timestamptz,
    daily_gain_kg numeric(8, 4),
    blocks_version bigint NOT NULL,
    blocks jsonb DEFAULT '[]' NOT NULL
);

CREATE TABLE ownerships (
    livestock_id uuid NOT NULL,
    version bigint NOT NULL,
    owner_id uuid,
    began_at timestamptz NOT NULL,
    PRIMARY KEY (livestock_id, version)
);

CREATE TABLE farms (
    id uuid PRIMARY KEY,
    version bigint NOT NULL,
    name varchar,
    time_zone varchar(64) NOT NULL,
    latitude double precision,
    longitude double precision,
    staff_version bigint NOT NULL,
    staff_ids uuid[] DEFAULT '{}' NOT NULL
);

CREATE TABLE livestock_types (
    id uuid PRIMARY KEY,
    version bigint NOT NULL,
    name varchar NOT NULL,
    retired boolean NOT NULL
);

CREATE TABLE breeds (
    id uuid PRIMARY KEY,
    version bigint NOT NULL,
    livestock_type_id uuid NOT NULL,
    name varchar NOT NULL,
    retired boolean NOT NULL
);

CREATE INDEX animals_owner_id_id_idx ON animals (owner_id, id);
CREATE INDEX animals_farm_id_id_idx ON animals (farm_id, id);
