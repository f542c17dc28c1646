-- Events wait here from the transaction of their change until Kafka has them.
CREATE TABLE outbox (
    id            uuid        NOT NULL PRIMARY KEY,
    topic         text        NOT NULL,
    key           text        NOT NULL,
    sequence      bigint      NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('domain', 'live')),
    masterplan_id uuid,
    traceparent   text,
    payload       bytea       NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    published_at  timestamptz
) WITH (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000);

ALTER TABLE outbox ALTER COLUMN payload SET STORAGE EXTERNAL;

CREATE INDEX outbox_waiting ON outbox (topic, key, sequence) WHERE published_at IS NULL;
CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;

-- The row lock of a key makes commit order and sequence the same.
CREATE TABLE outbox_key (
    topic text   NOT NULL,
    key   text   NOT NULL,
    last  bigint NOT NULL,
    PRIMARY KEY (topic, key)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 1000);

-- One row per instance slot: whether its publisher ended in order.
CREATE TABLE outbox_publisher (
    slot       int     NOT NULL PRIMARY KEY,
    clean      boolean NOT NULL,
    cluster_id text
);

-- Events whose effect a consumer already had.
CREATE TABLE inbox (
    consumer    text        NOT NULL,
    event_id    uuid        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id)
);

CREATE INDEX inbox_received ON inbox (received_at);
