CREATE TABLE cases (
    request_id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    veterinarian_id uuid,
    is_open boolean NOT NULL,
    CONSTRAINT cases_pkey PRIMARY KEY (request_id)
);

CREATE INDEX cases_veterinarian_id_livestock_id_idx ON cases (veterinarian_id, livestock_id) WHERE is_open;
