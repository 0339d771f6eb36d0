CREATE TABLE views (
    viewer_id uuid NOT NULL,
    livestock_id uuid NOT NULL,
    began_at timestamptz NOT NULL,
    basis varchar(20) NOT NULL,
    told_at timestamptz,
    CONSTRAINT views_pkey PRIMARY KEY (viewer_id, livestock_id, began_at)
);

CREATE INDEX views_untold_idx ON views (began_at) WHERE told_at IS NULL;
CREATE INDEX views_began_at_idx ON views (began_at);
