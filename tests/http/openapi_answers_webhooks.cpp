#include "tests/http/openapi_answers.hpp"

namespace review::service_test {

void ask_for_webhooks(Answers& answers, Practice& practice) {
  auto caller = practice.daemon.administrator();
  const std::string all = "/v1/webhooks";
  const std::string wish = R"({"address":"https://receiver.example/events"})";
  const std::string wanted = R"({"address":"https://another.example/events","reason":"Invented."})";
  const auto made = answers.keep("addWebhook", caller.post(all, wish));
  REQUIRE(made.status == 201);
  answers.keep("addWebhook", caller.post(all, wish));
  answers.keep("addWebhook", caller.post(all, R"({"address":"https://127.0.0.1/"})"));
  answers.keep("addWebhook",
               caller.post(all, R"({"address":"https://receiver.example/private","privateAllowed":true})"));
  answers.keep("addWebhook", caller.post(all, "{}"));
  answers.keep("addWebhook", practice.coordinator.post(all, wish));
  answers.keep("proposeWebhook", caller.post(all + ":propose", wanted));
  answers.keep("proposeWebhook", caller.post(all + ":propose", wanted));
  answers.keep("proposeWebhook", caller.post(all + ":propose", wish));
  answers.keep("listWebhooks", caller.get(all));
  const auto at = all + "/" + made.text("/webhook");
  answers.keep("getWebhook", caller.get(at));
  answers.keep("getWebhook", caller.get(all + "/none"));
  answers.keep("disableWebhook", caller.post(at + ":disable", ""));
  const auto sent = answers.keep("testWebhook", caller.post(at + ":test", ""));
  answers.keep("rotateWebhook", caller.post(at + ":rotate", ""));
  answers.keep("listWebhookDeliveries", caller.get(at + "/deliveries"));
  answers.keep("listWebhookDeliveries", caller.get(at + "/deliveries?pageToken=x"));
  answers.keep("listWebhookDeliveries", caller.get(all + "/none/deliveries"));
  const auto delivery = at + "/deliveries/" + sent.text("/delivery");
  answers.keep("replayWebhookDelivery", caller.post(delivery + ":replay", ""));
  answers.keep("replayWebhookDelivery", caller.post(at + "/deliveries/none:replay", ""));
  answers.keep("enableWebhook", caller.post(at + ":enable", ""));
  for (const std::string verb : {"test", "rotate", "enable", "disable", "remove"}) {
    answers.keep(verb + "Webhook", caller.post(all + "/none:" + verb, ""));
  }
  answers.keep("removeWebhook", caller.post(at + ":remove", ""));
  const Daemon real({false, {}});
  answers.keep("addWebhook", real.administrator().post(all, wish));
}

}  // namespace review::service_test
