#include "tests/support/browser.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <regex>

#include "reviewd/http/percent.hpp"

namespace review::test {
namespace {

std::string body_of(const FormValues& values) {
  std::string body;
  for (const auto& [name, value] : values) {
    body += (body.empty() ? "" : "&") + reviewd::percent_encoded(name) + "=" + reviewd::percent_encoded(value);
  }
  return body;
}

}  // namespace

std::string Browser::origin() const { return fmt::format("http://127.0.0.1:{}", port_); }

HttpAnswer Browser::keep(HttpAnswer answer) {
  static const std::regex cookie(
      "Set-Cookie: ((__Host-[a-z-]+)=([^;]*)); Path=/; Secure; HttpOnly; SameSite=Strict(; Max-Age=0)?",
      std::regex::icase);
  static const std::regex token("name=\"formToken\" value=\"([0-9a-f]+)\"");
  const auto& head = answer.head;
  for (std::sregex_iterator one(head.begin(), head.end(), cookie), end; one != end; ++one) {
    const auto kept = (*one)[4].matched ? std::string() : (*one)[1].str();
    const auto name = (*one)[2].str();
    (name == "__Host-sid" ? cookie_ : name == "__Host-device" ? device_ : pending_) = kept;
  }
  std::smatch found;
  if (std::regex_search(answer.body, found, token)) form_token_ = found[1];
  return answer;
}

std::string Browser::cookies() const {
  std::string all;
  for (const auto& one : {cookie_, pending_, device_}) {
    if (!one.empty()) all += (all.empty() ? "" : "; ") + one;
  }
  return all;
}

HttpAnswer Browser::open(const std::string& address) {
  HttpFields fields;
  if (const auto all = cookies(); !all.empty()) fields.emplace_back("Cookie", all);
  return keep(caller_.get(address, fields));
}

HttpAnswer Browser::send(const std::string& address, FormValues values) {
  values.emplace_back("formToken", form_token_);
  return send_with(address, values, {{"Origin", origin()}, {"Sec-Fetch-Site", "same-origin"}});
}

HttpAnswer Browser::send_form(const std::string& address, std::vector<reviewd::MultipartPart> parts) {
  parts.insert(parts.begin(), {"formToken", std::nullopt, "", form_token_});
  HttpFields headers{{"Origin", origin()},
                     {"Sec-Fetch-Site", "same-origin"},
                     {"Content-Type", "multipart/form-data; boundary=----browser"}};
  if (!cookie_.empty()) headers.emplace_back("Cookie", cookie_);
  return keep(caller_.send("POST", address, reviewd::write_multipart("----browser", parts), headers));
}

HttpAnswer Browser::send_with(const std::string& address, const FormValues& values, HttpFields headers) {
  headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
  if (const auto all = cookies(); !all.empty()) headers.emplace_back("Cookie", all);
  return keep(caller_.send("POST", address, body_of(values), headers));
}

namespace {

/// What somebody gets in with: the answer with the link and, in a real store, the code.
struct Invited {
  HttpAnswer answer;
  std::string code{};
};

/// Invites somebody as the administrator; in a real store a second one agrees to it.
Invited invite(const Daemon& daemon, const std::string& person, const std::string& role) {
  const auto wish = fmt::format(R"({{"person":"{}","role":"{}"}})", person, role);
  auto administrator = daemon.administrator();
  auto invited = administrator.post("/v1/accounts", wish);
  if (invited.code() != "second-person-required") return {std::move(invited)};
  const auto proposed = administrator.post(
      "/v1/accounts:propose", fmt::format(R"({{"person":"{}","role":"{}","reason":"Invented."}})", person, role));
  REQUIRE(proposed.status == 201);
  const auto approved =
      daemon.second_administrator().post("/v1/approvals/" + proposed.text("/approval") + ":approve", "");
  REQUIRE(approved.status == 200);
  return {administrator.post("/v1/accounts", wish), approved.text("/openingCode")};
}

}  // namespace

Browser Browser::of(const Daemon& daemon, const std::string& person, const std::string& role) {
  const auto invited = invite(daemon, person, role);
  REQUIRE(invited.answer.status == 201);
  Browser browser(daemon);
  const auto link = invited.answer.text("/link");
  REQUIRE(browser.open(link).status == 200);
  const auto taken =
      browser.send(link, {{"code", invited.code}, {"password", good_password}, {"again", good_password}});
  INFO(taken.body);
  REQUIRE(taken.status == 303);
  return browser;
}

}  // namespace review::test
