-- One row per session: the last number given out. Its lock makes numbers gapless and in commit order.
CREATE TABLE live_session (
    session_id uuid   NOT NULL PRIMARY KEY,
    last_seq   bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

-- Every durable live update once, numbered per session.
CREATE TABLE live_journal (
    session_id    uuid        NOT NULL,
    seq           bigint      NOT NULL,
    id            text        NOT NULL UNIQUE,
    masterplan_id uuid,
    type          text        NOT NULL,
    subject       text        NOT NULL,
    time          timestamptz NOT NULL,
    trace_id      text,
    data          text        NOT NULL,
    PRIMARY KEY (session_id, seq)
);

CREATE INDEX live_journal_subject ON live_journal (session_id, subject, seq DESC);
CREATE INDEX live_journal_masterplan ON live_journal (masterplan_id, session_id, seq) WHERE masterplan_id IS NOT NULL;
