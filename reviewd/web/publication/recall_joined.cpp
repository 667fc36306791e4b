#include "reviewd/web/publication/recall_joined.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// When the review of this name was published; empty where it was not.
std::string published_time(const json::value& of_case, const std::string& review) {
  for (const auto& one : list_in(of_case, "publications")) {
    if (text_in(one, "review") == review) return text_in(one, "publishedTime");
  }
  return {};
}

/// The entry that followed from the lead's: it was recorded with it.
std::string followed_by(const json::value& of_case, const std::string& time) {
  for (const auto& one : list_in(of_case, "publications")) {
    if (!time.empty() && text_in(one, "publishedTime") == time) return text_in(one, "publishedBy");
  }
  return {};
}

bool recall_in(const PageCall& call, const std::string& other, const std::string& time, const std::string& reasons) {
  const auto address = "/v1/cases/" + percent_encoded(other);
  const auto found = ask(call, {"GET", address});
  const auto entry = followed_by(found.json, time);
  if (entry.empty()) return true;
  const json::object withdrawn{
      {"entryWithdrawn", json::object{{"entry", entry}, {"reason", "MISTAKE"}, {"reasons", reasons}}}};
  const auto answer = ask(call, {"POST", address + "/entries", json::serialize(withdrawn), {{"If-Match", found.etag}}});
  return answer.good();
}

}  // namespace

std::string recall_joined(const PageCall& call, const json::value& lead, const std::string& reasons) {
  const auto time = published_time(lead, call.path("review"));
  std::string left;
  for (const auto& review : list_in(lead, "reviews")) {
    if (text_in(review, "review") != call.path("review")) continue;
    for (const auto& other : list_in(review, "joinsCases")) {
      const std::string name(other.as_string());
      if (!recall_in(call, name, time, reasons)) left += (left.empty() ? "" : ", ") + name;
    }
  }
  return left;
}

}  // namespace reviewd
