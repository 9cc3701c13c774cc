-- Unused notices are deleted, and the memory of whom they were about with them; row-level security says when. Whom one is about never changes.
grant delete on coordination_notice to tsunagi;
revoke update on coordination_notice_person from tsunagi;
revoke all on function notice_in_sealed_matter(text[], uuid[], uuid[]) from public;
grant execute on function notice_in_sealed_matter(text[], uuid[], uuid[]) to tsunagi;
