#include "libreview/registers/saved_views.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/base/refuse_at.hpp"
#include "libreview/store/system_random.hpp"
#include "reviewd/api/case_query.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/http/percent.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

constexpr std::size_t longest_name = 60;

json::object write(const review::SavedView& view) {
  return {{"savedView", view.saved_view}, {"name", view.name}, {"query", view.query}, {"created", view.made}};
}

/// One line that a person can read; nothing for none.
std::string name_of(std::string name) {
  const auto first = name.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  name = name.substr(first, name.find_last_not_of(' ') - first + 1);
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= ' '; });
  return plain && name.size() <= longest_name ? name : std::string();
}

/// The query in the order that we write it, without the page; a refusal for whatever is no choice.
review::Result<std::string> query_of(const std::string& text) {
  const auto parameters = query_parameters(text);
  const std::string says = "A saved view is the query part of the address of the list of cases.";
  if (!parameters) return review::refuse_at(Code::malformed, says, "/query");
  std::vector<review::Violation> violations;
  auto query = read_case_query(*parameters, violations);
  review::Refusal refusal{Code::malformed, says};
  for (auto& violation : violations) refusal.violations.push_back({"/query", violation.message});
  if (!violations.empty()) return review::refuse(std::move(refusal));
  query.page.clear();
  return address_query(query);
}

Response list_saved_views(Call& call) {
  review::SystemRandom random;
  json::array views;
  for (const auto& view : review::SavedViews(call.storage.store(), random).of(call.reader.person)) {
    views.push_back(write(view));
  }
  return json_answer(200, json::object{{"savedViews", std::move(views)}, {"nextPageToken", ""}});
}

Response save_view(Call& call) {
  const auto fields = json_fields(call, {.present = {"name", "query"}});
  if (!fields) return refused(call, fields.error());
  const auto name = name_of(fields->text("name"));
  if (name.empty()) return refused(call, Code::malformed, "Enter a name of 1 to 60 characters, on one line.", "/name");
  const auto query = query_of(fields->text("query"));
  if (!query) return refused(call, query.error());
  review::SystemRandom random;
  const auto saved =
      review::SavedViews(call.storage.store(), random).save(call.reader.person, name, *query, now(std::nullopt).now);
  if (!saved) return refused(call, saved.error());
  auto response = json_answer(201, write(*saved));
  response.headers.emplace_back("Location", "/v1/savedViews/" + saved->saved_view);
  return response;
}

Response delete_saved_view(Call& call) {
  review::SystemRandom random;
  const auto gone = review::SavedViews(call.storage.store(), random).remove(call.reader.person, call.path("savedView"));
  if (!gone) return refused(call, gone.error());
  return json_answer(200, write(*gone));
}

}  // namespace

std::vector<Endpoint> saved_view_endpoints() {
  return {
      {"GET",
       "/v1/savedViews",
       "listSavedViews",
       "The lists of cases that the reader narrowed down and named; nobody else's",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "SavedViewList",
       200,
       list_saved_views},
      {"POST",
       "/v1/savedViews",
       "saveView",
       "Keeps a narrowed list under a name; the same name takes the new list",
       {Right::read_cases},
       Use::write,
       {},
       "SavedViewWish",
       "SavedView",
       201,
       save_view},
      {"POST",
       "/v1/savedViews/{savedView}:delete",
       "deleteSavedView",
       "Deletes a saved view of the reader's own",
       {Right::read_cases},
       Use::write,
       {},
       "",
       "SavedView",
       200,
       delete_saved_view},
  };
}

}  // namespace reviewd
