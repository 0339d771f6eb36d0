CREATE TABLE farm_weights (
    farm_id uuid NOT NULL,
    quarter_began date NOT NULL,
    kilograms numeric(14, 2) NOT NULL,
    measured_on date NOT NULL,
    CONSTRAINT farm_weights_pkey PRIMARY KEY (farm_id, quarter_began)
);
