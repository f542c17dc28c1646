-- How a later version of a plan came to be: why, of which version, whose content it takes up again, what differs.
ALTER TABLE plan_version ADD COLUMN reason text;
ALTER TABLE plan_version ADD COLUMN based_on int;
ALTER TABLE plan_version ADD COLUMN restores int;
ALTER TABLE plan_version ADD COLUMN summary text;
