#include "reviewd/web/frame/register_of.hpp"

#include "reviewd/storage/storage.hpp"
#include "reviewd/web/frame/ask.hpp"

namespace reviewd {

namespace json = boost::json;

Register register_of(const PageCall& call) {
  const auto agencies = ask(call, {"GET", "/v1/agencies"});
  const auto people = ask(call, {"GET", "/v1/people"});
  Register known(agencies.good() ? agencies.json : json::value(), people.good() ? people.json : json::value());
  for (const auto& group : call.storage.desk().law().partnership().groups) known.add_group(group.id, group.title);
  return known;
}

}  // namespace reviewd
