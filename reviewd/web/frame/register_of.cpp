#include "reviewd/web/frame/register_of.hpp"

#include "reviewd/web/frame/ask.hpp"

namespace reviewd {

namespace json = boost::json;

Register register_of(const PageCall& call) {
  const auto agencies = ask(call, {"GET", "/v1/agencies"});
  const auto people = ask(call, {"GET", "/v1/people"});
  return Register(agencies.good() ? agencies.json : json::value(), people.good() ? people.json : json::value());
}

}  // namespace reviewd
