CREATE TABLE achievements (
    id uuid PRIMARY KEY,
    version integer NOT NULL,
    name varchar(100) NOT NULL,
    description varchar(2000) NOT NULL,
    condition jsonb NOT NULL,
    xp integer NOT NULL,
    coins integer NOT NULL,
    is_active boolean NOT NULL,
    name_key text NOT NULL,
    CONSTRAINT achievements_rewards_check CHECK (xp BETWEEN 0 AND 10000 AND coins BETWEEN 0 AND 10000)
);
CREATE UNIQUE INDEX achievements_name_key_idx ON achievements (name_key);

CREATE TABLE achievement_grants (
    player_id uuid NOT NULL REFERENCES players,
    achievement_id uuid NOT NULL REFERENCES achievements,
    granted_at timestamptz NOT NULL,
    PRIMARY KEY (player_id, achievement_id)
);

INSERT INTO achievements (id, version, name, name_key, description, condition, xp, coins, is_active)
SELECT gen_random_uuid(), 1, name, lower(name), description, condition::jsonb, xp, coins, true
FROM (
    VALUES
        ('First day', 'Do something by hand.', '{"type": "count", "of": ["kept_day"], "at_least": 1, "within_days": null}', 20, 10),
        ('A week of meals', 'Fed within a week, fifty times.',
            '{"type": "count", "of": ["feed"], "at_least": 50, "within_days": 7}', 100, 30),
        ('Seven in a row', 'Do something by hand on seven days in a row.', '{"type": "streak", "at_least": 7}', 100, 40),
        ('Perfect day', 'Have all tasks of a day done.',
            '{"type": "count", "of": ["perfect_day"], "at_least": 1, "within_days": null}', 40, 15),
        ('Shepherd', 'Care for ten different animals.',
            '{"type": "animals", "of": ["feed", "health_check", "clean", "exercise"], "at_least": 10}', 150, 50),
        ('Old hand', 'Reach level 10.', '{"type": "level", "at_least": 10}', 0, 200)
) AS achievement (name, description, condition, xp, coins);
