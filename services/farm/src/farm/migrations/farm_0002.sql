ALTER TABLE farms ADD COLUMN time_zone varchar(64) DEFAULT 'UTC' NOT NULL;

CREATE TABLE areas (
    id uuid NOT NULL,
    farm_id uuid NOT NULL,
    name varchar(100) NOT NULL,
    created_at timestamptz NOT NULL,
    is_active boolean NOT NULL,
    version integer DEFAULT '1' NOT NULL,
    name_key text NOT NULL,
    CONSTRAINT areas_pkey PRIMARY KEY (id),
    CONSTRAINT areas_farm_id_fkey FOREIGN KEY(farm_id) REFERENCES farms (id),
    CONSTRAINT areas_id_farm_id_key UNIQUE (id, farm_id)
);

CREATE INDEX areas_farm_id_id_idx ON areas (farm_id, id);
CREATE UNIQUE INDEX areas_name_key ON areas (farm_id, name_key);

CREATE TABLE placements (
    id uuid NOT NULL,
    farm_id uuid NOT NULL,
    area_id uuid,
    placed_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by uuid NOT NULL,
    animals jsonb NOT NULL,
    CONSTRAINT placements_pkey PRIMARY KEY (id),
    CONSTRAINT placements_farm_id_fkey FOREIGN KEY(farm_id) REFERENCES farms (id),
    CONSTRAINT placements_area_id_farm_id_fkey FOREIGN KEY(area_id, farm_id) REFERENCES areas (id, farm_id)
);

CREATE INDEX placements_area_id_idx ON placements (area_id);

ALTER TABLE livestock
    ADD COLUMN area_id uuid,
    ADD COLUMN placed_at timestamptz,
    ADD CONSTRAINT livestock_area_id_farm_id_fkey FOREIGN KEY(area_id, farm_id) REFERENCES areas (id, farm_id);

CREATE INDEX livestock_area_idx ON livestock (area_id, id) WHERE area_id IS NOT NULL;

CREATE TABLE announcements (
    topic varchar(20) NOT NULL,
    subject_id uuid NOT NULL,
    announced_to uuid NOT NULL,
    CONSTRAINT announcements_pkey PRIMARY KEY (topic, subject_id)
);

-- What was there before has never been published in this form.
INSERT INTO announcements
SELECT topic, '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'
FROM unnest(ARRAY['livestock_types', 'breeds', 'farms', 'livestock']) AS topic
WHERE EXISTS (SELECT FROM livestock_types) OR EXISTS (SELECT FROM farms);
