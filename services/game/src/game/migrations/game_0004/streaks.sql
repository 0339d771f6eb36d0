CREATE TABLE streaks (
    player_id uuid PRIMARY KEY REFERENCES players,
    length integer NOT NULL,
    longest integer NOT NULL,
    kept_days integer NOT NULL,
    kept_number integer,
    forgiven_number integer,
    CONSTRAINT streaks_length_check CHECK (length BETWEEN 0 AND longest AND longest <= kept_days),
    CONSTRAINT streaks_kept_check CHECK ((kept_days = 0) = (kept_number IS NULL))
);
