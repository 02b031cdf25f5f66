package lakebase.connect.port;

import lakebase.connect.Target;
import lakebase.connect.Trust;
import lakebase.model.EndpointName;

/**
 * What a port stands for.
 *
 * @param workspace the workspace, by the id that the console has for it
 * @param endpoint the compute
 * @param title what a person calls the compute
 * @param target where it is, the role that everybody becomes, and the database of who names none
 * @param trust who may sign for it
 * @param mint makes its tokens
 */
public record PortRequest(
    String workspace, EndpointName endpoint, String title, Target target, Trust trust, Mint mint) {}
