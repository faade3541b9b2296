package architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The arrows of the house: they point downwards only. */
@AnalyzeClasses(locations = ArchitectureTest.Main.class)
final class ArchitectureTest {

  private static final String[] PLAIN = {"java..", "org.jspecify..", "com.fasterxml.jackson.."};

  /** Everything of ours but the tests: the main classes, and the simulations. */
  static final class Main implements LocationProvider {

    @Override
    public Set<Location> get(Class<?> testClass) {
      return Set.of(Location.of(Path.of("target/classes")), Location.of(Path.of("target/test-classes/simulations")));
    }
  }

  @ArchTest
  static final ArchRule noCycles = slices().matching("(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noCyclesInProtocol = slices().matching("protocol.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noCyclesInRig = slices().matching("rig.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule gatlingStaysInProtocolAndSimulations = noClasses().that()
      .resideOutsideOfPackages("protocol..", "simulations..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("io.gatling..", "scala..");

  @ArchTest
  static final ArchRule theScalaCornerIsTheEngine = noClasses().that()
      .resideOutsideOfPackage("protocol.engine..")
      .should()
      .dependOnClassesThat(resideInAnyPackage("io.gatling.core..", "scala.."));

  @ArchTest
  static final ArchRule targetsStandAtTheBottom = onlyKnow("targets", "com.typesafe.config..");

  @ArchTest
  static final ArchRule historyKnowsTargetsAlone = onlyKnow("history", "targets..", "us.bpsm.edn..");

  @ArchTest
  static final ArchRule invariantsKnowHistoryAndLoadAlone = onlyKnow("invariant", "history..", "load..",
      "it.unimi.dsi.fastutil..");

  @ArchTest
  static final ArchRule faultsKnowHistoryAndTargetsAlone = onlyKnow("fault", "history..", "targets..");

  @ArchTest
  static final ArchRule theAccusedAndTheJudgeAreStrangers = noClasses().that()
      .resideInAPackage("rig..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("invariant..", "report..", "lifecycle..", "protocol..", "history..", "fault..");

  @ArchTest
  static final ArchRule theRigIsSeenBySetUpAndCliAlone = noClasses().that()
      .resideOutsideOfPackages("rig..", "cli..")
      .and()
      .doNotHaveFullyQualifiedName("simulations.Binding")
      .and()
      .doNotHaveFullyQualifiedName("simulations.Rigs")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("rig..");

  @ArchTest
  static final ArchRule plainPackagesKnowNothingAbove = noClasses().that()
      .resideInAnyPackage("report..", "load..", "contract..", "account..", "fault..", "history..", "targets..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("lifecycle..", "protocol..", "rig..", "cli..", "simulations..");

  @ArchTest
  static final ArchRule protocolsAreStrangersToEachOther = slices().matching("protocol.(*)..")
      .should()
      .notDependOnEachOther()
      .ignoreDependency(JavaClass.Predicates.resideInAPackage("protocol.."),
          resideInAnyPackage("protocol.engine..", "protocol.rpc.."));

  @ArchTest
  static final ArchRule nobodySleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule nobodySleepsForADuration = noClasses().should()
      .callMethod(Thread.class, "sleep", Duration.class);

  @ArchTest
  static final ArchRule settingsAreReadInOnePlace = noClasses().that()
      .resideOutsideOfPackage("cli..")
      .and()
      .doNotHaveFullyQualifiedName("simulations.SystemSimulation")
      .and()
      .doNotHaveFullyQualifiedName("simulations.Settings")
      .should()
      .callMethod(System.class, "getProperty", String.class)
      .orShould()
      .callMethod(System.class, "getProperty", String.class, String.class)
      .orShould()
      .callMethod(System.class, "getenv", String.class)
      .orShould()
      .callMethod(System.class, "getenv");

  @ArchTest
  static final ArchRule onlySomePrint = noClasses().that()
      .resideOutsideOfPackages("report..", "lifecycle..", "cli..")
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err");

  private static ArchRule onlyKnow(String layer, String... others) {
    String[] known = Stream.of(new String[] {layer + ".."}, PLAIN, others)
        .flatMap(Arrays::stream)
        .toArray(String[]::new);
    return classes().that()
        .resideInAPackage(layer + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(known)
        .allowEmptyShould(true);
  }
}
