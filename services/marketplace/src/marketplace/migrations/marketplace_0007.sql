CREATE EXTENSION IF NOT EXISTS pg_trgm; -- a trusted one: the owner of the database may create it

ALTER TABLE animals
    ADD COLUMN farm_id uuid,
    ADD COLUMN birth_version bigint DEFAULT 0 NOT NULL,
    ADD COLUMN date_of_birth date,
    ADD COLUMN examined_at timestamptz;
ALTER TABLE animals ALTER COLUMN birth_version DROP DEFAULT;
CREATE INDEX animals_farm_id_idx ON animals (farm_id);

CREATE TABLE farms (
    id uuid PRIMARY KEY,
    version bigint NOT NULL,
    name varchar NOT NULL,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL
);

CREATE TABLE search_changes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind varchar NOT NULL,
    subject_id uuid NOT NULL
);

CREATE SEQUENCE search_versions;

CREATE TABLE search_documents (
    listing_id uuid PRIMARY KEY REFERENCES listings,
    slot bigint GENERATED ALWAYS AS IDENTITY,
    version bigint NOT NULL,
    livestock_id uuid NOT NULL,
    shown boolean NOT NULL,
    expires_at timestamptz,
    blocked_until timestamptz,
    created_at timestamptz NOT NULL,
    currency varchar NOT NULL,
    price bigint NOT NULL,
    price_per_kg bigint,
    weight_kg numeric(8, 2),
    date_of_birth date,
    examined_at timestamptz,
    type_name varchar,
    breed_name varchar,
    sex varchar,
    farm_id uuid,
    farm_name varchar,
    latitude double precision,
    longitude double precision,
    rating double precision,
    resale boolean NOT NULL,
    negotiable boolean NOT NULL,
    featured boolean NOT NULL,
    photos boolean NOT NULL,
    heading text[] NOT NULL,
    words text[] NOT NULL,
    terms text[] NOT NULL,
    CONSTRAINT search_documents_slot_key UNIQUE (slot)
);
CREATE INDEX search_documents_version_idx ON search_documents (version);
CREATE INDEX search_documents_heading_idx ON search_documents USING gin (heading) WHERE shown;
CREATE INDEX search_documents_words_idx ON search_documents USING gin (words) WHERE shown;

CREATE TABLE search_terms (
    kind varchar NOT NULL,
    key varchar NOT NULL,
    shown varchar NOT NULL,
    listings bigint NOT NULL,
    PRIMARY KEY (kind, key),
    CONSTRAINT search_terms_kind_check CHECK (kind IN ('type', 'breed', 'farm', 'word', 'lexeme'))
);
CREATE INDEX search_terms_prefix_idx ON search_terms (key text_pattern_ops) WHERE kind <> 'lexeme';
CREATE INDEX search_terms_key_idx ON search_terms USING gin (key gin_trgm_ops) WHERE kind <> 'lexeme';

-- What people read as the same letters is the same: capitals, accents, vowel signs of Arabic, the four i of Turkish.
CREATE FUNCTION search_folded(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN octet_length(said) = length(said) THEN lower(said) ELSE replace(replace(replace(translate(
        lower(regexp_replace(normalize(said, NFKD), '[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]', '', 'g')),
        'ıøłđðىیېکگڪةۀہھۃ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'iolddيييكككههههه01234567890123456789'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe') END
$$;

-- The words of a text, in its order: letters and digits, without what nobody sees and Arabic readers leave out.
CREATE FUNCTION search_split(said text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT word FROM regexp_split_to_table(
        lower(regexp_replace(normalize(left(said, 4000), NFKC),
            '[\u0610-\u061a\u064b-\u065f\u0670\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g')),
        '[^[:alnum:]\u0300-\u036f\u0900-\u0dff]+') AS word
    WHERE word <> '' AND length(word) <= 40
$$;

-- Words with their stems in the languages that have a dictionary, and whether one of these has them as too common.
CREATE FUNCTION search_read(said text) RETURNS TABLE (number bigint, word text, stems text[], is_common boolean)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT split.number, split.word, array_cat(found.stems, ARRAY[split.word]), cardinality(found.stems) < found.dictionaries
    FROM search_split(said) WITH ORDINALITY AS split (word, number), LATERAL (
        SELECT CASE WHEN split.word ~ '[\u0620-\u064a]' THEN ts_lexize('arabic_stem', split.word)
            ELSE ts_lexize('english_stem', split.word) || ts_lexize('spanish_stem', split.word)
                || ts_lexize('turkish_stem', split.word) END AS stems,
            CASE WHEN split.word ~ '[\u0620-\u064a]' THEN 1 ELSE 3 END AS dictionaries
        OFFSET 0) AS found -- worked out once, not wherever it is named
$$;

-- What a text is found by: its words and their stems, folded.
CREATE FUNCTION search_lexemes(said text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT DISTINCT lexeme FROM string_to_table(search_folded(string_agg(array_to_string(stems, ' '), ' ')), ' ')
        AS lexeme WHERE lexeme <> '' ORDER BY lexeme)
    FROM search_read(said) WHERE NOT is_common
$$;

-- The words that typing errors are compared with, and that are suggested: of letters only.
CREATE FUNCTION search_vocabulary(said text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT DISTINCT search_folded(word) AS term FROM search_read(said)
        WHERE NOT is_common AND word !~ '[[:digit:]]' AND length(word) BETWEEN 3 AND 30 ORDER BY term)
$$;

CREATE VIEW search_sources AS
    SELECT l.id AS listing_id, l.livestock_id,
        l.state = 'live' AND a.gone IS NULL AND a.tag_number IS NOT NULL AND coalesce(s.status, 'active') = 'active'
            AS shown,
        l.expires_at,
        (SELECT max(coalesce((block->>'until')::timestamptz, 'infinity')) FROM jsonb_array_elements(a.blocks) AS block)
            AS blocked_until,
        l.created_at, l.currency, l.price, round(l.price / nullif(a.weight_kg, 0))::bigint AS price_per_kg, a.weight_kg,
        a.date_of_birth, a.examined_at, a.type_name, a.breed_name, a.sex, a.farm_id,
        coalesce(f.name, a.farm_name) AS farm_name, f.latitude, f.longitude,
        (SELECT round(sum(star.rating * star.count)::numeric / nullif(sum(star.count), 0), 2)::double precision
            FROM unnest(r.stars) WITH ORDINALITY AS star (count, rating)) AS rating,
        l.seller_id IS NOT NULL AS resale, l.negotiable, l.featured, a.photos <> '{}' AS photos,
        concat_ws(' ', l.title, a.type_name, a.breed_name, a.tag_number) AS title,
        concat_ws(' ', coalesce(f.name, a.farm_name), l.description) AS about
    FROM listings l JOIN animals a ON a.id = l.livestock_id LEFT JOIN farms f ON f.id = a.farm_id
    LEFT JOIN user_standings s ON s.user_id = l.seller_id LEFT JOIN sellers r ON r.user_id = l.seller_id;

CREATE FUNCTION search_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changes (kind, subject_id) VALUES (TG_ARGV[0], (to_jsonb(NEW) ->> TG_ARGV[1])::uuid);
    RETURN NULL;
END $$;

CREATE TRIGGER listings_searched AFTER INSERT OR UPDATE OF state, price, title, description, negotiable, featured,
    expires_at ON listings FOR EACH ROW EXECUTE FUNCTION search_change('listing', 'id');
CREATE TRIGGER animals_searched AFTER INSERT OR UPDATE ON animals
    FOR EACH ROW EXECUTE FUNCTION search_change('animal', 'id');
CREATE TRIGGER farms_searched AFTER INSERT OR UPDATE ON farms
    FOR EACH ROW EXECUTE FUNCTION search_change('farm', 'id');
CREATE TRIGGER sellers_searched AFTER INSERT OR UPDATE OF stars ON sellers
    FOR EACH ROW EXECUTE FUNCTION search_change('seller', 'user_id');
CREATE TRIGGER user_standings_searched AFTER INSERT OR UPDATE OF status ON user_standings
    FOR EACH ROW EXECUTE FUNCTION search_change('seller', 'user_id');

INSERT INTO search_changes (kind, subject_id) SELECT 'listing', id FROM listings ORDER BY created_at, id;
