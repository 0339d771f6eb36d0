CREATE TABLE cameras (
    id uuid NOT NULL,
    version integer NOT NULL,
    device_id uuid NOT NULL,
    farm_id uuid NOT NULL,
    name varchar(100) NOT NULL,
    area_id uuid,
    location varchar(255),
    angle varchar(50),
    address varchar(500),
    resolution varchar(20),
    frames_per_second integer,
    recording varchar(10) NOT NULL,
    detection_enabled boolean NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    CONSTRAINT cameras_pkey PRIMARY KEY (id),
    CONSTRAINT cameras_recording_check CHECK (recording IN ('continuous', 'detections', 'off')),
    CONSTRAINT cameras_frames_per_second_check CHECK (frames_per_second BETWEEN 1 AND 240),
    CONSTRAINT cameras_device_id_fkey FOREIGN KEY(device_id) REFERENCES devices (id)
);

CREATE INDEX cameras_device_id_id_idx ON cameras (device_id, id);
CREATE INDEX cameras_farm_id_area_id_idx ON cameras (farm_id, area_id);

CREATE TABLE camera_animals (
    camera_id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    assigned_at timestamptz NOT NULL,
    assigned_by uuid NOT NULL,
    CONSTRAINT camera_animals_pkey PRIMARY KEY (camera_id, livestock_id),
    CONSTRAINT camera_animals_camera_id_fkey FOREIGN KEY(camera_id) REFERENCES cameras (id) ON DELETE CASCADE
);

CREATE INDEX camera_animals_livestock_id_idx ON camera_animals (livestock_id);
