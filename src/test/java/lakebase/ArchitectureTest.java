package lakebase;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house's layers and its few bans, each with its reason. */
class ArchitectureTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("lakebase");

  private static final String JACKSON = "com.fasterxml.jackson..";
  private static final String[] SHARED_UI = {"form", "dialog", "theme", "detail"};

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          model | lakebase.model | the model is plain values that every other part can share
          wire  | lakebase.model, lakebase.wire, com.fasterxml.jackson | JSON is a border of the model, not a part of it
          api   | lakebase.model, lakebase.wire, lakebase.api, javax.security.auth | the client must be usable without a console
          auth  | lakebase.model, lakebase.api, lakebase.auth, com.databricks.sdk, com.github.javakeyring, com.sun.net.httpserver | signing in needs the client's HTTP, and no console
          code  | lakebase.model, lakebase.wire, lakebase.code | a text is made from the change alone
          connect | lakebase.model, lakebase.api, lakebase.connect, javax.crypto | a connection is made from where it goes and as whom, and needs no console
          state | lakebase.model, lakebase.state | what the console knows does not depend on how it came to know it
          disk  | lakebase.model, lakebase.wire, lakebase.state, lakebase.disk, com.fasterxml.jackson | files store state and nothing else, resources in the JSON that the service writes
          task  | lakebase.model, lakebase.api, lakebase.auth, lakebase.state, lakebase.disk, lakebase.task, javafx | tasks join the API with the state, and no view
          ui    | lakebase.model, lakebase.api, lakebase.auth, lakebase.code, lakebase.connect, lakebase.state, lakebase.disk, lakebase.task, lakebase.ui, javafx, javax.imageio, org.controlsfx, impl.org.controlsfx, atlantafx, org.kordamp.ikonli | views know neither JSON nor the server
          local | lakebase.model, lakebase.wire, lakebase.local, com.fasterxml.jackson, io.javalin, kotlin, jakarta.servlet, org.eclipse.jetty, org.slf4j, org.h2.mvstore, com.nimbusds.jose, org.bouncycastle, org.postgresql, javax.sql, org.apache.commons.compress, org.tukaani.xz | the server shares only the model and its JSON with the console
          """)
  void aLayerDependsOnlyOnThoseBelow(String layer, String allowed, String reason) {
    var packages =
        Stream.concat(
                Stream.of("java", "javax.net", "org.jspecify"), Stream.of(allowed.split(", ")))
            .map(name -> name + "..")
            .toArray(String[]::new);
    check(
        classes()
            .that()
            .resideInAPackage("lakebase." + layer + "..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(packages).or(primitive()))
            .because(reason));
  }

  @Test
  void onlyTheBaseModuleOfJavaFxIsUsedInTasks() {
    check(
        noClasses()
            .that()
            .resideInAPackage("lakebase.task..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "javafx.scene..", "javafx.stage..", "javafx.css..", "javafx.application..")
                    .and(not(JavaClass.Predicates.equivalentTo(Platform.class))))
            .because("a task's result may be shown by any view, or by a test without a toolkit"));
  }

  @Test
  void nothingBelowTheUiKnowsJavaFx() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "lakebase.model..",
                "lakebase.wire..",
                "lakebase.api..",
                "lakebase.auth..",
                "lakebase.code..",
                "lakebase.connect..",
                "lakebase.state..",
                "lakebase.disk..",
                "lakebase.local..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("an observable value ties its owner to the FX thread"));
  }

  @Test
  void jsonIsReadAndWrittenAtTheBordersOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("lakebase.wire..", "lakebase.disk..", "lakebase.local..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(JACKSON)
            .because("a field's JSON name may change in the beta API, and then in one place"));
  }

  @Test
  void requestsAreSentByTheApiOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("lakebase.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("time limits, retries, redaction and the journal hold for every request"));
  }

  @Test
  void uiFeaturesDoNotKnowEachOther() {
    var rule = slices().matching("lakebase.ui.(*)..").should().notDependOnEachOther();
    rule =
        rule.ignoreDependency(
            resideInAPackage("lakebase.ui.shell.."), resideInAPackage("lakebase.ui.."));
    for (var shared : SHARED_UI) {
      rule =
          rule.ignoreDependency(
              resideInAPackage("lakebase.ui.."), resideInAPackage("lakebase.ui." + shared + ".."));
    }
    check(rule.because("a feature can be read, changed and tested alone; the shell composes them"));
  }

  @Test
  void theUiKitKnowsNoFeature() {
    check(
        noClasses()
            .that()
            .resideInAPackage("lakebase.ui")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("lakebase.ui.*..")
            .because("what every feature uses may use none of them"));
  }

  @Test
  void nothingKnowsTheCompositionRoot() {
    check(
        noClasses()
            .that()
            .resideInAPackage("lakebase.*..")
            .and()
            .resideOutsideOfPackage("lakebase.tour..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("lakebase")
            .because("objects are handed in by constructor, never fetched"));
  }

  @Test
  void onlyTasksHopOntoTheFxThread() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("lakebase.task..", "lakebase.tour..")
            .should()
            .accessTargetWhere(
                target(owner(JavaClass.Predicates.type(Platform.class)))
                    .and(target(name("runLater"))))
            .because("a hop elsewhere escapes the injected executor, and so the tests"));
  }

  @Test
  void stylesLiveInTheStylesheet() {
    check(
        noClasses()
            .should()
            .accessTargetWhere(target(name("setStyle")))
            .because("inline styles neither follow the theme nor can be overridden"));
  }

  @Test
  void thereAreNoWeakListeners() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("Weak")
            .because("a weak listener stops firing when the collector runs, that is at random"));
  }

  private static DescribedPredicate<JavaClass> primitive() {
    return describe("primitive", type -> type.getBaseComponentType().isPrimitive());
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(MAIN);
  }
}
