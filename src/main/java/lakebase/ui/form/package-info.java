/**
 * Forms. The model side ({@link lakebase.ui.form.FormField}, the inputs, the edit model) knows no
 * node; the view side builds one row a field from it.
 */
@NullMarked
package lakebase.ui.form;

import org.jspecify.annotations.NullMarked;
