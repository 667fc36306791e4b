#include "reviewd/web/case/recorded_banner.hpp"

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {

namespace json = boost::json;

void put_recorded(View& view, const PageCall& call, const json::value& of_case) {
  const auto id = call.request.parameter("recorded").value_or("");
  if (id.empty()) return;
  const auto address = "/v1/cases/" + percent_encoded(text_in(of_case, "case")) + "/entries/" + percent_encoded(id);
  const auto entry = ask(call, {"GET", address});
  const auto* kind = entry.good() ? kind_in(entry.json) : nullptr;
  if (kind == nullptr) return;
  json::array clocks;
  const auto known = register_of(call);
  for (const auto& clock : list_in(of_case, "clocks")) {
    const bool is_its = text_in(clock, "startedBy") == "entries/" + id || text_in(clock, "startedBy") == id;
    if (!is_its || !is_open_clock(clock)) continue;
    clocks.push_back(json::object{{"title", clock_title(clock, known)}, {"standing", standing_words(clock)}});
  }
  view["recorded"] = practice_words(kind->label);
  view["recordedClocks"] = std::move(clocks);
}

}  // namespace reviewd
