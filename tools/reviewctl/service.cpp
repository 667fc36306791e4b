#include "tools/reviewctl/service.hpp"

#include <algorithm>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/json_fields.hpp"

namespace reviewctl {
namespace {

constexpr int longest_page = 200;

void add(std::string& target, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  target += target.find('?') == std::string::npos ? '?' : '&';
  target += std::string(name) + "=" + reviewd::percent_encoded(value);
}

}  // namespace

Outcome<std::string> ask_bytes(Service& service, const Ask& ask) {
  auto answered = service.send(ask);
  if (!answered) return stop(answered.error());
  if (answered->status < 200 || answered->status > 299) return stop(problem_of(answered->status, answered->body));
  return std::move(answered->body);
}

Outcome<boost::json::value> ask_json(Service& service, const Ask& ask) {
  const auto body = ask_bytes(service, ask);
  if (!body) return stop(body.error());
  auto value = review::parse_json(*body);
  if (!value || !value->is_object()) return failed("The service gave an answer that cannot be read.");
  return std::move(*value);
}

Outcome<std::vector<boost::json::value>> ask_list(Service& service, const ListWish& wish) {
  std::vector<boost::json::value> all;
  std::string token;
  do {
    const int left = wish.limit == 0 ? longest_page : wish.limit - static_cast<int>(all.size());
    std::string target = wish.path;
    add(target, "filter", wish.filter);
    add(target, "orderBy", wish.order_by);
    add(target, "asAt", wish.as_at);
    add(target, "pageSize", std::to_string(std::min(longest_page, left)));
    add(target, "pageToken", token);
    const auto page = ask_json(service, {"GET", target});
    if (!page) return stop(page.error());
    const auto& items = list_of(page->get_object(), wish.name);
    all.insert(all.end(), items.begin(), items.end());
    token = text_of(page->get_object(), "nextPageToken");
  } while (!token.empty() && (wish.limit == 0 || static_cast<int>(all.size()) < wish.limit));
  return all;
}

}  // namespace reviewctl
