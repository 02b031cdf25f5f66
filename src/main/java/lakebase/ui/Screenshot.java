package lakebase.ui;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Pictures of screens as PNG files, without JavaFX's Swing module. For the FX thread. */
public final class Screenshot {

  private Screenshot() {}

  /** Writes the scene as it is now, its pop-ups too; makes the file's directory. */
  public static void write(Scene scene, Path file) throws IOException {
    BufferedImage picture = picture(scene.snapshot(null));
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window instanceof PopupWindow popup && popup.isShowing() && isOver(popup, scene)) {
        draw(popup, scene, picture);
      }
    }
    save(picture, file);
  }

  /** Writes the node as it is now; makes the file's directory. */
  public static void write(Node node, Path file) throws IOException {
    save(picture(node.snapshot(null, null)), file);
  }

  private static boolean isOver(PopupWindow popup, Scene scene) {
    Window owner = popup.getOwnerWindow();
    while (owner instanceof PopupWindow above) {
      owner = above.getOwnerWindow();
    }
    return owner != null && owner.equals(scene.getWindow());
  }

  private static void draw(PopupWindow popup, Scene scene, BufferedImage onto) {
    SnapshotParameters seeThrough = new SnapshotParameters();
    seeThrough.setFill(Color.TRANSPARENT);
    BufferedImage shown = picture(popup.getScene().getRoot().snapshot(seeThrough, null));
    double x = popup.getX() - scene.getWindow().getX() - scene.getX();
    double y = popup.getY() - scene.getWindow().getY() - scene.getY();
    Graphics2D graphics = onto.createGraphics();
    graphics.drawImage(shown, (int) Math.round(x), (int) Math.round(y), null);
    graphics.dispose();
  }

  private static BufferedImage picture(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return picture;
  }

  private static void save(BufferedImage picture, Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    ImageIO.write(picture, "png", file.toFile());
  }
}
