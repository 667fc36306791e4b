#include <algorithm>
#include <map>
#include <optional>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/ask.hpp"
#include "reviewd/web/cases_view.hpp"
#include "reviewd/web/form_words.hpp"
#include "reviewd/web/home_view.hpp"
#include "reviewd/web/page.hpp"
#include "reviewd/web/render.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/stage_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// As many calendar days as five working days can take, over Christmas or Easter with a closure day or two.
constexpr int days_ahead = 21;

constexpr std::size_t most_names = 60;

/// Asks the API several things, until it refuses one.
class Asker {
 public:
  explicit Asker(const PageCall& call) : call_(call) {}

  /// Null once something was refused.
  json::value get(const std::string& address) {
    if (refused_) return nullptr;
    auto answer = ask(call_, {"GET", address});
    if (answer.good()) return std::move(answer.json);
    refused_ = std::move(answer);
    return nullptr;
  }
  ClockList clocks(const std::string& filter) {
    const auto answer = get("/v1/cases/-/clocks?pageSize=50&orderBy=dueOn&filter=" + percent_encoded(filter));
    return {list_in(answer, "clocks"), !text_in(answer, "nextPageToken").empty()};
  }
  /// What a case is called beside its reference; asked once for each, and of so many cases that the page stays quick.
  std::string name_of(const std::string& reference) {
    if (names_.size() >= most_names && !names_.contains(reference)) return {};
    const auto [at, is_new] = names_.try_emplace(reference);
    if (is_new) at->second = case_name(get("/v1/cases/" + percent_encoded(reference)));
    return at->second;
  }
  [[nodiscard]] const std::optional<ApiAnswer>& refused() const { return refused_; }

 private:
  const PageCall& call_;
  std::optional<ApiAnswer> refused_;
  std::map<std::string, std::string> names_;
};

void add(ClockList& list, ClockList more) {
  for (auto& clock : more.clocks) list.clocks.push_back(std::move(clock));
  list.more = list.more || more.more;
}

HomeFacts facts_from(Asker& api, review::Date today) {
  HomeFacts facts;
  const auto until = today.plus_days(days_ahead).iso();
  facts.overdue = api.clocks("owedBy=\"US\" AND state=\"OVERDUE\"");
  facts.soon = api.clocks("owedBy=\"US\" AND state=\"DUE_TODAY\"");
  add(facts.soon, api.clocks("owedBy=\"US\" AND state=\"RUNNING\" AND dueOn<=\"" + until + "\""));
  for (const auto* state : {"OVERDUE", "DUE_TODAY", "RUNNING"}) {
    add(facts.waiting, api.clocks(std::string("owedBy!=\"US\" AND state=\"") + state + "\""));
  }
  facts.held = list_in(api.get("/v1/cases?pageSize=100&filter=held%3Dtrue"), "cases");
  facts.name_of = [&api](const std::string& reference) { return api.name_of(reference); };
  return facts;
}

/// What agencies said of a child at risk, and nobody has seen yet; nothing for whoever does not look after returns.
json::array alerts_for(const PageCall& call) {
  json::array rows;
  if (!call.visitor.reader.may(review::Right::manage_contacts)) return rows;
  const auto answer = ask(call, {"GET", "/v1/returnAlerts"});
  for (const auto& alert : list_in(answer.json, "returnAlerts")) {
    if (!text_in(alert, "seen").empty()) continue;
    rows.push_back(json::object{{"alert", text_in(alert, "alert")},
                                {"agency", text_in(alert, "agency")},
                                {"case", text_in(alert, "case")},
                                {"day", instant_words(text_in(alert, "time"))}});
  }
  return rows;
}

Response home_page(PageCall& call) {
  if (!review::may(call.visitor.role, review::Right::read_cases)) {
    return render(call, 200, "home", View{{"title", "Home"}, {"noCases", true}});
  }
  Asker api(call);
  auto view = home_view(facts_from(api, call.moment.today));
  if (const auto& refused = api.refused()) return refused_page(call, refused->status, refused->json);
  auto alerts = alerts_for(call);
  view["hasAlerts"] = !alerts.empty();
  view["alerts"] = std::move(alerts);
  return render(call, 200, "home", std::move(view));
}

CaseFilter filter_of(const Request& request) {
  const auto stage = request.parameter("stage").value_or("");
  const bool known =
      std::any_of(stages().begin(), stages().end(), [&](const auto& each) { return each.first == stage; });
  return {known ? stage : "", request.parameter("held").value_or("") == "yes", request.parameter("page").value_or("")};
}

Response cases_page(PageCall& call) {
  const auto filter = filter_of(call.request);
  std::string address = "/v1/cases?pageSize=25";
  if (const auto terms = api_filter(filter); !terms.empty()) address += "&filter=" + percent_encoded(terms);
  if (!filter.page.empty()) address += "&pageToken=" + percent_encoded(filter.page);
  const auto answer = ask(call, {"GET", address});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  return render(call, 200, "cases", cases_view(answer.json, filter));
}

}  // namespace

std::vector<Page> home_pages() {
  return {{"GET", "/", "homePage", Use::read, home_page}, {"GET", "/cases", "casesPage", Use::read, cases_page}};
}

}  // namespace reviewd
