CREATE TABLE stated_windows (
    id uuid PRIMARY KEY,
    after_id uuid NOT NULL,
    up_to_id uuid NOT NULL UNIQUE,
    under_way integer NOT NULL,
    stated_at timestamptz NOT NULL
);
CREATE INDEX stated_windows_under_way_idx ON stated_windows (id) WHERE under_way > 0;
