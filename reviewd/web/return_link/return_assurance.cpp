#include <boost/json/array.hpp>
#include <utility>

#include "libreview/vocabulary/names.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/returns/asked_assurance.hpp"
#include "reviewd/returns/submit.hpp"
#include "reviewd/web/form/plain_form.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/return_link/link_visit.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"

/// What an agency answers about its duty by a link, without an account.
namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;

constexpr std::string_view assurance_path = "/assurance";
constexpr const char* answers[] = {"summary", "ownGrade", "completeness"};

/// By a link for assurance. The draft has what was typed and not sent, by request.
struct AssuranceVisit : LinkVisit {
  AskedAssurances asked;
};

std::optional<AssuranceVisit> assurance_visit_of(ReturnCall& call) {
  auto came = link_visit_of(call);
  auto asked = came ? asked_assurances(call.storage, came->link) : std::nullopt;
  if (!asked) return std::nullopt;
  return AssuranceVisit{std::move(*came), std::move(*asked)};
}

std::string standing_of(const AssuranceVisit& visit, const v1::AssuranceFile& asked) {
  if (visit.draft.contains(asked.request())) return "Kept, and not sent";
  if (asked.returned_on().empty()) return "Not answered yet";
  if (asked.completeness() == v1::COMPLETENESS_DECLINED) return "Declined";
  return is_owed(asked) ? "Sent in part" : "Sent";
}

std::string title_of(const AskedAssurance& one) {
  return one.what.empty() ? "What your agency was asked on " + day_words(one.asked.asked_on()) : one.what;
}

std::string address_of(const ReturnCall& call, const AskedAssurance& one) {
  return call.address(std::string(assurance_path) + "/" + percent_encoded(one.asked.request()));
}

Response show_requests(ReturnCall& call) {
  const auto visit = assurance_visit_of(call);
  if (!visit) return door(call);
  if (!note_reads(call, visit->link, visit->asked.reads)) return Response{507};
  json::array rows;
  for (const auto& one : visit->asked.requests) {
    rows.push_back(json::object{{"title", title_of(one)},
                                {"address", address_of(call, one)},
                                {"hint", "Wanted by " + day_words(one.asked.due_on())},
                                {"standing", standing_of(*visit, one.asked)},
                                {"open", is_owed(one.asked)}});
  }
  return render_link_list(call, *visit, assurance_path, "return_asked",
                          {{"title", "What your agency is asked about its duty to safeguard"},
                           {"purpose", "asks how your agency keeps its duty to safeguard children."},
                           {"sent", !visit->link.sent.empty()},
                           {"when", instant_words(visit->link.sent)},
                           {"rows", std::move(rows)}});
}

const AskedAssurance* request_of_address(const ReturnCall& call, const AssuranceVisit& visit) {
  for (const auto& one : visit.asked.requests) {
    if (one.asked.request() == call.match.parameter("request")) return &one;
  }
  return nullptr;
}

/// What stands in the form: what was typed before and not sent, else what was sent last.
NameValues begun(const AssuranceVisit& visit, const AskedAssurance& one) {
  NameValues typed;
  if (const auto* draft = visit.draft.if_contains(one.asked.request()); draft != nullptr && draft->is_object()) {
    for (const auto& [name, value] : draft->get_object()) {
      if (value.is_string()) typed.emplace_back(std::string(name), std::string(value.get_string()));
    }
    return typed;
  }
  if (!one.said) return typed;
  typed.emplace_back("summary", one.said->summary());
  typed.emplace_back("ownGrade", review::short_name_of(one.said->own_grade(), v1::AssuranceGrade_descriptor()));
  typed.emplace_back("completeness", review::short_name_of(one.said->completeness(), v1::Completeness_descriptor()));
  return typed;
}

std::vector<Question> assurance_questions(const NameValues& typed) {
  using Sort = Question::Sort;
  std::vector<std::pair<std::string, std::string>> grades{{"", "No grade"}};
  for (const auto* grade : {"MET", "MOSTLY_MET", "PARTLY_MET", "NOT_MET"})
    grades.emplace_back(grade, choice_words("AssuranceGrade", grade));
  return {{"summary",
           "What does your agency answer?",
           "Say what is in place, what shows it, and what is still missing. Name nobody",
           Sort::area,
           value_of(typed, "summary"),
           {},
           10},
          {"ownGrade", "How does your agency grade itself?", "Leave it open where it does not", Sort::choice,
           value_of(typed, "ownGrade"), std::move(grades)},
          {"completeness",
           "Is this all, or a part?",
           "",
           Sort::choice,
           value_of(typed, "completeness"),
           {{"", "Choose"}, {"FULL", "This is all"}, {"PARTIAL", "This is a part. The rest follows"}}}};
}

Response answer_page(const ReturnCall& call, const AssuranceVisit& visit, const AskedAssurance& one,
                     const NameValues& typed, int status, const json::value& problem) {
  PlainForm form{address_of(call, one),
                 assurance_questions(typed),
                 {{"send", "Send the answer"}, {"later", "Keep it and come back later", true}}};
  PlainFaults faults;
  if (problem.is_object()) faults = faults_of(problem, form.questions);
  View view{{"title", title_of(one)},
            {"due", day_words(one.asked.due_on())},
            {"standing", standing_of(visit, one.asked)},
            {"says", "Documents cannot be sent by this page. Ask the review coordinators how to send one."},
            {"errors", faults.summary},
            {"hasErrors", !faults.summary.empty()}};
  add_form(view, form, faults);
  return render_link(call, visit, assurance_path, status, "return_answer", std::move(view));
}

Response show_request(ReturnCall& call) {
  const auto visit = assurance_visit_of(call);
  const auto* one = visit ? request_of_address(call, *visit) : nullptr;
  if (one == nullptr) return door(call);
  if (!note_reads(call, visit->link, visit->asked.reads)) return Response{507};
  return answer_page(call, *visit, *one, begun(*visit, *one), 200, {});
}

json::object typed_answers(const NameValues& typed) {
  json::object said;
  for (const auto* name : answers) {
    if (const auto value = value_of(typed, name); !value.empty()) said[name] = value;
  }
  return said;
}

/// Whoever sends says whether it is all, for a part leaves the rest owed; and says something.
json::value open_questions(const json::object& said) {
  json::array violations;
  const auto must = [&](const char* name, const char* says) {
    if (!said.contains(name))
      violations.push_back(json::object{{"pointer", "/" + std::string(name)}, {"message", says}});
  };
  must("summary", "Say what your agency answers");
  must("completeness", "Choose whether this is all, or a part");
  return violations.empty() ? json::value() : json::value(json::object{{"violations", std::move(violations)}});
}

Response take_answer(ReturnCall& call) {
  auto visit = assurance_visit_of(call);
  const auto* one = visit ? request_of_address(call, *visit) : nullptr;
  if (one == nullptr) return door(call);
  auto said = typed_answers(call.form);
  // Kept at once, whatever is wrong with it.
  visit->draft[one->asked.request()] = said;
  keep_draft(call, visit->draft);
  if (value_of(call.form, "do") == "later") return see_other(call.address(assurance_path));
  auto problem = open_questions(said);
  if (problem.is_null()) {
    said["agency"] = one->asked.agency();
    said["request"] = one->asked.request();
    const auto recorded =
        submit_as(call.storage, visit->link, one->asked.agency(), "assuranceReturned", std::move(said));
    if (recorded) {
      visit->draft.erase(one->asked.request());
      keep_draft(call, visit->draft);
      call.storage.return_links().sent(visit->link.link, recorded->entry_id, false, call.storage.moment().now);
      return see_other(call.address(assurance_path));
    }
    problem = problem_below(recorded.error(), "assuranceReturned");
  }
  if (!note_reads(call, visit->link, visit->asked.reads)) return Response{507};
  return answer_page(call, *visit, *one, call.form, 400, problem);
}

}  // namespace

std::vector<ReturnPage> return_assurance_pages() {
  return {{"GET", "/return/{return}/assurance", "returnAssurance", show_requests},
          {"GET", "/return/{return}/assurance/{request}", "returnAssuranceRequest", show_request},
          {"POST", "/return/{return}/assurance/{request}", "sendReturnAssurance", take_answer}};
}

}  // namespace reviewd
