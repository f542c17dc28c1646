CREATE TABLE effect (
    id          uuid        NOT NULL PRIMARY KEY,
    masterplan_id uuid      NOT NULL,
    wave        int         NOT NULL,
    traceparent text,
    logged_trace text,
    happened_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
