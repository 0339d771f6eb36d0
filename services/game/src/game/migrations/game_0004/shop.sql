CREATE TABLE shop_items (
    id uuid PRIMARY KEY,
    version integer NOT NULL,
    kind varchar(10) NOT NULL,
    name varchar(100) NOT NULL,
    description varchar(2000) NOT NULL,
    price integer NOT NULL,
    percent integer,
    days integer,
    is_active boolean NOT NULL,
    name_key text NOT NULL,
    CONSTRAINT shop_items_kind_check CHECK (kind IN ('badge', 'title', 'boost')),
    CONSTRAINT shop_items_price_check CHECK (price > 0),
    CONSTRAINT shop_items_percent_check CHECK ((kind = 'boost') = (percent IS NOT NULL)),
    CONSTRAINT shop_items_days_check CHECK ((kind = 'boost') = (days IS NOT NULL)),
    CONSTRAINT shop_items_boost_check CHECK (percent BETWEEN 1 AND 200 AND days BETWEEN 1 AND 30)
);
CREATE UNIQUE INDEX shop_items_name_key_idx ON shop_items (name_key);

CREATE TABLE purchases (
    id uuid PRIMARY KEY,
    player_id uuid NOT NULL REFERENCES players,
    item_id uuid NOT NULL REFERENCES shop_items,
    price integer NOT NULL,
    percent integer,
    first_day date,
    last_day date,
    bought_at timestamptz NOT NULL,
    CONSTRAINT purchases_boost_check CHECK ((percent IS NULL) = (last_day IS NULL)),
    CONSTRAINT purchases_days_check CHECK (first_day <= last_day)
);
CREATE INDEX purchases_boosts_idx ON purchases (player_id, last_day) WHERE percent IS NOT NULL;
CREATE UNIQUE INDEX purchases_once_key ON purchases (player_id, item_id) WHERE percent IS NULL;

ALTER TABLE players
    ADD CONSTRAINT players_badge_id_fkey FOREIGN KEY (badge_id) REFERENCES shop_items,
    ADD CONSTRAINT players_title_id_fkey FOREIGN KEY (title_id) REFERENCES shop_items;

INSERT INTO shop_items (id, version, kind, name, name_key, description, price, percent, days, is_active)
SELECT gen_random_uuid(), 1, kind, name, lower(name), description, price, percent, days, true
FROM (
    VALUES
        ('badge', 'Clover', 'A clover leaf beside your handle.', 50, NULL, NULL),
        ('badge', 'Bell', 'A cow bell beside your handle.', 120, NULL, NULL),
        ('title', 'Early riser', 'A title beside your handle.', 80, NULL, NULL),
        ('title', 'Good shepherd', 'A title beside your handle.', 300, NULL, NULL),
        ('boost', 'A good day', 'Half as much experience again for a day.', 60, 50, 1),
        ('boost', 'A good week', 'Half as much experience again for a week.', 300, 50, 7)
) AS item (kind, name, description, price, percent, days);
