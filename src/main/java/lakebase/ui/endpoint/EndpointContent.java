package lakebase.ui.endpoint;

import java.util.List;
import lakebase.model.SizeRange;
import lakebase.ui.detail.FactGroup;
import org.jspecify.annotations.Nullable;

/**
 * What the overview of a compute shows.
 *
 * @param size between which sizes it scales; absent when the service gave none
 * @param sizeWords the same in words
 * @param facts the cards, the one of the size first
 */
record EndpointContent(@Nullable SizeRange size, String sizeWords, List<FactGroup> facts) {}
