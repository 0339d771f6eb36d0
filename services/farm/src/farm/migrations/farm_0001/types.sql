CREATE TABLE livestock_types (
    id uuid NOT NULL,
    name varchar(100) NOT NULL,
    description text,
    icon_url varchar(500),
    is_active boolean NOT NULL,
    bounds jsonb DEFAULT '{}' NOT NULL,
    version integer DEFAULT '1' NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid,
    name_key text NOT NULL,
    CONSTRAINT livestock_types_pkey PRIMARY KEY (id),
    CONSTRAINT livestock_types_icon_url_check CHECK (icon_url LIKE 'https://%%'),
    CONSTRAINT livestock_types_bounds_check CHECK (jsonb_typeof(bounds) = 'object')
);

CREATE UNIQUE INDEX livestock_types_name_key ON livestock_types (name_key);
