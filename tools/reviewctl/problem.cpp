#include "tools/reviewctl/problem.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/printable.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

ExitCode exit_for(int status) {
  switch (status) {
    case 400:
    case 422:
      return ExitCode::usage;
    case 401:
    case 403:
      return ExitCode::not_permitted;
    case 404:
      return ExitCode::not_found;
    case 409:
    case 412:
    case 428:
      return ExitCode::refused;
    default:
      return ExitCode::failed;
  }
}

std::vector<std::string> hints_for(std::string_view code) {
  if (code == "unauthenticated") {
    return {"Put your access token into REVIEW_TOKEN, or name a file that holds it with --token-file.",
            "reviewctl token issue makes one."};
  }
  return {};
}

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

}  // namespace

Problem problem_of(const review::Refusal& refusal) {
  const auto& row = review::code_row(refusal.code);
  Problem problem{exit_for(row.status),   row.status,   std::string(row.name),
                  std::string(row.title), refusal.says, refusal.cites};
  for (const auto& one : refusal.violations) problem.violations.push_back({one.pointer, one.message});
  problem.holds = refusal.holds;
  problem.hints = hints_for(row.name);
  return problem;
}

Problem local_problem_of(const review::Refusal& refusal) {
  auto problem = problem_of(refusal);
  problem.title.clear();
  return problem;
}

Problem problem_of(int status, std::string_view body) {
  const auto value = review::parse_json(body);
  const auto* object = value ? value->if_object() : nullptr;
  if (object == nullptr || text_of(*object, "code").empty()) {
    return {ExitCode::failed, status, "", "The service gave an answer that cannot be read",
            fmt::format("Status {}. {}", status, first_line(body.substr(0, 200)))};
  }
  Problem problem{exit_for(status), status, text_of(*object, "code"), text_of(*object, "title"),
                  text_of(*object, "detail")};
  for (const auto& cite : list_of(*object, "cites")) {
    if (cite.is_string()) problem.cites.emplace_back(cite.get_string());
  }
  for (const auto& one : list_of(*object, "violations")) {
    if (const auto* fault = one.if_object())
      problem.violations.push_back({text_of(*fault, "pointer"), text_of(*fault, "message")});
  }
  for (const auto& one : list_of(*object, "holds")) {
    if (const auto* hold = one.if_object())
      problem.holds.push_back({text_of(*hold, "kind"), text_of(*hold, "name"), text_of(*hold, "since"),
                               text_of(*hold, "why"), text_of(*hold, "reviewOn")});
  }
  problem.request_id = text_of(*object, "requestId");
  problem.hints = hints_for(problem.code);
  return problem;
}

tl::unexpected<Problem> stop(const review::Refusal& refusal) { return stop(problem_of(refusal)); }

tl::unexpected<Problem> misused(std::string says) { return stop(Problem{ExitCode::usage, 0, "", "", std::move(says)}); }

tl::unexpected<Problem> failed(std::string says, std::vector<std::string> hints) {
  Problem problem{ExitCode::failed, 0, "", "", std::move(says)};
  problem.hints = std::move(hints);
  return stop(std::move(problem));
}

json::object problem_json(const Problem& problem) {
  json::object out;
  if (!problem.code.empty()) out["type"] = "/problems/" + problem.code;
  out["title"] = problem.title.empty() ? problem.says : problem.title;
  if (problem.status != 0) out["status"] = problem.status;
  out["detail"] = problem.says;
  if (!problem.code.empty()) out["code"] = problem.code;
  out["cites"] = json_texts(problem.cites);
  json::array violations;
  for (const auto& one : problem.violations) {
    violations.push_back(json::object{{"pointer", one.pointer}, {"message", one.message}});
  }
  out["violations"] = std::move(violations);
  if (!problem.holds.empty()) {
    json::array holds;
    for (const auto& one : problem.holds) {
      json::object hold{{"kind", one.kind}, {"name", one.name}, {"since", one.since}, {"why", one.why}};
      if (!one.review_on.empty()) hold["reviewOn"] = one.review_on;
      holds.push_back(std::move(hold));
    }
    out["holds"] = std::move(holds);
  }
  if (!problem.request_id.empty()) out["requestId"] = problem.request_id;
  return out;
}

std::string problem_text(const Problem& problem) {
  std::string text = "reviewctl: ";
  if (!problem.title.empty())
    text += fmt::format("{} ({})\n", problem.title, problem.code.empty() ? "no code" : problem.code);
  text += printable(problem.says, Breaks::kept) + "\n";
  for (const auto& one : problem.violations) {
    if (problem.violations.size() == 1 && one.message == problem.says) {
      text += fmt::format("  at {}\n", printable(one.flag.empty() ? one.pointer : one.flag + " (" + one.pointer + ")"));
    } else {
      text += fmt::format("  {}: {}\n", printable(one.flag.empty() ? one.pointer : one.flag), printable(one.message));
    }
  }
  for (const auto& one : problem.holds) {
    text += fmt::format("  held by {} {} since {}: {}{}\n", printable(one.kind), printable(one.name),
                        printable(one.since), printable(one.why),
                        one.review_on.empty() ? "" : ", to be looked at by " + printable(one.review_on));
  }
  for (const auto& cite : problem.cites) text += fmt::format("  {}\n", printable(cite));
  for (const auto& hint : problem.hints) text += hint + "\n";
  if (!problem.request_id.empty()) text += fmt::format("Request {}\n", printable(problem.request_id));
  return text;
}

}  // namespace reviewctl
