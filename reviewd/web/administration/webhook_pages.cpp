#include <boost/json/serialize.hpp>

#include "reviewd/act/act.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/administration/webhook_view.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/form_typed.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

const std::string below_api = "/v1/webhooks/";

std::string api_of(const PageCall& call) { return below_api + percent_encoded(call.path("webhook")); }
std::string page_of_one(const json::value& webhook) {
  return webhooks_page + "/" + percent_encoded(text_in(webhook, "webhook"));
}

/// `private_too` where the settings of the service allow a receiver in a private network.
PlainForm wish_form(const NameValues& typed, bool takes_two, bool private_too) {
  PlainForm form{webhooks_page, {}, {{"add", takes_two ? "Propose a webhook" : "Add a webhook"}}, {}};
  form.questions = {{"address", "Address", "It begins with https://, for example https://receiver.example.org/events",
                     Question::Sort::line, value_of(typed, "address")}};
  if (private_too) {
    form.questions.push_back({"privateAllowed",
                              "Where does the other program stand?",
                              "On this machine the address may begin with http:// as well",
                              Question::Sort::choice,
                              value_of(typed, "privateAllowed"),
                              {{"", "On the internet"}, {"yes", "In our own network, or on this machine"}}});
  }
  if (takes_two) {
    form.questions.push_back(
        {"reason", "Why?", "The other person decides on this", Question::Sort::area, value_of(typed, "reason"), {}, 3});
  }
  return form;
}

Response list_page(const PageCall& call, const NameValues& typed, int status, const json::value& problem) {
  const auto answer = ask(call, {"GET", "/v1/webhooks"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const auto approvals = ask(call, {"GET", "/v1/approvals"});
  const bool takes_two = !call.storage.store().practice();
  auto form = wish_form(typed, takes_two, call.storage.config().webhooks.allow_private);
  PlainPage page{"Webhooks", "", "/administration"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  Section all{.paragraphs = {"A webhook tells another program when something is due soon or late. It sends the "
                             "reference of the case, which timescale it is, the day and a link. It sends no names."},
              .table = webhook_table(answer.json)};
  if (all.table.rows.empty()) all.paragraphs.emplace_back("There is none yet.");
  page.sections.push_back(std::move(all));
  if (auto agreed = agreed_webhook_table(approvals.json); !agreed.rows.empty()) {
    page.sections.push_back({.table = std::move(agreed)});
  }
  Section add{.heading = takes_two ? "Propose a webhook" : "Add a webhook", .form = std::move(form)};
  if (takes_two) {
    add.paragraphs = {
        "A webhook takes references of cases out of this service. So it takes two people: you propose it, another "
        "person approves it, then you add it here."};
  }
  page.sections.push_back(std::move(add));
  return sections_page(call, page, status);
}

Response show_webhooks(PageCall& call) { return list_page(call, {}, 200, {}); }

/// The secret, which is shown this once.
Response secret_page(const PageCall& call, const ApiAnswer& answer) {
  PlainPage page{"Secret of the webhook", address_words(answer.json), page_of_one(answer.json), "Back to the webhook"};
  page.sections.push_back({.paragraphs = {"This secret is shown only now. Put it where the other program reads it, and "
                                          "nowhere else: with it that program can tell that a message is from here.",
                                          "If there was a secret before, both work for 24 hours."},
                           .note = text_in(answer.json, "secret")});
  return sections_page(call, page, answer.status);
}

Response add_webhook(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const bool takes_two = !call.storage.store().practice();
  json::object wish{{"address", typed_text(value_of(typed, "address"))}};
  if (value_of(typed, "privateAllowed") == "yes") wish["privateAllowed"] = true;
  if (takes_two) wish["reason"] = typed_text(value_of(typed, "reason"));
  const auto answer = ask(call, {"POST", takes_two ? "/v1/webhooks:propose" : "/v1/webhooks", json::serialize(wish)});
  if (answer.status == 400 || answer.status == 409) return list_page(call, typed, answer.status, answer.json);
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  if (!takes_two) return secret_page(call, answer);
  return see_other("/administration/approvals/" + percent_encoded(text_in(answer.json, "approval")));
}

Response add_agreed(PageCall& call) {
  if (!call.visitor.reader.may(review::Right::manage_access)) return refused_page(call, 403, {});
  const auto approval = ask(call, {"GET", "/v1/approvals/" + percent_encoded(call.path("approval"))});
  if (!approval.good() || text_in(approval.json, "act") != add_webhook_act) return refused_page(call, 404, {});
  const auto& proposal = approval.json.at("proposal");
  json::object wish{{"address", text_in(proposal, "address")}};
  if (!text_in(proposal, "privateAllowed").empty()) wish["privateAllowed"] = true;
  const auto answer = ask(call, {"POST", "/v1/webhooks", json::serialize(wish)});
  return answer.good() ? secret_page(call, answer) : refused_page(call, answer.status, answer.json);
}

Response show_webhook(PageCall& call) {
  const auto webhook = ask(call, {"GET", api_of(call)});
  if (!webhook.good()) return refused_page(call, webhook.status, webhook.json);
  const auto page_token = call.request.parameter("pageToken").value_or("");
  const auto deliveries = ask(call, {"GET", api_of(call) + "/deliveries?pageToken=" + percent_encoded(page_token)});
  if (!deliveries.good()) return refused_page(call, deliveries.status, deliveries.json);
  return sections_page(call, webhook_view(webhook.json, deliveries.json));
}

Response change_webhook(PageCall& call) {
  if (!call.visitor.reader.may(review::Right::manage_access)) return refused_page(call, 403, {});
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const auto deed = value_of(typed, "do");
  if (deed != "rotate" && deed != "test" && deed != "enable" && deed != "disable" && deed != "remove") {
    return refused_page(call, 404, {});
  }
  const auto answer = ask(call, {"POST", api_of(call) + ":" + deed});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  if (deed == "rotate") return secret_page(call, answer);
  return see_other(deed == "remove" ? webhooks_page : webhooks_page + "/" + percent_encoded(call.path("webhook")));
}

Response replay(PageCall& call) {
  const auto answer =
      ask(call, {"POST", api_of(call) + "/deliveries/" + percent_encoded(call.path("delivery")) + ":replay"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  return see_other(webhooks_page + "/" + percent_encoded(call.path("webhook")));
}

}  // namespace

std::vector<Page> webhook_pages() {
  return {{"GET", webhooks_page, "webhooksPage", Use::read, show_webhooks},
          {"POST", webhooks_page, "addWebhookPage", Use::write, add_webhook},
          {"POST", webhooks_page + "/agreed/{approval}", "addAgreedWebhookPage", Use::write, add_agreed},
          {"GET", webhooks_page + "/{webhook}", "webhookPage", Use::read, show_webhook},
          {"POST", webhooks_page + "/{webhook}", "changeWebhookPage", Use::write, change_webhook},
          {"POST", webhooks_page + "/{webhook}/deliveries/{delivery}/replay", "replayWebhookPage", Use::write, replay}};
}

}  // namespace reviewd
