ALTER TABLE saved_searches ADD COLUMN wanted jsonb, ADD COLUMN asked jsonb, ADD COLUMN keys varchar[];

UPDATE saved_searches SET
    wanted = jsonb_strip_nulls(jsonb_build_object(
        'currency', currency,
        'type_name', CASE WHEN type_name <> '' THEN jsonb_build_array(type_name) END,
        'breed_name', CASE WHEN breed_name <> '' THEN jsonb_build_array(breed_name) END,
        'sex', nullif(sex, ''),
        'min_price', round(min_price / 100.0, 2)::text, 'max_price', round(max_price / 100.0, 2)::text,
        'min_weight_kg', min_weight_kg::text, 'max_weight_kg', max_weight_kg::text)),
    asked = jsonb_build_object(
        'values', jsonb_strip_nulls(jsonb_build_object(
            'type_name', CASE WHEN type_name <> '' THEN jsonb_build_array(type_name) END,
            'breed_name', CASE WHEN breed_name <> '' THEN jsonb_build_array(breed_name) END,
            'sex', CASE WHEN sex <> '' THEN jsonb_build_array(sex) END)),
        'bounds', jsonb_strip_nulls(jsonb_build_object(
            'price', CASE WHEN num_nonnulls(min_price, max_price) > 0 THEN jsonb_build_object(
                'low', min_price, 'high', max_price) END,
            'weight_kg', CASE WHEN num_nonnulls(min_weight_kg, max_weight_kg) > 0 THEN jsonb_build_object(
                'low', min_weight_kg, 'high', max_weight_kg) END)),
        'flags', '{}'::jsonb, 'groups', '[]'::jsonb),
    keys = CASE WHEN breed_name <> '' THEN ARRAY[currency || ' breed ' || breed_name]
        WHEN type_name <> '' THEN ARRAY[currency || ' type ' || type_name] ELSE ARRAY[currency] END;

ALTER TABLE saved_searches
    ALTER COLUMN wanted SET NOT NULL, ALTER COLUMN asked SET NOT NULL, ALTER COLUMN keys SET NOT NULL,
    DROP COLUMN currency, DROP COLUMN type_name, DROP COLUMN breed_name, DROP COLUMN sex, DROP COLUMN min_price,
    DROP COLUMN max_price, DROP COLUMN min_weight_kg, DROP COLUMN max_weight_kg;
CREATE INDEX saved_searches_keys_idx ON saved_searches USING gin (keys);
