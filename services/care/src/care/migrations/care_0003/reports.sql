CREATE TABLE care_reports (
    id uuid NOT NULL,
    findings text NOT NULL,
    diagnosis text NOT NULL,
    treatment text NOT NULL,
    follow_up_on date,
    follow_up_service_id uuid,
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL,
    stored_at timestamptz,
    attempts integer NOT NULL CONSTRAINT care_reports_attempts_check CHECK (attempts >= 0),
    due_at timestamptz,
    CONSTRAINT care_reports_pkey PRIMARY KEY (id),
    CONSTRAINT care_reports_follow_up_check CHECK (num_nulls(follow_up_on, follow_up_service_id) <> 1),
    CONSTRAINT care_reports_due_check CHECK (due_at IS NULL OR stored_at IS NULL),
    CONSTRAINT care_reports_id_fkey FOREIGN KEY(id) REFERENCES care_requests (id),
    CONSTRAINT care_reports_follow_up_service_id_fkey FOREIGN KEY(follow_up_service_id) REFERENCES care_services (id)
);

CREATE INDEX care_reports_due_at_idx ON care_reports (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE care_files (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    media_type varchar(20) NOT NULL,
    size integer NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamptz NOT NULL,
    CONSTRAINT care_files_pkey PRIMARY KEY (id),
    CONSTRAINT care_files_media_type_check CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    CONSTRAINT care_files_size_check CHECK (size BETWEEN 1 AND 10485760),
    CONSTRAINT care_files_request_id_fkey FOREIGN KEY(request_id) REFERENCES care_requests (id)
);

CREATE INDEX care_files_request_id_id_idx ON care_files (request_id, id);
