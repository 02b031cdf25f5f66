package lakebase;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The composition root: every object of the console is built here, by constructor. */
public final class App extends Application {

  /** Opens the window and returns when it has been closed. */
  static void open(String... args) {
    launch(App.class, args);
  }

  @Override
  public void start(Stage stage) {
    stage.setTitle("Lakebase Console");
    stage.setScene(new Scene(new StackPane(), 1000, 700));
    stage.show();
  }
}
