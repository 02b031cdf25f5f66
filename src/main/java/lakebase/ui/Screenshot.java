package lakebase.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/** Pictures of screens as PNG files, without JavaFX's Swing module. For the FX thread. */
public final class Screenshot {

  private Screenshot() {}

  /** Writes the scene as it is now; makes the file's directory. */
  public static void write(Scene scene, Path file) throws IOException {
    write(scene.snapshot(null), file);
  }

  /** Writes the node as it is now; makes the file's directory. */
  public static void write(Node node, Path file) throws IOException {
    write(node.snapshot(null, null), file);
  }

  private static void write(Image image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    ImageIO.write(picture, "png", file.toFile());
  }
}
