CREATE TABLE calendars (
    veterinarian_id uuid  PRIMARY KEY,
    version integer NOT NULL DEFAULT 0,
    time_zone varchar(64) NOT NULL DEFAULT 'UTC',
    latitude double precision,
    longitude double precision,
    farm_ids uuid[] NOT NULL DEFAULT '{}',
    CONSTRAINT calendars_base_check CHECK (
        latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180 AND num_nulls(latitude, longitude) IN (0, 2)
    )
);

CREATE TABLE working_hours (
    veterinarian_id uuid NOT NULL REFERENCES calendars ON DELETE CASCADE,
    weekday smallint NOT NULL,
    begins integer NOT NULL,
    ends integer NOT NULL,
    PRIMARY KEY (veterinarian_id, weekday, begins),
    CONSTRAINT working_hours_weekday_check CHECK (weekday BETWEEN 1 AND 7),
    CONSTRAINT working_hours_ends_check CHECK (begins >= 0 AND begins < ends AND ends <= 1440),
    CONSTRAINT working_hours_no_overlap
        EXCLUDE USING gist (veterinarian_id WITH =, weekday WITH =, int4range(begins, ends) WITH &&)
);

CREATE TABLE absences (
    id uuid PRIMARY KEY,
    veterinarian_id uuid NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT absences_ends_at_check CHECK (starts_at < ends_at)
);
CREATE INDEX absences_veterinarian_id_ends_at_idx ON absences (veterinarian_id, ends_at);
