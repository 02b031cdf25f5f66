package lakebase.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import lakebase.model.Page;

/** A page of a list: the items under the collection's name, and the next token (contract §5). */
final class PageJson {

  private static final String NEXT = "next_page_token";

  private PageJson() {}

  static <T> Page<T> read(JsonNode json, String collection, Function<Fields, T> reader) {
    Fields page = Fields.of(json);
    return new Page<>(
        page.objects(collection).stream().map(reader).toList(), page.textOrEmpty(NEXT));
  }
}
