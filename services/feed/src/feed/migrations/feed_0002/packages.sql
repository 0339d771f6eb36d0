CREATE TABLE packages (
    id uuid PRIMARY KEY,
    name varchar(200) NOT NULL,
    name_key text NOT NULL,
    description text NOT NULL,
    package_type varchar NOT NULL,
    livestock_type_ids uuid[] NOT NULL,
    breed_ids uuid[] NOT NULL,
    farm_ids uuid[] NOT NULL,
    is_basic_ration boolean NOT NULL,
    least_age_days integer,
    most_age_days integer,
    least_weight_kg numeric(6, 2),
    most_weight_kg numeric(6, 2),
    version integer NOT NULL,
    created_at timestamptz NOT NULL,
    retired_at timestamptz,
    CONSTRAINT packages_package_type_check CHECK (package_type IN ('basic', 'standard', 'premium', 'organic')),
    CONSTRAINT packages_livestock_type_ids_check CHECK (cardinality(livestock_type_ids) > 0),
    CONSTRAINT packages_is_basic_ration_check CHECK (NOT is_basic_ration OR package_type = 'basic'),
    CONSTRAINT packages_age_check CHECK (least_age_days >= 0 AND least_age_days <= most_age_days),
    CONSTRAINT packages_weight_check CHECK (least_weight_kg > 0 AND least_weight_kg <= most_weight_kg)
);

CREATE UNIQUE INDEX packages_name_key ON packages (name_key) WHERE retired_at IS NULL;

CREATE TABLE package_versions (
    id uuid PRIMARY KEY,
    package_id uuid NOT NULL REFERENCES packages (id) ON DELETE CASCADE,
    number integer NOT NULL,
    valid_from timestamptz NOT NULL,
    ration_kg numeric(7, 3),
    ration_percent numeric(5, 2),
    meal_times time[] NOT NULL,
    ingredients jsonb NOT NULL,
    nutrition jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT package_versions_package_id_number_key UNIQUE (package_id, number),
    CONSTRAINT package_versions_ration_check CHECK (num_nonnulls(ration_kg, ration_percent) = 1),
    CONSTRAINT package_versions_ration_kg_check CHECK (ration_kg > 0),
    CONSTRAINT package_versions_ration_percent_check CHECK (ration_percent > 0),
    CONSTRAINT package_versions_meal_times_check CHECK (cardinality(meal_times) BETWEEN 1 AND 12)
);

CREATE TABLE package_prices (
    version_id uuid NOT NULL REFERENCES package_versions (id) ON DELETE CASCADE,
    currency varchar(3) NOT NULL,
    cycle varchar NOT NULL,
    price_minor bigint NOT NULL,
    PRIMARY KEY (version_id, currency, cycle),
    CONSTRAINT package_prices_cycle_check CHECK (cycle IN ('daily', 'weekly', 'monthly')),
    CONSTRAINT package_prices_price_minor_check CHECK (price_minor > 0)
);
