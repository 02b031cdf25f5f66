package lakebase.ui;

import lakebase.model.Principal;
import lakebase.model.ResourceKind;
import lakebase.state.BackgroundTask.Progress;
import lakebase.state.Ref;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The shape of each kind of thing and of what happens to it; a shape never stands alone. */
public final class Icons {

  private Icons() {}

  /** The shape of that kind of resource. */
  public static Ikon of(ResourceKind kind) {
    return switch (kind) {
      case PROJECT -> MaterialDesignD.DATABASE;
      case BRANCH -> MaterialDesignS.SOURCE_BRANCH;
      case ENDPOINT -> MaterialDesignM.MEMORY;
      case ROLE -> MaterialDesignA.ACCOUNT_OUTLINE;
      case DATABASE -> MaterialDesignD.DATABASE_OUTLINE;
    };
  }

  /** The shape of that kind of principal. */
  public static Ikon of(Principal.Kind kind) {
    return switch (kind) {
      case USER -> MaterialDesignA.ACCOUNT_OUTLINE;
      case GROUP -> MaterialDesignA.ACCOUNT_GROUP_OUTLINE;
      case SERVICE_PRINCIPAL -> MaterialDesignR.ROBOT_OUTLINE;
    };
  }

  /** The shape of that thing. */
  public static Ikon of(Ref ref) {
    return switch (ref) {
      case Ref.OfWorkspace _ -> MaterialDesignL.LAPTOP;
      case Ref.OfResource(var _, var name) -> of(name.kind());
    };
  }

  /** The shape of a task's state. */
  public static Ikon of(Progress progress) {
    return switch (progress) {
      case Progress.Sending _, Progress.Running _, Progress.Settling _ ->
          MaterialDesignP.PROGRESS_CLOCK;
      case Progress.Waiting _, Progress.Held _ -> MaterialDesignT.TIMER_SAND;
      case Progress.Paused _ -> MaterialDesignP.PAUSE_CIRCLE_OUTLINE;
      case Progress.Succeeded _ -> MaterialDesignC.CHECK_CIRCLE;
      case Progress.Failed _ -> MaterialDesignA.ALERT_CIRCLE;
      case Progress.Unwatched _ -> MaterialDesignE.EYE_OFF_OUTLINE;
      case Progress.Unsent _ -> MaterialDesignC.CANCEL;
    };
  }

  /** A node of that shape, with style classes such as {@code icon-small} or {@code muted}. */
  public static FontIcon icon(Ikon shape, String... styleClasses) {
    FontIcon icon = new FontIcon(shape);
    icon.getStyleClass().addAll(styleClasses);
    return icon;
  }
}
