-- What figures are computed from: the fleet's events as rows, in ClickHouse (ADR 45).
--
-- How to read it
--   * Each table has one kind of fact. A row follows from one event alone, never from what was known before, so that any
--     order and any repetition of events gives the same rows. `event_id` is that event; its text is in `events`.
--   * Read every table with FINAL: `FROM lines FINAL`. Rows of one key (ORDER BY) are one fact. If the same fact came
--     twice, also under another event id, the row with the highest `version` stays. FINAL is cheap where the query names
--     the first columns of the key.
--   * People are pseudonyms. `owner`, `person`, `buyer`, `seller` and the people in the text of events are ids that stand
--     only in PostgreSQL beside the user's own (`pseudonyms`). Whose figures are asked: `await pseudonym_of(db, user_id)`.
--     When somebody is deleted, that row goes, and with it the person; their facts and all sums stay.
--   * Nobody, and the platform as an owner, is the nil id: 00000000-0000-0000-0000-000000000000. So is an id that an event
--     does not have: no column is NULL unless it says so.
--   * Money is an integer of minor units beside its currency. Add up within a currency only.
--   * `at` is when it happened, as its producer says; where the event does not say, when it was emitted. UTC.
--   * A correction is a row of its own that names what it replaces. Leave out what another row replaces, such as
--       WHERE weighing_id NOT IN (SELECT supersedes_id FROM weights FINAL WHERE livestock_id = {animal:UUID})
--   * What an animal was at a time, its owner or its farm, comes by ASOF JOIN:
--       FROM meals AS m FINAL ASOF LEFT JOIN (SELECT * FROM ownerships FINAL) AS o
--         ON m.livestock_id = o.livestock_id AND m.at >= o.at
--
-- From a figure to the ledger
--   A line has `purpose` and `reference_id`. They name what the wallet was asked for, and `transfers` has the ledger's
--   transfer of the same purpose and reference. Care is paid by one or two payments of a request: `payments` leads from
--   `lines.reference_id` (the request) to the references of `transfers`. A line without a transfer is not booked yet, or
--   never moved money here (`value_at_registration`, `disputed`: the bank moved it).

CREATE TABLE IF NOT EXISTS events (
    event_id UUID,
    type LowCardinality(String),            -- wallet.hold.captured
    major UInt16,                           -- the major version of the type
    source LowCardinality(String),          -- the service that published it
    subject String,                         -- the aggregate that it happened to
    occurred_at DateTime64(6, 'UTC'),       -- when its producer emitted it
    arrived_at DateTime64(6, 'UTC'),
    correlation_id String,
    causation_id String,
    data String CODEC(ZSTD(3)),             -- its JSON, people as pseudonyms
    version UInt128
) ENGINE = ReplacingMergeTree(version) PARTITION BY toYYYYMM(occurred_at) ORDER BY event_id
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- What somebody gained (+) or paid (-), one row for each side, so that the rows of one movement add up to zero. The
-- platform is the nil owner. Kinds:
--   purchase, sale       the price of an animal that changed hands; `sale` is the whole price, the fee is a line of its own
--   sale_fee             the platform's fee for a sale, paid by the seller
--   feed, welfare_feed   what was fed of a period and settled; correction of it: feed_correction (either sign)
--   care                 care that was done
--   removal_fee          an animal was taken out
--   insurance            paid for a death
--   refund               an order was paid back; the animal may stay
--   disputed             the payer's bank took the payment back: it is theirs again, outside of the ledger
--   prize, reward, credit, correction, transfer       money for or from a person, for no animal
--   deposit, withdrawal, withdrawal_returned          in and out: cash, never profit; the other side is outside, no row
--   provider_fee         what a payment provider kept, of the platform
CREATE TABLE IF NOT EXISTS lines (
    owner UUID,
    livestock_id UUID,                      -- nil: for no animal
    kind LowCardinality(String),
    reference_id UUID,                      -- of an order, period, correction, request, removal, claim, refund, ...
    part UInt16,                            -- tells lines of one kind and reference apart
    at DateTime64(6, 'UTC'),
    amount_minor Int64,
    currency LowCardinality(String),
    purpose LowCardinality(String),         -- as in `transfers`; '' where the ledger has none
    counterparty UUID,                      -- the other side, nil: the platform
    farm_id UUID,                           -- where the event says so, else nil: see `placements`
    event_id UUID,
    version UInt128,
    INDEX animal livestock_id TYPE bloom_filter GRANULARITY 4,
    INDEX reference reference_id TYPE bloom_filter GRANULARITY 4
) ENGINE = ReplacingMergeTree(version) ORDER BY (owner, livestock_id, kind, reference_id, part)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, index_granularity = 1024;

-- What the ledger booked, as the wallet says. `answer` is captured, charged, rewarded, credited, corrected, transferred,
-- deposited, withdrawn, withdrawal_returned, withdrawn_after_all.
CREATE TABLE IF NOT EXISTS transfers (
    reference_id UUID,
    purpose LowCardinality(String),
    transfer_id UUID,
    answer LowCardinality(String),
    at DateTime64(6, 'UTC'),
    amount_minor Int64,
    owed_minor Int64,                       -- of a mandatory charge: what the payer lacked, and owes
    currency LowCardinality(String),
    payer UUID,
    payee UUID,                             -- nil: the platform, or several: see `shares` in the event
    event_id UUID,
    version UInt128,
    INDEX transfer transfer_id TYPE bloom_filter GRANULARITY 4
) ENGINE = ReplacingMergeTree(version) ORDER BY (reference_id, purpose, transfer_id)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- By which references of `transfers` a request for care is paid.
CREATE TABLE IF NOT EXISTS payments (
    request_id UUID,
    reference_id UUID,
    event_id UUID,
    version UInt128
) ENGINE = ReplacingMergeTree(version) ORDER BY (request_id, reference_id)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- What an animal is. Where it lives, who owns it, what it weighs and is worth is in the tables below.
CREATE TABLE IF NOT EXISTS animals (
    livestock_id UUID,
    type_id UUID,
    breed_id UUID,
    type_name LowCardinality(String),
    breed_name LowCardinality(String),
    sex LowCardinality(String),             -- female, male
    at DateTime64(6, 'UTC'),                -- registered; of a restated animal: since when its owner has it
    event_id UUID,
    version UInt128
) ENGINE = ReplacingMergeTree(version) ORDER BY livestock_id
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS births (
    livestock_id UUID,
    born_on Nullable(Date32),               -- NULL: nobody knows
    event_id UUID,
    version UInt128
) ENGINE = ReplacingMergeTree(version) ORDER BY livestock_id
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- Since when an animal lives where. Nil: in no farm any more.
CREATE TABLE IF NOT EXISTS placements (
    livestock_id UUID,
    at DateTime64(6, 'UTC'),
    farm_id UUID,
    event_id UUID,
    version UInt128
) ENGINE = ReplacingMergeTree(version) ORDER BY (livestock_id, at)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- Since when an animal has which owner. `how`: registered, bought, reclaimed, removed, restated.
CREATE TABLE IF NOT EXISTS ownerships (
    livestock_id UUID,
    at DateTime64(6, 'UTC'),
    owner UUID,
    how LowCardinality(String),
    order_id UUID,
    event_id UUID,
    version UInt128,
    INDEX owner owner TYPE bloom_filter GRANULARITY 4
) ENGINE = ReplacingMergeTree(version) ORDER BY (livestock_id, at)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- What an animal was worth from then on, as the farm values it. `how`: registered, weighed, priced, restated.
CREATE TABLE IF NOT EXISTS valuations (
    livestock_id UUID,
    at DateTime64(6, 'UTC'),
    source_id UUID,                         -- the weighing; registered: the animal; else the event
    value_minor Int64,
    currency LowCardinality(String),
    how LowCardinality(String),
    event_id UUID,
    version UInt128
) ENGINE = ReplacingMergeTree(version) ORDER BY (livestock_id, source_id)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- `is_measured` is 0 for the weight that an animal was registered with.
CREATE TABLE IF NOT EXISTS weights (
    livestock_id UUID,
    weighing_id UUID,
    at DateTime64(6, 'UTC'),
    weight_kg Decimal(12, 3),
    is_measured UInt8,
    supersedes_id UUID,                     -- the weighing that this one corrects
    event_id UUID,
    version UInt128
) ENGINE = ReplacingMergeTree(version) ORDER BY (livestock_id, weighing_id)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- `outcome`: fed, partly, refused; missed: nobody logged the meal in time. A missed meal does not count where another row
-- has the same `meal_id`, a feeding not where another one has its id as `replaces_id`.
CREATE TABLE IF NOT EXISTS meals (
    livestock_id UUID,
    feeding_id UUID,                        -- of a missed meal: the meal
    meal_id UUID,                           -- nil: none was planned
    farm_id UUID,
    at DateTime64(6, 'UTC'),
    outcome LowCardinality(String),
    kg Nullable(Decimal(12, 3)),            -- NULL: nobody knows
    is_estimated UInt8,
    replaces_id UUID,
    event_id UUID,
    version UInt128
) ENGINE = ReplacingMergeTree(version) ORDER BY (livestock_id, feeding_id)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- `kind`: checkup, vaccination, treatment, emergency, grooming, surgery (done; care without medicine), dose_vaccination,
-- dose_treatment (given), dose_missed, emergency_raised, care_cancelled.
CREATE TABLE IF NOT EXISTS health (
    livestock_id UUID,
    kind LowCardinality(String),
    source_id UUID,                         -- the request or the dose
    at DateTime64(6, 'UTC'),
    medicine_id UUID,
    meat_days UInt16,
    event_id UUID,
    version UInt128
) ENGINE = ReplacingMergeTree(version) ORDER BY (livestock_id, kind, source_id)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- A death that was reinstated does not count. `state`: died, reinstated.
CREATE TABLE IF NOT EXISTS deaths (
    livestock_id UUID,
    death_id UUID,
    state LowCardinality(String),
    at DateTime64(6, 'UTC'),
    owner UUID,
    event_id UUID,
    version UInt128
) ENGINE = ReplacingMergeTree(version) ORDER BY (livestock_id, death_id, state)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- `state`: published, removed.
CREATE TABLE IF NOT EXISTS listings (
    listing_id UUID,
    state LowCardinality(String),
    livestock_id UUID,
    at DateTime64(6, 'UTC'),
    is_resale UInt8,
    price_minor Int64,
    currency LowCardinality(String),        -- '' of a removed one
    reason LowCardinality(String),          -- why it was removed; sold: it was bought
    event_id UUID,
    version UInt128
) ENGINE = ReplacingMergeTree(version) ORDER BY (listing_id, state)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- `state`: placed, confirmed, escrowed, fulfilled (has buyer, seller, price and fee), completed, cancelled, refunded.
CREATE TABLE IF NOT EXISTS orders (
    order_id UUID,
    state LowCardinality(String),
    listing_id UUID,
    livestock_id UUID,
    at DateTime64(6, 'UTC'),
    buyer UUID,
    seller UUID,
    price_minor Int64,
    fee_minor Int64,
    currency LowCardinality(String),
    reason LowCardinality(String),
    event_id UUID,
    version UInt128
) ENGINE = ReplacingMergeTree(version) ORDER BY (order_id, state)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- What people did, without who they are. `kind`: registered, verified, kyc_submitted, kyc_approved, deposited, ordered,
-- bought, sold, fed (started feed), cared (accepted care), withdrew, transferred, deactivated, deleted.
CREATE TABLE IF NOT EXISTS activity (
    person UUID,
    kind LowCardinality(String),
    reference_id UUID,
    at DateTime64(6, 'UTC'),
    role LowCardinality(String),            -- '' where the event does not say
    event_id UUID,
    version UInt128
) ENGINE = ReplacingMergeTree(version) ORDER BY (person, kind, reference_id)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- Up to which position of arrivals all of the above is written: one row. No fact, and of no use to figures.
CREATE TABLE IF NOT EXISTS marks (
    id UInt8,
    position UInt64
) ENGINE = ReplacingMergeTree(position) ORDER BY id
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
