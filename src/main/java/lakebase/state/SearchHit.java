package lakebase.state;

/**
 * A resource that a search found.
 *
 * @param ref the resource
 * @param rank how good a match it is, the lower the better
 */
public record SearchHit(Ref.OfResource ref, int rank) {}
