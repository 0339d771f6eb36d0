CREATE TABLE judgements (
    sensor_id uuid NOT NULL,
    due_from timestamptz,
    due_until timestamptz,
    judged_until timestamptz,
    states jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT judgements_pkey PRIMARY KEY (sensor_id),
    CONSTRAINT judgements_sensor_id_fkey FOREIGN KEY(sensor_id) REFERENCES sensors (id) ON DELETE CASCADE
);

CREATE INDEX judgements_due_from_idx ON judgements (due_from) WHERE due_from IS NOT NULL;
