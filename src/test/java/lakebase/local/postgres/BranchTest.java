package lakebase.local.postgres;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of endpoints begin with: a new branch whose servers end with the test. */
abstract class BranchTest {

  @TempDir Path temporary;
  TestBranch branch;

  @BeforeEach
  void makeBranch() throws Exception {
    branch = new TestBranch(temporary);
  }

  @AfterEach
  void endBranch() {
    branch.close();
  }
}
