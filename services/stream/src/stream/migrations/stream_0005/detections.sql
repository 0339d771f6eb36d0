CREATE TABLE cards (
    livestock_id uuid NOT NULL,
    kind varchar(10) NOT NULL,
    version bigint NOT NULL,
    key varchar(100),
    CONSTRAINT cards_pkey PRIMARY KEY (livestock_id, kind),
    CONSTRAINT cards_kind_check CHECK (kind IN ('hand', 'card', 'eid', 'tag'))
);

CREATE INDEX cards_key_idx ON cards (key);

CREATE TABLE unknown_cards (
    farm_id uuid NOT NULL,
    key varchar(100) NOT NULL,
    card varchar(100) NOT NULL,
    detections bigint NOT NULL,
    first_at timestamptz NOT NULL,
    last_at timestamptz NOT NULL,
    CONSTRAINT unknown_cards_pkey PRIMARY KEY (farm_id, key)
);

CREATE INDEX unknown_cards_key_idx ON unknown_cards (key);
CREATE INDEX unknown_cards_last_at_farm_id_key_idx ON unknown_cards (last_at, farm_id, key);

CREATE TABLE sightings (
    livestock_id uuid NOT NULL,
    camera_id uuid NOT NULL,
    device_id uuid NOT NULL,
    event_id uuid NOT NULL,
    farm_id uuid NOT NULL,
    area_id uuid,
    is_home boolean NOT NULL,
    confidence smallint NOT NULL,
    first_at timestamptz NOT NULL,
    detected_at timestamptz NOT NULL,
    told_at timestamptz,
    CONSTRAINT sightings_pkey PRIMARY KEY (livestock_id, camera_id)
);

CREATE TABLE detectors (
    device_id uuid NOT NULL,
    skew interval NOT NULL,
    CONSTRAINT detectors_pkey PRIMARY KEY (device_id),
    CONSTRAINT detectors_device_id_fkey FOREIGN KEY(device_id) REFERENCES devices (id) ON DELETE CASCADE
);

CREATE TABLE detections (
    device_id uuid NOT NULL,
    event_id uuid NOT NULL,
    detected_at timestamptz NOT NULL,
    device_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    livestock_id uuid,
    camera_id uuid NOT NULL,
    farm_id uuid NOT NULL,
    area_id uuid,
    evidence_id uuid,
    position smallint NOT NULL,
    marks smallint NOT NULL,
    confidence smallint NOT NULL,
    x smallint,
    y smallint,
    width smallint,
    height smallint,
    card varchar(100) NOT NULL,
    card_key varchar(100) NOT NULL,
    area varchar(50),
    model_version varchar(50),
    CONSTRAINT detections_pkey PRIMARY KEY (device_id, event_id, detected_at),
    CONSTRAINT detections_confidence_check CHECK (confidence BETWEEN 0 AND 10000)
) PARTITION BY RANGE (detected_at);

CREATE INDEX detections_detected_at_idx ON detections
    USING brin (detected_at timestamptz_minmax_multi_ops) WITH (autosummarize = on, pages_per_range = 32);
CREATE INDEX detections_livestock_id_detected_at_idx ON detections (livestock_id, detected_at);
CREATE INDEX detections_unresolved_idx ON detections (card_key, detected_at) WHERE livestock_id IS NULL;
CREATE INDEX detections_marked_idx ON detections (received_at, device_id, event_id) WHERE marks <> 0;
