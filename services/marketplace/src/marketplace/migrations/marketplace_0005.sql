CREATE TABLE reviews (
    id uuid PRIMARY KEY,
    order_id uuid NOT NULL REFERENCES orders,
    side varchar NOT NULL,
    author_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    rating integer NOT NULL,
    text varchar NOT NULL,
    state varchar NOT NULL,
    reply varchar,
    hidden_because varchar,
    written_at timestamptz NOT NULL,
    publish_at timestamptz NOT NULL,
    published_at timestamptz,
    CONSTRAINT reviews_state_check CHECK (state IN ('written', 'published', 'hidden')),
    CONSTRAINT reviews_side_check CHECK (side IN ('buyer', 'seller')),
    CONSTRAINT reviews_rating_check CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT reviews_subject_id_check CHECK (author_id <> subject_id),
    CONSTRAINT reviews_hidden_because_check CHECK ((state = 'hidden') = (hidden_because IS NOT NULL))
);
CREATE UNIQUE INDEX reviews_side_key ON reviews (order_id, side);
CREATE INDEX reviews_subject_idx ON reviews (subject_id, side, published_at, id) WHERE state = 'published';
CREATE INDEX reviews_publish_at_idx ON reviews (publish_at) WHERE state = 'written';
CREATE INDEX reviews_author_id_idx ON reviews (author_id);

CREATE TABLE review_reports (
    review_id uuid NOT NULL REFERENCES reviews,
    reporter_id uuid NOT NULL,
    reason varchar NOT NULL,
    text varchar NOT NULL,
    reported_at timestamptz NOT NULL,
    settled_at timestamptz,
    PRIMARY KEY (review_id, reporter_id)
);
CREATE INDEX review_reports_open_idx ON review_reports (reported_at, review_id) WHERE settled_at IS NULL;

CREATE TABLE sellers (
    user_id uuid PRIMARY KEY,
    public_id uuid NOT NULL,
    stars integer[] NOT NULL,
    CONSTRAINT sellers_stars_check CHECK (cardinality(stars) = 5 AND 0 <= ALL (stars))
);
CREATE UNIQUE INDEX sellers_public_id_key ON sellers (public_id);
