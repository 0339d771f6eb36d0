CREATE TABLE detection_images (
    device_id uuid NOT NULL,
    event_id uuid NOT NULL,
    detected_at timestamptz NOT NULL,
    key varchar(200),
    media_type varchar(20),
    size integer,
    stored_at timestamptz,
    CONSTRAINT detection_images_pkey PRIMARY KEY (device_id, event_id)
);

CREATE INDEX detection_images_detected_at_idx ON detection_images (detected_at);
