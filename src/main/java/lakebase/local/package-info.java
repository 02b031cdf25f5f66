/**
 * The local workspace: a server for the Postgres API on this machine, with its state in a
 * directory. {@link lakebase.local.LocalWorkspace} is its door, {@code http} its routes, {@code
 * identity} who may come in, {@code engine} the rules, {@code store} the state, {@code postgres}
 * the servers, {@code proxy} the door before them.
 *
 * <h2>Assumed</h2>
 *
 * <p>Where the contract knows no answer of the real service (§10.1 and the rows marked F, I, 3P or
 * unknown), this is what the local workspace does:
 *
 * <ul>
 *   <li>A missing {@code update_mask} is 400 with the text of §2.8(7); a masked message that is
 *       absent together with its parent changes nothing; a nested message that is masked whole is
 *       replaced, {@code spec} is a patch; a role's mask that names a message and a field of it is
 *       400.
 *   <li>An omitted endpoint suspension under a {@code spec} mask becomes 86400s, an omitted
 *       retention 604800s. A never-suspending endpoint has no {@code suspend_timeout_duration}.
 *   <li>A missing branch expiration is 400 {@code Field 'branch.spec.expiration' is required…};
 *       with {@code replace_existing} on a branch that exists it is not required.
 *   <li>Unknown request fields are ignored; a value of the wrong type is 400 {@code
 *       INVALID_PARAMETER_VALUE}, a body that is not JSON 400 {@code MALFORMED_REQUEST}, one of
 *       more than 1 MiB 413.
 *   <li>Conflicting operations and reconciling endpoints are 409 {@code ABORTED}. They conflict on
 *       the same resource, among the children of one branch, under what is being created or
 *       deleted, and a deletion above anything running.
 *   <li>A second read-write endpoint, deleting a branch with children, the default branch, an
 *       endpoint of a protected branch, a project with a protected branch, or a role that owns
 *       databases is 400 {@code BAD_REQUEST}; so is undeleting what is not deleted and an
 *       expiration on a root or default branch, or making an expiring branch the default one. All
 *       this is looked at when the operation is asked for and again when it ends.
 *   <li>Limits of §8.1 are 400 {@code QUOTA_EXCEEDED}; one compute too many stays {@code IDLE}.
 *       Branches are never archived, so the limit of ten unarchived ones does not apply.
 *   <li>{@code page_size} is 100 by default and at most; lists are sorted by name; a page token
 *       holds for its list only, for ever; a foreign one is 400.
 *   <li>A soft-deleted branch is kept for seven days like a project; deleting or changing what is
 *       soft-deleted is 404, purging it works. An expired branch is removed for good; one that is
 *       protected when it expires is removed once it is not protected any more.
 *   <li>{@code response} carries {@code @type}; operations are kept for seven days after they end.
 *   <li>A missing or bad token is 401 {@code UNAUTHENTICATED}; another {@code Host} than a loopback
 *       name is 421. Any caller may do everything: permissions are kept and answered, not enforced.
 *   <li>A credential's {@code claims} are refused as unsupported; {@code group_name} needs a role
 *       of type GROUP on the branch. The JWT has {@code iss}, {@code sub}, {@code iat}, {@code
 *       exp}, {@code jti} and {@code endpoint}.
 *   <li>There is no pooler, so no pooled host is named. A host is a loopback address; where it has
 *       another port than 5432, {@code hosts.port} and {@code hosts.read_only_port} say so, which
 *       the service does not have.
 *   <li>A compute is used while anybody is connected to it, even if no query runs. A connection to
 *       a compute that is disabled, or beyond the limit of active ones, is refused with SQLSTATE
 *       57P03 and the reason.
 *   <li>A branch's history begins with its first base backup, soon after it was made; {@code
 *       status.history_start_time} and {@code history_start_lsn} tell when, which the service does
 *       not have. A moment outside of it is 400.
 *   <li>A role with a password gets none by the API: a person sets it by {@code ALTER ROLE}. Roles
 *       and databases that were made in SQL get an id made from their name.
 *   <li>{@code compute-instances} lists the running servers; {@code process_id}, {@code
 *       replication_lag_bytes}, {@code connections} and {@code wake_ups} are the local workspace's
 *       own.
 *   <li>Invalid Postgres settings are 400 with PostgreSQL's own message, found by a server that is
 *       started with them; those that the local workspace needs for itself, such as {@code
 *       listen_addresses}, are 400 as well, and of no effect where they have been stored.
 *   <li>A soft-deleted branch can be undeleted although its source is gone: its data is its own.
 *   <li>A branch that was made without a data plane gets an empty database, with its roles and
 *       databases, at the first start with one.
 *   <li>Enabling a disabled endpoint starts it. Postgres 16, 17 and 18 can be asked for, 17 is the
 *       default.
 *   <li>Approving a sign-in in the browser needs the workspace's token, once a browser session:
 *       other people may be on the same machine.
 * </ul>
 */
@NullMarked
package lakebase.local;

import org.jspecify.annotations.NullMarked;
