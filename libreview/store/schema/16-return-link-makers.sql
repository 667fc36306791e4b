-- Who read through the embargo when they made the link: it shows what is covered for as long as they still do. A person
-- without an account is known by the role of their token, which was not kept before this step.
ALTER TABLE return_link_embargoes ADD COLUMN person TEXT NOT NULL DEFAULT '';
ALTER TABLE return_link_embargoes ADD COLUMN role TEXT NOT NULL DEFAULT '';
UPDATE return_link_embargoes SET person = coalesce(
  (SELECT actor FROM access_log WHERE deed = 'return-link-made' AND subject = return_link_embargoes.link), '');
