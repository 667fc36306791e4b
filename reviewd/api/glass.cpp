#include <boost/json/array.hpp>

#include "libreview/access/sight.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/words_of_case.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/delivery/tell_governance.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

json::object write(Call& call, const review::BrokenGlass& glass, bool with_finding = true) {
  const WordsOfCase words(call, glass.record.substr(glass.record.find('/') + 1));
  json::object out{{"glass", glass.glass},
                   {"person", "people/" + glass.person},
                   {"case", glass.record.substr(glass.record.find('/') + 1)},
                   {"ground", glass.ground},
                   {"reasons", words.shown(glass.words, glass.person)},
                   {"begun", glass.begun},
                   {"ends", glass.ends}};
  if (with_finding && !glass.reviewed.empty()) {
    out["reviewedBy"] = "people/" + glass.reviewed_by;
    out["reviewed"] = glass.reviewed;
    out["finding"] = words.shown(glass.finding, glass.reviewed_by);
  }
  if (const auto mail = call.storage.outbox().state_of(about_glass(glass.glass)); !mail.empty()) out["mail"] = mail;
  return out;
}

/// The answer is the same whether there is such a case or not. Information governance is told with the same commit.
Response break_glass(Call& call) {
  const auto fields = json_fields(call, {.present = {"ground", "reasons"}});
  if (!fields) return refused(call, fields.error());
  const auto broken =
      call.storage.glass().break_it(call.reader.person, "cases/" + call.path("case"), fields->text("ground"),
                                    fields->text("reasons"), now(std::nullopt).now);
  if (!broken) return refused(call, broken.error());
  const auto told = tell_governance(call.storage, *broken, call.request.header("Host").value_or("localhost"));
  if (!told) return refused(call, told.error());
  auto response = json_answer(201, write(call, *broken));
  response.headers.emplace_back("Location", "/v1/cases/" + call.path("case"));
  return response;
}

bool is_kept_out(Call& call, const review::BrokenGlass& glass) {
  const auto file = call.storage.views().find(glass.record.substr(glass.record.find('/') + 1));
  return file && review::is_excluded(*file, call.reader.person);
}

/// Whoever looks at it afterwards sees all of it but of cases that exclude them; everybody sees their own. That stays,
/// without what was found, also when the case excludes them: a gap would tell that there is such a case.
Response list_glass(Call& call) {
  constexpr std::size_t most = 200;
  const auto waiting = flag(call, "waiting");
  if (!waiting) return refused(call, waiting.error());
  json::array list;
  for (const auto& one : call.storage.glass().list(*waiting, most)) {
    const bool kept_out = is_kept_out(call, one);
    const bool reviews = call.reader.may(Right::review_break_glass) && !kept_out;
    if (reviews || one.person == call.reader.person) list.push_back(write(call, one, !kept_out));
  }
  return json_answer(200, json::object{{"glass", std::move(list)}, {"nextPageToken", ""}});
}

Response review_glass(Call& call) {
  const auto fields = json_fields(call, {.present = {"finding"}});
  if (!fields) return refused(call, fields.error());
  const auto glass = call.storage.glass().find(call.path("glass"));
  const bool shown = glass && (glass->person == call.reader.person || !is_kept_out(call, *glass));
  const auto looked = call.storage.glass().look_at(shown ? glass->glass : std::string(), call.reader.person,
                                                   fields->text("finding"), now(std::nullopt).now);
  if (!looked) return refused(call, looked.error());
  return json_answer(200, write(call, *looked));
}

}  // namespace

std::vector<Endpoint> glass_endpoints() {
  return {{"POST",
           "/v1/cases/{case}:breakGlass",
           "breakGlass",
           "Opens a case for four hours, to read it, for a reason that somebody else looks at afterwards",
           {Right::break_glass},
           Use::write,
           {},
           "GlassWish",
           "Glass",
           201,
           break_glass},
          {"GET",
           "/v1/glass",
           "listGlass",
           "What was opened so, newest first: all of it for whoever looks at it afterwards, for others their own",
           {Right::break_glass, Right::review_break_glass},
           Use::read,
           {"waiting"},
           "",
           "GlassList",
           200,
           list_glass},
          {"POST",
           "/v1/glass/{glass}:review",
           "reviewGlass",
           "Says what was found when somebody else looked at it",
           {Right::review_break_glass},
           Use::write,
           {},
           "GlassFinding",
           "Glass",
           200,
           review_glass}};
}

}  // namespace reviewd
