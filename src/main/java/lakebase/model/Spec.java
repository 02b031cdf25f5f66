package lakebase.model;

/** The changeable values of a resource of any kind; a {@link MaskTable} walks their fields. */
public sealed interface Spec
    permits ProjectSpec, BranchSpec, EndpointSpec, RoleSpec, DatabaseSpec {}
