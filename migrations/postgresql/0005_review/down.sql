DROP INDEX events_subject;
DROP TABLE saved_filters;
DROP TABLE weighings;
DROP TABLE search_words;
DROP TABLE search_rows;
DROP TABLE search_waiting;
DROP TABLE postponements;
