package lakebase.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lakebase.model.SignIn;

/**
 * What a machine offers to sign in by: the profiles of its configuration files, its environment,
 * its command-line tools, and what needs nothing. It reads files and starts no program. Secrets are
 * looked over, not kept.
 *
 * @param offers the profiles first, in the order of the file
 * @param unreadable the configuration files that are there and could not be read
 */
public record Discovery(List<Offer> offers, List<Path> unreadable) {

  private static final String SETTINGS = "__settings__";

  public Discovery {
    offers = List.copyOf(offers);
    unreadable = List.copyOf(unreadable);
  }

  /** Looks at that machine now. */
  public static Discovery of(Machine machine) {
    List<Offer> offers = new ArrayList<>();
    List<Path> unreadable = new ArrayList<>();
    Path file = machine.configFile();
    if (Files.exists(file)) {
      try {
        addProfiles(offers, file);
      } catch (IOException denied) {
        unreadable.add(file);
      }
    }
    machine.variable("DATABRICKS_HOST").ifPresent(host -> offers.add(environment(machine, host)));
    offers.add(new Offer(new SignIn.Browser(), "", Offer.Kind.BROWSER, ""));
    machine
        .program("databricks")
        .or(() -> machine.variable("DATABRICKS_CLI_PATH").map(Path::of).filter(Files::isExecutable))
        .ifPresent(program ->
            offers.add(
                new Offer(
                    new SignIn.DatabricksCli(),
                    "",
                    Offer.Kind.DATABRICKS_CLI,
                    program.toString())));
    machine
        .program("az")
        .ifPresent(program ->
            offers.add(
                new Offer(new SignIn.AzureCli(), "", Offer.Kind.AZURE_CLI, program.toString())));
    offers.add(new Offer(new SignIn.ServicePrincipal(""), "", Offer.Kind.SERVICE_PRINCIPAL, ""));
    offers.add(new Offer(new SignIn.AccessToken(), "", Offer.Kind.ACCESS_TOKEN, ""));
    return new Discovery(offers, unreadable);
  }

  private static void addProfiles(List<Offer> offers, Path file) throws IOException {
    for (var profile : profiles(Files.readString(file)).entrySet()) {
      Map<String, String> values = profile.getValue();
      boolean names = !values.isEmpty() && !profile.getKey().equals(SETTINGS);
      if (names) {
        offers.add(
            new Offer(
                new SignIn.Profile(profile.getKey()),
                values.getOrDefault("host", ""),
                kind(values),
                file.toString()));
      }
    }
  }

  private static Offer environment(Machine machine, String host) {
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    machine
        .environment()
        .forEach((name, value) -> {
          if (name.startsWith("DATABRICKS_") && !value.isBlank()) {
            values.put(
                name.substring("DATABRICKS_".length()).toLowerCase(java.util.Locale.ROOT), value);
            names.add(name);
          }
        });
    String source = String.join(", ", names.stream().sorted().toList());
    return new Offer(new SignIn.Environment(), host, kind(values), source);
  }

  /** In the order in which the vendor's clients try them (contract §9.1). */
  private static Offer.Kind kind(Map<String, String> values) {
    return switch (values.getOrDefault("auth_type", "")) {
      case "pat" -> Offer.Kind.ACCESS_TOKEN;
      case "oauth-m2m" -> Offer.Kind.SERVICE_PRINCIPAL;
      case "external-browser" -> Offer.Kind.BROWSER;
      case "databricks-cli" -> Offer.Kind.DATABRICKS_CLI;
      case "azure-cli" -> Offer.Kind.AZURE_CLI;
      case "basic" -> Offer.Kind.PASSWORD;
      case "" -> byWhatIsThere(values.keySet());
      default -> Offer.Kind.CLOUD;
    };
  }

  private static Offer.Kind byWhatIsThere(Set<String> names) {
    if (names.contains("token")) {
      return Offer.Kind.ACCESS_TOKEN;
    }
    if (names.contains("password")) {
      return Offer.Kind.PASSWORD;
    }
    if (names.contains("client_secret")) {
      return Offer.Kind.SERVICE_PRINCIPAL;
    }
    if (names.contains("azure_client_secret") || names.contains("google_service_account")) {
      return Offer.Kind.CLOUD;
    }
    return names.contains("azure_workspace_resource_id")
        ? Offer.Kind.AZURE_CLI
        : Offer.Kind.UNKNOWN;
  }

  /** The sections of an INI file; what is no line of one is passed over. */
  static Map<String, Map<String, String>> profiles(String ini) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    Map<String, String> current = new LinkedHashMap<>();
    for (String line : ini.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]")) {
        current =
            sections.computeIfAbsent(
                line.substring(1, line.length() - 1).strip(), _ -> new LinkedHashMap<>());
      } else if (equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
        String value = line.substring(equals + 1).replaceFirst("\\s[#;].*$", "").strip();
        if (!value.isEmpty()) {
          current.put(line.substring(0, equals).strip(), value);
        }
      }
    }
    return sections;
  }
}
