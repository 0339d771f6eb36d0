CREATE TABLE care_services (
    id uuid NOT NULL,
    version integer NOT NULL,
    is_active boolean NOT NULL,
    name varchar(100) NOT NULL,
    care_type varchar(20) NOT NULL,
    description text NOT NULL,
    pricing varchar(10) NOT NULL,
    prices jsonb NOT NULL,
    duration_minutes integer NOT NULL,
    livestock_type_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    veterinarian_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    name_key text NOT NULL,
    CONSTRAINT care_services_pkey PRIMARY KEY (id),
    CONSTRAINT care_services_care_type_check CHECK (care_type IN ('checkup', 'vaccination', 'treatment', 'emergency', 'grooming', 'surgery')),
    CONSTRAINT care_services_pricing_check CHECK (pricing IN ('fixed', 'estimated')),
    CONSTRAINT care_services_duration_minutes_check CHECK (duration_minutes BETWEEN 5 AND 1440),
    CONSTRAINT care_services_prices_check CHECK (jsonb_typeof(prices) = 'object')
);

CREATE UNIQUE INDEX care_services_name_key ON care_services (name_key);
