create index reports_demo on reports (id) where is_demo;
