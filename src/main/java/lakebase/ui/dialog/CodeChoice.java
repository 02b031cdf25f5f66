package lakebase.ui.dialog;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import lakebase.code.Language;
import lakebase.ui.Lifecycle;
import lakebase.ui.UiContext;
import lakebase.ui.form.Segments;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * The languages that an action can be shown in, and the button that copies it. What was chosen last
 * is chosen everywhere, and at the next start.
 */
public final class CodeChoice extends HBox {

  private final UiContext context;
  private final Segments<Language> segments;
  private final Button copy = new Button(null, new FontIcon(MaterialDesignC.CONTENT_COPY));
  private Consumer<Language> chosen = _ -> {};
  private Language language;
  private String text = "";

  /**
   * The choice as it was left.
   *
   * @param id the id of the button that copies, and the start of the languages' ids
   */
  public CodeChoice(UiContext context, String id) {
    this.context = context;
    this.language = remembered(context.store().state().settings().codeLanguage());
    this.segments =
        new Segments<>(
            id,
            Language.class,
            List.of(Language.values()),
            each -> context.texts().of("code.language", each),
            this::choose);
    segments.getStyleClass().add("code-languages");
    segments.show(language);
    copy.setId(id + "-copy");
    copy.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "icon-button");
    copy.setAccessibleText(context.texts().get("code.copy"));
    copy.setTooltip(new Tooltip(copy.getAccessibleText()));
    copy.setOnAction(_ -> context.intents().copy(text));
    copy.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    setHgrow(gap, Priority.ALWAYS);
    getStyleClass().add("code-choice");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(segments, gap, copy);
    setText("");
    Lifecycle.of(this)
        .watch(
            context.store(),
            state -> state.settings().codeLanguage(),
            name -> follow(remembered(name)));
  }

  /** The language that is chosen. */
  public Language language() {
    return language;
  }

  /** What is told, now and whenever another language is chosen. */
  public void onChosen(Consumer<Language> listener) {
    chosen = listener;
    listener.accept(language);
  }

  /** What the button copies; nothing while it is empty. */
  public void setText(String now) {
    text = now;
    copy.setDisable(now.isEmpty());
  }

  /** By a person. */
  private void choose(Language now) {
    if (now != language) {
      follow(now);
      context
          .store()
          .update(state -> state.withSettings(state.settings().withCodeLanguage(now.name())));
    }
  }

  private void follow(Language now) {
    if (now != language) {
      language = now;
      segments.show(now);
      chosen.accept(now);
    }
  }

  private static Language remembered(String name) {
    return Arrays.stream(Language.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(Language.HTTP);
  }
}
