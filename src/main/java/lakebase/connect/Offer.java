package lakebase.connect;

/**
 * A login that can be used now, and how to get more of them.
 *
 * @param login where, as whom, with which token
 * @param minting what a program needs to get its own
 */
public record Offer(Login login, Minting minting) {}
