-- What the writer reads: answers are mailed in it. Null where it was not told: the language of the report then.
alter table threads add column writer_language text;
