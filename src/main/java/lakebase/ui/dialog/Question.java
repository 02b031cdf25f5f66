package lakebase.ui.dialog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * What a {@link ConfirmDialog} asks.
 *
 * @param icon of the thing
 * @param title a question about this action, without long names
 * @param subject the full name of the thing; may be empty
 * @param facts the consequences, each a sentence
 * @param action verb and object on the button
 * @param cancel the word on the other button
 * @param dangerous whether the button is drawn as dangerous
 * @param typedGuard the text that must be typed first; absent where none is
 */
public record Question(
    Ikon icon,
    String title,
    String subject,
    List<String> facts,
    String action,
    String cancel,
    boolean dangerous,
    @Nullable String typedGuard) {

  public Question {
    facts = List.copyOf(facts);
  }

  /** The same with the text to be typed; null for none. */
  public Question withTypedGuard(@Nullable String text) {
    return new Question(icon, title, subject, facts, action, cancel, dangerous, text);
  }

  /** The same with other facts. */
  public Question withFacts(List<String> now) {
    return new Question(icon, title, subject, now, action, cancel, dangerous, typedGuard);
  }
}
