package lakebase.local.engine;

/**
 * The part of a branch's history that new branches can be taken from.
 *
 * @param from its earliest place
 * @param to its latest: the branch as it is now
 */
public record Window(Point from, Point to) {}
