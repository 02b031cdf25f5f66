package lakebase.local.postgres;

import java.nio.file.Path;

/** Copies a branch's data, whether its primary runs or not. */
@FunctionalInterface
interface Seeder {

  /** Makes a directory there that a server can follow the primary from. */
  void seed(Path target) throws InterruptedException;
}
