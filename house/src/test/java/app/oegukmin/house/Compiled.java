package app.oegukmin.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The compiled classes of every module, read once for all rules: that takes seconds. */
final class Compiled {

  /** Those of tests too. */
  static final JavaClasses ALL = new ClassFileImporter().importPaths(Repository.compiled());

  static final JavaClasses MAIN = ALL.that(describe("are no tests", Compiled::isMain));

  private Compiled() {}

  private static boolean isMain(JavaClass type) {
    return type.getSource().orElseThrow().getUri().getPath().contains("/target/classes/");
  }
}
