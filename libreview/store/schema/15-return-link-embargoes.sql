-- The embargoes that whoever made a link read through then: what these cover is shown by the link.
CREATE TABLE return_link_embargoes(
  link TEXT NOT NULL REFERENCES return_links(link),
  embargo TEXT NOT NULL,
  PRIMARY KEY (link, embargo)
) STRICT, WITHOUT ROWID;
