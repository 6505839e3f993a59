DROP TABLE forum_topics;
DROP TABLE forums;
DROP TABLE agreement_links;
