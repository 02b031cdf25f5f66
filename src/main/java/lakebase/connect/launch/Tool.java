package lakebase.connect.launch;

/** The programs that can be opened on a compute. */
public enum Tool {
  PSQL,
  DBEAVER,
  PGADMIN
}
