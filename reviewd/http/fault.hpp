#pragma once

#include <string_view>

namespace reviewd {

/// What the HTTP layer itself refuses, before any handler is asked.
enum class Fault {
  malformed,
  method_refused,
  timed_out,
  too_large,
  target_too_long,
  unsupported_encoding,
  expectation_failed,
  misdirected,
  too_many,
  header_too_large,
  broken,
  method_unknown,
  busy,
  version_unknown,
};

/// One row of the table of faults; codes that libreview also has are spelt as there.
struct FaultRow {
  Fault fault;
  int status;
  std::string_view code;
  std::string_view title;
};

[[nodiscard]] const FaultRow& fault_row(Fault fault);

/// A fault and a sentence about it. `says` is a literal: nothing of the request is given back.
struct Refused {
  Fault fault{};
  std::string_view says;
};

}  // namespace reviewd
