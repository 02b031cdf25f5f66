package lakebase.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lakebase.model.ApiFailure;
import lakebase.model.ServiceError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureKindsTest {

  @ParameterizedTest
  @CsvSource({
    "400, BAD_REQUEST, Invalid",
    "400, RESOURCE_CONFLICT, Conflict",
    "401, 401, Unauthorized",
    "403, PERMISSION_DENIED, Forbidden",
    "404, NOT_FOUND, NotFound",
    "400, RESOURCE_DOES_NOT_EXIST, NotFound",
    "409, ALREADY_EXISTS, Conflict",
    "500, ABORTED, Conflict",
    "409, UNKNOWN, Conflict",
    "429, UNKNOWN, RateLimited",
    "400, QUOTA_EXCEEDED, RateLimited",
    "422, WHATEVER, Invalid",
    "500, INTERNAL_ERROR, Unavailable",
    "501, NOT_IMPLEMENTED, Unavailable",
    "503, TEMPORARILY_UNAVAILABLE, Unavailable",
    "0, BAD_REQUEST, Invalid",
    "0, INTERNAL_ERROR, Unavailable"
  })
  void codeFirstThenStatus(int status, String code, String kind) {
    assertThat(of(status, code, "m").getClass().getSimpleName()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"Field 'project_id' is required, expected non-default value (not \"\"\"\")!\", project_id",
        "Field 'database.spec.role' is required and must contain at least one subfield, spec.role",
        "Unknown field path in update_mask: 'spec.ttl', spec.ttl",
        "Field 'spec.suspension' is in update_mask but not provided in request, spec.suspension",
        "\"Field database_id must match pattern ^[a-z]$, got 'Invalid'.\", database_id",
        "Field endpoint_id must be at least 3 characters, endpoint_id"
      })
  void theFieldIsFoundInTheMessage(String message, String field) {
    assertThat(of(400, "INVALID_PARAMETER_VALUE", message))
        .isInstanceOfSatisfying(
            ApiFailure.Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo(field));
  }

  private static ApiFailure of(int status, String code, String message) {
    return FailureKinds.of(
        new ApiFailure.Details(
            status, new ServiceError(code, message, List.of(), null), "GET projects"),
        null);
  }
}
