#include <fmt/format.h>

#include <algorithm>

#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

/// What an option narrows the list by.
struct NarrowsProducts {
  const char* option;
  const char* condition;
};
constexpr NarrowsProducts product_narrowing[] = {{"theme", "theme="},     {"sort", "sort="},
                                                 {"case", "case="},       {"programme", "programme="},
                                                 {"from", "draftedOn>="}, {"until", "draftedOn<="}};

/// `newsletter-item` or `NEWSLETTER_ITEM`, as the filter writes it.
std::string product_choice(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), [](char c) {
    return c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return word;
}

Outcome<std::string> product_filter(const Arguments& arguments) {
  std::string filter;
  for (const auto& [option, condition] : product_narrowing) {
    auto value = arguments.text(option);
    if (value.empty()) continue;
    if (value.find('"') != std::string::npos) return misused(fmt::format("--{} has no quotation marks.", option));
    if (std::string_view(option) == "sort") value = product_choice(std::move(value));
    filter += fmt::format("{}{}\"{}\"", filter.empty() ? "" : " AND ", condition, value);
  }
  return filter;
}

/// The agencies that have it, and those of them that have not confirmed that they understood it.
std::string agencies_of(const boost::json::object& listed, bool all) {
  std::string names;
  for (const auto* one : objects_of(listed, "agencies")) {
    if (all || !is_true(*one, "confirmed")) names += (names.empty() ? "" : " ") + text_of(*one, "agency");
  }
  return names;
}

Outcome<ExitCode> run_products(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto filter = product_filter(call.arguments);
  if (!filter) return stop(filter.error());
  auto wish = list_wish(call.arguments, "/v1/products", "products");
  if (!wish) return stop(wish.error());
  wish->filter = *filter;
  auto products = ask_list(**service, *wish);
  if (!products) return stop(products.error());
  Table table{{{"OF", "case"},
               {"PRODUCT", "product"},
               {"DRAFTED", "draftedOn"},
               {"SORT", "sort"},
               {"CHECKED", "checked"},
               {"AGENCIES", "agencies"},
               {"NOT CONFIRMED", "notConfirmed"},
               {"TITLE", "title"}}};
  for (const auto& value : *products) {
    const auto& listed = value.get_object();
    const auto& product = listed.at("product").get_object();
    const auto sort = text_of(product, "sort");
    table.rows.push_back({text_of(listed, "case"),
                          text_of(product, "product"),
                          text_of(product, "draftedOn"),
                          {in_plain(sort), sort},
                          text_of(product, "checkedOn"),
                          agencies_of(listed, true),
                          agencies_of(listed, false),
                          text_of(listed, "title")});
  }
  call.output.list({"products", std::move(*products), std::move(table), "There is no learning product that is so."});
  return ExitCode::done;
}

}  // namespace

Verb products() {
  return {
      .noun = "products",
      .verb = "",
      .summary = "Lists learning products of all cases and programmes, newest first",
      .reach = Reach::server,
      .lists = true,
      .options = {{"theme", "THEME", "Only under this theme; law show --output json lists them"},
                  {"sort", "SORT", "Only of this sort: seven-minute-briefing, newsletter-item, video"},
                  {"case", "CASE", "Only of this case"},
                  {"programme", "PROGRAMME", "Only of this programme"},
                  {"from", "DAY", "Only what was drafted on this day or later"},
                  {"until", "DAY", "Only what was drafted on this day or earlier"},
                  {"limit", "N", "At most so many"}},
      .examples = {{"Briefings on a theme, and who has not confirmed",
                    "products --sort seven-minute-briefing --theme babies"},
                   {"A year of them for a spreadsheet", "products --from 2025-04-01 --until 2026-03-31 --output csv"}},
      .run = run_products};
}

}  // namespace reviewctl
