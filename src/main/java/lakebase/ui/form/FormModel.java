package lakebase.ui.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The fields of a form, in their order. */
public record FormModel(List<FormField<?>> fields) {

  public FormModel {
    fields = List.copyOf(fields);
  }

  /** A form of these fields. */
  public static FormModel of(FormField<?>... fields) {
    return new FormModel(List.of(fields));
  }

  /** Whether nothing is wrong, whether it shows or not. */
  public boolean isGood() {
    return fields.stream().allMatch(field -> field.problem().isEmpty());
  }

  /** Shows every problem, and gives the first field that has one. */
  public Optional<FormField<?>> validate() {
    List<FormField<?>> wrong = fields.stream().filter(field -> !field.validate()).toList();
    return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong.getFirst());
  }

  /**
   * Shows what the service says against a field at that field.
   *
   * @param apiName the name or mask path in the service's message
   * @return the field; empty when the form has none of that name
   */
  public Optional<FormField<?>> refuse(String apiName, String reason) {
    Optional<FormField<?>> named =
        fields.stream().filter(field -> isNamed(apiName, field.name())).findFirst();
    named.ifPresent(field -> field.refuse(reason));
    return named;
  }

  /** Whether anything else is entered than at the start. */
  public boolean isEntered() {
    return fields.stream().anyMatch(FormField::isEntered);
  }

  /** Calls this whenever anything is entered. */
  public void onEntered(Runnable action) {
    fields.forEach(field -> field.valueProperty().addListener((_, _, _) -> action.run()));
  }

  private static boolean isNamed(String apiName, String name) {
    return Arrays.stream(apiName.split("\\.")).anyMatch(part -> part.startsWith(name));
  }
}
