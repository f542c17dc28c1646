-- The text that a discovery was read from, with everything that plain talk changed in it.
ALTER TABLE discovery ADD COLUMN message_id uuid;
ALTER TABLE discovery ADD COLUMN text text NOT NULL DEFAULT '';
