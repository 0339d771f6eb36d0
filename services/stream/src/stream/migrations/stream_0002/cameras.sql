CREATE TABLE camera_reports (
    camera_id uuid NOT NULL,
    state varchar(10) NOT NULL,
    detail varchar(200),
    changed_at timestamptz NOT NULL,
    reported_at timestamptz NOT NULL,
    announced varchar(10),
    announced_since timestamptz,
    CONSTRAINT camera_reports_pkey PRIMARY KEY (camera_id),
    CONSTRAINT camera_reports_state_check CHECK (state IN ('online', 'offline', 'error')),
    CONSTRAINT camera_reports_announced_check CHECK (announced IN ('online', 'offline', 'error')),
    CONSTRAINT camera_reports_camera_id_fkey FOREIGN KEY(camera_id) REFERENCES cameras (id) ON DELETE CASCADE
);
