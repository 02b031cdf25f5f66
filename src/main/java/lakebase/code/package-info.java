/**
 * Every action as text that does the same: curl, the Databricks CLI, the SDKs for Python, Java and
 * Go, and Terraform. Pure functions of the action; a secret is never part of a text.
 */
@NullMarked
package lakebase.code;

import org.jspecify.annotations.NullMarked;
