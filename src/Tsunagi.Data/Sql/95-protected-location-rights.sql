-- Versions of a protected location and looks at it are added, never changed; the paths of exclusions are the owner's.
revoke update on protected_location, protected_location_read from tsunagi;
revoke insert, update on exclusion_path from tsunagi;
