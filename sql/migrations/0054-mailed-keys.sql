-- The key in the link that was last mailed to the author is made from this; null: none was, or it was taken back.
alter table reports add column mailed_key_id uuid;
