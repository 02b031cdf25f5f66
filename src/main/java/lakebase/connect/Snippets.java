package lakebase.connect;

/**
 * Programs that connect and get a token of their own at each new connection, so that they go on
 * after it expires. They sign in to the workspace as their environment says, and contain no secret.
 */
@SuppressWarnings("InlineFormatString") // a program in its method would make that too long to read
public final class Snippets {

  private static final String SIGN_IN =
      "Signs in as the environment or ~/.databrickscfg says; DATABRICKS_HOST is %s";

  private static final String NODE =
      """
      // npm install pg
      import pg from "pg";

      // DATABRICKS_HOST is %s,
      // DATABRICKS_TOKEN a token of that workspace.
      async function password() {
        const { DATABRICKS_HOST, DATABRICKS_TOKEN } = process.env;
        const answer = await fetch(`${DATABRICKS_HOST}/api/2.0/postgres/credentials`, {
          method: "POST",
          headers: {
            Authorization: `Bearer ${DATABRICKS_TOKEN}`,
            "Content-Type": "application/json",
          },
          body: JSON.stringify({ endpoint: %s%s }),
        });
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
        return (await answer.json()).token;
      }

      const pool = new pg.Pool({
        host: %s,
        port: %d,
        database: %s,
        user: %s,
        password,
        ssl: true,
      });
      console.log((await pool.query("select version()")).rows[0].version);
      await pool.end();
      """;

  private static final String GO =
      """
      // go get github.com/databricks/databricks-sdk-go github.com/jackc/pgx/v5
      package main

      import (
      	"context"
      	"fmt"
      	"log"

      	"github.com/databricks/databricks-sdk-go"
      	"github.com/databricks/databricks-sdk-go/service/postgres"
      	"github.com/jackc/pgx/v5"
      	"github.com/jackc/pgx/v5/pgxpool"
      )

      func main() {
      	ctx := context.Background()
      	// %s
      	workspace, err := databricks.NewWorkspaceClient()
      	if err != nil {
      		log.Fatal(err)
      	}
      	config, err := pgxpool.ParseConfig(%s)
      	if err != nil {
      		log.Fatal(err)
      	}
      	config.BeforeConnect = func(ctx context.Context, connection *pgx.ConnConfig) error {
      		credential, err := workspace.Postgres.GenerateDatabaseCredential(ctx, postgres.GenerateDatabaseCredentialRequest{
      			Endpoint: %s,
      		})
      		if err != nil {
      			return err
      		}
      		connection.Password = credential.Token
      		return nil
      	}
      	pool, err := pgxpool.NewWithConfig(ctx, config)
      	if err != nil {
      		log.Fatal(err)
      	}
      	defer pool.Close()
      	var version string
      	if err := pool.QueryRow(ctx, "select version()").Scan(&version); err != nil {
      		log.Fatal(err)
      	}
      	fmt.Println(version)
      }
      """;

  private Snippets() {}

  /** Python with psycopg 3. */
  public static String psycopg(Target target, Minting minting) {
    return """
    # pip install "psycopg[binary]" databricks-sdk
    import psycopg
    from databricks.sdk import WorkspaceClient

    # %s
    workspace = WorkspaceClient()
    credential = workspace.postgres.generate_database_credential(
        endpoint=%s,%s
    )
    with psycopg.connect(
        host=%s,
        port=%d,
        dbname=%s,
        user=%s,
        password=credential.token,
        sslmode="require",
    ) as connection:
        print(connection.execute("select version()").fetchone()[0])
    """
        .formatted(
            signIn(minting),
            endpoint(minting),
            pythonGroup(minting, "    "),
            Quoting.code(target.host()),
            target.port(),
            Quoting.code(target.database()),
            Quoting.code(target.user()));
  }

  /** Python with SQLAlchemy 2. */
  public static String sqlAlchemy(Target target, Minting minting) {
    return """
    # pip install sqlalchemy "psycopg[binary]" databricks-sdk
    from databricks.sdk import WorkspaceClient
    from sqlalchemy import URL, create_engine, event, text

    # %s
    workspace = WorkspaceClient()
    engine = create_engine(
        URL.create(
            "postgresql+psycopg",
            username=%s,
            host=%s,
            port=%d,
            database=%s,
            query={"sslmode": "require"},
        )
    )


    @event.listens_for(engine, "do_connect")
    def new_token(dialect, record, arguments, parameters):
        credential = workspace.postgres.generate_database_credential(
            endpoint=%s,%s
        )
        parameters["password"] = credential.token


    with engine.connect() as connection:
        print(connection.execute(text("select version()")).scalar())
    """
        .formatted(
            signIn(minting),
            Quoting.code(target.user()),
            Quoting.code(target.host()),
            target.port(),
            Quoting.code(target.database()),
            endpoint(minting),
            pythonGroup(minting, "        "));
  }

  /** Node with pg. */
  public static String node(Target target, Minting minting) {
    return NODE.formatted(
        minting.workspace(),
        endpoint(minting),
        minting.group().isEmpty() ? "" : ", group_name: " + Quoting.code(minting.group()),
        Quoting.code(target.host()),
        target.port(),
        Quoting.code(target.database()),
        Quoting.code(target.user()));
  }

  /** Java with pgJDBC; the SDK has no word for a group. */
  public static String java(Target target, Minting minting) {
    return """
    // com.databricks:databricks-sdk-java, org.postgresql:postgresql
    import com.databricks.sdk.WorkspaceClient;
    import com.databricks.sdk.service.postgres.GenerateDatabaseCredentialRequest;
    import java.sql.DriverManager;
    import java.util.Properties;

    public class Connect {
      public static void main(String[] args) throws Exception {
        // %s
        var workspace = new WorkspaceClient();
        var credential =
            workspace
                .postgres()
                .generateDatabaseCredential(
                    new GenerateDatabaseCredentialRequest()
                        .setEndpoint(
                            %s));
        var login = new Properties();
        login.setProperty("user", %s);
        login.setProperty("password", credential.getToken());
        var url = %s;
        try (var connection = DriverManager.getConnection(url, login);
            var statement = connection.createStatement();
            var rows = statement.executeQuery("select version()")) {
          rows.next();
          System.out.println(rows.getString(1));
        }
      }
    }
    """
        .formatted(
            signIn(minting),
            endpoint(minting),
            Quoting.code(target.user()),
            Quoting.code(ConnectTexts.jdbcUrl(target)));
  }

  /** Go with pgx; the SDK has no word for a group. */
  public static String go(Target target, Minting minting) {
    return GO.formatted(signIn(minting), Quoting.code(goUri(target)), endpoint(minting));
  }

  private static String goUri(Target target) {
    return "postgresql://"
        + Quoting.url(target.user())
        + "@"
        + target.urlHost()
        + ":"
        + target.port()
        + "/"
        + Quoting.url(target.database())
        + "?sslmode=require";
  }

  private static String signIn(Minting minting) {
    return SIGN_IN.formatted(minting.workspace());
  }

  private static String endpoint(Minting minting) {
    return Quoting.code(minting.endpoint().toString());
  }

  private static String pythonGroup(Minting minting, String indent) {
    return minting.group().isEmpty()
        ? ""
        : "\n" + indent + "group_name=" + Quoting.code(minting.group()) + ",";
  }
}
