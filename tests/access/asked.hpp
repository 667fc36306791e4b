#pragma once

#include <optional>
#include <string>

#include "tests/access/random_world.hpp"

namespace review::access_test {

/// One request of a random world, with what the model says of its answer.
struct Asked {
  const RouteRule& route;
  const ToldCase* of = nullptr;  ///< null where the address names no case, or one that there is not
  std::string address;
  std::string body{};
  std::string content_type = "application/json";
  int ought = 200;  ///< 401, 403, 404; or 200 for whatever comes after access
};

/// A request that changes nothing, whatever the answer: by chance, of any address and about any case. Nothing where
/// chance made one that would.
[[nodiscard]] std::optional<Asked> any_request(RandomWorld& world, const Asking& who);

/// What is wrong with an answer, in words; empty where it is as the model has it.
[[nodiscard]] std::string fault_in(const RandomWorld& world, const Asking& who, const Asked& asked,
                                   const test::HttpAnswer& answer);

}  // namespace review::access_test
