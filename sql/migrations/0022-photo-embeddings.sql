-- What an optional model (PHOTO_MODEL) makes of a picture: signed bytes whose direction says which animal it is.
-- Vectors of two models have nothing to do with each other, so each row names its own.
alter table photos
  add column embedding_model text,
  add column embedding bytea,
  add constraint photos_embedding_check check ((embedding is null) = (embedding_model is null));
