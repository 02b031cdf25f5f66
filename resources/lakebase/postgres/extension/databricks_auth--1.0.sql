\echo Use "CREATE EXTENSION databricks_auth" to load this file. \quit

-- Makes a role for a Databricks identity. identity_name is a user's e-mail address, a service
-- principal's application id or a group's name; identity_type is USER, SERVICE_PRINCIPAL or GROUP.
CREATE FUNCTION databricks_create_role(identity_name text, identity_type text)
RETURNS void
LANGUAGE plpgsql
STRICT
SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  -- Within this function current_user is its owner; the caller is whom it had become, else logged in as.
  caller name := CASE current_setting('role') WHEN 'none' THEN session_user ELSE current_setting('role') END;
  marker name;
BEGIN
  IF NOT (SELECT rolcreaterole FROM pg_roles WHERE rolname = caller)
     AND NOT pg_has_role(caller, 'databricks_superuser', 'MEMBER') THEN
    RAISE EXCEPTION 'permission denied to create role'
      USING ERRCODE = 'insufficient_privilege',
            DETAIL = 'Only roles with the CREATEROLE attribute may create roles.';
  END IF;
  marker := CASE upper(identity_type)
    WHEN 'USER' THEN 'databricks_auth_user'
    WHEN 'SERVICE_PRINCIPAL' THEN 'databricks_auth_service_principal'
    WHEN 'GROUP' THEN 'databricks_auth_group'
  END;
  IF marker IS NULL THEN
    RAISE EXCEPTION 'identity type must be USER, SERVICE_PRINCIPAL or GROUP, not "%"', identity_type
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF octet_length(identity_name) NOT BETWEEN 1 AND 63 THEN
    RAISE EXCEPTION 'a role''s name has 1 to 63 bytes, not %', octet_length(identity_name)
      USING ERRCODE = 'invalid_name';
  END IF;
  IF identity_name ~ '^(databricks|lakebase)_' THEN
    RAISE EXCEPTION 'role name "%" is reserved', identity_name USING ERRCODE = 'reserved_name';
  END IF;
  EXECUTE format('CREATE ROLE %I LOGIN', identity_name);
  EXECUTE format('GRANT %I TO %I WITH INHERIT FALSE, SET FALSE', marker, identity_name);
  -- As for a role that its creator made by CREATE ROLE.
  EXECUTE format('GRANT %I TO %I WITH ADMIN TRUE, INHERIT FALSE, SET FALSE', identity_name, caller);
END
$$;
