-- A market of `searches.listings` animals on 200 farms: 5 types, 50 breeds, titles and descriptions of common words.
SELECT setseed(0.5);

INSERT INTO farms (id, version, name, latitude, longitude)
SELECT md5('farm' || n)::uuid, 1,
    (ARRAY['Çiftlik', 'Granja', 'Hill Farm', 'مزرعة', 'Green Valley'])[1 + n % 5] || ' '
        || (ARRAY['Olivar', 'Yeşil', 'Norte', 'النخيل', 'Brook', 'Kaya', 'Sierra', 'River'])[1 + n % 8] || ' ' || n,
    36 + 6 * random(), 26 + 19 * random()
FROM generate_series(1, 200) AS n;

CREATE TEMP TABLE made AS
SELECT n, md5('animal' || n)::uuid AS animal, md5('listing' || n)::uuid AS listing, 1 + (random() * 4)::int AS type,
    (random() * 9)::int AS breed, 1 + (random() * 199)::int AS farm, (random() < 0.6)::int AS female,
    20 + 400 * random() AS kg, (60 + 2500 * random())::int AS age, random() AS chance
FROM generate_series(1, current_setting('searches.listings')::int) AS n;

INSERT INTO animals (id, version, details_version, type_name, breed_name, tag_number, sex, birth_version, date_of_birth,
    farm_version, farm_id, farm_name, weight_version, weight_kg, blocks_version, photos_version, photos, examined_at)
SELECT animal, 1, 1, (ARRAY['Sheep', 'Goat', 'Cattle', 'Camel', 'Horse'])[type],
    (ARRAY['Merino', 'Dorper', 'Awassi', 'Kıvırcık', 'Manchega', 'Suffolk', 'نعيمي', 'Angus', 'Texel', 'Lacaune'])[1 + breed]
        || ' ' || type,
    'TR' || lpad(n::text, 9, '0'), (ARRAY['male', 'female'])[1 + female], 1, current_date - age, 1,
    md5('farm' || farm)::uuid, 'Farm ' || farm, 1, round(kg::numeric, 2), 0, 0,
    CASE WHEN chance < 0.5 THEN ARRAY[gen_random_uuid()] ELSE '{}' END,
    CASE WHEN chance > 0.7 THEN now() - interval '10 days' END
FROM made;

INSERT INTO listings (id, livestock_id, title, description, price, currency, fee_basis_points, negotiable, featured, state,
    created_at, expires_at)
SELECT listing, animal,
    (ARRAY['Strong', 'Young', 'Healthy', 'Genç', 'Sana', 'ممتاز'])[1 + n % 6] || ' '
        || (ARRAY['ewe', 'ram', 'lamb', 'koyun', 'oveja', 'خروف', 'heifer', 'bull'])[1 + n % 8] || ' with '
        || (ARRAY['fine wool', 'good milk', 'calm temper', 'long horns', 'papers'])[1 + n % 5],
    'Shorn in spring, vaccinated, good on grass, used to dogs and children. Lot ' || n % 977,
    (100 * kg * (2 + 6 * random()))::bigint, 'USD', 250, chance < 0.3, chance > 0.99, 'live',
    now() - n * interval '1 second', now() + interval '60 days'
FROM made;

-- Each document is to be made once, not once for each of its rows.
DELETE FROM search_changes WHERE kind <> 'listing';
