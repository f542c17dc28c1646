-- Answers to requests that may be sent again, for 24 hours.
CREATE TABLE idempotency (
    key          text        NOT NULL,
    principal    text        NOT NULL,
    request_hash text        NOT NULL,
    status       int,
    body         text,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (key, principal)
);

CREATE INDEX idempotency_age ON idempotency (created_at);
