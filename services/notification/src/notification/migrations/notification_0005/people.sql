CREATE TABLE people (
    user_id uuid PRIMARY KEY,
    language varchar(2) NOT NULL,
    time_zone varchar(64) NOT NULL,
    quiet_from time,
    quiet_to time,
    digest_hour integer NOT NULL,
    digest_weekday integer NOT NULL,
    CONSTRAINT people_quiet_check CHECK (num_nonnulls(quiet_from, quiet_to) IN (0, 2)),
    CONSTRAINT people_digest_hour_check CHECK (digest_hour BETWEEN 0 AND 23),
    CONSTRAINT people_digest_weekday_check CHECK (digest_weekday BETWEEN 0 AND 6)
);
