#include "reviewd/web/case/documents_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/vocabulary/names.hpp"
#include "reviewd/documents/file_type.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_view.hpp"
#include "reviewd/web/form/form_errors.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr int kibi = 1024;

std::string size_words(int bytes) {
  if (bytes == 0) return {};
  if (bytes < kibi) return counted_words(bytes, "byte", "bytes");
  const double kilo = bytes / static_cast<double>(kibi);
  return kilo < kibi ? fmt::format("{:.0f} KB", kilo) : fmt::format("{:.1f} MB", kilo / kibi);
}

std::string check_words(const json::value& version) {
  const auto state = text_in(version, "state");
  const auto by = text_in(version, "checkedBy");
  if (state == "HELD") return "Being checked for viruses. It can be opened when that is done.";
  if (state == "REFUSED") return "The check found something harmful. It cannot be opened.";
  if (state == "ERASED") return "The file was erased.";
  if (state == "ELSEWHERE") return "The file is not kept here.";
  return by == "none" ? "Not checked for viruses: no scanner is set up." : "Checked for viruses: none was found.";
}

std::string embargo_words(const json::value& version) {
  if (flag_in(version, "kept")) return "Under embargo. Only its named readers can open it.";
  if (!flag_in(version, "embargoed")) return {};
  return "Under embargo. You get a copy that carries your name and the time, and that is recorded. Only a PDF or plain "
         "text can carry it.";
}

json::object version_row(const json::value& version, const std::string& address) {
  const int number = number_in(version, "version");
  const auto* type = find_file_type(text_in(version, "mediaType"));
  const bool opens = text_in(version, "state") == "CLEAN" && !flag_in(version, "kept");
  return {{"version", std::to_string(number)},
          {"title", text_in(version, "title")},
          {"filed", day_words(text_in(version, "filedOn"))},
          {"by", person_words(text_in(version, "recordedBy"))},
          {"type", type == nullptr ? std::string() : std::string(type->words)},
          {"size", flag_in(version, "kept") ? std::string("size not shown") : size_words(number_in(version, "size"))},
          {"sort", choice_words("DocumentSort", text_in(version, "sort"))},
          {"review", text_in(version, "review").empty() ? std::string() : name_words(text_in(version, "review"))},
          {"embargo", embargo_words(version)},
          {"fileName", text_in(version, "fileName")},
          {"keptIn", text_in(version, "keptIn")},
          {"meeting", text_in(version, "meeting")},
          {"agency", body_words(text_in(version, "agency"))},
          {"check", check_words(version)},
          {"content", opens ? fmt::format("{}/versions/{}", address, number) : std::string()}};
}

json::object document_row(const json::value& document, const std::string& address, bool may_record) {
  const auto name = text_in(document, "document");
  const auto here = address + "/" + percent_encoded(name);
  json::array earlier;
  const auto& versions = list_in(document, "versions");
  for (std::size_t i = 1; i < versions.size(); ++i) earlier.push_back(version_row(versions[i], here));
  auto row = version_row(document, here);
  row["document"] = name;
  row["hasEarlier"] = !earlier.empty();
  row["earlierCount"] = counted_words(static_cast<int>(earlier.size()), "earlier version", "earlier versions");
  row["earlier"] = std::move(earlier);
  row["next"] = may_record ? address + "/add?document=" + percent_encoded(name) : std::string();
  return row;
}

/// The meetings of the case, as choices of a select.
json::array meetings(const json::array& entries, const std::string& chosen) {
  Offers offers;
  offers.take_entries(entries);
  const auto* field = review::v1::DocumentFiled::descriptor()->FindFieldByName("meeting");
  json::array choices;
  for (const auto& offer : offers.of(*field)) {
    choices.push_back(json::object{{"value", offer.value}, {"words", offer.label}, {"chosen", offer.value == chosen}});
  }
  return choices;
}

/// The kinds of document, as choices of a select.
json::array sorts(const std::string& chosen) {
  json::array choices;
  const auto& type = *review::v1::DocumentSort_descriptor();
  for (int i = 1; i < type.value_count(); ++i) {
    const auto value = review::short_name(*type.value(i));
    choices.push_back(
        json::object{{"value", value}, {"words", choice_words("DocumentSort", value)}, {"chosen", value == chosen}});
  }
  return choices;
}

/// What is wrong, at which input.
void put_errors(View& view, const json::value& problem) {
  json::array errors;
  for (const auto& error : problem.is_object() ? errors_of(problem) : std::vector<FormError>()) {
    static const std::set<std::string> inputs = {"title", "file", "meeting", "review", "sort"};
    const bool has_input = inputs.contains(error.path);
    errors.push_back(json::object{{"href", shown(has_input ? "#" + error.path : "")}, {"text", error.message}});
    if (has_input) view[error.path + "Error"] = error.message;
  }
  view["hasErrors"] = !errors.empty();
  view["errors"] = std::move(errors);
}

}  // namespace

View documents_view(const json::value& of_case, const json::array& documents, bool may_record,
                    const std::string& filed) {
  View view;
  put_identity(view, of_case);
  const auto address = std::string(view["caseAddress"].as_string()) + "/documents";
  view["title"] = fmt::format("Documents of {} {}", record_word(record_in(of_case)), record_in(of_case));
  json::array rows;
  for (const auto& document : documents) {
    rows.push_back(document_row(document, address, may_record));
    if (text_in(document, "document") != filed) continue;
    view["filed"] =
        fmt::format("{} was filed as version {}.", text_in(document, "title"), number_in(document, "version"));
  }
  view["hasRows"] = !rows.empty();
  view["rows"] = std::move(rows);
  if (may_record) view["add"] = address + "/add";
  return view;
}

View document_form_view(const json::value& of_case, const json::array& entries, const DocumentInputs& inputs,
                        const json::value& problem) {
  View view;
  put_identity(view, of_case);
  const std::string address(view["caseAddress"].as_string());
  view["title"] = inputs.document.empty() ? "File a document" : "File a new version";
  view["back"] = address + "/documents";
  view["action"] = address + "/documents/add";
  view["elsewhere"] = inputs.document.empty() ? address + "/add/documentFiled" : std::string();
  view["titleValue"] = inputs.title;
  view["document"] = inputs.document;
  view["key"] = inputs.key;
  view["sorts"] = sorts(inputs.sort);
  auto choices = meetings(entries, inputs.meeting);
  view["hasMeetings"] = !choices.empty();
  view["meetings"] = std::move(choices);
  json::array reviews;
  for (const auto& one : list_in(of_case, "reviews")) {
    const auto review = text_in(one, "review");
    reviews.push_back(
        json::object{{"value", review}, {"words", name_words(review)}, {"chosen", review == inputs.review}});
  }
  view["hasReviews"] = !reviews.empty();
  view["reviews"] = std::move(reviews);
  put_errors(view, problem);
  return view;
}

}  // namespace reviewd
