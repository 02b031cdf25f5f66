package lakebase.ui.dialog;

import org.kordamp.ikonli.Ikon;

/**
 * What stands at the head of a dialog.
 *
 * @param subtitle where the thing lives; may be empty
 */
public record DialogHead(Ikon icon, String title, String subtitle) {}
