ALTER TABLE answers DROP COLUMN office;
ALTER TABLE answers DROP COLUMN recommendation;
ALTER TABLE recommendations DROP COLUMN revision;
ALTER TABLE recommendations DROP COLUMN office;
DROP TABLE offices;
