#include "reviewd/delivery/smtp.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string_view>

#include "libreview/calendar/date.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/registers/contacts.hpp"

namespace reviewd {
namespace {

constexpr long connect_seconds = 10;
constexpr long send_seconds = 30;

/// `Tue, 17 Mar 2026 09:00:00 +0000`.
std::string mail_date(const std::string& rfc3339) {
  const auto instant = review::parse_instant(rfc3339);
  if (!instant) return {};
  const auto day = std::chrono::floor<std::chrono::days>(*instant);
  const std::chrono::hh_mm_ss time{*instant - day};
  const review::Date date{day};
  return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", review::weekday_name(date.weekday()).substr(0, 3),
                     date.day(), review::month_name(date.month()).substr(0, 3), date.year(), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

/// `20260317090500`: a mail's id holds no colons.
std::string digits_of(const std::string& rfc3339) {
  std::string digits;
  for (const char c : rfc3339.substr(0, rfc3339.find('.'))) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  return digits;
}

/// Line ends as mail wants them.
std::string with_mail_lines(std::string_view text) {
  std::string lines;
  for (const char c : text) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return lines;
}

struct Upload {
  std::string_view rest;
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* from) {
  auto& rest = static_cast<Upload*>(from)->rest;
  const auto length = std::min(size * count, rest.size());
  std::copy_n(rest.begin(), length, to);
  rest.remove_prefix(length);
  return length;
}

}  // namespace

std::string message_of(const MailSetup& setup, const review::Mail& mail) {
  return fmt::format(
             "Date: {}\r\nFrom: {}\r\nTo: {}\r\nSubject: {}\r\nMessage-ID: <mail-{}.{}@{}>\r\n"
             "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
             "Auto-Submitted: auto-generated\r\n\r\n",
             mail_date(mail.made), setup.from, mail.to, mail.subject, mail.mail, digits_of(mail.made),
             review::domain_of(setup.from)) +
         with_mail_lines("OFFICIAL-SENSITIVE\n\n" + mail.text + "\n");
}

std::string send_by_smtp(const MailSetup& setup, const review::Mail& mail) {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> to(
      curl_slist_append(nullptr, fmt::format("<{}>", mail.to).c_str()), curl_slist_free_all);
  if (!curl || !to) return "no memory";
  const auto message = message_of(setup, mail);
  Upload upload{message};
  const auto from = fmt::format("<{}>", setup.from);
  auto* const handle = curl.get();
  curl_easy_setopt(handle, CURLOPT_URL, setup.server.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_USE_SSL, setup.tls ? CURLUSESSL_ALL : CURLUSESSL_NONE);
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connect_seconds);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, send_seconds);
  if (!setup.user.empty()) {
    curl_easy_setopt(handle, CURLOPT_USERNAME, setup.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, setup.password.c_str());
  }
  curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, to.get());
  curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle, CURLOPT_READFUNCTION, give);
  curl_easy_setopt(handle, CURLOPT_READDATA, &upload);
  const auto done = curl_easy_perform(handle);
  return done == CURLE_OK ? std::string() : std::string(curl_easy_strerror(done));
}

}  // namespace reviewd
