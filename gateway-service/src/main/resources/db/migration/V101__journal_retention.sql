-- Finds what is older than the retention without reading the whole journal.
CREATE INDEX live_journal_time ON live_journal USING brin (time);
