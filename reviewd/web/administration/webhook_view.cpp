#include "reviewd/web/administration/webhook_view.hpp"

#include <fmt/format.h>

#include <map>

#include "reviewd/act/act.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string address_of(const json::value& webhook) {
  return webhooks_page + "/" + percent_encoded(text_in(webhook, "webhook"));
}

std::string webhook_standing(const json::value& webhook) {
  const auto since = instant_words(text_in(webhook, "changed"));
  const auto why = text_in(webhook, "why");
  if (why == "gone") return fmt::format("Off since {}: the other program said that it is gone", since);
  if (why == "failing") return fmt::format("Off since {}: nothing got through", since);
  if (!why.empty()) return fmt::format("Turned off, {}", since);
  const auto failing = text_in(webhook, "failingSince");
  return failing.empty() ? "Works" : fmt::format("Nothing gets through since {}", instant_words(failing));
}

std::string error_words(const json::value& delivery) {
  static const std::map<std::string, std::string_view, std::less<>> words = {
      {"gone", "it said that it is gone"},
      {"redirected", "it sent us elsewhere, which we do not follow"},
      {"private-target", "the address leads into a private network"},
      {"no-such-host", "there is no such host"},
      {"no-connection", "no connection"},
      {"not-secure", "the connection is not secure"},
      {"too-slow", "it took too long"},
      {"no-secret", "its secret cannot be read: make another"},
  };
  const auto error = text_in(delivery, "lastError");
  const auto status = number_in(delivery, "lastStatus");
  if (const auto found = words.find(error); found != words.end()) return std::string(found->second);
  return status == 0 ? "no answer" : fmt::format("it answered {}", status);
}

std::string outcome(const json::value& delivery) {
  const auto state = text_in(delivery, "state");
  if (state == "DELIVERED") return "Delivered, " + instant_words(text_in(delivery, "delivered"));
  const auto tries = number_in(delivery, "tries");
  if (tries == 0) return "Waits";
  return fmt::format("{} after {}: {}", state == "FAILED" ? "Given up" : "Tried again later",
                     counted_words(tries, "try", "tries"), error_words(delivery));
}

PlainTable delivery_table(const json::value& webhook, const json::value& deliveries) {
  PlainTable table{"What was sent, newest first", {"Message", "What", "When", "How it went", "What you can do"}, {}};
  for (const auto& one : list_in(deliveries, "deliveries")) {
    const auto event = text_in(one, "event");
    const bool test = text_in(one, "type").find(".tested.") != std::string::npos;
    const auto again = address_of(webhook) + "/deliveries/" + text_in(one, "delivery") + "/replay";
    table.rows.push_back({{event},
                          {test ? "Test" : "Reminder"},
                          {instant_words(text_in(one, "queued"))},
                          {outcome(one)},
                          {"", "", again, "Send again", "message " + event}});
  }
  return table;
}

PlainForm deeds(const json::value& webhook) {
  PlainForm form{address_of(webhook), {}, {}, {}};
  const bool active = text_in(webhook, "state") == "ACTIVE";
  if (active) {
    form.buttons = {{"test", "Send a test"}, {"rotate", "Make another secret", true}, {"disable", "Turn it off", true}};
  } else {
    form.buttons = {{"enable", "Turn it on"}, {"rotate", "Make another secret", true}, {"remove", "Remove it", true}};
  }
  return form;
}

}  // namespace

std::string address_words(const json::value& webhook) {
  const auto address = text_in(webhook, "address");
  return address.substr(0, address.find('?'));
}

PlainTable webhook_table(const json::value& webhooks) {
  PlainTable table{"Webhooks, oldest first", {"Address", "Standing", "Messages that wait"}, {}};
  for (const auto& one : list_in(webhooks, "webhooks")) {
    table.rows.push_back(
        {{address_words(one), address_of(one)}, {webhook_standing(one)}, {std::to_string(number_in(one, "waiting"))}});
  }
  return table;
}

PlainTable agreed_webhook_table(const json::value& approvals) {
  PlainTable table{"Approved, and not added yet", {"Address", "Approved by", "Until", "What you can do"}, {}};
  for (const auto& one : list_in(approvals, "approvals")) {
    const auto until = text_in(one, "usableUntil");
    if (text_in(one, "act") != add_webhook_act || until.empty()) continue;
    const auto address = address_words(one.at("proposal"));
    const auto add = webhooks_page + "/agreed/" + percent_encoded(text_in(one, "approval"));
    table.rows.push_back({{address},
                          {person_words(text_in(one, "decidedBy"))},
                          {instant_words(until)},
                          {"", "", add, "Add the webhook", "to " + address}});
  }
  return table;
}

PlainPage webhook_view(const json::value& webhook, const json::value& deliveries) {
  PlainPage page{"Webhook", address_words(webhook), webhooks_page, "Back to webhooks"};
  Section about{.facts = {{"Standing", webhook_standing(webhook)},
                          {"Messages that wait", std::to_string(number_in(webhook, "waiting"))},
                          {"Added by", person_words(text_in(webhook, "madeBy"))},
                          {"Added", instant_words(text_in(webhook, "made"))}},
                .form = deeds(webhook)};
  if (flag_in(webhook, "privateAllowed")) about.facts.emplace_back("Private network", "Allowed");
  page.sections.push_back(std::move(about));
  Section log{.table = delivery_table(webhook, deliveries)};
  if (log.table.rows.empty()) log.paragraphs.emplace_back("Nothing was sent yet.");
  if (const auto next = text_in(deliveries, "nextPageToken"); !next.empty()) {
    log.links = {{"Older messages", address_of(webhook) + "?pageToken=" + percent_encoded(next)}};
  }
  page.sections.push_back(std::move(log));
  return page;
}

}  // namespace reviewd
