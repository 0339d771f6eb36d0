CREATE TABLE livestock_photos (
    id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    media_type varchar(20) NOT NULL,
    size integer NOT NULL,
    is_cover boolean NOT NULL,
    added_by uuid NOT NULL,
    added_at timestamptz NOT NULL,
    CONSTRAINT livestock_photos_pkey PRIMARY KEY (id),
    CONSTRAINT livestock_photos_media_type_check CHECK (media_type IN ('image/jpeg', 'image/png')),
    CONSTRAINT livestock_photos_size_check CHECK (size BETWEEN 1 AND 10485760),
    CONSTRAINT livestock_photos_livestock_id_fkey FOREIGN KEY(livestock_id) REFERENCES livestock (id)
);

CREATE UNIQUE INDEX livestock_photos_cover_key ON livestock_photos (livestock_id) WHERE is_cover;
CREATE INDEX livestock_photos_livestock_id_id_idx ON livestock_photos (livestock_id, id);
