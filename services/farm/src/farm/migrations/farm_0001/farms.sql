CREATE TABLE farms (
    id uuid NOT NULL,
    name varchar(200) NOT NULL,
    address text,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    location geography(Point,4326)
        GENERATED ALWAYS AS ((st_setsrid(st_makepoint(longitude, latitude), 4326))::geography) STORED NOT NULL,
    capacity integer NOT NULL,
    current_occupancy integer NOT NULL,
    facilities jsonb NOT NULL,
    certifications jsonb NOT NULL,
    version integer DEFAULT '1' NOT NULL,
    created_at timestamptz NOT NULL,
    name_key text NOT NULL,
    CONSTRAINT farms_pkey PRIMARY KEY (id),
    CONSTRAINT farms_latitude_check CHECK (latitude BETWEEN -90 AND 90),
    CONSTRAINT farms_longitude_check CHECK (longitude BETWEEN -180 AND 180),
    CONSTRAINT farms_current_occupancy_check CHECK (current_occupancy BETWEEN 0 AND capacity),
    CONSTRAINT farms_facilities_check CHECK (jsonb_typeof(facilities) = 'array'),
    CONSTRAINT farms_certifications_check CHECK (jsonb_typeof(certifications) = 'array')
);

CREATE INDEX farms_latitude_longitude_idx ON farms (latitude, longitude);
CREATE INDEX farms_location_idx ON farms USING gist (location);
CREATE UNIQUE INDEX farms_name_key ON farms (name_key);
