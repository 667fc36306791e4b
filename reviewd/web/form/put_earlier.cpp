#include "reviewd/web/form/put_earlier.hpp"

#include <boost/json/serialize.hpp>
#include <map>
#include <string_view>

#include "libreview/access/disclose.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/earlier_rows.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The field of a form that says what is recommended or agreed; empty where none does.
std::string field_compared(const review::Kind& kind) {
  static const std::map<std::string_view, std::string> fields = {{"recommendation-made", "recommendationMade.text"},
                                                                 {"action-agreed", "actionAgreed.what"}};
  const auto field = fields.find(kind.name);
  return field == fields.end() ? std::string() : field->second;
}

/// The words go in a body, so that they stand in no address, history or log.
void put_nearest(View& view, const EntryForm& form, const std::string& field, const Register& known) {
  if (form.typed.is_blank(field)) {
    view["earlierNone"] = "Write what is to be done first. Then find what was recommended before.";
    return;
  }
  const json::object wish{{"text", form.typed.first(field)}, {"case", form.case_id}};
  const auto found = ask(form.call, {"POST", "/v1/recommendations:nearest", json::serialize(wish)});
  if (!found.good()) {
    view["earlierNone"] = text_in(found.json, "detail");
    return;
  }
  auto rows = earlier_rows(found.json, known);
  if (rows.empty()) {
    view["earlierNone"] = "No earlier recommendation of another case or programme that you see is like this one.";
    return;
  }
  view["hasEarlier"] = true;
  view["earlier"] = std::move(rows);
}

void put_repeats(View& view, const EntryForm& form, const Register& known) {
  const auto found = ask(form.call, {"GET", "/v1/cases/" + percent_encoded(form.case_id) + "/repeats"});
  if (!found.good()) return;
  auto rows = repeat_rows(found.json, known);
  const bool nothing_yet = list_in(found.json, "themes").empty() && list_in(found.json, "recommendations").empty();
  view["repeats"] = true;
  view["repeatsNone"] =
      shown(!rows.empty() ? std::string()
            : nothing_yet ? "No theme and no recommendation is recorded in this case yet, so there is nothing "
                            "to compare. Record the learning first."
                          : "None of the themes and recommendations of this case was recorded before in "
                            "another case or programme that you see.");
  view["repeatRows"] = std::move(rows);
}

}  // namespace

void put_earlier(View& view, const EntryForm& form, const Register& known) {
  if (form.opens_case() || !review::reads_incidents(form.call.visitor.reader.role)) return;
  if (form.kind.name == "rapid-review-decided") return put_repeats(view, form, known);
  const auto field = field_compared(form.kind);
  if (field.empty()) return;
  view["mayFindEarlier"] = true;
  if (form.finds_earlier) put_nearest(view, form, field, known);
}

}  // namespace reviewd
