-- Visitors are found by the beginning of the name they gave, at one's own desk (さがす): LIKE needs an index in byte order.
create index if not exists consultation_visitor_name on consultation (organisation_id, visitor_name text_pattern_ops);
