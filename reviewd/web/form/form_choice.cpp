#include "reviewd/web/form/form_choice.hpp"

#include <boost/json/array.hpp>
#include <map>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/take_up_referral.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"
#include "reviewd/web/words/screen_words.hpp"
#include "reviewd/web/words/step_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

struct Part {
  std::string file;  ///< of the schema: it has one for each part of the process
  std::string title;
};

const std::vector<Part>& parts() {
  static const std::vector<Part> all = {{"intake", "Incident, referral and notification"},
                                        {"rapid_review", "Rapid review"},
                                        {"review", "Review"},
                                        {"health_check", "Requests to the reviewer"},
                                        {"proceedings", "Proceedings, court orders and embargoes"},
                                        {"publication", "Publication"},
                                        {"programme", "The programme"},
                                        {"audit", "The audit"},
                                        {"assurance", "Assurance, training and pledges"},
                                        {"survey", "The survey"},
                                        {"plan", "The improvement plan"},
                                        {"monitoring", "Monitoring of actions"},
                                        {"learning", "Learning and actions"},
                                        {"question", "Questions of scrutiny"},
                                        {"product", "Learning products"},
                                        {"housekeeping", "Notes, documents, people and closing"}};
  return all;
}

/// What a new case can begin with, in the words of those who choose.
const std::map<std::string, std::string>& openings() {
  static const std::map<std::string, std::string> all = {
      {"incidentLogged",
       "A child died or was seriously harmed, and abuse or neglect is known, suspected or not ruled out."},
      {"learningReferred", "A partner refers a case for consideration that may be below the threshold."},
      {"contributionRequested", "Another area asks for a contribution to its review."},
      {"caseBroughtIn", "A case that began before it was kept here, also an older serious case review."}};
  return all;
}

bool is_of_part(const review::Kind& kind, const Part& part) {
  return kind.field->message_type()->file()->name() == "review/v1/" + part.file + ".proto";
}

}  // namespace

Response choose_page(const PageCall& call) {
  const auto id = call.record();
  const auto page = record_address(id);
  const auto found = ask(call, {"GET", "/v1" + page});
  if (!found.good()) return refused_page(call, found.status, found.json);
  const auto address = page + "/add/";
  json::array groups;
  for (const auto& part : parts()) {
    json::array open;
    json::array later;
    for (const auto& next : list_in(found.json, "nextEntries")) {
      const auto* kind = review::find_kind(text_in(next, "kind"));
      if (kind == nullptr || !is_of_part(*kind, part)) continue;
      const auto label = step_words(*kind);
      const auto why = not_open_words(text_in(next, "why"));
      if (why.empty()) {
        // A document is sent with its file; only its place is recorded from there.
        const auto href = kind->name == "document-filed" ? page + "/documents/add" : address + kind->json;
        open.push_back(json::object{{"href", href}, {"label", label}, {"decision", kind->decision}});
      } else {
        later.push_back(json::object{{"href", address + kind->json}, {"label", label}, {"why", why}});
      }
    }
    const bool any = !open.empty() || !later.empty();
    const bool has_later = !later.empty();
    if (any) {
      groups.push_back(json::object{
          {"title", part.title}, {"open", std::move(open)}, {"hasLater", has_later}, {"later", std::move(later)}});
    }
  }
  return render(call, 200, "choose",
                View{{"title", "What happened?"},
                     {"caption", record_caption(id)},
                     {"back", page},
                     {"recordWord", record_word(id)},
                     {"groups", std::move(groups)},
                     {"correct", address + "entryCorrected"},
                     {"withdraw", address + "entryWithdrawn"}});
}

Response choose_opening_page(const PageCall& call) {
  const std::string takes_up(call.request.parameter("takesUp").value_or(""));
  const auto query = referral_query(takes_up);
  json::array kinds;
  for (const auto& kind : review::kinds()) {
    const auto words = openings().find(kind.json);
    if (!kind.opens_case || words == openings().end()) continue;
    if (!takes_up.empty() && !can_take_up(kind)) continue;
    const auto address = kind.json == "incidentLogged" ? std::string("/incident") : "/cases/log/" + kind.json;
    kinds.push_back(json::object{{"href", address + query}, {"label", step_words(kind)}, {"words", words->second}});
  }
  return render(call, 200, "choose_opening", View{{"title", "What does the new case begin with?"}, {"kinds", kinds}});
}

Response choose_entry_page(const EntryForm& form) {
  const auto found = case_for(form);
  if (found.refused != 0) return refused_page(form.call, found.refused, found.problem);
  json::array entries;
  for (const auto& entry : entries_of(form)) {
    const auto* kind = kind_in(entry);
    const bool is_over = !text_in(entry, "correctedBy").empty() || !text_in(entry, "withdrawnBy").empty();
    if (kind == nullptr || is_over || kind->name == "entry-corrected" || kind->name == "entry-withdrawn") continue;
    entries.push_back(
        json::object{{"href", form.address() + "?entryCorrected.entry=" + percent_encoded(text_in(entry, "entry"))},
                     {"label", entry_label(entry)},
                     {"by", person_words(text_in(entry, "recordedBy"))}});
  }
  return render(form.call, 200, "choose_entry",
                View{{"title", "Which update was wrong?"},
                     {"caption", form.caption()},
                     {"back", record_address(form.case_id)},
                     {"recordWord", form.sort()},
                     {"entries", std::move(entries)}});
}

}  // namespace reviewd
