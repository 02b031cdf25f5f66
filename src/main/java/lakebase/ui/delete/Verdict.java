package lakebase.ui.delete;

import java.util.List;
import java.util.Optional;
import lakebase.model.ResourceName;

/** What comes of wanting to delete something. */
sealed interface Verdict {

  /**
   * The service would refuse it.
   *
   * @param reason why
   * @param advice what would lift it
   * @param lift the resource whose edit lifts it; empty where none does
   */
  record Refused(String reason, String advice, Optional<ResourceName> lift) implements Verdict {}

  /**
   * It can be done.
   *
   * @param facts the consequences of a deletion that can be taken back, or of the only kind
   * @param purgeFacts the consequences of one for good
   * @param canChoose whether both kinds can be chosen; else it is for good
   * @param guarded whether the name must be typed even when it can be taken back
   * @param heirs who can get what a role owns; empty for everything else
   */
  record Allowed(
      List<String> facts,
      List<String> purgeFacts,
      boolean canChoose,
      boolean guarded,
      Optional<Heirs> heirs)
      implements Verdict {

    /** One without heirs. */
    Allowed(List<String> facts, List<String> purgeFacts, boolean canChoose, boolean guarded) {
      this(facts, purgeFacts, canChoose, guarded, Optional.empty());
    }
  }
}
