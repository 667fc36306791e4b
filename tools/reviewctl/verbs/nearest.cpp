#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/read_file.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

Listing nearest_listing(const json::object& answer) {
  Listing listing{"nearest",
                  {},
                  {{{"ALIKE", "alike"},
                    {"CASE", "case"},
                    {"RECOMMENDATION", "recommendation"},
                    {"MADE ON", "madeOn"},
                    {"STANDING", "standing"},
                    {"TEXT", "text"}}},
                  "No earlier recommendation that you may see is like this one."};
  for (const auto* one : objects_of(answer, "nearest")) {
    const auto* state = object_of(*one, "state");
    listing.items.emplace_back(*one);
    listing.table.rows.push_back({fmt::format("{} %", number_of(*one, "alike")), reference_in(*one),
                                  text_of(*one, "recommendation"), text_of(*one, "madeOn"),
                                  state == nullptr ? std::string() : text_of(*state, "standing"),
                                  text_of(*one, "text")});
  }
  return listing;
}

Outcome<ExitCode> run_nearest(Call& call) {
  const auto text = read_file(call.arguments.find("FILE").value_or("-"));
  if (!text) return stop(text.error());
  json::object wish{{"text", *text}};
  if (const auto of = call.arguments.find("case")) wish["case"] = *of;
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto found = ask_json(**service, {"POST", "/v1/recommendations:nearest", json::serialize(wish)});
  if (!found) return stop(found.error());
  call.output.list(nearest_listing(found->get_object()));
  return ExitCode::done;
}

}  // namespace

Verb nearest() {
  return {.noun = "nearest",
          .verb = "",
          .summary = "Finds the earlier recommendations most like a text, and what became of them",
          .reach = Reach::server,
          .lists = true,
          .operands = {{"FILE", "The text; standard input if not given", false}},
          .options = {{"case", "CASE", "The case in which it is written: its own are left out"}},
          .more = "How like one is goes by the words that both have, in per cent. The text is kept nowhere.",
          .examples = {{"Before it is asked again", "nearest recommendation.txt --case 26-0018"}},
          .run = run_nearest};
}

}  // namespace reviewctl
