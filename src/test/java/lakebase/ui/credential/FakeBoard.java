package lakebase.ui.credential;

/** A clipboard of its own. */
final class FakeBoard implements Board {

  private String text = "";

  @Override
  public String text() {
    return text;
  }

  @Override
  public void put(String now) {
    text = now;
  }

  @Override
  public void clear() {
    text = "";
  }
}
