#include <fmt/format.h>

#include "reviewd/http/multipart.hpp"
#include "tests/http/framing_support.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

namespace review::service_test {
namespace {

using reviewd::MultipartPart;
using test::Browser;

MultipartPart input(const std::string& name, std::string_view value) { return {name, std::nullopt, "", value}; }
MultipartPart file(std::string_view content, const std::string& name) {
  return {"file", name, "application/octet-stream", content};
}

TEST_CASE("A document is filed, replaced and downloaded on the pages", "[web]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, R"({"meetingArranged":{"meeting":"meeting-1","heldOn":"2026-01-20"}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/cases/" + id), "/cases/" + id + "/documents\""));
  CHECK(says(browser.open("/cases/" + id + "/add"), "/cases/" + id + "/documents/add"));
  const auto address = "/cases/" + id + "/documents";
  CHECK(says(browser.open(address), "No document was filed"));
  const auto empty = browser.open(address + "/add");
  CHECK(says(empty, "enctype=\"multipart/form-data\""));
  CHECK(says(empty, "meeting-1"));

  const auto sent = browser.send_form(
      address + "/add", {input("key", "key-1"), input("title", "Minutes <1>"), input("meeting", "meeting-1"),
                         input("sort", "MINUTES"), file("%PDF-1", "m.pdf")});
  INFO(sent.body);
  REQUIRE(sent.status == 303);
  CHECK(sent.header("Location") == address + "?filed=document-1");
  const auto list = browser.open(sent.header("Location"));
  CHECK(says(list, "Minutes &lt;1&gt; was filed as version 1."));
  CHECK(says(list, "no scanner is set up"));
  CHECK(says(list, "Sent as m.pdf"));
  CHECK(says(list, ">Minutes</dd>"));
  CHECK(says(browser.open(address + "/add?document=document-1"), "value=\"MINUTES\" selected"));

  CHECK(says(browser.open(address + "/add?document=document-1"), "value=\"Minutes &lt;1&gt;\""));
  const auto next = browser.send_form(address + "/add", {input("key", "key-2"), input("title", "Minutes"),
                                                         input("document", "document-1"), file("%PDF-2", "m.pdf")});
  REQUIRE(next.status == 303);
  CHECK(says(browser.open(address), "1 earlier version"));
  const auto first = browser.open(address + "/document-1/versions/1");
  CHECK(first.body == "%PDF-1");
  CHECK(first.header("Content-Security-Policy") == "default-src 'none'; sandbox");
  CHECK(first.header("Content-Disposition") == "attachment; filename=\"" + id + "-document-1-v1.pdf\"");
  CHECK(browser.open(address + "/document-1/versions/3").status == 404);
  CHECK(browser.open(address + "/add?document=document-9").status == 404);
}

TEST_CASE("What is wrong with a document is said on its form", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto address = "/cases/" + id + "/documents/add";
  browser.open(address);
  const auto none = browser.send_form(address, {input("key", "key-1"), input("title", ""), file("", "")});
  CHECK(none.status == 400);
  CHECK(says(none, "<title>Error: File a document"));
  CHECK(says(none, "href=\"#title\""));
  CHECK(says(none, "href=\"#file\""));
  const auto page =
      browser.send_form(address, {input("key", "key-1"), input("title", "Kept"), file("<html>", "a.html")});
  CHECK(page.status == 415);
  CHECK(says(page, "href=\"#file\""));
  CHECK(says(page, "value=\"Kept\""));
  const std::string large(26 * 1024 * 1024, 'a');
  const auto over = browser.send_form(address, {input("key", "key-1"), input("title", "Large"), file(large, "a.txt")});
  CHECK(over.status == 413);
  CHECK(says(over, "larger than 25 MB"));
  // The head alone: whoever sends on may see the connection end before the answer.
  framing::Client client(practice.daemon.port());
  REQUIRE(
      client.send(fmt::format("POST {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: multipart/form-data; "
                              "boundary=x\r\nContent-Length: {}\r\n\r\n",
                              address, practice.daemon.port(), 60 * 1024 * 1024)));
  const auto far_over = client.reply();
  CHECK(far_over.status == 413);
  CHECK(far_over.body.find("This is too large") != std::string::npos);
  CHECK(practice.version(id) == 1);
}

TEST_CASE("Documents are filed by those who may, from a page of this service", "[web]") {
  Practice practice;
  const auto id = practice.open();
  const auto address = "/cases/" + id + "/documents";
  auto reader = Browser::of(practice.daemon, "a-reader", "reader");
  CHECK(reader.open(address).status == 200);
  CHECK_FALSE(says(reader.open(address), "File a document"));
  CHECK(reader.open(address + "/add").status == 403);
  CHECK(reader.send_form(address + "/add", {input("title", "a"), file("a", "a.txt")}).status == 403);
  auto administrator = Browser::of(practice.daemon, "the-administrator", "administrator");
  CHECK(administrator.open(address).status == 403);
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(browser.open("/cases/99-0001/documents").status == 404);
  Browser stranger(practice.daemon);
  stranger.set_cookie(browser.cookie());
  CHECK(stranger.send_form(address + "/add", {input("title", "a"), file("a", "a.txt")}).status == 403);
  CHECK(browser.send(address + "/add", {{"title", "a"}}).status == 403);
  CHECK(practice.version(id) == 1);
}

}  // namespace
}  // namespace review::service_test
