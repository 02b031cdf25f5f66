package lakebase.model;

/** The state of a branch (contract §7). */
public record BranchState(String value) implements OpenEnum {

  public static final BranchState INIT = new BranchState("INIT");
  public static final BranchState READY = new BranchState("READY");
  public static final BranchState ARCHIVED = new BranchState("ARCHIVED");
  public static final BranchState IMPORTING = new BranchState("IMPORTING");
  public static final BranchState RESETTING = new BranchState("RESETTING");
  public static final BranchState DELETED = new BranchState("DELETED");

  @Override
  public String toString() {
    return value;
  }
}
