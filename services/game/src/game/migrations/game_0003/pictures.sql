CREATE TABLE entry_photos (
    id uuid PRIMARY KEY,
    entry_id uuid NOT NULL REFERENCES entries,
    media_type varchar(20) NOT NULL,
    size integer NOT NULL,
    digest varchar(64) NOT NULL,
    added_at timestamptz NOT NULL,
    CONSTRAINT entry_photos_media_type_check CHECK (media_type IN ('image/jpeg', 'image/png')),
    CONSTRAINT entry_photos_size_check CHECK (size BETWEEN 1 AND 10485760)
);
CREATE INDEX entry_photos_entry_id_id_idx ON entry_photos (entry_id, id);
